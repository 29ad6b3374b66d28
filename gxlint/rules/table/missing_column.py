"""统计表缺少规定的栏。

## 说明
统计表有哪些栏由统一格式规定，一栏也不能少。常见的是转换或裁剪时丢了“总计”栏，或者把五类“法人或其他组织”并成了一栏。
每张表只提示一次，列出所缺的全部栏。请换用完整的表格，重新填写。

## 示例

```markdown bad for=二
| 第二十条第（一）项 | | |
| --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 |
| 规章 | 0 | 0 |
| 行政规范性文件 | 2 | 1 |
| 第二十条第（五）项 | | |
| 信息内容 | 本年处理决定数量 | |
| 行政许可 | 146 | |
| 第二十条第（六）项 | | |
| 信息内容 | 本年处理决定数量 | |
| 行政处罚 | 8 | |
| 行政强制 | 2 | |
| 第二十条第（八）项 | | |
| 信息内容 | 本年收费金额（单位：万元） | |
| 行政事业性收费 | 0 | |
```

```text expect
3:19-3:25 表二缺少“现行有效件数”栏，请换用完整的统一格式
```

```markdown good in=二
| 行政规范性文件 | 2 | 1 | 9 |
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
from gxlint.text import Span


@rule(category="table", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    for table in report.tables:
        if table.missing_columns:
            columns = _("、").join([f"“{_name(table, key)}”" for key in table.missing_columns])
            message = _("{table}缺少{columns}栏，请换用完整的统一格式", table=table.form.name, columns=columns)
            yield Finding(_place(report, table), message)


def _name(table: FormTable, key: Key) -> str:
    """The column's label, behind that of the row where other rows have the column."""
    label = table.form.column(key.column).label
    return f"{table.form.row(key.row).full_label} {label}" if key.row else label


def _place(report: DisclosureReport, table: FormTable) -> Span:
    """The label that the first one stands under or the column left of it, else the heading of the section."""
    row, column = table.missing_columns[0]
    keys = [each.key for each in table.form.columns]
    beside = (row,) if row else keys[: keys.index(column)]
    labels = {label.key: label.span for label in (*table.column_labels, *table.group_labels)}
    near = [labels[key] for key in beside if key in labels]
    return near[-1] if near else report.head_at(table.span)
