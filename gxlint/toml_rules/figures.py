"""Cells of a report's tables, as far as they were read with certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gxlint.findings import Related
from gxlint.form.figures import Cell, FormTable
from gxlint.form.report import Report
from gxlint.text import Pattern
from gxlint.toml_rules.names import CellName

Number = int | Decimal
#: What the form explains behind a label: （区分处理的，只计这一情形，不计其他情形）.
_ASIDE = Pattern(r"（[^（）]{8,}）")


class Figure(NamedTuple):
    """A cell with its number."""

    cell: Cell
    value: Number
    label: str
    """表三 （七）总计 总计."""


class Sum(NamedTuple):
    """Cells that are added up."""

    figures: Sequence[Figure]

    @property
    def value(self) -> Number:
        """What they add up to."""
        return sum(figure.value for figure in self.figures)

    @property
    def label(self) -> str:
        """Their names, joined."""
        return "加".join(figure.label for figure in self.figures)

    @property
    def related(self) -> tuple[Related, ...]:
        """Each of them, to be shown beside a finding."""
        return tuple([Related(item.cell.span, f"{item.label}：{item.value}") for item in self.figures])


def figures_of(report: Report | None, names: Sequence[CellName]) -> Iterator[Figure | None]:
    """The figures of some cells; ``None`` for one that was not read or is not there."""
    tables = {table.form.key: table for table in report.tables} if report else {}
    for name in names:
        table = tables.get(name.table)
        for key in name.keys([report.layout]) if report and table else ():
            yield _figure(table, table[key]) if table else None
        if table is None:
            yield None


def _figure(table: FormTable, cell: Cell) -> Figure | None:
    return None if cell.value is None else Figure(cell, cell.value, _ASIDE.sub("", table.form.label(cell.key)))


def sum_of(report: Report | None, names: Sequence[CellName]) -> Sum | None:
    """The sum of some cells; ``None`` unless each was read with certainty."""
    figures = list(figures_of(report, names))
    certain = [figure for figure in figures if figure is not None]
    return Sum(certain) if figures and len(certain) == len(figures) else None


def number(value: float) -> Number:
    """A number of TOML, exactly as written."""
    return value if isinstance(value, int) else Decimal(str(value))


__all__ = ["Figure", "Number", "Sum", "figures_of", "number", "sum_of"]
