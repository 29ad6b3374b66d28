"""What an official form consists of: sections, tables, rows, columns, and the identities between cells.

Pure data and its types; nothing here reads a draft.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple


class Key(NamedTuple):
    """The name of a cell within its table."""

    row: str
    column: str


class Column(NamedTuple):
    """A column of figures."""

    key: str
    label: str
    unit: str = "count"
    """``count`` (non-negative integer), ``amount`` (non-negative number, 万元) or ``text`` (anything)."""
    group: str = ""
    """What it stands under with others: 法人或其他组织."""


class Row(NamedTuple):
    """A row of figures. In table four the three "rows" of the form are printed side by side."""

    key: str
    label: str
    """The label nearest to the figures, with its number: ``1.属于国家秘密``."""
    columns: tuple[str, ...]
    """Keys of the columns that this row has."""
    groups: tuple[str, ...] = ()
    """The labels that the row stands under, outermost first: 三、本年度办理结果, （三）不予公开."""

    @property
    def full_label(self) -> str:
        """The label with those it stands under, for people."""
        return " ".join((*self.groups, self.label))


class Identity(NamedTuple):
    """An equation between cells: the cells on either side must add up to the same."""

    kind: str
    """``row-sum``, ``outcome-sum``, ``balance`` or ``dispute-sum``."""
    left: tuple[Key, ...]
    """The total, or the first side of a balance."""
    right: tuple[Key, ...]
    """The parts, or the second side of a balance."""


class TableForm:
    """An official table."""

    def __init__(
        self,
        key: str,
        name: str,
        section: str,
        title: str,
        rows: tuple[Row, ...],
        columns: tuple[Column, ...],
        identities: tuple[Identity, ...] = (),
        edition: int = 2021,
        side_by_side: bool = False,
        furniture: tuple[str, ...] = (),
    ) -> None:
        self.key = key
        self.name = name
        """表二, 表三, 表四: the number of the section it stands in."""
        self.section = section
        """Key of the section that it belongs to."""
        self.title = title
        """What it is about, for messages."""
        self.rows = rows
        self.columns = columns
        self.identities = identities
        self.edition = edition
        """The edition of the form that it belongs to."""
        self.side_by_side = side_by_side
        """The rows stand next to each other in one line of figures (table four)."""
        self.furniture = furniture
        """Labels printed in the table that are neither row nor column labels: headers of blocks, the corner note."""

    def column(self, key: str) -> Column:
        """The column with that key.

        Raises:
            KeyError: there is none.
        """
        return self._columns[key]

    def row(self, key: str) -> Row:
        """The row with that key.

        Raises:
            KeyError: there is none.
        """
        return self._rows[key]

    def cell_keys(self) -> tuple[Key, ...]:
        """All cells, row by row."""
        return self._cell_keys

    @cached_property
    def _cell_keys(self) -> tuple[Key, ...]:
        return tuple([Key(row.key, column) for row in self.rows for column in row.columns])

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.key: row for row in self.rows}

    def label(self, key: Key) -> str:
        """Where a person finds the cell: 表三 四、结转下年度继续办理 总计."""
        row = self.row(key.row)
        label = row.full_label if self.side_by_side else row.label
        return f"{self.name} {label} {self.column(key.column).label}"


class SectionForm(NamedTuple):
    """An official section."""

    key: str
    number: str
    """Its Chinese number: 一; empty where the form leaves headings and numbers to those who report."""
    title: str
    """Its official title without the number."""
    variants: tuple[str, ...] = ()
    """Other titles by which it is recognised, wrong as they are."""
    tables: tuple[str, ...] = ()
    """Keys of the tables that belong into it."""
    outline: tuple[str, ...] = ()
    """What a report holds there, besides tables, before anything is filled in, a paragraph each."""

    @property
    def heading(self) -> str:
        """The official heading: 一、总体情况; the title alone where the form numbers nothing."""
        return f"{self.number}、{self.title}" if self.number else self.title


class Layout(NamedTuple):
    """One edition of an official form."""

    edition: int
    """The first year whose reports use it."""
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]
    markers: tuple[str, ...] = ()
    """Labels that stand in no other edition."""

    def section(self, key: str) -> SectionForm:
        """The section with that key."""
        return next(section for section in self.sections if section.key == key)

    def table(self, key: str) -> TableForm:
        """The table with that key."""
        return next(table for table in self.tables if table.key == key)
