"""The styles part, parsed a style at a time: a draft uses five of the hundred and more that templates carry."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.docx.fold import is_regular, namespaces

_ID = re.compile(rb'w:styleId="([^"<]*)"')
_DEFAULT = re.compile(rb'w:default="(?:1|true|on)"')
_DEFAULTS = re.compile(rb"<w:rPrDefault>.*?</w:rPrDefault>", re.DOTALL)


class StyleSheet:
    """The styles of a document by their ids.

    Args:
        data: the prepared part; empty if there is none.

    Raises:
        UnreadableError: the part is damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._elements: dict[str, Element | None] = {}
        self._pieces: dict[str, bytes] = {}
        self._namespaces = namespaces(data)
        self.default = ""
        """Id of the style of paragraphs that name none."""
        self.defaults: Element | None = None
        """The w:rPrDefault, from which every style starts."""
        if is_regular(data):
            self._cut(data)
        elif data:
            self._parse(data)

    def style(self, identifier: str) -> Element | None:
        """The w:style with that id, if it is there and well-formed."""
        if identifier not in self._elements:
            piece = self._pieces.get(identifier)
            self._elements[identifier] = self._element(piece) if piece else None
        return self._elements[identifier]

    def _cut(self, data: bytes) -> None:
        for piece in data.split(b"</w:style>"):
            start = piece.find(b"<w:style ")
            tag = piece[start : piece.find(b">", start)] if start >= 0 else b""
            found = _ID.search(tag)
            if found:
                identifier = found[1].decode("utf-8", "replace")
                self._pieces[identifier] = piece[start:] + b"</w:style>"
                if b'w:type="paragraph"' in tag and _DEFAULT.search(tag):
                    self.default = identifier
        defaults = _DEFAULTS.search(data)
        self.defaults = self._element(defaults[0]) if defaults else None

    def _element(self, piece: bytes) -> Element | None:
        try:
            return ElementTree.XML(b"<x %b>%b</x>" % (self._namespaces, piece))[0]
        except ElementTree.ParseError:
            return None

    def _parse(self, data: bytes) -> None:
        try:
            root = ElementTree.XML(data)
        except ElementTree.ParseError as error:
            raise UnreadableError(_("文件的样式部分已损坏，请用 Word 打开修复后另存为 .docx。")) from error
        self.defaults = root.find("{w}docDefaults/{w}rPrDefault")
        for style in root.iterfind("{w}style"):
            identifier = style.get("{w}styleId", "")
            self._elements[identifier] = style
            if style.get("{w}type") == "paragraph" and style.get("{w}default") in ("1", "true", "on"):
                self.default = identifier
