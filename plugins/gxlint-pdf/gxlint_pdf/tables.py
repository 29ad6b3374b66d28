"""Tables that go on over page breaks, made whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxlint_pdf.grids import Cell, Grid, edges, nearest


class Piece(NamedTuple):
    """A piece of a cell: what of it stands on one page."""

    page: int
    """From 1."""
    cell: Cell


class Place:
    """A cell and where it stands in the grid of the whole table."""

    def __init__(self, piece: Piece, rows: range) -> None:
        self.pieces = [piece]
        self.rows = rows
        self.columns = range(0)


class Sheet(NamedTuple):
    """A table, or the part of one, on a page."""

    page: int
    grid: Grid


def whole_table(sheets: Sequence[Sheet]) -> list[Place]:
    """The cells of a table that stands on one or more pages, in the order of reading.

    The heading rows that Word repeats on each page are there once; a row, or a cell merged downwards, that a page break
    has cut in two is one again.
    """
    places: list[Place] = []
    bottom: list[Place] = []
    height = 0
    for number, sheet in enumerate(sheets):
        skipped = _repeated(sheets[0].grid, sheet.grid) if number else 0
        goes_on = number > 0 and _is_cut(bottom, sheet.grid.row(skipped))
        start = height - skipped - goes_on
        here: list[Place] = []
        for cell in sheet.grid.cells:
            rows = sheet.grid.rows_of(cell)
            if rows.start < skipped:
                continue
            place = Place(Piece(sheet.page, cell), range(rows.start + start, rows.stop + start))
            above = _above(bottom, place, goes_on=goes_on) if number and rows.start == skipped else None
            if above is None:
                places.append(place)
                here.append(place)
            else:
                above.pieces += place.pieces
                above.rows = range(above.rows.start, place.rows.stop)
                here.append(above)
        height = start + sheet.grid.height
        bottom = [place for place in here if place.rows.stop == height]
    _set_columns(places)
    return sorted(places, key=lambda place: (place.rows.start, place.columns.start))


def _repeated(first: Grid, grid: Grid) -> int:
    """How many rows at the top only repeat those at the top of the table."""
    count = 0
    for number in range(min(first.height, grid.height) - 1):
        rows = [[(cell.text, round(cell.box.x0)) for cell in each.row(number)] for each in (first, grid)]
        if rows[0] != rows[1] or not any(text for text, _ in rows[0]):
            break
        count += 1
    while count and any(grid.rows_of(cell).stop > count for cell in grid.row(count - 1)):
        count -= 1  # a row that reaches further down is none of a heading
    return count


def _is_cut(bottom: Sequence[Place], row: Sequence[Cell]) -> bool:
    """Whether the row is the rest of the one above the page break: of words that had no more room, nothing else."""
    filled = [cell for cell in row if cell.lines]
    above = [_beside(bottom, cell) for cell in filled]
    return bool(filled) and all(place is not None and place.pieces[-1].cell.is_full for place in above)


def _above(bottom: Iterable[Place], place: Place, *, goes_on: bool) -> Place | None:
    """The cell above the page break that a cell below it belongs to."""
    cell = place.pieces[0].cell
    above = _beside(bottom, cell)
    if above is None or goes_on:
        return above
    is_merged = len(above.rows) > 1 or len(place.rows) > 1
    return above if is_merged and (not cell.lines or above.pieces[-1].cell.is_full) else None


def _beside(bottom: Iterable[Place], cell: Cell) -> Place | None:
    return next((place for place in bottom if place.pieces[-1].cell.is_beside(cell)), None)


def _set_columns(places: Sequence[Place]) -> None:
    boxes = [piece.cell.box for place in places for piece in place.pieces]
    rulings = edges(x for box in boxes for x in (box.x0, box.x1))
    for place in places:
        box = place.pieces[0].cell.box
        place.columns = range(nearest(rulings, box.x0), nearest(rulings, box.x1))


def is_sequel(above: Grid, below: Grid) -> bool:
    """Whether a table at the top of a page may go on with the one at the foot of the page before."""
    return any(one.is_beside(other) for one in above.row(above.height - 1) for other in below.row(0)) and any(
        abs(one - other) < 6 for one, other in ((above.box.x0, below.box.x0), (above.box.x1, below.box.x1))
    )
