"""统计期限不是报告年度的1月1日至12月31日。

## 说明
年度报告报告上一年度全年的情况（《条例》第四十九条），统计期限只能是这一年的1月1日至12月31日。常见的错误有：照抄去年的年份，
把12月31日写成12月30日，起日和止日颠倒，写了不存在的日期（2月30日、13月），漏写“日”字（12月31止）。

止日不写年份、用“—”连接、按月写（1月至12月）、只写年度（统计期限为2024年度）都可以。网页转换中丢掉的“年”“月”不提示。

## 示例

```markdown bad for=引言
根据《中华人民共和国政府信息公开条例》编制本报告。统计期限自2024年1月1日起至2024年12月30日止。联系电话：0955-4741110。
```

```text expect
1:42-1:53 统计期限的止日写的是“2024年12月30日”，应为2024年12月31日
```

```markdown bad for=引言
根据《中华人民共和国政府信息公开条例》编制本报告。统计期限为2024年12月31日至2024年1月1日。联系电话：0955-4741110。
```

```text expect
1:31-1:52 统计期限应为2024年1月1日至2024年12月31日
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》编制本报告。报告中的数据，统计时限自2024年1月1日起至12月31日止。联系电话：0955-4741110。
```

```markdown good in=一
2024年3月1日至3月31日开展政务公开宣传月活动，发放资料报告单120份。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Period
from gxlint.i18n import _
from gxlint.prose.dates import WrittenDate
from gxlint.rule import rule
from gxlint.rules.citations import regulation
from gxlint.rules.consistency._years import reported_year

_FIRST, _LAST = (1, 1), (12, 31)


@rule(category="statement", severity=Severity.ERROR, basis=[regulation("第四十九条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    period = report.period
    if period is None:
        return
    broken = list(_broken(period))
    yield from broken or _wrong(report, period)


def _broken(period: Period) -> Iterator[Finding]:
    """Dates that do not exist or are not written out."""
    for date in (period.first, period.last):
        if date is None:
            continue
        if date.impossible:
            yield Finding(date.span, _("统计期限中的“{date}”不存在，请核对日期", date=date.text))
        elif date.clipped:
            yield Finding(date.span, _("统计期限中的“{date}”漏了“日”，应写“{date}日”", date=date.text))


def _wrong(report: DisclosureReport, period: Period) -> Iterator[Finding]:
    first, last = period.first, period.last
    year = reported_year(report) or (first and first.year) or (last and last.year) or None
    wrong_first = first is not None and _differs(first, year, _FIRST)
    wrong_last = last is not None and last is not first and _differs(last, year, _LAST)
    start, end = _day(year, _FIRST), _day(year, _LAST)
    if first and last and wrong_first and wrong_last:
        message = _("统计期限应为{start}至{end}", start=start, end=end)
        yield Finding(first.span.cover(last.span), message, _titled(report, year, first))
    elif first and wrong_first:
        message = (
            _("统计期限的起日写的是“{found}”，应为{day}", found=first.text, day=start)
            if first.month
            else _("统计期限写的是“{found}”，应为{year}年", found=first.text, year=year)
        )
        yield Finding(first.span, message, _titled(report, year, first))
    elif last and wrong_last:
        message = _("统计期限的止日写的是“{found}”，应为{day}", found=last.text, day=end)
        yield Finding(last.span, message, _titled(report, year, last))


def _differs(date: WrittenDate, year: int | None, day: tuple[int, int]) -> bool:
    """Whether a date certainly is not that day of the year; a part that it leaves out cannot differ."""
    parts = zip((date.year, date.month, date.day), (year, *day), strict=True)
    return any(part is not None and right is not None and part != right for part, right in parts)


def _day(year: int | None, day: tuple[int, int]) -> str:
    month, number = day
    if year is None:
        return _("{month}月{day}日", month=month, day=number)
    return _("{year}年{month}月{day}日", year=year, month=month, day=number)


def _titled(report: DisclosureReport, year: int | None, date: WrittenDate) -> tuple[Related, ...]:
    """The year in the title, where it is the right one and the date has another."""
    title = report.title
    if title is None or title.year is None or int(title.year.text) != year or date.year in (None, year):
        return ()
    return (Related(title.year.span, _("标题中的年份是{year}年", year=year)),)
