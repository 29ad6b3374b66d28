"""标题、引言、第一部分小标题写的年份不一致。

## 说明
一份年度报告只报告一个年度。标题是2024年，引言却写“现公布2023年政府信息公开工作年度报告”，或者小标题写“2023年工作情况”，
多半是照着去年的稿子改，漏改了年份。统计期限和第一部分都写另一个年份、只有标题不同的，提示在标题上。

讲计划、打算、下一步和工作重点的小标题可以写下一年度；与上年对比的小标题、书名号里的年份不提示。
统计期限本身的年份由 `wrong-reporting-period` 检查。

## 示例

```markdown bad in=引言
现将2023年政府信息公开工作年度报告公布如下。
```

```text expect
1:3-1:7 这里写2023年，报告的是2024年；请核对，改为同一年度
  「2024」 标题是2024年
```

```markdown bad in=一
### （六）2023年工作亮点

为行动不便的老年人提供上门查询服务。
```

```text expect
1:8-1:12 这里写2023年，报告的是2024年；请核对，改为同一年度
  「2024」 标题是2024年
```

```markdown bad for=标题 also=wrong-reporting-period,untimely-date
# 青禾县云溪镇人民政府2034年政府信息公开工作年度报告
```

```text expect
1:13-1:17 标题写2034年，统计期限和第一部分写的是2024年；请核对，改为同一年度
  「本报告所列数据的统计期限为2024年1月1日至2024年12月31日。」 统计期限是2024年
```

```markdown good in=一
### （六）2025年工作计划

继续办好政务公开专区。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Paragraph
from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.bearings import accumulates, compares, plans
from gxlint.prose.items import read_item
from gxlint.prose.phrases import has_any, wordlist
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.consistency._years import headings_of_overview, reported_year
from gxlint.text import Pattern, PlainText, Words

_YEAR = Pattern(r"(?<!\d)(?<!—)(?<!-)(?<!至)(?P<year>20\d\d)\s?(?=年(?!—|-|至|度?以来|起))")
_TOPIC = r"\s?年度?(?:全年)?(?:开展)?(?:政府|政务)?(?:信息)?公开(?:工作)?"
#: What the preamble calls the report, or says it tells of; the name of a notice on such reports is none of its own.
_OWN_NAME = Pattern(
    r"(?:现|特|编制|制作|公布|发布|(?<!信息)(?<!政务)公开|形成|完成)[^，。；》]{0,40}?"
    rf"(?P<name>20\d\d){_TOPIC}(?:年度)?(?:工作)?报告(?!》?[^，。；》]{{0,8}}(?:编制|通知|要求|格式))"
    rf"|(?:现将|现就|总结|报告)[^，。；《》]{{0,30}}?(?P<work>20\d\d){_TOPIC}(?:的?开展)?的?(?:有关|相关)?情况"
)
#: In section one only these say that the report itself is meant.
_PRESENTING = ("现", "特")
#: Headings on what is to come, or on what of another year was put right.
_OTHER_YEARS = wordlist("计划 打算 下一步 重点 展望 安排 思路 规划 目标 改进 措施 整改 反馈 评估 问题 回顾")


@rule(category="consistency", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    year = reported_year(report)
    if year is None:
        return
    yield from _title(report, year)
    yield from _preamble(report, year)
    for heading in headings_of_overview(report):
        yield from _heading(report, heading, year)


def _title(report: DisclosureReport, year: int) -> Iterator[Finding]:
    title, period = report.title, report.period
    if title and title.year and period and int(title.year.text) != year:
        message = _(
            "标题写{titled}年，统计期限和第一部分写的是{year}年；请核对，改为同一年度",
            titled=title.year.text,
            year=year,
        )
        yield Finding(title.year.span, message, (Related(period.span, _("统计期限是{year}年", year=year)),))


def _preamble(report: DisclosureReport, year: int) -> Iterator[Finding]:
    """The name that the preamble gives to the report itself, or section one where it does a preamble's work."""
    for plain in (report.preamble_prose, *_openings(report)):
        for found in plain.find(_OWN_NAME, near="20"):
            group = "name" if found["name"] else "work"
            presents = plain is report.preamble_prose or found.text.startswith(_PRESENTING)
            if presents and int(found[group]) != year:
                yield _finding(report, Words(found[group], found.span_of(group)), year)


def _openings(report: DisclosureReport) -> Iterator[PlainText]:
    """The paragraphs of section one before its first item."""
    overview = report.section("overview")
    for paragraph in overview.paragraphs if overview else ():
        if paragraph.level is not None or read_item(paragraph.plain) is not None:
            return
        yield paragraph.plain


def _heading(report: DisclosureReport, heading: Paragraph, year: int) -> Iterator[Finding]:
    text = heading.text
    if "20" not in text or has_any(text, _OTHER_YEARS) or compares(text) or plans(text) or accumulates(text):
        return
    named = [found for found in heading.plain.find(_YEAR) if found.before.count("《") == found.before.count("》")]
    if named and all(int(found["year"]) != year for found in named):
        yield _finding(report, Words(named[0]["year"], named[0].span_of("year")), year)


def _finding(report: DisclosureReport, written: Words, year: int) -> Finding:
    title = report.title
    related = (Related(title.year.span, _("标题是{year}年", year=title.year.text)),) if title and title.year else ()
    message = _("这里写{written}年，报告的是{year}年；请核对，改为同一年度", written=written.text, year=year)
    return Finding(written.span, message, related)
