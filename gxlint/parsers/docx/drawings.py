"""What is in a drawing, an old VML picture, an embedded object."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gxlint.parsers.docx.names import ALTERNATIVES, IMAGES, TEXT_BOX
from gxlint.parsers.docx.xml import MAX_DEPTH, Path, alternative, too_deep


def shapes(node: Element, path: Path) -> Iterator[tuple[Element, Path]]:
    """The text boxes and images in a drawing; what is in a text box is left to its reader.

    Raises:
        UnreadableError: elements are nested too deeply.
    """
    if len(path) > MAX_DEPTH:
        raise too_deep()
    for index, child in enumerate(node):
        below = (*path, index)
        if child.tag == TEXT_BOX or child.tag in IMAGES:
            yield child, below
        elif child.tag == ALTERNATIVES:
            for element, deeper in alternative(child, below):
                yield from shapes(element, deeper)
        else:
            yield from shapes(child, below)


def picture_name(node: Element) -> str:
    """What the author, or Word, calls a picture."""
    for described in node.iter("{wp}docPr"):
        return described.get("descr") or described.get("title") or described.get("name") or ""
    for image in node.iter("{v}imagedata"):
        return image.get("{o}title", "")
    return ""
