"""正文说收取了信息处理费，表二的“行政事业性收费”却没有计入。

## 说明
信息处理费属于行政事业性收费。第六部分写收取了信息处理费的，表二“行政事业性收费”的本年收费金额应不少于这个数。
注意单位：正文通常用元，表二用万元，380元应填0.038。

## 示例

```markdown bad for=六
2024年，本机关依法收取信息处理费380元。
```

```text expect
1:19-1:22 信息处理费 380 元应计入表二行政事业性收费（0.038 万元），表二填的是 0
  「0」 表二行政事业性收费：0 万元
```

```markdown good for=六
2024年，本机关未收取信息处理费。
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import Cell
from gxlint.form.statements.fee import fee_amount
from gxlint.i18n import _
from gxlint.prose.clauses import read_prose
from gxlint.prose.counts import find_counts
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Span

_YUAN_IN_UNIT = 10_000


@rule(category="consistency", severity=Severity.INFO, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    cell = _booked(report)
    amount = fee_amount(report.fee.text) if report.fee else None
    if report.fee is None or cell is None or cell.value is None or not amount:
        return
    if cell.value * _YUAN_IN_UNIT >= amount:
        return
    due = (Decimal(amount) / _YUAN_IN_UNIT).normalize()
    message = _(
        "信息处理费 {amount} 元应计入表二行政事业性收费（{due:f} 万元），表二填的是 {booked}",
        amount=amount,
        due=due,
        booked=cell.value,
    )
    related = (Related(cell.span, _("表二行政事业性收费：{value} 万元", value=cell.value)),)
    yield Finding(_place(report, report.fee.span, amount), message, related)


def _booked(report: DisclosureReport) -> Cell | None:
    """The cell of fees collected; the edition of 2019 has none."""
    table = report.disclosure
    if table is None or "amount" not in table.form.row("fees").columns:
        return None
    return table["fees", "amount"]


def _place(report: DisclosureReport, statement: Span, amount: Decimal) -> Span:
    """The number in the statement; all of it where the number is written in some other way."""
    prose = read_prose(report.document.prose)
    spans = [
        prose.span(count.start, count.end)
        for count in find_counts(prose)
        if count.unit == "元" and count.value == amount
    ]
    return next((span for span in spans if statement.contains(span)), statement)
