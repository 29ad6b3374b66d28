"""写总结的句子里留着上一年度的年份，或者写成了以后的年份。

## 说明
照着去年的报告改稿，常把“2023年，我镇共公开……”“截至2023年12月31日……”留在2024年的报告里。句子以上一年度开头、讲的是
工作或数字，就提示改为报告年度；改之前请先看数字是不是也没有更新。

与上年对比、自某年以来、累计、结转、计划，同一句里也写了报告年度，以及文件名称、决算、考核、评估、获奖等本来就属于上一年度的
事情，都不提示。年份比报告年度还晚、又写着件数的（“2025年，公开信息35条”），也提示；“将”“拟”“下一步”一类的打算不提示。

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

```markdown bad in=一
截至2025年12月31日，共发布公告35条。
```

```text expect
1:3-1:7 报告的是2024年，这里写的是2025年；请核对数字是否已更新，并改正年份
  「2024」 标题是2024年
```

```markdown fixed
截至2024年12月31日，共发布公告35条。
```

```markdown good in=一
2025年，将公开各村账目12期。2025年1月公布了上一年的报告。
```

```markdown good in=一
较2023年增加公开信息12条。2023年度部门决算已在门户网站公开。2023年设立的查阅点继续开放，2024年新设1处。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gxlint.findings import Edit, Finding, Fix, Related, Safety, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.agencies import same_body
from gxlint.prose.bearings import accumulates, compares, plans, years
from gxlint.prose.clauses import Clause, Prose, Sentence, read_prose
from gxlint.prose.phrases import has_any, wordlist
from gxlint.rule import rule
from gxlint.rules.citations import DRAFTING
from gxlint.rules.consistency._years import headings_of_overview, reported_year
from gxlint.text import Pattern, Span

#: A year, or all of it by its months or days, or its end.
_TIME = Pattern(
    r"(?P<year>20\d\d)年(?:度|全年)*(?:0?1(?:月(?:0?1日)?)?起?(?:至|到|[—－-]+)(?:(?P<again>20\d\d)年)?12月(?:31日)?止?"
    r"|12月31日止?|12月底)?(?:底|末|期间|来|中|里|内|全年)*"
)
#: What may stand before it in its clause: numbers of items, 主动公开情况：, 截至, 我镇; a heading without a mark.
_LEAD = Pattern(
    r"(?:[（(][^（）()]{1,3}[）)][一-鿿]{2,14}(?:情况|方面|建设|管理|保障))?(?:[一二三四五六七八九十]是|[（(][^（）()]{1,3}[）)]|\d{1,2}[.．、]|[一-鿿、，]{0,12}[：:。]|在|自|从|截[至止]到?|回顾|盘点"
    r"|[我本全][局委办厅镇乡县区市省州院]|我?街道|本(?:机关|单位|部门))*"
)
#: The year is part of a longer date, or what follows it is about something of that year (2023年的台账).
_NO_REPORT = tuple("0123456789前之以起的、—－-至到和与及")
_DEEDS = wordlist(
    "公开 发布 收到 接到 受理 答复 开展 组织 召开 办理 制定 制发 印发 回应 更新 举办 推送 新增 报送 解读 未 无 没有 共"
)
_WAYS = wordlist("推进 落实 坚持 围绕 严格 认真 按照 根据 加强 完善 健全 取得 提升 规范 持续 重视")
#: 公开 in these is no deed.
_NAMES = Pattern(r"(?:政府信息|政务|信息|村务|厂务)公开(?=工作|示范|标准|考核|领导|培训|办|先进|，|$)")
#: What of its nature belongs to the year before: it is decided, audited or published a year later, or left from it.
_LATER = wordlist(
    "年报 年度报告 决算 预算 考核 评估 测评 评议 审计 检查 通报 巡视 巡察 督查 整改 反馈 总结 公报 年鉴 排名 "
    "评比 表彰 补助 奖补 清单 要点 方案 遗留 未办结 结转 转结 获评 荣获 被评 评为 授予 称号 确定为 列为 入选 基础"
)
_CARRIED = Pattern(r"(?:上一?年度?|去年)(?:末|底)?(?:尚?未办结)?的?(?:结转|转结|遗留)")
_NOW, _THIS = wordlist("今年 上年 去年 次年"), wordlist("本年 当年")
#: What is looked back on is the year as such, not something of it: 回顾2023年的工作.
_LOOKING_BACK = ("回顾", "盘点")
_YEAR_AS_SUCH = Pattern("(?:这?一年)?来?的?(?:政府信息公开|政务公开|各项)?(?:工作|历程)?")
#: 在2023年的工作中 is no more than 2023年.
_IN_ITS_WORK = Pattern("的?(?:政府信息公开|政务公开|各项)?工作(?:过程)?中")
#: What a later year is told of with is no past: 2025年将公开12期.
_INTENTIONS = wordlist("将 拟 要 应 须 会 争取 继续 进一步 目标 计划 打算 预计 准备 安排 力争 重点 抓好 做好 着力 以下")
_FIGURE = Pattern(r"\d余?[条件份次篇期场宗]")
_OWN = Pattern(r"[我本]\w{1,3}的")


@rule(category="consistency", severity=Severity.WARNING, basis=[DRAFTING], fix=Safety.UNSAFE)
def check(report: Report) -> Iterator[Finding]:
    year = reported_year(report)
    if year is None:
        return
    prose = read_prose(report.document.prose)
    for sentence in prose.sentences:
        wrong = _wrong_year(sentence, year) if "20" in sentence.text else None
        if wrong is None:
            continue
        for index, clause in enumerate(sentence.clauses):
            time = _TIME.search(clause.text)
            if time and _opens(report, clause, time) and _is_reported(sentence.clauses[index:], time):
                found = _finding(report, prose, clause, time, year, wrong)
                if not _is_elsewhere(report, found.span) and (wrong < year or not _is_on_plans(report, found.span)):
                    yield found


def _wrong_year(sentence: Sentence, year: int) -> int | None:
    """The year before, or a later one with figures, that a sentence is all about; it neither compares nor plans."""
    text = sentence.text
    named = set(years(text))
    if len(named) != 1 or compares(text) or plans(text) or accumulates(text) or has_any(_CARRIED.sub("", text), _NOW):
        return None
    (wrong,) = named
    if wrong == year - 1:
        return wrong
    return wrong if wrong > year and _FIGURE.search(text) and not has_any(text, _INTENTIONS) else None


def _opens(report: Report, clause: Clause, time: re.Match[str]) -> bool:
    """Whether a clause begins with the year, item numbers, 截至 and the body aside."""
    before = clause.text[: time.start()]
    return _LEAD.fullmatch(before) is not None or bool(report.agency and same_body(before, report.agency))


def _is_reported(clauses: Sequence[Clause], time: re.Match[str]) -> bool:
    """Whether the first of these clauses, which names the year, and those behind it tell what was done in it."""
    rest = clauses[0].text[time.end() :]
    if clauses[0].text[: time.start()].endswith(_LOOKING_BACK):
        if not _YEAR_AS_SUCH.fullmatch(rest):
            return False
        rest = ""
    if _IN_ITS_WORK.fullmatch(rest):
        rest = ""
    if rest and not _tells(rest, has_any(clauses[0].text + "".join(c.text for c in clauses[1:]), _THIS)):
        return False
    ways = False
    for text in [rest, *[clause.text for clause in clauses[1:]]]:
        if has_any(text, _LATER):
            return False
        if has_any(_NAMES.sub("", text), _DEEDS):
            return True
        ways = ways or has_any(text, _WAYS)
    return ways


def _tells(rest: str, this: bool) -> bool:
    """Whether words behind a year in its clause say what was done, not what is meant of it (2023年设立的查阅点)."""
    if this or rest.startswith(_NO_REPORT):
        return False
    rest = _NAMES.sub("", _OWN.sub("", rest))
    verbs = sorted((rest.find(verb), verb) for verb in (*_DEEDS, *_WAYS) if verb in rest)
    if not verbs:
        return True
    (at, verb), *_others = verbs
    return not has_any(rest[:at], ("的", "已")) and not rest.startswith(verb + "的", at)


def _is_on_plans(report: Report, span: Span) -> bool:
    """Whether it stands among problems and what is going to be done about them."""
    section = report.section_at(span)
    return section is not None and section.key == "problems"


def _is_elsewhere(report: Report, span: Span) -> bool:
    """Whether other rules look after it: title, preamble, reporting period and the headings of section one."""
    overview = report.sections[0].span.start if report.sections else 0
    period = report.statements.get("period")
    if span.start < overview or (period is not None and period.span.overlaps(span)):
        return True
    return any(heading.span.contains(span) for heading in headings_of_overview(report))


def _finding(report: Report, prose: Prose, clause: Clause, time: re.Match[str], year: int, wrong: int) -> Finding:
    title = report.title
    related = (Related(title.year.span, _("标题是{year}年", year=title.year.text)),) if title and title.year else ()
    message = _("报告的是{year}年，这里写的是{before}年；请核对数字是否已更新，并改正年份", year=year, before=wrong)
    places = [time.span(group) for group in ("year", "again") if time[group]]
    spans = [prose.span(clause.start + start, clause.start + end) for start, end in places]
    fix = Fix(_("改为{year}年", year=year), tuple(Edit(span, str(year)) for span in spans), Safety.UNSAFE)
    return Finding(spans[0], message, related, (fix,))
