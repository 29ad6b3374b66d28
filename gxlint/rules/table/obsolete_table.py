"""2021年及以后的报告用了2019年的旧表格。

## 说明
2021年起统一格式作了修改：第二部分的表改为填“本年制发件数、本年废止件数、现行有效件数”“本年处理决定数量”“本年收费金额”，
取消了“本年新制作数量”“本年新公开数量”“对外公开总数量”“上一年项目数量”“本年增/减”和政府集中采购；
第三部分的“（六）其他处理”由一行分为三行。出现旧表格的栏目名就说明整张表要换，请下载国办公开办函〔2021〕30号所附的新表重新填写。
2020年及以前的报告不受影响。

## 示例

```markdown bad for=二
| 第二十条第（一）项 | | | |
| --- | --- | --- | --- |
| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
| 规章 | 0 | 0 | 0 |
| 规范性文件 | 2 | 2 | 9 |
| 第二十条第（五）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 12 | 0 | 146 |
| 其他对外管理服务事项 | 3 | 0 | 20 |
| 第二十条第（六）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政处罚 | 15 | 0 | 8 |
| 行政强制 | 4 | 0 | 2 |
| 第二十条第（八）项 | | | |
| 信息内容 | 上一年项目数量 | 本年增/减 | |
| 行政事业性收费 | 0 | 0 | |
| 第二十条第（九）项 | | | |
| 信息内容 | 采购项目数量 | 采购总金额 | |
| 政府集中采购 | 1 | 20.5 | |
```

```text expect
3:10-3:17 表二用的是2019年的旧格式，2024年的报告应使用国办公开办函〔2021〕30号所附的新表
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
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Span

_SINCE = 2021


@rule(category="table", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    if report.year is None or report.year < _SINCE:
        return
    for table in report.tables:
        if table.form.edition < _SINCE and table.form.key != "disputes":
            message = _(
                "{table}用的是2019年的旧格式，{year}年的报告应使用国办公开办函〔2021〕30号所附的新表",
                table=table.form.name,
                year=report.year,
            )
            yield Finding(_marker(table), message)


def _marker(table: FormTable) -> Span:
    """The first label that only the old form has."""
    keys = {"produced", "newly_published", "published_total", "previous_items", "change", "other_services", "other"}
    labels = sorted((*table.column_labels, *table.row_labels), key=lambda label: label.span)
    return next((label.span for label in labels if label.key in keys and _is_old(table, label.key)), table.span)


def _is_old(table: FormTable, key: str) -> bool:
    """Of these keys, "other" alone is also a column of the new edition."""
    return key != "other" or any(row.key == "other" for row in table.form.rows)
