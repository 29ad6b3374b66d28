"""An official table as it was read: named cells, how sure the reading is, and which identities they break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import product
from math import prod
from typing import NamedTuple

from gxlint.document import Table
from gxlint.form.layout import Column, Identity, Key, TableForm
from gxlint.text import Pattern, Span

#: More combinations of readings than this are not tried; what depends on them is unknown.
MAX_READINGS = 128


class State(StrEnum):
    """What is known of a cell."""

    READ = "read"
    """A valid figure."""
    BLANK = "blank"
    """The cell is there and empty."""
    INVALID = "invalid"
    """The cell holds something that is no figure of its kind."""
    DOUBTFUL = "doubtful"
    """The draft has figures for the row, but which of them is this cell's cannot be known."""
    ABSENT = "absent"
    """The draft has no such cell."""


class Cell(NamedTuple):
    """A figure of an official table."""

    key: Key
    span: Span
    """The figure in the source; of a blank cell where it would stand, of a doubtful one all figures of the row."""
    text: str
    """As written."""
    value: int | Decimal | None
    """The figure, where :attr:`state` is read."""
    state: State


class Breach(NamedTuple):
    """An identity that does not hold under any possible reading of the table."""

    identity: Identity
    left: tuple[Cell, ...]
    """The total; or 本年新收 and 上年结转."""
    right: tuple[Cell, ...]
    """The parts; or 总计 and 结转下年度."""

    @property
    def total(self) -> Cell:
        """The total cell of a sum; of a balance the cell that closes it (结转下年度继续办理)."""
        return self.right[-1] if self.identity.kind == "balance" else self.left[0]

    @property
    def found(self) -> int | Decimal:
        """What the left side adds up to."""
        return sum(cell.value or 0 for cell in self.left)

    @property
    def expected(self) -> int | Decimal:
        """What the right side adds up to."""
        return sum(cell.value or 0 for cell in self.right)

    @property
    def difference(self) -> int | Decimal:
        """By how much the left side is greater."""
        return self.found - self.expected


#: One way to assign the figures of doubtful rows to cells.
Reading = Mapping[Key, Cell]


class Label(NamedTuple):
    """A printed label that was matched with one of the form."""

    key: str
    """Key of the row or column; empty of a label over several rows."""
    span: Span
    text: str
    """As written, without white space at the ends."""
    official: str


class FormTable:
    """An official table of a draft: ``table["total", "natural_person"]``."""

    def __init__(
        self,
        form: TableForm,
        span: Span,
        cells: Mapping[Key, Cell],
        *,
        doubts: Sequence[Sequence[Reading]] = (),
        reasons: Sequence[str] = (),
        row_labels: Sequence[Label] = (),
        column_labels: Sequence[Label] = (),
        group_labels: Sequence[Label] = (),
        missing_rows: Sequence[str] = (),
        doubtful_rows: Sequence[str] = (),
        surplus: int = 0,
        missing_columns: Sequence[Key] = (),
        blocks: Sequence[Table] = (),
    ) -> None:
        self.form = form
        self.span = span
        """From the first to the last label or figure."""
        self._cells = cells
        self.doubts = doubts
        """For each group of rows that could not be read with certainty, all possible readings."""
        self.reasons = tuple(reasons)
        """Why rows are doubtful, for the writer; empty where the whole table was read with certainty."""
        self.row_labels = tuple(row_labels)
        self.column_labels = tuple(column_labels)
        self.group_labels = tuple(group_labels)
        """Of what stands over several rows or columns; in table four the rows, which stand side by side."""
        self.missing_rows = tuple(missing_rows)
        """Keys of rows that are certainly absent."""
        self.doubtful_rows = tuple(doubtful_rows)
        """Keys of rows of which it cannot be said whether they are there, or which lines they are."""
        self.surplus = surplus
        """How many lines of figures are no row of the form."""
        self.missing_columns = tuple(missing_columns)
        """Columns that are certainly absent, with the row in which they are, empty where it is all of them."""
        self.blocks = tuple(blocks)
        """The tables of the document that it was read from."""

    def __getitem__(self, key: tuple[str, str]) -> Cell:
        """The cell of a row key and a column key.

        Raises:
            KeyError: the form has no such cell.
        """
        return self._cells[Key(*key)]

    def __iter__(self) -> Iterator[Cell]:
        """All cells of the form, row by row."""
        return (self._cells[key] for key in self.form.cell_keys())

    def row(self, key: str) -> tuple[Cell, ...]:
        """The cells of a row, left to right."""
        return tuple([self._cells[Key(key, column)] for column in self.form.row(key).columns])

    def value(self, row: str, column: str) -> int | Decimal | None:
        """The figure of a cell, or ``None`` unless it was read with certainty."""
        return self._cells[Key(row, column)].value

    def total(self, keys: Sequence[Key]) -> int | Decimal | None:
        """The sum of cells, or ``None`` where one of them was not read."""
        return _sum([self._cells[key].value for key in keys])

    def column_of(self, cell: Cell) -> Column:
        """The column that a cell stands in."""
        return self.form.column(cell.key.column)

    def breaches(self, kind: str) -> Iterator[Breach]:
        """The identities of that kind that are certainly broken."""
        return (breach for breach in self._breaches if breach.identity.kind == kind)

    def culprit(self, breach: Breach) -> Cell | None:
        """The one cell of a breach in which other breaches of the table meet, if there is exactly one."""
        meeting = {cell.key: cell for cell in (*breach.left, *breach.right)}
        shared = [
            cell
            for other in self._breaches
            if other is not breach
            for cell in (*other.left, *other.right)
            if cell.key in meeting
        ]
        return shared[0] if shared and len({cell.key for cell in shared}) == 1 else None

    @cached_property
    def _breaches(self) -> tuple[Breach, ...]:
        certain = tuple(breach for breach in map(self._evaluate_certain, self.form.identities) if breach)
        return certain + self._doubtful_breaches() if self.doubts else certain

    def _evaluate_certain(self, identity: Identity) -> Breach | None:
        return _evaluate(identity, self._cells)

    def _doubtful_breaches(self) -> tuple[Breach, ...]:
        """Breaches that stand on the same figure under every combination of readings."""
        if prod(len(group) for group in self.doubts) > MAX_READINGS:
            return ()
        common: dict[tuple[str, Span], Breach] | None = None
        touched = {key for group in self.doubts for reading in group for key in reading}
        identities = [item for item in self.form.identities if touched.intersection((*item.left, *item.right))]
        for combination in product(*self.doubts):
            cells = {**self._cells}
            for reading in combination:
                cells.update(reading)
            broken = [breach for breach in (_evaluate(item, cells) for item in identities) if breach]
            here = {(breach.identity.kind, _anchor(breach)): breach for breach in broken}
            common = here if common is None else {place: breach for place, breach in common.items() if place in here}
        return tuple((common or {}).values())


def _anchor(breach: Breach) -> Span:
    """The figure on which readings are compared: the total; of a balance, the biggest figure there is."""
    if breach.identity.kind != "balance":
        return breach.total.span
    return max((*breach.left, *breach.right), key=lambda cell: cell.value or 0).span


def _evaluate(identity: Identity, cells: Mapping[Key, Cell]) -> Breach | None:
    left = _sum([cells[key].value for key in identity.left])
    right = _sum([cells[key].value for key in identity.right])
    if left is None or right is None or left == right:
        return None
    return Breach(identity, tuple([cells[key] for key in identity.left]), tuple([cells[key] for key in identity.right]))


def _sum(values: Sequence[int | Decimal | None]) -> int | Decimal | None:
    return None if None in values else sum(value for value in values if value is not None)


_COUNT = Pattern(r"\d+|\d{1,3}(?:,\d{3})+")
_AMOUNT = Pattern(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,6})?")


def read_figure(text: str, unit: str = "count") -> int | Decimal | None:
    """The number that a cell's text is, or ``None``.

    Full-width digits and thousands separators are read; signs, units and words are not. A count with zero decimals
    (3.0) is none.

    Args:
        text: as written.
        unit: of the column, see :class:`~gxlint.form.layout.Column`.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    plain = unicodedata.normalize("NFKC", text).strip().replace("，", ",")
    if _COUNT.fullmatch(plain):
        return int(plain.replace(",", ""))
    if unit == "amount" and _AMOUNT.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    return None
