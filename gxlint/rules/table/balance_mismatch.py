"""表三的勾稽关系不成立：本年新收加上年结转，不等于办理结果总计加结转下年度。

## 说明
表三左上角印着：第一项加第二项之和，等于第三项加第四项之和。也就是说，每一列的
“一、本年新收”+“二、上年结转”必须等于“三、（七）总计”+“四、结转下年度继续办理”。
收进来的申请，要么当年办完，要么结转下年，不会多也不会少。请核对台账，找出填错的那个数。

## 示例

```markdown bad in=三
| 四、结转下年度继续办理 | | | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
```

```text expect
1:21-1:22 “四、结转下年度继续办理”行“自然人”：本年新收 11 + 上年结转 2 = 13，总计 11 + 结转下年度 3 = 14，两边应相等，前者少 1
  「11」 “一、本年新收政府信息公开申请数量”行“自然人”：11
  「2」 “二、上年结转政府信息公开申请数量”行“自然人”：2
  「11」 “（七）总计”行“自然人”：11
1:45-1:46 “四、结转下年度继续办理”行“总计”：本年新收 15 + 上年结转 2 = 17，总计 15 + 结转下年度 3 = 18，两边应相等，前者少 1
  「15」 “一、本年新收政府信息公开申请数量”行“总计”：15
  「2」 “二、上年结转政府信息公开申请数量”行“总计”：2
  「15」 “（七）总计”行“总计”：15
```

```markdown good in=三
| 四、结转下年度继续办理 | | | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.table._sums import difference_of, name_of, parts_of


@rule(category="table", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    table = report.applications
    if table is None:
        return
    for breach in table.breaches("balance"):
        cell = table.culprit(breach) or breach.total
        new, carried_in = breach.left
        total, carried_out = breach.right
        message = _(
            "{place}：本年新收 {new} + 上年结转 {carried_in} = {left}，"
            "总计 {total} + 结转下年度 {carried_out} = {right}，两边应相等，前者{difference}",
            place=name_of(table, cell),
            new=new.value,
            carried_in=carried_in.value,
            left=breach.found,
            total=total.value,
            carried_out=carried_out.value,
            right=breach.expected,
            difference=difference_of(breach.difference),
        )
        others = tuple(other for other in (*breach.left, *breach.right) if other.key != cell.key)
        yield Finding(cell.span, message, parts_of(table, others))
