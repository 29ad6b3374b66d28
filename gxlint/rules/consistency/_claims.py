"""What the text claims of cells of a table, and the finding where the table says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gxlint.findings import Finding, Related, Severity
from gxlint.form.figures import FormTable, State
from gxlint.form.layout import Key
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.rules.consistency._figures import Said, is_of_the_report, is_wide


class Sum(NamedTuple):
    """What a figure may be: cells added up, others taken off."""

    keys: tuple[Key, ...]
    less: tuple[Key, ...] = ()


class Claim(NamedTuple):
    """A figure of the text that must be the sum of certain cells."""

    said: Said
    name: str
    """What is counted, for the message: 收到申请."""
    alternatives: tuple[Sum, ...]
    """Sums that it may be, the likeliest first: the words leave open whether applications carried over count."""


def rows_of(table: FormTable, group: str, column: str = "total") -> tuple[Key, ...]:
    """The cells of the row *group*, or of the rows under it (``denied.1``, ``denied.2`` …), in a column."""
    rows = [row.key for row in table.form.rows if row.key == group or row.key.startswith(group + ".")]
    return tuple([Key(row, column) for row in rows])


def contradictions(report: Report, table: FormTable, claims: Iterable[Claim]) -> Iterator[Finding]:
    """A finding for each claim that the table contradicts under every reading of the words.

    Where one figure of several about the same thing fits the table, figures of another scope (全县 against 县本级) are
    none of its business.
    """
    judged = [(claim, _holds(table, claim)) for claim in claims]
    broken = [claim for claim, holds in judged if holds is False and is_of_the_report(claim.said, report)]
    if not broken:
        return
    fitting = {(claim.name, is_wide(claim.said, report)) for claim, holds in judged if holds}
    for claim in broken:
        wide = is_wide(claim.said, report)
        if (claim.name, not wide) not in fitting and (not wide or (claim.name, wide) not in fitting):
            yield _finding(table, claim, wide=wide)


def _holds(table: FormTable, claim: Claim) -> bool | None:
    """Whether the claim is true; ``None`` where the table cannot tell."""
    verdicts = [_equals(table, sums, claim.said.value) for sums in claim.alternatives]
    if True in verdicts:
        return True
    return None if None in verdicts else False


def _equals(table: FormTable, sums: Sum, value: int) -> bool | None:
    total, less = table.total(sums.keys), table.total(sums.less)
    if total is not None and less is not None:
        return total - less == value
    return False if not sums.less and sum(table[key].value or 0 for key in sums.keys) > value else None


def _finding(table: FormTable, claim: Claim, *, wide: bool) -> Finding:
    said, keys = claim.said, claim.alternatives[0].keys
    facts = {
        "name": claim.name,
        "found": f"{said.value}{said.unit}",
        "place": _place(table, keys),
        "expected": sum(table[key].value or 0 for key in keys),
    }
    if said.verb is None:
        message = _("正文写{name} {found}，{place}为 {expected}；请核对后改为一致", **facts)
    else:
        message = _("正文说没有{name}，{place}却为 {expected}；请核对后改为一致", **facts)
    severity = Severity.WARNING if wide else None
    return Finding(said.span, message, tuple(_related(table, keys)), severity=severity)


def _place(table: FormTable, keys: Sequence[Key]) -> str:
    """Where a person finds the cells: one by its name, several by what they have in common."""
    if len(keys) == 1:
        return table.form.label(keys[0])
    rows = list(dict.fromkeys(table.form.row(key.row) for key in keys))
    if len(rows) == 1:
        labels = [rows[0].label, _("、").join(table.form.column(key.column).label for key in keys)]
    elif rows[0].groups and rows == [row for row in table.form.rows if row.groups == rows[0].groups]:
        labels = [rows[0].groups[-1]]
    else:
        labels = [_("、").join(row.full_label if table.form.side_by_side else row.label for row in rows)]
    return _("{table} {cells}合计", table=table.form.name, cells=" ".join(labels))


def _related(table: FormTable, keys: Sequence[Key]) -> Iterator[Related]:
    """The cells with their figures; of several, those that are not 0."""
    cells = [table[key] for key in keys if table[key].state is State.READ]
    for cell in [cell for cell in cells if cell.value] or cells[:1]:
        yield Related(cell.span, _("{place}：{value}", place=table.form.label(cell.key), value=cell.value))
