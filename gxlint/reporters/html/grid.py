"""The rows of a table as HTML wants them: merged cells once, and something in every other place."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Table, TableCell

#: Browsers cut wider and higher cells, too.
_MOST = 1_000


def rows_of(table: Table) -> Iterator[list[TableCell | None]]:
    """For each grid row its cells from left to right, ``None`` for a place where the draft has no cell.

    Places that a merged cell covers are left out; so are those right of a row's last cell.
    """
    covered: dict[int, int] = {}
    for number, cells in enumerate(table.rows):
        row: list[TableCell | None] = []
        column = 0
        for cell in sorted(cells, key=lambda cell: cell.column):
            row += [None for place in range(column, cell.column) if covered.get(place, 0) <= number]
            row.append(cell)
            column = cell.column + min(cell.column_span, _MOST)
            below = number + min(cell.row_span, _MOST)
            covered.update(dict.fromkeys(range(cell.column, column), below))
        yield row
