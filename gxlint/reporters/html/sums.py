"""What the figures of broken sums should be, to be written beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gxlint.findings import Diagnostic
from gxlint.form.figures import Breach, Cell, FormTable, State
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.reporters.html.markup import Html, element, text
from gxlint.text import Span


def expected_figures(report: Report | None, diagnostics: Iterable[Diagnostic]) -> dict[Span, list[Html]]:
    """For each figure that a finding says breaks a sum, a note for each sum, by the figure's place."""
    notes: dict[Span, list[Html]] = {}
    if report is None:
        return notes
    blamed = {diagnostic.span for diagnostic in diagnostics}
    for table in report.tables:
        for cell, breach in _blamed(table, blamed):
            note = _note(cell, breach)
            if note not in notes.setdefault(cell.span, []):
                notes[cell.span].append(note)
    return notes


def _blamed(table: FormTable, blamed: set[Span | None]) -> Iterator[tuple[Cell, Breach]]:
    """The cells that findings stand on, with the identities that are broken there."""
    for kind in dict.fromkeys(identity.kind for identity in table.form.identities):
        for breach in table.breaches(kind):
            for cell in (breach.total, table.culprit(breach)):
                if cell is not None and cell.span in blamed and table[cell.key].state is State.READ:
                    yield cell, breach


def _note(cell: Cell, breach: Breach) -> Html:
    on_left = any(other.key == cell.key for other in breach.left)
    expected = (cell.value or 0) + (-breach.difference if on_left else breach.difference)
    found = _("{left} ≠ {right}", left=_terms(breach.left), right=_terms(breach.right))
    return element("span", text(_("应为 {figure}", figure=expected)), class_="expected", title=found)


def _terms(cells: Iterable[Cell]) -> str:
    values: list[int | Decimal] = [cell.value or 0 for cell in cells]
    return " + ".join(map(str, values))
