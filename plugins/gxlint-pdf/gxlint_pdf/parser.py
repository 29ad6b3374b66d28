"""The parser of PDF files.

A PDF file holds letters on paper, no text: what is a line, a paragraph, a row is told by where they stand. So a
document's text is written by the parser, as for Word, and can be marked but not edited: the file has no words to edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from gxlint.document import Document
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.joining import join_cut
from gxlint.text import Source
from gxlint_pdf.aligned import rows_of, stretches
from gxlint_pdf.grids import Grid
from gxlint_pdf.letters import Letter, Line
from gxlint_pdf.linear import Linear
from gxlint_pdf.pages import Page, without_furniture
from gxlint_pdf.paragraphs import Column, Placed, join_lines, measure
from gxlint_pdf.tables import Sheet, is_sequel, whole_table

#: A file with fewer letters a page has its text in pictures, apart from page numbers.
_FEWEST_LETTERS = 20
#: With more glyphs that the file does not name nothing can be said about its text.
_MOST_NAMELESS = 0.02


class PdfParser:
    """Reads PDF files that were made from a text.

    Running heads and page numbers are left out. A table that goes on over a page break is one table. Paragraphs carry
    the attribute ``size``, the points of their first line.
    """

    name = "pdf"
    suffixes = (".pdf",)

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file's bytes; see :class:`~gxlint.parsers.base.Parser`."""
        # pdfminer takes longer to import than other drafts to read
        from gxlint_pdf.opening import opened
        from gxlint_pdf.pages import read_page

        with opened(data) as pdf:
            pages = [read_page(page) for page in pdf.pages]
        _refuse_unreadable(pages)
        linear = _written(without_furniture(pages))
        text = linear.text()
        source = Source(text, path, self.name, map=linear.source_map())
        return Document(source, join_cut(text, linear.blocks))


def _refuse_unreadable(pages: Sequence[Page]) -> None:
    letters = list(_letters(pages))
    if sum(not letter.text.isspace() for letter in letters) < _FEWEST_LETTERS * len(pages):
        raise UnreadableError(
            "PDF 里没有文字，只有图片（扫描件）或空白页，无法检查；"
            "请用原来的文稿（.docx），或先用 WPS 等软件识别文字后另存"
        )
    if sum(letter.is_nameless for letter in letters) > _MOST_NAMELESS * len(letters):
        raise UnreadableError(
            "PDF 里的文字没有编码，复制出来是乱码，无法检查；请用原来的文稿（.docx），或重新输出为 PDF"
        )


def _letters(pages: Iterable[Page]) -> Iterator[Letter]:
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                yield from item.letters
            elif isinstance(item, Grid):
                yield from (letter for cell in item.cells for line in cell.lines for letter in line.letters)


def _written(pages: Sequence[Page]) -> Linear:
    """What stands on the pages, as text."""
    linear = Linear()
    column = measure([Placed(page.number, item) for page in pages for item in page.items if isinstance(item, Line)])
    for kind, items in groupby(((page, item) for page in pages for item in page.items), lambda pair: type(pair[1])):
        if kind is Line:
            _write_lines(linear, [Placed(page.number, item) for page, item in items if isinstance(item, Line)], column)
        elif kind is Grid:
            for table in _tables([Sheet(page.number, item) for page, item in items if isinstance(item, Grid)]):
                linear.add_table(whole_table(table))
        else:
            for _ in items:
                linear.add_picture()
    return linear


def _write_lines(linear: Linear, lines: Sequence[Placed], column: Column) -> None:
    """Paragraphs, and what looks like tables without ruling lines."""
    for is_table, stretch in stretches(lines, column.size):
        if is_table:
            for page, placed in groupby(stretch, lambda placed: placed.page):
                linear.add_rows(page, rows_of([each.line for each in placed]))
        else:
            for paragraph in join_lines(stretch, column):
                linear.add_paragraph(paragraph)


def _tables(sheets: Iterable[Sheet]) -> list[list[Sheet]]:
    """Tables with nothing between them, those that go on over a page break together."""
    tables: list[list[Sheet]] = []
    for sheet in sheets:
        before = tables[-1][-1] if tables else None
        if before is not None and before.page + 1 == sheet.page and is_sequel(before.grid, sheet.grid):
            tables[-1].append(sheet)
        else:
            tables.append([sheet])
    return tables
