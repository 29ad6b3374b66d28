"""Figures of the official tables as an editor asks for them: the cell at a place, and the identities that it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import Breach, Cell, FormTable, State
from gxlint.form.layout import Identity, Key
from gxlint.form.report import Report
from gxlint.rules.consistency import contradicted_applications, contradicted_decisions, contradicted_disputes
from gxlint.text import Span

BALANCE = "balance"


class Figure(NamedTuple):
    """A figure of a table."""

    table: FormTable
    cell: Cell

    @property
    def identities(self) -> Sequence[Identity]:
        """Those that it is in; first those of which it is the total."""
        key = self.cell.key
        mine = [item for item in self.table.form.identities if key in item.left or key in item.right]
        return sorted(mine, key=lambda item: not self.totals(item))

    def totals(self, identity: Identity) -> bool:
        """Whether it is the sum of an identity's parts."""
        return identity.kind != BALANCE and self.cell.key in identity.left


class Count(NamedTuple):
    """A number in the text that says what certain cells hold."""

    span: Span
    name: str
    """What is counted."""
    table: FormTable
    cells: tuple[Cell, ...]


def figure_at(report: Report | None, span: Span) -> Figure | None:
    """The figure of an official table at a place."""
    for table in report.tables if report else ():
        if table.span.overlaps(span):
            for cell in table:
                if cell.state in (State.READ, State.BLANK, State.INVALID) and cell.span.overlaps(span):
                    return Figure(table, cell)
    return None


def cells_of(table: FormTable, keys: Iterable[Key]) -> Iterator[Cell]:
    """The cells that the draft has of some of the form's."""
    for key in keys:
        cell = table[key]
        if cell.state in (State.READ, State.BLANK, State.INVALID):
            yield cell


def breach_of(table: FormTable, identity: Identity) -> Breach | None:
    """How an identity is broken, if it certainly is."""
    return next((breach for breach in table.breaches(identity.kind) if breach.identity is identity), None)


def is_known(table: FormTable, identity: Identity) -> bool:
    """Whether all figures of an identity could be read with certainty."""
    return table.total(identity.left) is not None and table.total(identity.right) is not None


def counts(report: Report | None) -> Iterator[Count]:
    """The numbers in the text that tables must agree with."""
    if not isinstance(report, DisclosureReport):
        return
    for table, rule in (
        (report.applications, contradicted_applications),
        (report.disputes, contradicted_disputes),
        (report.disclosure, contradicted_decisions),
    ):
        if table is None:
            continue
        for claim in rule.claims(report):
            keys = [key for key in claim.alternatives[0].keys if key in table.form.cell_keys()]
            cells = tuple(cells_of(table, keys))
            if cells:
                yield Count(claim.said.span, claim.name, table, cells)


def count_at(report: Report | None, span: Span) -> Count | None:
    """The number at a place in the text that a table must agree with."""
    return next((count for count in counts(report) if count.span.overlaps(span)), None)
