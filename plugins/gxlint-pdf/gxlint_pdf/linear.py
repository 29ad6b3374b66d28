"""The linear text of a PDF file, written as that of a Word file is, with the way back to pages and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from gxlint.document import Block, Paragraph, Picture, Table, TableCell
from gxlint.text import Anchor, PlainText, SourceMap, Span
from gxlint_pdf.letters import Line, joined
from gxlint_pdf.paragraphs import Placed
from gxlint_pdf.tables import Place


class Linear:
    """Writes a line a paragraph, and a line a table row with a field per grid column, parted by tabs."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._at = 0
        self._marks: list[tuple[Span, Anchor]] = []

    def add_paragraph(self, lines: Sequence[Placed]) -> None:
        """A paragraph of printed lines."""
        plain = self._words(lines)
        size = f"{lines[0].line.size:g}"
        self.blocks.append(Paragraph(plain, attributes=MappingProxyType({"size": size})))
        self._layout("\n")

    def add_table(self, places: Sequence[Place]) -> None:
        """A table, its cells in the order of reading."""
        start, row, column = self._at, 0, 0
        cells: list[TableCell] = []
        for place in places:
            if place.rows.start > row:
                self._layout("\n" * (place.rows.start - row))
                row, column = place.rows.start, 0
            self._layout("\t" * (place.columns.start - column))
            column = place.columns.start
            plain = self._words([Placed(piece.page, line) for piece in place.pieces for line in piece.cell.lines])
            cells.append(TableCell(plain, row, column, row_span=len(place.rows), column_span=len(place.columns)))
        self.blocks.append(Table(Span(start, self._at), cells, exact=True))
        self._layout("\n")

    def add_rows(self, page: int, rows: Sequence[Sequence[Sequence[Line]]]) -> None:
        """A table without ruling lines: rows of fields of lines, of which nobody knows the columns."""
        start = self._at
        cells: list[TableCell] = []
        for number, row in enumerate(rows):
            self._layout("\n" if number else "")
            for column, field in enumerate(row):
                self._layout("\t" if column else "")
                cells.append(TableCell(self._words([Placed(page, line) for line in field]), number, column))
        self.blocks.append(Table(Span(start, self._at), cells, exact=False))
        self._layout("\n")

    def add_picture(self) -> None:
        """A picture."""
        self.blocks.append(Picture(Span(self._at, self._at)))
        self._layout("\n")

    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)

    def source_map(self) -> SourceMap:
        """The way back: a part is a page, a path the left and upper edge of a printed line in points."""
        return SourceMap(self._marks)

    def _words(self, lines: Iterable[Placed]) -> PlainText:
        start, text = self._at, ""
        for page, line in lines:
            gap = joined(text, line.text)
            self._layout(gap)
            self._marks.append((Span(self._at, self._at + len(line.text)), _anchor(page, line)))
            self._layout(line.text)
            text += gap + line.text
        return PlainText.exact(text, Span(start, self._at))

    def _layout(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)


def _anchor(page: int, line: Line) -> Anchor:
    return Anchor(f"page {page}", (round(line.box.x0), round(line.box.top)), 0)
