"""表格的行名或栏名与规定格式不一致。

## 说明
统计表的行名、栏名由统一格式规定，不能自行改动：常见的是把“行政规范性文件”写成旧格式的“规范性文件”，
把“社会公益组织”写成“社会组织”。空格、换行、全角半角的差别不算。

自动修改（需确认）：改为规定的名称。如果表格整张用的是旧格式，请换用新表，不要只改名称。

## 示例

```markdown bad for=二
| 第二十条第（一）项 | | | |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 规范性文件 | 2 | 1 | 9 |
| 第二十条第（五）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政许可 | 146 | | |
| 第二十条第（六）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政处罚 | 8 | | |
| 行政强制 | 2 | | |
| 第二十条第（八）项 | | | |
| 信息内容 | 本年收费金额（单位：万元） | | |
| 行政事业性收费 | 0 | | |
```

```text expect
5:3-5:8 “规范性文件”应为“行政规范性文件”
```

```markdown fixed
| 第二十条第（一）项 | | | |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 2 | 1 | 9 |
| 第二十条第（五）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政许可 | 146 | | |
| 第二十条第（六）项 | | | |
| 信息内容 | 本年处理决定数量 | | |
| 行政处罚 | 8 | | |
| 行政强制 | 2 | | |
| 第二十条第（八）项 | | | |
| 信息内容 | 本年收费金额（单位：万元） | | |
| 行政事业性收费 | 0 | | |
```

```markdown good in=二
| 行政 规范性文件 | 2 | 1 | 9 |
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import Label
from gxlint.form.labels import core, normal
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Pattern

_REMARK = Pattern(r"[（(].*?[）)]")


@rule(category="table", severity=Severity.WARNING, fix=Safety.UNSAFE, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    for table in report.tables:
        for label in (*table.column_labels, *table.group_labels, *table.row_labels):
            if not _agrees(label):
                message = _("“{text}”应为“{official}”", text=label.text, official=label.official)
                fix = Fix.replace(label.span, label.official, _("改为“{official}”", official=label.official))
                yield Finding(label.span, message, fixes=(fix,))


def _agrees(label: Label) -> bool:
    """Whether a label says what the form says, numbers and remarks in brackets aside."""
    return core(normal(label.text)) in _accepted(label.official)


@lru_cache(maxsize=256)
def _accepted(official: str) -> frozenset[str]:
    bare = _REMARK.sub("", official[1:])  # the bracket that opens a number is no remark
    return frozenset(core(normal(label)) for label in (official, official[0] + bare, bare))
