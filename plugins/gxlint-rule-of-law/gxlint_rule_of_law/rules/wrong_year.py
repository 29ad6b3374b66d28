"""标题、引言、小标题写的年份对不上。

## 说明
报告讲的是标题写明的那一年，安排讲的是下一年。照着去年的稿子改，引言的“现将2023年法治政府建设情况报告如下”、
小标题的“2024年工作安排”常常漏改。

小标题里同时写了两个年份的，以及写五年规划等时段的，不检查。正文里的年份由 `stale-year` 检查。

## 示例

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

现将2023年法治政府建设情况报告如下：

## 一、2023年推进法治政府建设的主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、存在的不足和原因

执法人员偏少，原因是持证考试通过率低。

## 三、2024年主要安排

组织持证考试考前培训。

青禾县云溪镇人民政府

2025年2月20日
```

```text expect
3:3-3:7 这里写2023年，报告的是2024年；请核对年份
  1:13-1:17 标题是2024年
5:6-5:10 这里写2023年，报告的是2024年；请核对年份
  1:13-1:17 标题是2024年
14:6-14:10 这里写2024年，下一年度的安排应是2025年；请核对年份
  1:13-1:17 标题是2024年
```

```markdown good in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

按照《法治政府建设实施纲要（2021—2025年）》，现将2024年法治政府建设情况报告如下：

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、2024年存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.text import Found, Pattern
from gxlint_rule_of_law.layout import PLANS
from gxlint_rule_of_law.report import RuleOfLawReport

_YEAR = Pattern(r"(?<![\d—\-至])(?P<year>20\d\d)(?=年(?!—|-|至|以来|起))")
_OPENING = Pattern(
    r"(?:现将|现就)[^，。；《》]{0,30}?(?P<year>20\d\d)年度?[^，。；《》]{0,20}情况[^，。；《》]{0,12}(?:报告|汇报|公布|公开)"
)


@rule(
    category="consistency",
    severity=Severity.WARNING,
    basis=[Citation("《党政机关公文处理工作条例》（中办发〔2012〕14号）", "第十九条")],
)
def check(report: RuleOfLawReport) -> Iterator[Finding]:
    title = report.title
    if title is None or title.year is None or report.year is None:
        return
    related = (Related(title.year.span, _("标题是{year}年", year=title.year.text)),)
    for found in report.preamble_prose.find(_OPENING):
        if int(found["year"]) != report.year:
            yield Finding(found.span_of("year"), _of_the_year(found["year"], report.year), related)
    for section in report.sections:
        named = list(section.title.find(_YEAR))
        covers = report.covers(section)
        if len(named) == 1 and len(covers) == 1:
            yield from _heading(named[0], report.year, related, is_plan=covers == (PLANS,))


def _heading(found: Found, year: int, related: tuple[Related, ...], *, is_plan: bool) -> Iterator[Finding]:
    written = found["year"]
    if is_plan and int(written) <= year:
        message = _("这里写{written}年，下一年度的安排应是{year}年；请核对年份", written=written, year=year + 1)
        yield Finding(found.span_of("year"), message, related)
    elif not is_plan and int(written) != year:
        yield Finding(found.span_of("year"), _of_the_year(written, year), related)


def _of_the_year(written: str, year: int) -> str:
    return _("这里写{written}年，报告的是{year}年；请核对年份", written=written, year=year)
