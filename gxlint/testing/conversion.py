"""A parsed draft taken apart again, so that it can be written down in another file format."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Block, Comment, Document, Paragraph, Picture, Table
from gxlint.form.editions import EDITION_2021
from gxlint.testing.figures import FIGURES_2024
from gxlint.testing.grids import official_grid
from gxlint.testing.pieces import Grid, GridCell, Image, Line, Piece, Remark

_OFFICIAL = tuple(official_grid(form.key, FIGURES_2024.table(form.key)) for form in EDITION_2021.tables)
_OPENING, _CLOSING = "<!--", "-->"


def pieces_of(document: Document) -> list[Piece]:
    """The draft as pieces. Code and raw HTML have no counterpart elsewhere and are left out.

    Marks inside a paragraph divide it into runs. A table of the official width that leaves the positions of merged
    cells empty, as a pipe table must, gets them merged again.
    """
    parts: list[Block | Comment] = [*document.blocks, *document.comments]
    parts.sort(key=lambda part: part.span)
    return [piece for part in parts for piece in _pieces(part)]


def _pieces(part: Block | Comment) -> Iterator[Piece]:
    match part:
        case Paragraph():
            yield _line(part)
        case Table():
            yield _with_merges(_grid(part))
        case Picture():
            yield Image(part.name or "图")
        case Comment():
            yield Remark(part.text.strip().removeprefix(_OPENING).removesuffix(_CLOSING).strip())
        case _:  # verbatim
            pass


def _line(paragraph: Paragraph) -> Line:
    plain = paragraph.plain
    runs = [plain.text[at : at + length] for at, length, _source in plain.segments]
    return Line(tuple(run for run in runs if run), paragraph.level)


def _grid(table: Table) -> Grid:
    cells = [
        GridCell(cell.text, cell.row, cell.column, max(cell.row_span, 1), max(cell.column_span, 1))
        for cell in table.cells
    ]
    return Grid(cells)


def _with_merges(grid: Grid) -> Grid:
    """The same table, merged where the official one of its size is and the draft has nothing else to say."""
    for official in _OFFICIAL:
        if (official.width, official.height) == (grid.width, grid.height) and _no_merges(grid):
            return _merge_like(grid, official)
    return grid


def _no_merges(grid: Grid) -> bool:
    return all(cell.row_span == cell.column_span == 1 for cell in grid.cells)


def _merge_like(grid: Grid, official: Grid) -> Grid:
    at = {(cell.row, cell.column): cell for cell in grid.cells}
    for model in official.cells:
        first, *others = model.positions
        if first not in at or any(position in at and at[position].text for position in others):
            continue
        at[first] = at[first]._replace(row_span=model.row_span, column_span=model.column_span)
        for position in others:
            at.pop(position, None)
    return Grid(at.values())
