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
    """For each figure that a finding says breaks a sum, a note for each figure that a sum wants there, by its place."""
    notes: dict[Span, dict[int | Decimal, list[str]]] = {}
    blamed = {diagnostic.span for diagnostic in diagnostics}
    for table in report.tables if report else ():
        for cell, breach in _blamed(table, blamed):
            formulas = notes.setdefault(cell.span, {}).setdefault(_expected(cell, breach), [])
            if (formula := _formula(breach)) not in formulas:
                formulas.append(formula)
    return {span: [_note(figure, formulas) for figure, formulas in found.items()] for span, found in notes.items()}


def _blamed(table: FormTable, blamed: set[Span | None]) -> Iterator[tuple[Cell, Breach]]:
    """The cells that findings stand on, with the identities that are broken there."""
    for kind in dict.fromkeys(identity.kind for identity in table.form.identities):
        for breach in table.breaches(kind):
            for cell in (breach.total, table.culprit(breach)):
                if cell is not None and cell.span in blamed and table[cell.key].state is State.READ:
                    yield cell, breach


def _expected(cell: Cell, breach: Breach) -> int | Decimal:
    """The figure with which the identity would hold, all others being right."""
    on_left = any(other.key == cell.key for other in breach.left)
    return (cell.value or 0) + (-breach.difference if on_left else breach.difference)


def _formula(breach: Breach) -> str:
    return _("{left} ≠ {right}", left=_terms(breach.left), right=_terms(breach.right))


def _terms(cells: Iterable[Cell]) -> str:
    values: list[int | Decimal] = [cell.value or 0 for cell in cells]
    return " + ".join(map(str, values))


def _note(figure: int | Decimal, formulas: Iterable[str]) -> Html:
    told = text(_("应为 {figure}", figure=figure))
    return element("span", told, class_="expected", title="\n".join(formulas))
