"""What a change has made worse in a draft; such changes are not made."""

from __future__ import annotations

from collections import Counter

from gxlint.engine import Result, Status
from gxlint.findings import Severity
from gxlint.form.figures import State
from gxlint.form.report import Report
from gxlint.i18n import _


def worsened(before: Result, after: Result, least: Severity) -> str:
    """What a change made worse; empty if nothing.

    Args:
        before: of linting the file as it was.
        after: of linting it with the change.
        least: findings of this severity and above count.
    """
    if harm := damage(before, after):
        return harm
    new = Counter(item.rule for item in after.diagnostics if item.severity >= least)
    new.subtract(Counter(item.rule for item in before.diagnostics if item.severity >= least))
    rules = [rule for rule, count in new.items() if count > 0]
    return _("修改后会出现新的问题：{rules}", rules=_("、").join(sorted(rules))) if rules else ""


def damage(before: Result, after: Result) -> str:
    """What can be read no more after a change; empty if everything can."""
    if after.status is not Status.LINTED or after.document is None or before.document is None:
        return _("修改后文件读不出来")
    if before.document.source.encoding != after.document.source.encoding:
        return _("修改后认不出文件的编码；请先另存为 UTF-8")
    if after.kind != before.kind or len(after.document.problems) > len(before.document.problems):
        return _("修改后文稿认不出来")
    if before.report is not None and after.report is not None and _losses(before.report, after.report):
        return _("修改后有的部分、表格或说明认不出来")
    return ""


def _losses(before: Report, after: Report) -> bool:
    """Whether something that could be read can be read no more: the title, sections, figures, statements."""

    def readable(report: Report) -> Counter[str]:
        count: Counter[str] = Counter(section.key for section in report.sections)
        count.update(name for name, statement in report.statements.items() if statement is not None)
        count["title"] = report.title is not None
        for table in report.tables:
            count[f"table {table.form.key}"] = sum(cell.state is State.READ for cell in table)
        return count

    return bool(readable(before) - readable(after))
