"""Tables by their ruling lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxlint_pdf.letters import Box, Letter, Line, joined, read_lines

#: Ruling lines no further apart, in points, are one.
_TOLERANCE = 4.0
#: The margins inside a cell, left and right together, are no wider, in points.
_MARGINS = 13.0


class Cell:
    """A cell with its text."""

    def __init__(self, box: Box, lines: Sequence[Line]) -> None:
        self.box = box
        self.lines = tuple(lines)

    @property
    def text(self) -> str:
        """All its lines as one."""
        text = ""
        for line in self.lines:
            text += joined(text, line.text) + line.text
        return text

    @property
    def is_full(self) -> bool:
        """Whether its last line has no room for another character, so that the text may go on elsewhere."""
        if not self.lines:
            return False
        last = self.lines[-1]
        return (self.box.x1 - self.box.x0) - (last.box.x1 - last.box.x0) < last.size + _MARGINS

    def is_beside(self, other: Cell) -> bool:
        """Whether both take the same columns."""
        return abs(self.box.x0 - other.box.x0) < _TOLERANCE and abs(self.box.x1 - other.box.x1) < _TOLERANCE


class Place(NamedTuple):
    """A cell's place in the grid."""

    cell: Cell
    row: int
    column: int
    row_span: int
    column_span: int


class Grid:
    """The cells of a table on one page, by rows."""

    def __init__(self, box: Box, cells: Iterable[Cell]) -> None:
        self.box = box
        self.cells = sorted(cells, key=lambda cell: (round(cell.box.top), cell.box.x0))
        self._edges = edges(y for cell in self.cells for y in (cell.box.top, cell.box.bottom))

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self._edges) - 1

    def rows_of(self, cell: Cell) -> range:
        """The rows that a cell takes."""
        return range(nearest(self._edges, cell.box.top), nearest(self._edges, cell.box.bottom))

    def row(self, number: int) -> list[Cell]:
        """The cells that take part in a row, from left to right."""
        return sorted((cell for cell in self.cells if number in self.rows_of(cell)), key=lambda cell: cell.box.x0)

    @property
    def is_frame(self) -> bool:
        """Whether it only stands around text: no row has two cells."""
        return all(len(self.row(number)) < 2 for number in range(self.height))


def read_grid(box: Box, cells: Iterable[Box], letters: Sequence[Letter]) -> Grid:
    """A table from the boxes of its cells and the letters of its page."""
    inside = [letter for letter in letters if box.holds(letter)]
    return Grid(box, [Cell(cell, read_lines(letter for letter in inside if cell.holds(letter))) for cell in cells])


def edges(places: Iterable[float]) -> list[float]:
    """Where ruling lines are, in order, each once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _TOLERANCE:
            found.append(place)
    return found


def nearest(found: Sequence[float], place: float) -> int:
    """The number of the ruling line at a place."""
    number = bisect_left(found, place)
    candidates = [n for n in (number - 1, number) if 0 <= n < len(found)]
    return min(candidates, key=lambda n: abs(found[n] - place))
