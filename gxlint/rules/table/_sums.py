"""What the rules on sums share: how a broken identity is told to the writer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxlint.findings import Edit, Finding, Fix, Related, Safety
from gxlint.form.figures import Breach, Cell, FormTable, State
from gxlint.form.report import Report
from gxlint.i18n import _

_INNER = str.maketrans("“”", "‘’")


def sum_findings(report: Report, kind: str) -> Iterator[Finding]:
    """A finding for each total that certainly differs from its parts."""
    for table in report.tables:
        for breach in table.breaches(kind):
            yield _finding(table, breach)


def _finding(table: FormTable, breach: Breach) -> Finding:
    message = _(
        "{place}填的是 {found}，各项相加为 {expected}，{difference}",
        place=name_of(table, breach.total),
        found=breach.found,
        expected=breach.expected,
        difference=difference_of(breach.difference),
    )
    message += _note(table, breach)
    return Finding(breach.total.span, message, parts_of(table, breach.right), tuple(_fixes(table, breach)))


def difference_of(difference: int | Decimal) -> str:
    """多 2 or 少 2."""
    return _("多 {n}", n=difference) if difference > 0 else _("少 {n}", n=-difference)


def name_of(table: FormTable, cell: Cell) -> str:
    """The cell's row and column, or its row alone where the column is not certain."""
    row = quoted(table.form.row(cell.key.row).label)
    if table[cell.key].state is State.DOUBTFUL:
        return _("“{row}”行", row=row)
    return _("“{row}”行“{column}”", row=row, column=table.form.column(cell.key.column).label)


def quoted(label: str) -> str:
    """A label as it stands within quotation marks: its own are inner ones there."""
    return label.translate(_INNER)


def parts_of(table: FormTable, cells: tuple[Cell, ...]) -> tuple[Related, ...]:
    """Each part with its place and its figure; those that add nothing come last, for a list may be cut short."""
    known = [cell for cell in cells if cell.state is State.READ]
    return tuple(
        [
            Related(cell.span, _("{place}：{value}", place=name_of(table, cell), value=cell.value))
            for cell in sorted(known, key=lambda cell: not cell.value)
        ]
    )


def _note(table: FormTable, breach: Breach) -> str:
    """Where another identity breaks at the same cell, that cell is probably the wrong one."""
    culprit = table.culprit(breach)
    if culprit is None:
        return ""
    if culprit.key == breach.total.key:
        return _("；另一处算式也因这个数不平，很可能就是它填错")
    return _(
        "；另一处算式也因{place}的 {value} 不平，很可能是这个数填错", place=name_of(table, culprit), value=culprit.value
    )


def _fixes(table: FormTable, breach: Breach) -> Iterator[Fix]:
    """The cell that other breaches point at, corrected; else the total, set to the sum of its parts."""
    if table[breach.total.key].state is State.DOUBTFUL:
        return
    culprit = table.culprit(breach) or breach.total
    is_total = culprit.key == breach.total.key
    value = breach.expected if is_total else (culprit.value or 0) + breach.difference
    if value < 0:
        return
    title = _("把{place}改为 {value}", place=name_of(table, culprit), value=value)
    yield Fix(title, (Edit(culprit.span, str(value)),), Safety.UNSAFE)
