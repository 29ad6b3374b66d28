"""Writes a table into the linear text: one line a row, one field a grid column."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.document import Table, TableCell
from gxlint.parsers.docx.fold import KEY
from gxlint.parsers.docx.formats import Formats
from gxlint.parsers.docx.inline import Inline, write_text
from gxlint.parsers.docx.linear import Linear
from gxlint.parsers.docx.names import PARAGRAPH, TABLE
from gxlint.parsers.docx.styles import ParagraphFormat, RunFormat, properties_of
from gxlint.parsers.docx.tables import GridCell, Grids, Row
from gxlint.parsers.docx.xml import Part, Path, contents
from gxlint.text import PlainText, Span


class _Simple(NamedTuple):
    """What is known of a folded cell."""

    plain: bool
    """It is just its text."""
    label: ParagraphFormat | None
    """The format of its paragraph, if that has an automatic number."""
    shown: bool
    """Its text is not hidden."""
    inside: tuple[int, ...]
    keep: bool


class Cells:
    """Writes rows of cells and builds the table that they make. Notes and pictures in them are left with *inline*.

    Args:
        linear: the text to write to.
        inline: reads paragraphs into it.
        grids: finds the cells of nested tables.
        formats: knows those of paragraphs.
    """

    def __init__(self, linear: Linear, inline: Inline, grids: Grids, formats: Formats) -> None:
        self._linear = linear
        self._inline = inline
        self._grids = grids
        self._formats = formats

    def enter(self, part: Part) -> None:
        """Read tables of *part* from now on."""
        self._folds = part.folds
        self._known: dict[str, _Simple] = {}

    def table(self, rows: list[Row]) -> Table:
        """Write *rows* and give the table back, its line end left to the caller."""
        start = self._linear.at
        cells: list[TableCell] = []
        open_cells: dict[int, TableCell] = {}
        for number, row in enumerate(rows):
            if number:
                self._linear.layout("\n")
            self._row(row, number, cells, open_cells)
        return Table(Span(start, self._linear.at), cells, exact=True)

    def _row(self, row: Row, number: int, cells: list[TableCell], open_cells: dict[int, TableCell]) -> None:
        """Write a row; *open_cells* are those of the rows above that may go on in it, by column."""
        written = 0
        for cell in row.cells:
            if cell.column > written:
                self._linear.layout("\t" * (cell.column - written))
                written = cell.column
            above = open_cells.get(cell.column)
            if cell.continues and above is not None and _meets(above, cell, number):
                above.row_span += 1
                continue
            field = self._field(cell, number)
            cells.append(field)
            open_cells[cell.column] = field
        self._linear.layout("\t" * (row.width - 1 - written))

    def _field(self, cell: GridCell, row: int) -> TableCell:
        linear = self._linear
        start = linear.at
        simple = self._simple(cell.element)
        words = cell.element.text or ""
        if simple is not None and simple.plain and (not words or words.isalnum()):
            # Most cells are so: a figure or a short label as it stands, or nothing.
            linear.write(words, (*cell.path, *(simple.inside if words else simple.inside[:1])))
        else:
            bookmark = linear.here
            linear.open_cell()
            self._fill(cell, simple)
            linear.close_cell()
            if linear.at == start:
                linear.write("", _first_paragraph(cell, simple))
            words = linear.since(bookmark)
        plain = trimmed(words, start)
        return TableCell(plain, row, cell.column, column_span=cell.column_span, span=plain.source)

    def _fill(self, cell: GridCell, simple: _Simple | None) -> None:
        if simple is None:
            self._content(cell.element, cell.path)
            return
        if simple.label is not None and (label := self._formats.label(simple.label)):
            self._linear.write(label, (*cell.path, *simple.inside[:1]), generated=True)
        text = cell.element.text
        if text and simple.shown:
            write_text(self._linear, text, (*cell.path, *simple.inside), keep=simple.keep)

    def _simple(self, cell: Element) -> _Simple | None:
        """What is known of a cell that is folded."""
        key = cell.get(KEY)
        if key is None:
            return None
        return self._known.get(key) or self._learn(key)

    def _learn(self, key: str) -> _Simple:
        folded = self._folds.unfold(key)
        formatting = self._formats.of(folded.paragraph)
        run = self._inline.format_of(folded.run) if folded.run is not None else RunFormat()
        numbered = formatting.numbered.number is not None and not formatting.joined
        shown = not run.over(formatting.run).hidden
        label = formatting if numbered else None
        known = self._known[key] = _Simple(shown and not numbered, label, shown, folded.inside, folded.keep)
        return known

    def _content(self, container: Element, path: Path) -> None:
        """Write all that is in a cell, nested tables included, as one field."""
        for child, below in contents(container, path):
            if child.tag == PARAGRAPH:
                self._paragraph(child, below)
            elif child.tag == TABLE:
                for row in self._grids.rows(child, below):
                    for cell in row.cells:
                        if not cell.continues:
                            self._fill(cell, self._simple(cell.element))
                            self._linear.separate()

    def _paragraph(self, paragraph: Element, path: Path) -> None:
        formatting = self._formats.of(properties_of(paragraph, self._folds))
        if not formatting.joined and (label := self._formats.label(formatting)):
            self._linear.write(label, path, generated=True)
        self._inline.read(paragraph, path, formatting)
        if not formatting.joined:
            self._linear.separate()
        boxes, self._inline.attached.boxes = self._inline.attached.boxes, []
        for box, below in boxes:
            self._content(box, below)


def trimmed(text: str, start: int) -> PlainText:
    """The words of *text*, which was written at *start*; where there are none, the place for them."""
    words = text.strip()
    length = len(words)
    if length and length != len(text):
        start += len(text) - len(text.lstrip())
    return PlainText.exact(words, Span(start, start + length))


def _meets(above: TableCell, cell: GridCell, row: int) -> bool:
    """Whether a cell that continues the one above really lies under it."""
    return above.row + above.row_span == row and above.column_span == cell.column_span


def _first_paragraph(cell: GridCell, simple: _Simple | None) -> Path:
    """Where an empty cell's text would stand."""
    if simple is not None:
        return (*cell.path, *simple.inside[:1])
    for child, below in contents(cell.element, cell.path):
        if child.tag == PARAGRAPH:
            return below
    return cell.path
