"""写总结的句子里留着上一年度的年份。

## 说明
照着去年的报告改稿，常把“2023年，我镇共公开……”“截至2023年12月31日……”留在2024年的报告里。句子以上一年度开头、讲的是
工作或数字，就提示改为报告年度；改之前请先看数字是不是也没有更新。

与上年对比、自某年以来、累计、结转、计划，同一句里也写了报告年度，以及文件名称、决算、考核、评估等本来就属于上一年度的
事情，都不提示。

## 示例

```markdown bad in=一
2023年，我镇通过公示栏公开信息35条。
```

```text expect
1:1-1:5 报告的是2024年，这里写的是2023年；请核对数字是否已更新，并改正年份
  「2024」 标题是2024年
```

```markdown fixed
2024年，我镇通过公示栏公开信息35条。
```

```markdown bad in=一
截至2023年12月31日，共发布政策解读6篇。
```

```text expect
1:3-1:7 报告的是2024年，这里写的是2023年；请核对数字是否已更新，并改正年份
  「2024」 标题是2024年
```

```markdown fixed
截至2024年12月31日，共发布政策解读6篇。
```

```markdown good in=一
较2023年增加公开信息12条。2023年度部门决算已在门户网站公开。2023年设立的查阅点继续开放，2024年新设1处。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Fix, Related, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.bearings import accumulates, compares, plans, years
from gxlint.prose.clauses import Clause, Sentence, read_prose
from gxlint.prose.phrases import has_any, wordlist
from gxlint.rule import rule
from gxlint.rules.citations import regulation
from gxlint.rules.consistency._years import reported_year
from gxlint.text import Pattern, Span

#: A year that opens a clause, and after it what shows that the clause reports: the body, a pause, a verb, a count.
_OPENING = Pattern(
    r"^(?:[一二三四五六七八九十]是|[（(][^（）()]{1,3}[）)]|\d{1,2}[.．、]|[一-鿿、，]{0,12}[：:。]|在|截[至止]到?|[我本][局委办厅镇乡县区市省州院]|我?街道)*"
    r"(?P<year>20\d{2})年(?:度|全年|底|末|12月31日止?|12月底?|期间|来|中|里)*"
    r"(?P<rest>$|[我本全共未无没]|累计|[一-鿿]{2,12}?(?:人民政府|政府|街道|[局委办厅镇乡])|(?:主动|依法|通过|公开|发布|收到|受理|开展|组织|召开|办理|制定|新增|严格|认真|按照|紧紧|持续))"
)
_REPORTS = wordlist(
    "公开 发布 收到 接到 受理 答复 开展 组织 召开 办理 制定 制发 印发 推进 落实 坚持 围绕 严格 认真 按照 加强 "
    "完善 健全 未 共 取得 回应 更新 举办"
)
#: What of its nature belongs to the year before: it is decided, audited or published a year later.
_LATER = wordlist(
    "年报 年度报告 决算 预算 考核 评估 测评 评议 审计 检查 通报 巡视 巡察 督查 整改 反馈 总结 公报 年鉴 排名 "
    "评比 表彰 补助 奖补 清单 要点 方案 遗留 未办结"
)
_NOW = wordlist("今年 本年 当年 上年 去年 次年")


@rule(category="consistency", severity=Severity.WARNING, basis=[regulation("第五十条")], fix=Safety.UNSAFE)
def check(report: DisclosureReport) -> Iterator[Finding]:
    year = reported_year(report)
    if year is None or str(year - 1) not in report.document.prose.text:
        return
    prose = read_prose(report.document.prose)
    for sentence in prose.sentences:
        if str(year - 1) not in sentence.text or not _is_all_of_it(sentence, year):
            continue
        for clause in sentence.clauses:
            found = _OPENING.match(clause.text)
            if found and int(found["year"]) == year - 1 and _reports(sentence, clause):
                start = clause.start + found.start("year")
                span = prose.span(start, start + 4)
                if not _is_elsewhere(report, span):
                    yield _finding(report, span, year)


def _is_all_of_it(sentence: Sentence, year: int) -> bool:
    """Whether the sentence speaks of nothing but that year, and neither compares nor counts on nor plans."""
    text = sentence.text
    named = set(years(text))
    return (
        named == {year - 1}
        and not compares(text)
        and not plans(text)
        and not accumulates(text)
        and not has_any(text, _NOW)
    )


def _reports(sentence: Sentence, clause: Clause) -> bool:
    rest = sentence.text[clause.start - sentence.start :]
    return has_any(rest, _REPORTS) and not has_any(rest, _LATER)


def _is_elsewhere(report: DisclosureReport, span: Span) -> bool:
    """Whether other rules look after it: the title, the reporting period, the preamble's name of the report."""
    overview = report.sections[0].span.start if report.sections else 0
    return span.start < overview or (report.period is not None and report.period.span.overlaps(span))


def _finding(report: DisclosureReport, span: Span, year: int) -> Finding:
    title = report.title
    related = (Related(title.year.span, _("标题是{year}年", year=title.year.text)),) if title and title.year else ()
    message = _("报告的是{year}年，这里写的是{before}年；请核对数字是否已更新，并改正年份", year=year, before=year - 1)
    return Finding(span, message, related, (Fix.replace(span, str(year), _("改为{year}年", year=year)),))
