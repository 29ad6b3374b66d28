"""The grid of a table: which cell stands where, and which tables are none."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.parsers.docx.fold import KEY, Folds, text_of
from gxlint.parsers.docx.names import CELL, CELL_PROPERTIES, PARAGRAPH, ROW, ROW_PROPERTIES, TABLE, VALUE
from gxlint.parsers.docx.xml import Part, Path, contents, integer, switched_on

#: Word itself allows 63 columns.
MAX_COLUMNS = 64

#: A cell with so many paragraphs and so much text is no field of a table: someone put the body into a frame.
_PROSE_PARAGRAPHS = 3
_PROSE_LENGTH = 400

_CONTINUES = "continue"


class CellFormat(NamedTuple):
    """What a cell's properties say of its place in the grid."""

    span: int = 1
    merged_down: bool = False
    """The cell above covers it."""
    merged_right: bool = False
    """The cell to the left covers it."""


class GridCell(NamedTuple):
    """A w:tc in its place."""

    element: Element
    path: Path
    column: int
    """First grid column, from 0."""
    column_span: int
    continues: bool
    """It is covered by the cell above, with which it is merged."""


class Row(NamedTuple):
    """A row that is shown."""

    cells: list[GridCell]
    width: int
    """Grid columns up to the end of the last cell."""
    framed: bool
    """It only serves the layout: what is in it belongs to the body."""


class Grids:
    """Reads the rows of tables; knows the cell properties that came before."""

    def __init__(self) -> None:
        self._formats: dict[Element, CellFormat] = {}

    def enter(self, part: Part) -> None:
        """Read tables of *part* from now on."""
        self._folds: Folds = part.folds
        self._folded: dict[str | None, CellFormat] = {}

    def rows(self, table: Element, path: Path) -> list[Row]:
        """The rows of a table from top to bottom, without deleted, hidden and empty ones."""
        rows: list[Row] = []
        for element, below in contents(table, path):
            if element.tag == ROW and (row := self._row(element, below)) is not None:
                rows.append(row)
        if all(len(row.cells) == 1 for row in rows):
            return [row._replace(framed=True) for row in rows]
        return rows

    def _row(self, element: Element, path: Path) -> Row | None:
        column = 0
        framed = False
        cells: list[GridCell] = []
        for child, below in contents(element, path):
            if child.tag == CELL:
                key = child.get(KEY)
                span, merged_down, merged_right = self._folded.get(key) or self._format(child, key)
                if merged_right and cells:
                    cells[-1] = cells[-1]._replace(column_span=cells[-1].column_span + span)
                else:
                    cells.append(GridCell(child, below, column, span, merged_down))
                    framed = framed or (len(child) > 1 and is_framed(child, below))
                column += span
            elif child.tag == ROW_PROPERTIES and not cells:
                properties = self._folds.properties(child)
                if properties.find("{w}del") is not None or switched_on(properties.find("{w}hidden")):
                    return None
                column = _number(properties.find("{w}gridBefore"), 0)
        return Row(cells, column, framed) if cells else None

    def _format(self, cell: Element, key: str | None) -> CellFormat:
        if key is not None:
            known = self._folded[key] = self._format_of(self._folds.unfold(key).cell)
            return known
        has_properties = len(cell) and cell[0].tag == CELL_PROPERTIES
        return self._format_of(self._folds.properties(cell[0]) if has_properties else None)

    def _format_of(self, properties: Element | None) -> CellFormat:
        if properties is None:
            return CellFormat()
        known = self._formats.get(properties)
        if known is None:
            known = self._formats[properties] = _cell_format(properties)
        return known


def is_framed(cell: Element, path: Path) -> bool:
    """Whether a cell holds a part of the body: tables among paragraphs, or long prose."""
    tables = paragraphs = length = 0
    for child, _ in contents(cell, path):
        if child.tag == TABLE:
            tables += 1
        elif child.tag == PARAGRAPH:
            words = sum([len(text_of(node).strip()) for node in child.iter()])
            paragraphs += bool(words)
            length += words
    if tables:
        return paragraphs > 1 or tables > 1
    return paragraphs >= _PROSE_PARAGRAPHS and length >= _PROSE_LENGTH


def _cell_format(properties: Element) -> CellFormat:
    down = properties.find("{w}vMerge")
    right = properties.find("{w}hMerge")
    return CellFormat(
        max(1, _number(properties.find("{w}gridSpan"), 1)),
        down is not None and down.get(VALUE, _CONTINUES) == _CONTINUES,
        right is not None and right.get(VALUE, _CONTINUES) == _CONTINUES,
    )


def _number(element: Element | None, default: int) -> int:
    return default if element is None else integer(element.get(VALUE), default, 0, MAX_COLUMNS)
