"""表格里有该填的数没有填。

## 说明
统计表每一格都要填数，没有发生的填 0，不要留空：留空会让人分不清是“没有”还是“漏填”，汇总系统也会退回。
同一行相邻的几个空格合并为一条提示。2019年旧格式的表不作此要求。

自动修改（需确认）：在空格中填 0。确实没有发生才能填 0，请先核对。

## 示例

```markdown bad in=二
| 行政强制 | | | |
```

```text expect
1:10-1:10 “第二十条第（六）项 行政强制”行的“本年处理决定数量”没有填，没有发生的请填 0
```

```markdown fixed
| 行政强制 | 0| | |
```

```markdown good in=二
| 行政强制 | 0 | | |
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import Cell, FormTable, State
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.table._sums import quoted


@rule(category="table", severity=Severity.WARNING, fix=Safety.UNSAFE, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    for table in report.tables:
        if table.form.edition < 2021:
            continue
        for row in table.form.rows:
            for blank, cells in groupby(table.row(row.key), key=lambda cell: cell.state is State.BLANK):
                if blank:
                    yield _finding(table, list(cells))


def _finding(table: FormTable, cells: Sequence[Cell]) -> Finding:
    row = table.form.row(cells[0].key.row)
    columns = _("、").join([table.form.column(cell.key.column).label for cell in cells])
    message = _("“{row}”行的“{columns}”没有填，没有发生的请填 0", row=quoted(row.full_label), columns=columns)
    span = cells[0].span.cover(cells[-1].span)
    places = {cell.span for cell in cells}
    if len(places) < len(cells):  # loose lines keep no place for a blank
        return Finding(span, message)
    fix = Fix(_("填 0"), tuple([Edit(cell.span, "0") for cell in cells]), Safety.UNSAFE)
    return Finding(span, message, fixes=(fix,))
