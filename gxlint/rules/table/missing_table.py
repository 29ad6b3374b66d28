"""缺少规定的统计表。

## 说明
年度报告第二、三、四部分各有一张统一格式的统计表：第二部分是主动公开政府信息情况表，第三部分是收到和处理政府信息公开申请情况表，
第四部分是行政复议、行政诉讼情况表。即使全年没有发生，也要把表附上，各格填 0，不能只写“无”或一句话带过。

## 示例

```markdown bad for=四
本年度没有因政府信息公开引起的行政复议和行政诉讼。
```

```text expect
「四、政府信息公开行政复议、行政诉讼情况」 缺少统计表：表四（政府信息公开行政复议、行政诉讼情况）。请按统一格式补上，没有发生的填 0
```

```markdown good in=四
以上为全年数据。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Picture, Table
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.layout import TableForm
from gxlint.form.report import Section
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation


@rule(category="table", severity=Severity.ERROR, basis=[FORM, regulation("第五十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    absent = [pair for pair in _absent(report) if not _has_something(pair[1])]
    if not absent:
        return
    names = _("、").join([_("{table}（{title}）", table=form.name, title=form.title) for form, _section in absent])
    message = _("缺少统计表：{names}。请按统一格式补上，没有发生的填 0", names=names)
    yield Finding(absent[0][1].head, message)


def _absent(report: DisclosureReport) -> Iterator[tuple[TableForm, Section]]:
    """Tables that the draft lacks although it has their section; a section that lacks is another rule's finding."""
    present = {table.form.key for table in report.tables}
    for form in report.layout.tables:
        section = report.section(form.section)
        if form.key not in present and section is not None:
            yield form, section


def _has_something(section: Section) -> bool:
    """Whether a picture or a table that could not be recognised stands in the table's place."""
    return any(isinstance(block, Table | Picture) for block in section.blocks)
