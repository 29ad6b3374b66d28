"""Word files for tests, written part by part, and the way from a place in their text back into their XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from gxlint.document import Document
from gxlint.parsers.docx import DocxParser
from gxlint.testing.conformance import check_document
from gxlint.text import Anchor, Span

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    [
        f'xmlns:w="{MAIN}"',
        f'xmlns:r="{RELATIONSHIPS}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
    ]
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments")
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def text(words: str) -> str:
    """A w:t."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(words: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{text(words)}</w:r>"


def p(content: str, properties: str = "") -> str:
    """A paragraph; content that is no markup becomes a run."""
    inside = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def tc(content: str, properties: str = "") -> str:
    """A cell; content that is no paragraph or table becomes a paragraph."""
    inside = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a cell that is no markup becomes one."""
    inside = "".join([cell if cell.startswith("<w:") else tc(cell) for cell in cells])
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def part(name: str, content: str) -> str:
    """A part's XML, with all namespaces that are used here."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{content}</w:{name}>'


def entries(body: str, **parts: str) -> dict[str, bytes]:
    """The entries of a package.

    Args:
        body: what the body holds.
        parts: what other parts hold, by what they are: styles, numbering, footnotes, endnotes, comments.
    """
    relations = "".join(
        [
            f'<Relationship Id="r{number}" Type="{RELATIONSHIPS}/{kind}" Target="{kind}.xml"/>'
            for number, kind in enumerate(_PARTS)
            if kind in parts
        ]
    )
    files = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(relations),
        **{f"word/{kind}.xml": part(kind, content) for kind, content in parts.items()},
    }
    return {name: content.encode() for name, content in files.items()}


def relationships(content: str) -> str:
    """A part of relationships."""
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'
    )


def zipped(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of those entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file; arguments as for :func:`entries`."""
    return zipped(entries(body, **parts))


def read(body: str, **parts: str) -> Document:
    """The document that the parser makes of a body; it keeps all promises of documents."""
    return parsed(docx(body, **parts))


def parsed(data: bytes) -> Document:
    """The document that the parser makes of a file; it keeps all promises of documents."""
    document = DocxParser().parse(data, "草稿.docx")
    check_document(document)
    return document


def lines(document: Document) -> list[str]:
    """The lines of the linear text, which ends with a line end."""
    *found, last = document.text.split("\n")
    assert last == ""
    return found


#: What elements without text of their own stand for.
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "☑"}


class Xml:
    """The XML of a package, for comparing with what anchors say."""

    def __init__(self, data: bytes) -> None:
        self._package = zipfile.ZipFile(io.BytesIO(data))
        self._roots: dict[str, ElementTree.Element] = {}

    def element(self, anchor: Anchor) -> ElementTree.Element:
        """The element that an anchor leads to."""
        if anchor.part not in self._roots:
            self._roots[anchor.part] = ElementTree.fromstring(self._package.read(anchor.part))
        element = self._roots[anchor.part]
        for index in anchor.path:
            element = element[index]
        return element

    def shown(self, anchor: Anchor, length: int) -> str:
        """The characters at an anchor."""
        element = self.element(anchor)
        name = element.tag.rpartition("}")[2]
        return _SIGNS.get(name) or (element.text or "")[anchor.offset : anchor.offset + length]


def check_anchors(document: Document, data: bytes) -> None:
    """Check that every piece of the text is found again where its anchor says, white space being as good as other."""
    xml = Xml(data)
    assert document.source.map is not None
    for span, anchor in document.source.map.pieces:
        if not anchor.generated and span.length:
            shown = xml.shown(anchor, span.length)
            assert _spaced(shown) == _spaced(document.source[span]), (span, anchor)


def _spaced(words: str) -> str:
    return words.translate(str.maketrans("\t\r\n", "   "))


def anchor_of(document: Document, words: str) -> Anchor:
    """The anchor of the first character of *words* in the text."""
    start = document.text.index(words)
    assert document.source.map is not None
    return next(anchor for _, anchor in document.source.map.anchors(Span(start, start + len(words))))
