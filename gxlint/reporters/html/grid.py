"""The rows of a table as HTML wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from gxlint.document import Table, TableCell

#: Browsers cut wider and higher cells, too.
_MOST = 1_000
_FIGURE = re.compile(r"[\d\s.,，/—-]*")


class Slot(NamedTuple):
    """A cell as it is shown."""

    cells: tuple[TableCell, ...]
    """The cells of the draft in it: one; none where the draft has no cell; several that are shown as one."""
    columns: int = 1
    rows: int = 1


def rows_of(table: Table, columns: Set[str]) -> Iterator[list[Slot]]:
    """The rows from top to bottom, with their cells from left to right.

    Args:
        table: the table.
        columns: labels of columns.
    """
    if not table.exact and all(len(row) == 1 for row in table.rows) and any(map(_is_figure, table.cells)):
        yield from _reflowed(table.cells, columns)
    else:
        yield from _grid(table)


def _grid(table: Table) -> Iterator[list[Slot]]:
    """Merged cells once, and something in every place left of a cell, for HTML would move the cell there."""
    covered: dict[int, int] = {}
    for number, cells in enumerate(table.rows):
        row: list[Slot] = []
        column = 0
        for cell in sorted(cells, key=lambda cell: cell.column):
            row += [Slot(()) for place in range(column, cell.column) if covered.get(place, 0) <= number]
            slot = Slot((cell,), min(cell.column_span, _MOST), min(cell.row_span, _MOST))
            row.append(slot)
            column = cell.column + slot.columns
            covered.update(dict.fromkeys(range(cell.column, column), number + slot.rows))
        yield row


def _reflowed(cells: Sequence[TableCell], columns: Set[str]) -> Iterator[list[Slot]]:
    """A table that came one cell a line: figures go behind the words in front of them, other words get a row."""
    rows: list[tuple[list[TableCell], list[TableCell]]] = [([], [])]
    for cell in cells:
        if _is_figure(cell):
            rows[-1][1].append(cell)
        elif rows[-1][1]:
            rows.append(([cell], []))
        else:
            rows[-1][0].append(cell)
    width = 1 + max(len(figures) for _words, figures in rows)
    for words, figures in rows:
        heads = bool(figures and words and words[-1].text not in columns)
        if headers := words[:-1] if heads else words:
            yield [Slot(tuple(headers), width)]
        if figures:
            yield [Slot(tuple(words[-1:] if heads else ())), *(Slot((figure,)) for figure in figures)]


def _is_figure(cell: TableCell) -> bool:
    return _FIGURE.fullmatch(cell.text) is not None
