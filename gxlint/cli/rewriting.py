"""The skeleton of a report, which forms write as Markdown, as a file of another format."""

from __future__ import annotations

import io
from typing import NamedTuple

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell

from gxlint.reading import DEFAULT_PARSER
from gxlint.testing.conversion import pieces_of
from gxlint.testing.pieces import Piece
from gxlint.testing.running import built_in_registry
from gxlint.testing.shapes import TABBED_TEXT, TYPED_DOCX


class _Type(NamedTuple):
    """How the paragraphs of a style are set."""

    font: str
    points: float
    centred: bool = False
    indented: bool = False
    """By two characters in the first line."""


#: GB/T 9704-2012, 7.3: the title in 2nd size, what is under it in 3rd, each level in a face of its own.
_TYPES = {
    "Normal": _Type("仿宋_GB2312", 16, indented=True),
    "Heading 1": _Type("方正小标宋简体", 22, centred=True),
    "Heading 2": _Type("黑体", 16, indented=True),
    "Heading 3": _Type("楷体_GB2312", 16, indented=True),
}
#: 28 points from line to line make 22 lines a page, as the standard wants it.
_LINE = Pt(28)
#: What tables are set in: their fifteen columns must fit into the page.
_CELLS = _Type("宋体", 9)
_WIDTH = Mm(156)


def as_plain_text(skeleton: str) -> bytes:
    """A skeleton without marks, its tables' cells apart by tabs."""
    return TABBED_TEXT.render(_pieces(skeleton))


def as_word(skeleton: str) -> bytes:
    """A skeleton as a Word file, laid out as official documents are, its tables merged as in the official form."""
    document = docx.Document(io.BytesIO(TYPED_DOCX.render(_pieces(skeleton))))
    _lay_out_page(document)
    for name, kind in _TYPES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        _set(style, kind)
    for table in document.tables:
        _lay_out_table(table)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pieces(skeleton: str) -> list[Piece]:
    return pieces_of(built_in_registry().parser(DEFAULT_PARSER).parse(skeleton.encode(), ""))


def _lay_out_page(document: Document) -> None:
    """A4 with the margins of GB/T 9704-2012, 5.2.1."""
    document.element.body.get_or_add_sectPr()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)


def _set(style: ParagraphStyle, kind: _Type) -> None:
    numbered = style.element.get_or_add_pPr().find(qn("w:numPr"))
    if numbered is not None:  # the numbers of headings are typed
        style.element.pPr.remove(numbered)
    font, paragraph = style.font, style.paragraph_format
    font.size, font.bold, font.color.rgb = Pt(kind.points), False, RGBColor(0, 0, 0)
    _name(style.element.get_or_add_rPr(), kind.font)
    paragraph.space_before = paragraph.space_after = Pt(0)
    paragraph.line_spacing = _LINE
    paragraph.first_line_indent = Pt(2 * kind.points) if kind.indented else Pt(0)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if kind.centred else WD_ALIGN_PARAGRAPH.JUSTIFY


def _name(properties: object, font: str) -> None:
    """One font for Chinese and other characters."""
    fonts = properties.get_or_add_rFonts()  # type: ignore[attr-defined]
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)


def _lay_out_table(table: Table) -> None:
    """As wide as the page, in small type, its figures in the middle of their cells."""
    table.autofit = False
    width = Length(_WIDTH // len(table.columns))
    for column in table.columns:
        column.width = width
    for cell in (_Cell(element, table) for element in table._tbl.iter(qn("w:tc"))):  # those that continue one, too
        cell.width = Length(width * cell.grid_span)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        for paragraph in cell.paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.first_line_indent = Pt(0)
            paragraph.paragraph_format.line_spacing = 1.0
            for run in paragraph.runs:
                run.font.size = Pt(_CELLS.points)
                _name(run._element.get_or_add_rPr(), _CELLS.font)
