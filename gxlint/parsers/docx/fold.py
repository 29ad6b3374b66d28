"""Folding: what makes up nine tenths of a Word file is written shorter before it is parsed.

Parsing costs time for each element, and most elements of a draft come in three shapes: properties that repeat those of
their neighbours, a run that holds nothing but one text, a cell that holds nothing but one such run. Each is replaced by
one element with a key, which :class:`Folds` turns back into what it stands for. Any other markup stays as it is, so
readers must know both. Folding keeps every element's number among its siblings.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from gxlint.parsers.docx.names import PARAGRAPH, RUN, TEXT, XML_SPACE

#: The attribute that holds a folded element's key.
KEY = "fold"

_NAMESPACE = re.compile(rb"""xmlns(?::[\w.-]+)?\s*=\s*(["'])[^"'<>]*\1""")
_ROOT_TAG = re.compile(rb"<[^!?<>][^<>]*>")
#: A paragraph without anything in it.
_EMPTY = rb"<w:p(?: [^>]*+(?<=/)|/)>"
#: The rest of a start tag, with attributes or without, that is no empty element.
_OPEN = rb"(?: [^>]*+(?<!/))?>"


def _properties(name: bytes) -> bytes:
    """A property element, its ``<w:`` left out, that has nothing but tags in it, and not another of its name."""
    flat = rb"(?:<w:[^>]*+(?<=/)>)*+"  # quick, and nearly always all there is
    return rb"%b(?:/>|>%b(?:<(?![?!]|/?w:%b[ />])[^>]*+>)*+</w:%b>)" % (name, flat, name, name)


_RUN = rb'r%b(?:<w:(%b))?<w:t( xml:space="preserve")?>([^<]*+)</w:t></w:r>' % (_OPEN, _properties(b"rPr"))
_CELL = rb"tc>(?:<w:(%b))?(?:%b|<w:p%b(?:<w:(%b))?(?:<w:%b)?</w:p>)</w:tc>" % (
    _properties(b"tcPr"),
    _EMPTY,
    _OPEN,
    _properties(b"pPr"),
    _RUN,
)
_ALONE = b"|".join([_properties(name) for name in (b"rPr", b"pPr", b"tcPr", b"trPr")])
_SHAPE = re.compile(rb"<w:(?:%b|%b|(%b))" % (_CELL, _RUN, _ALONE))


class Folded(NamedTuple):
    """What a folded run or cell stood for; ``None`` where it had no such properties."""

    cell: Element | None
    paragraph: Element | None
    run: Element | None
    inside: tuple[int, ...]
    """Child indices from the folded element to the one that held the text, or to the paragraph of an empty cell."""
    keep: bool
    """White space at the ends of the text counts."""


class Folds:
    """Turns keys back; knows the property elements of one part."""

    def __init__(self, properties: dict[str, Element]) -> None:
        self._properties = properties

    def properties(self, element: Element) -> Element:
        """A property element with its content, whether folded or not."""
        key = element.get(KEY)
        return element if key is None else self._properties.get(key, element)

    def unfold(self, key: str) -> Folded:
        """What the run or cell with that key stood for."""
        *properties, mode = key.split(" ")
        found = [self._properties.get(number) for number in properties]
        inside = tuple([int(element is not None) for element in found])
        cell, paragraph, run = (None, None, None, *found)[-3:]
        return Folded(cell, paragraph, run, inside if mode else inside[:1], mode == "keep")

    def restore(self, cell: Element) -> None:
        """Give a folded cell, if it is one, the content that it stands for."""
        key = cell.get(KEY)
        if key is None:
            return
        folded, text, cell.text = self.unfold(key), cell.text, None
        del cell.attrib[KEY]
        cell.extend([] if folded.cell is None else [folded.cell])
        paragraph = SubElement(cell, PARAGRAPH)
        paragraph.extend([] if folded.paragraph is None else [folded.paragraph])
        if len(folded.inside) > 1:
            run = SubElement(paragraph, RUN)
            run.extend([] if folded.run is None else [folded.run])
            SubElement(run, TEXT, {XML_SPACE: "preserve"} if folded.keep else {}).text = text


def text_of(node: Element) -> str:
    """The text that an element itself holds: a w:t, or a run folded with it."""
    holds_text = node.tag == TEXT or (node.tag == RUN and node.get(KEY) is not None)
    return node.text or "" if holds_text else ""


def fold(data: bytes) -> tuple[bytes, Folds]:
    """A part in UTF-8 with short namespace names, folded where that is certain to change nothing else."""
    if not is_regular(data):
        return data, Folds({})
    folder = _Folder()
    folded = _SHAPE.sub(folder, data)
    try:
        return folded, Folds(folder.properties(data))
    except ElementTree.ParseError:
        return data, Folds({})  # a prefix declared somewhere else, or a real error, which the parser will find


def is_regular(data: bytes) -> bool:
    """Whether a part's markup can be told by its bytes.

    Its prefix has the usual meaning everywhere, and what looks like markup is no text. (In a comment it may be folded:
    nobody will see it.)
    """
    return data.count(b"xmlns:w=") == 1 and b'xmlns:w="w"' in data and b"<![CDATA[" not in data


def namespaces(data: bytes) -> bytes:
    """The namespace declarations of a part's root element."""
    root = _ROOT_TAG.search(data)
    return b" ".join([found[0] for found in _NAMESPACE.finditer(root[0])]) if root else b""


class _Folder:
    """Writes the short form of a shape; numbers the distinct property elements as they are met."""

    def __init__(self) -> None:
        self._numbers: dict[bytes | None, bytes] = {None: b""}
        self._starts: dict[object, bytes] = {}
        """Start tags already made, by what they stand for."""

    def __call__(self, match: re.Match[bytes]) -> bytes:
        cell, paragraph, run, keep, text, alone_run, alone_keep, alone_text, alone = match.groups()
        if alone is not None:
            return self._starts.get(alone) or self._alone(alone)
        if alone_text is not None:
            start = self._starts.get((alone_run, alone_keep)) or self._run(alone_run, alone_keep)
            return b"%b%b</w:r>" % (start, alone_text)
        mode = _mode(text, keep)
        start = self._starts.get((cell, paragraph, run, mode)) or self._cell(cell, paragraph, run, mode)
        return b"%b%b</w:tc>" % (start, text or b"")

    def _alone(self, element: bytes) -> bytes:
        name = element[: element.index(b"Pr") + 2]
        start = self._starts[element] = b'<w:%b fold="%b"/>' % (name, self._number(element))
        return start

    def _run(self, run: bytes | None, keep: bytes | None) -> bytes:
        start = self._starts[run, keep] = b'<w:r fold="%b %b">' % (self._number(run), _mode(b"", keep))
        return start

    def _cell(self, cell: bytes | None, paragraph: bytes | None, run: bytes | None, mode: bytes) -> bytes:
        key = self._number(cell), self._number(paragraph), self._number(run), mode
        start = self._starts[cell, paragraph, run, mode] = b'<w:tc fold="%b %b %b %b">' % key
        return start

    def _number(self, element: bytes | None) -> bytes:
        number = self._numbers.get(element)
        if number is None:
            number = self._numbers[element] = b"%d" % len(self._numbers)
        return number

    def properties(self, data: bytes) -> dict[str, Element]:
        """The property elements by number, read with the namespaces that the root of *data* declares.

        Raises:
            ElementTree.ParseError: one of them is not well-formed in that context.
        """
        elements = b"".join([b"<w:%b" % element for element in self._numbers if element is not None])
        tree = ElementTree.XML(b"<x %b>%b</x>" % (namespaces(data), elements))
        return {str(number): element for number, element in enumerate(tree, 1)}


def _mode(text: bytes | None, keep: bytes | None) -> bytes:
    """Whether there is a text, and whether white space at its ends counts."""
    if text is None:
        return b""
    return b"text" if keep is None else b"keep"
