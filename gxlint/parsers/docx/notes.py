"""Footnotes and endnotes: parts of their own, read where the text refers to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.parsers.docx.names import ID
from gxlint.parsers.docx.xml import Part, Path


class Note(NamedTuple):
    """A reference to a footnote or endnote."""

    kind: str
    """Name of the part: ``footnotes`` or ``endnotes``."""
    identifier: str


class Found(NamedTuple):
    """The note that is referred to."""

    part: Part
    element: Element
    path: Path


class Notes:
    """The notes of a file; a part is opened when the first reference to it comes.

    Args:
        open_part: gives the part of a kind, if the file has it.
    """

    def __init__(self, open_part: Callable[[str], Part | None]) -> None:
        self._open_part = open_part
        self._known: dict[str, dict[str, Found]] = {}

    def take(self, note: Note) -> Found | None:
        """The note, when it is first asked for: notes that refer to one another must come to an end."""
        if note.kind not in self._known:
            part = self._open_part(note.kind)
            self._known[note.kind] = (
                {element.get(ID, ""): Found(part, element, (index,)) for index, element in enumerate(part.root)}
                if part
                else {}
            )
        return self._known[note.kind].pop(note.identifier, None)
