"""统计表读不准，没法逐格核对。

## 说明
表格的行名缺失、某些行的数比栏数少、或者整张表被截断时，就无法确定哪个数属于哪一格。
这时只提示这一次，并停止核对拿不准的数；无论怎样理解都不成立的算式仍会报错。
请对照统一格式检查提示中说的行：补齐行名和缺的数，没有发生的填 0；从网页或 PDF 复制来的表，最好换用原始的 Word 表格。

## 示例

```markdown bad for=四 formats=markdown,docx reason="制表符分隔的行会补成空格，读作漏填"
| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 2 | 0 | 0 | 1 | 3 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 |
```

```text expect
「四、政府信息公开行政复议、行政诉讼情况」 表四读不准：表四应有 15 个数，实有 13 个。拿不准的数没有核对，请对照统一格式改好这张表
```

```markdown good in=四
| 2 | 0 | 0 | 1 | 3 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Table
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM

#: So many reasons are told; more do not help.
_REASONS = 3


@rule(category="document", severity=Severity.WARNING, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    for table in report.tables:
        if table.reasons:
            reasons = _("；").join(table.reasons[:_REASONS])
            message = _(
                "{table}读不准：{reasons}。拿不准的数没有核对，请对照统一格式改好这张表",
                table=table.form.name,
                reasons=reasons,
            )
            yield Finding(report.head_at(table.span), message)
    yield from _unrecognised(report)


def _unrecognised(report: DisclosureReport) -> Iterator[Finding]:
    """A section has some table, but not one in which the official one can be recognised."""
    present = {table.form.key for table in report.tables}
    for form in report.layout.tables:
        section = report.section(form.section)
        if form.key in present or section is None:
            continue
        table = next((block for block in section.blocks if isinstance(block, Table)), None)
        if table is not None:
            message = _("这里的表认不出是{table}（{title}），请按统一格式填写", table=form.name, title=form.title)
            yield Finding(section.head, message)
