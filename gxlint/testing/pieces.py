"""A draft as its author sees it, before any file format: lines, grids, remarks, pictures.

Reports are built of these pieces and written from them in many shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from gxlint.form.layout import Key


class Line(NamedTuple):
    """A paragraph or a heading."""

    runs: tuple[str, ...]
    """Its text in one or more runs; a Word file keeps them apart, every reader sees them joined."""
    level: int | None = None
    """1 for the title, 2 for a section, 3 for a part of a section; ``None`` for a paragraph."""

    @classmethod
    def of(cls, text: str, level: int | None = None) -> Line:
        """A line in one run."""
        return cls((text,), level)

    @property
    def text(self) -> str:
        """What its reader sees."""
        return "".join(self.runs)


class Remark(NamedTuple):
    """A comment, such as a suppression; it belongs to what follows it."""

    text: str


class Image(NamedTuple):
    """A picture that stands by itself."""

    name: str


class GridCell(NamedTuple):
    """A cell of a grid; a merged one stands at its top left position."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    key: Key | None = None
    """Its name in the official form, where it holds a figure."""

    @property
    def positions(self) -> Iterator[tuple[int, int]]:
        """All grid positions that it covers."""
        for row in range(self.row, self.row + self.row_span):
            for column in range(self.column, self.column + self.column_span):
                yield row, column


class Grid:
    """A table with merged cells."""

    def __init__(self, cells: Iterable[GridCell], name: str = "", header_rows: int = 1) -> None:
        self.cells = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
        self.name = name
        """Key of the official table, empty for any other."""
        self.header_rows = header_rows
        """How many rows stand above the figures."""

    @cached_property
    def height(self) -> int:
        """Number of grid rows."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @cached_property
    def width(self) -> int:
        """Number of grid columns."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    @property
    def rows(self) -> list[list[GridCell]]:
        """The cells that start in each row, left to right."""
        rows: list[list[GridCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return rows

    def covering(self) -> dict[tuple[int, int], GridCell]:
        """For each grid position the cell that covers it."""
        return {position: cell for cell in self.cells for position in cell.positions}

    def __getitem__(self, key: tuple[str, str]) -> GridCell:
        """The cell of a figure.

        Raises:
            KeyError: there is none of that name.
        """
        for cell in self.cells:
            if cell.key == key:
                return cell
        raise KeyError(key)

    def with_figure(self, key: Key, figure: object) -> Grid:
        """The same table with another figure in a cell.

        Raises:
            KeyError: there is none of that name.
        """
        changed = self[key]
        return self._map(lambda cell: str(figure) if cell is changed else cell.text)

    def with_label(self, old: str, new: str) -> Grid:
        """The same table with one printed label changed, wherever it stands.

        Raises:
            KeyError: no cell has that label.
        """
        if not any(cell.text == old and cell.key is None for cell in self.cells):
            raise KeyError(old)
        return self._map(lambda cell: new if cell.text == old and cell.key is None else cell.text)

    def _map(self, text: Callable[[GridCell], str]) -> Grid:
        return Grid([cell._replace(text=text(cell)) for cell in self.cells], self.name, self.header_rows)

    def without_row(self, row: int) -> Grid:
        """The same table without a grid row; cells merged over it shrink."""
        cells = []
        for cell in self.cells:
            start, span = _shrink(cell.row, cell.row_span, row)
            if span:
                cells.append(cell._replace(row=start, row_span=span))
        return Grid(cells, self.name, self.header_rows - (row < self.header_rows))

    def without_column(self, column: int) -> Grid:
        """The same table without a grid column; cells merged over it shrink."""
        cells = []
        for cell in self.cells:
            start, span = _shrink(cell.column, cell.column_span, column)
            if span:
                cells.append(cell._replace(column=start, column_span=span))
        return Grid(cells, self.name, self.header_rows)


def _shrink(start: int, span: int, removed: int) -> tuple[int, int]:
    """Where a range of rows or columns starts, and how long it is, when one of the grid's is taken out."""
    if start + span <= removed:
        return start, span
    if start > removed:
        return start - 1, span
    return start, span - 1


Piece = Line | Grid | Remark | Image
