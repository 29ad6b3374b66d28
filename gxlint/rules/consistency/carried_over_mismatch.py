"""“上年结转”与上年报告的“结转下年度继续办理”不一致。

## 说明
上年没有办完的申请，结转到今年继续办：本年表三“二、上年结转政府信息公开申请数量”应等于上年报告表三
“四、结转下年度继续办理”。总计对不上的是错误；总计相同、个别申请人一栏不同的，可能是改过申请人类型，作提醒。

上年的报告由设置指定，或者放在同一文件夹里自动找到；找不到就不检查。

## 示例

```markdown bad in=三
| 二、上年结转政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
```

```text expect
1:50-1:51 上年结转填的是 2，上年报告表三 四、结转下年度继续办理 总计为 4；请核对
```

```markdown previous in=三
| 四、结转下年度继续办理 | | | 3 | 0 | 0 | 0 | 0 | 1 | 4 |
```

```markdown bad in=三
| 二、上年结转政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
```

```text expect
1:26-1:27 上年结转填的是 2，上年报告表三 四、结转下年度继续办理 自然人为 1；请核对
1:30-1:31 上年结转填的是 0，上年报告表三 四、结转下年度继续办理 商业企业为 1；请核对
```

```markdown previous in=三
| 四、结转下年度继续办理 | | | 1 | 1 | 0 | 0 | 0 | 0 | 2 |
```

```markdown good in=三
| 二、上年结转政府信息公开申请数量 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
```

```markdown previous in=三
| 四、结转下年度继续办理 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import FormTable
from gxlint.form.layout import Key
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.consistency._previous import previous_of


@rule(category="consistency", severity=Severity.ERROR, basis=[FORM], severities=[Severity.WARNING])
def check(report: DisclosureReport) -> Iterator[Finding]:
    previous = previous_of(report)
    if previous is None or previous.applications is None or report.applications is None:
        return
    table = report.applications
    total = _difference(table, previous.applications, "total")
    if total:
        yield total
        return
    for column in table.form.columns:
        found = _difference(table, previous.applications, column.key)
        if found:
            yield found._replace(severity=Severity.WARNING)


def _difference(table: FormTable, before: FormTable, column: str) -> Finding | None:
    """The finding for a column in which the two figures differ, both read with certainty."""
    cell, left = table["carried_in", column], before["carried_out", column]
    if cell.value is None or left.value is None or cell.value == left.value:
        return None
    message = _(
        "上年结转填的是 {found}，上年报告{place}为 {expected}；请核对",
        found=cell.value,
        place=before.form.label(Key("carried_out", column)),
        expected=left.value,
    )
    return Finding(cell.span, message)
