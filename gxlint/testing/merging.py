"""Pipe table rows of a fragment put into an official table, each in the place that its label names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gxlint.form.editions import EDITION_2021
from gxlint.form.labels import normal, similarity
from gxlint.i18n import _
from gxlint.testing.notation import NotationError
from gxlint.testing.pieces import Grid, GridCell
from gxlint.text import Span

#: Text to be written: words of ours, or a slice of the fragment that is taken over as it stands.
Chunk = str | Span

_CELL = re.compile(r"(?:\\.|[^|\\])*")
_RULE_CELL = re.compile(r"\s*:?-+:?\s*")
_LABELS = 3
"""So many cells of a row may come before its figures."""
_ALIKE = 0.6
"""A label that is less like the official one names something else."""


def merge_rows(grid: Grid, fragment: str, lines: Sequence[Span]) -> list[Chunk]:
    """An official table as a pipe table, with rows of a fragment in it.

    Of a row in the fragment the label and the figures are enough; the whole width of the table is taken as it stands,
    and so is a row with another number of figures. A header row goes where the labels in it belong.

    Args:
        grid: the table.
        fragment: the text that *lines* refer to.
        lines: its table rows.

    Raises:
        NotationError: a row names nothing in the table.
    """
    table = _Table(grid, fragment)
    for line in lines:
        table.put(line)
    return table.chunks()


class _Table:
    def __init__(self, grid: Grid, fragment: str) -> None:
        self._grid = grid
        self._fragment = fragment
        self._form = EDITION_2021.table(grid.name)
        self._rows: list[list[Chunk]] = [[""] * grid.width for _ in range(grid.height)]
        self._taken: set[int] = set()
        for cell in grid.cells:
            self._rows[cell.row][cell.column] = cell.text

    def chunks(self) -> list[Chunk]:
        """The lines of the table."""
        chunks: list[Chunk] = []
        for number, row in enumerate(self._rows):
            for cell in row:
                chunks += ["|", f" {cell} " if isinstance(cell, str) else cell]
            chunks.append("|\n" + "|---" * self._grid.width + "|\n" if number == 0 else "|\n")
        chunks[-1] = "|"
        return chunks

    def put(self, line: Span) -> None:
        """Take over one row."""
        cells = _split(self._fragment, line)
        texts = [self._fragment[cell.start : cell.end].strip() for cell in cells]
        if all(_RULE_CELL.fullmatch(text) for text in texts):
            return
        label = self._label(texts)
        if label is None or (self._form.side_by_side and len(cells) == self._grid.width):
            self._put_header(cells, texts)
        elif self._form.side_by_side:
            self._put_course(*label, cells)
        else:
            self._put_figures(*label, cells, texts)

    def _label(self, texts: Sequence[str]) -> tuple[int, str] | None:
        """Which cell is a row's label, and the key of that row; columns' labels look like some of them."""
        score, at, key = max(
            (similarity(normal(text), normal(row.label)), index, row.key)
            for index, text in enumerate(texts[:_LABELS])
            for row in self._form.rows
        )
        is_header = score < 1 and _hits(texts, self._columns) > len(list(filter(None, texts))) / 2
        return (at, key) if score >= _ALIKE and not is_header else None

    @property
    def _columns(self) -> list[str]:
        return [column.label for column in self._form.columns]

    def _figures(self, key: str) -> list[GridCell]:
        return [cell for cell in self._grid.cells if cell.key and cell.key.row == key]

    def _put_figures(self, at: int, key: str, cells: Sequence[Span], texts: Sequence[str]) -> None:
        """A row under its label."""
        figures = self._figures(key)
        row = figures[0].row
        labels = [cell for cell in self._grid.rows[row] if cell.key is None]
        if len(cells) == self._grid.width and at == labels[-1].column:
            self._rows[row] = list(cells)
            return
        self._rows[row][labels[-1].column] = cells[at]
        for group in labels[:-1]:
            for cell, text in zip(cells[:at], texts[:at], strict=True):
                if similarity(normal(text), normal(group.text)) >= _ALIKE:
                    self._rows[row][group.column] = cell
        first = figures[0].column
        given = cells[first:] if len(cells) == self._grid.width else cells[at + 1 :]
        if len(given) == len(figures):
            for figure, cell in zip(figures, given, strict=True):
                self._rows[row][figure.column] = cell
        else:
            self._rows[row][first:] = given

    def _put_course(self, at: int, key: str, cells: Sequence[Span]) -> None:
        """A third of table four, written as a row of its own."""
        figures = self._figures(key)
        given = cells[at + 1 :]
        if len(given) != len(figures):
            raise NotationError(
                _("{row}：写 {n} 个数，或者写满一行 {width} 格", row=key, n=len(figures), width=self._grid.width)
            )
        label = next(c for c in self._grid.cells if c.key is None and c.text == self._form.row(key).label)
        self._rows[label.row][label.column] = cells[at]
        for figure, cell in zip(figures, given, strict=True):
            self._rows[figure.row][figure.column] = cell

    def _put_header(self, cells: Sequence[Span], texts: Sequence[str]) -> None:
        """A row without figures, by what is printed in it; in table four also the line of figures."""
        columns = self._column_labels()
        is_flat = len(columns) == len(self._form.columns) and _hits(texts, self._columns) > len(columns) / 2
        if is_flat and len(cells) < self._grid.width:
            for label, cell in zip(reversed(columns), reversed(cells), strict=False):
                self._rows[label.row][label.column] = cell
            return
        row = self._header_row(texts)
        starts = [cell.column for cell in self._grid.rows[row]]
        if len(cells) == len(starts):
            for column, cell in zip(starts, cells, strict=True):
                self._rows[row][column] = cell
        else:
            self._rows[row] = list(cells)

    def _column_labels(self) -> list[GridCell]:
        """The labels right above the figures, left to right."""
        bottom = [cell for cell in self._grid.cells if cell.row + cell.row_span == self._grid.header_rows]
        return sorted((cell for cell in bottom if cell.column_span == 1), key=lambda cell: cell.column)

    def _header_row(self, texts: Sequence[str]) -> int:
        said = [text for text in texts if text]
        free = [row for row in range(self._grid.height) if row not in self._taken and not self._has_figures(row)]
        hits, row = max(((_hits(said, self._texts(row)), -row) for row in free), default=(0, 0))
        if said and hits >= len(said) * _ALIKE:
            self._taken.add(-row)
            return -row
        if self._form.side_by_side:
            return self._grid.height - 1
        raise NotationError(_("{table}没有像“{row}”这样的一行", table=self._form.name, row=" | ".join(texts)))

    def _has_figures(self, row: int) -> bool:
        return any(cell.key for cell in self._grid.rows[row])

    def _texts(self, row: int) -> list[str]:
        return [cell.text for cell in self._grid.rows[row]]


def _split(fragment: str, line: Span) -> list[Span]:
    """The cells of a pipe row, white space included."""
    end = line.start + len(fragment[line.start : line.end].rstrip().removesuffix("|"))
    cells: list[Span] = []
    at = line.start + 1
    while at <= end:
        match = _CELL.match(fragment, at, end)
        assert match  # an empty cell matches too
        cells.append(Span(*match.span()))
        at = match.end() + 1
    return cells


def _hits(texts: Sequence[str], printed: Sequence[str]) -> int:
    """How many of *texts* are much like something printed."""
    return sum(any(similarity(normal(text), normal(label)) >= _ALIKE for label in printed) for text in texts if text)
