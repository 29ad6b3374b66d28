"""“现行有效件数”与上年现行有效、本年制发、本年废止对不上。

## 说明
本年现行有效件数一般等于上年现行有效件数，加本年制发件数，减本年废止件数。对不上多半是有一个数填错，或者上年、本年的
口径不同；有文件自动失效、宣布失效的，请在正文里说明。

上年的报告由设置指定，或者放在同一文件夹里自动找到；找不到就不检查。

## 示例

```markdown bad in=二
| 行政规范性文件 | 2 | 1 | 12 |
```

```text expect
1:21-1:23 现行有效填的是 12；上年报告为 8，加本年制发 2，减本年废止 1，应为 9。有文件失效的请在正文说明
  1:13-1:14 表二 行政规范性文件 本年制发件数：2
  1:17-1:18 表二 行政规范性文件 本年废止件数：1
```

```markdown previous in=二
| 行政规范性文件 | 0 | 0 | 8 |
```

```markdown good in=二
| 行政规范性文件 | 2 | 1 | 9 |
```

```markdown previous in=二
| 行政规范性文件 | 0 | 0 | 8 |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import FormTable
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.rules.consistency._previous import previous_of

_ROWS = ("rules", "normative_documents")
_COLUMNS = ("issued", "repealed", "effective")


@rule(category="consistency", severity=Severity.WARNING, basis=[FORM, regulation("第二十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    previous = previous_of(report)
    if previous is None or previous.disclosure is None or report.disclosure is None:
        return
    for row in _ROWS:
        before = _value(previous.disclosure, row, "effective")
        now = [_value(report.disclosure, row, column) for column in _COLUMNS]
        if before is not None and None not in now:
            yield from _compare(report.disclosure, row, before)


def _compare(table: FormTable, row: str, before: int) -> Iterator[Finding]:
    issued, repealed, effective = (table[row, column] for column in _COLUMNS)
    expected = before + (issued.value or 0) - (repealed.value or 0)
    if effective.value == expected:
        return
    message = _(
        "现行有效填的是 {found}；上年报告为 {before}，加本年制发 {issued}，减本年废止 {repealed}，应为 {expected}。"
        "有文件失效的请在正文说明",
        found=effective.value,
        before=before,
        issued=issued.value,
        repealed=repealed.value,
        expected=expected,
    )
    related = tuple(
        Related(cell.span, _("{place}：{value}", place=table.form.label(cell.key), value=cell.value))
        for cell in (issued, repealed)
    )
    yield Finding(effective.span, message, related)


def _value(table: FormTable, row: str, column: str) -> int | None:
    """The figure; ``None`` where it was not read, or where the edition of 2019 has no such column."""
    if column not in table.form.row(row).columns:
        return None
    value = table.value(row, column)
    return None if value is None else int(value)
