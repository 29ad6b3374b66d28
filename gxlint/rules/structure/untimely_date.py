"""成文日期早于报告年度结束，或者超过了发布期限。

## 说明
条例规定：县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交上一年度报告并向社会公布；
县级以上地方人民政府的报告在每年3月31日前公布。成文日期在报告年度结束以前的，全年数据还没有产生，一定有误。
乡镇、街道的期限由各地规定，这里只按3月31日检查。

## 示例

```markdown bad for=署名
青禾县云溪镇人民政府

2024年12月25日
```

```text expect
3:1-3:12 成文日期2024年12月25日早于2025年1月1日，2024年度的数据此时还不完整；请核对日期
```

```markdown good for=署名
青禾县云溪镇人民政府

2025年2月10日
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.agencies import Kind, Level, read_agency
from gxlint.prose.dates import WrittenDate
from gxlint.rule import rule
from gxlint.rules.citations import regulation


@rule(
    category="structure",
    severity=Severity.WARNING,
    severities=[Severity.ERROR],
    basis=[regulation("第四十九条")],
)
def check(report: DisclosureReport) -> Iterator[Finding]:
    written = report.signature.date
    days = _days(written) if written else None
    if written is None or days is None or report.year is None:
        return
    earliest, latest = days
    following = report.year + 1
    if latest < date(following, 1, 1):
        message = _(
            "成文日期{date}早于{year}年1月1日，{report_year}年度的数据此时还不完整；请核对日期",
            date=written.text.strip(),
            year=following,
            report_year=report.year,
        )
        yield Finding(written.span, message, severity=Severity.ERROR)
        return
    last = _deadline(report.agency, following)
    if earliest > last:
        message = _(
            "成文日期{date}超过了{year}年{month}月{day}日的发布期限；日期写错的请改正",
            date=written.text.strip(),
            year=last.year,
            month=last.month,
            day=last.day,
        )
        yield Finding(written.span, message)


def _days(written: WrittenDate) -> tuple[date, date] | None:
    """The first and the last day that a date may mean: one, or those of a month."""
    if written.date is not None:
        return written.date, written.date
    if written.year is None or written.month is None or written.day is not None or written.impossible:
        return None
    first, next_year, next_month = date(written.year, written.month, 1), *divmod(written.month, 12)
    return first, date(written.year + next_year, next_month + 1, 1) - timedelta(days=1)


def _deadline(agency: str, year: int) -> date:
    """Departments of a government at county level or above report by the end of January, others by that of March."""
    body = read_agency(agency)
    is_department = body.kind is Kind.DEPARTMENT and body.level is not Level.TOWNSHIP
    return date(year, 1, 31) if is_department else date(year, 3, 31)
