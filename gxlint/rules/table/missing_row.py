"""统计表缺少规定的行。

## 说明
统计表有哪些行由统一格式规定，一行也不能删，没有发生的填 0。常见的是整段复制时漏了行，或者把几行并成了一行。
每张表只提示一次，列出所缺的全部行。

## 示例

```markdown bad for=二
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
| 第二十条第（八）项 | | | |
| 信息内容 | 本年收费金额（单位：万元） | | |
| 行政事业性收费 | 0 | | |
```

```text expect
11:3-11:7 表二缺少“第二十条第（六）项 行政强制”，请按统一格式补上，没有发生的填 0
```

```markdown good in=二
| 行政强制 | 2 | | |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import FormTable
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.table._sums import quoted
from gxlint.text import Span


@rule(category="table", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    for table in report.tables:
        if table.missing_rows:
            rows = _("、").join([f"“{quoted(table.form.row(key).full_label)}”" for key in table.missing_rows])
            message = _("{table}缺少{rows}，请按统一格式补上，没有发生的填 0", table=table.form.name, rows=rows)
            yield Finding(_place(report, table), message)


def _place(report: DisclosureReport, table: FormTable) -> Span:
    """The row above the first one that lacks, else the heading of the section."""
    order = [row.key for row in table.form.rows]
    first = order.index(table.missing_rows[0])
    labels = {label.key: label.span for label in table.row_labels}
    above = [labels[key] for key in order[:first] if key in labels]
    return above[-1] if above else report.head_at(table.span)
