"""The statement on the reporting period, in whatever words.

What makes two joined dates the reporting period is what they are said of: 统计期限, 数据统计时间段, 报告期 (a named
period), 本报告所列数据 (the data themselves), or the report as such where the dates are a whole year. Dates of an
activity, a plan, a term of office are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from gxlint.document import Document
from gxlint.form.report import Period
from gxlint.prose.dates import DateMatch, WrittenDate, match_dates, match_periods
from gxlint.prose.folding import Folded, fold, has_any, keywords
from gxlint.text import compiled

#: A sentence that states the period has one of these; all others are passed over.
_NEAR = ("统计", "数据", "报告", "年报", "现将", "公布", "起止", "时间范围", "时间段", "时段", "时限", "期限", "所属")

#: So many characters before and behind a date are read to tell what it is of.
MAX_LEAD = 80
#: At most so many characters stand between what names the period and its dates.
MAX_FILLER = 30

#: 统计期限, 数据统计起止时间, 统计数据的时间范围, 报告期; but neither 统计期限内 nor 报告编制时间.
_NAMED = (
    r"(?:统计|数据|报告|年报)(?:(?!编制|编写|编报|撰写|起草|审核|填报|报送|上报|提交|发布|公布|公开|公示|反馈|征求|征集|整改|更新|保存|显示"
    r"|截止|截至)[^,;:(《。]){0,8}?"
    r"(?:期限|时限|期间|时期|时间|时段|时点|周期|区间|日期|阶段|范围|跨度|口径|年度|年限|节点|起止(?:时间|日期|期限)?|截止|截至|期)(?!内|里)"
    r"|起止(?:时间|日期|期限)|^\(?(?:时间范围|时间段|时段|时限|期限|所属(?:时期|期间|年度))(?=:|为2)"
)
#: 本报告所列数据, 统计数据, 使用的数据.
_DATA = (
    r"(?:所列|所涉|所示|所用|使用|采用|引用|涉及|列[明举出]|反映|相关|有关|各项|各类|全部|统计|报告|年报|文中|文内|本文)"
    r"[^,;。]{0,8}数据(?!显示|表明|中心|平台|资源|共享|局)|数据(?:统计|汇总|采集|均)|统计(?:自|从|为|时)"
)
#: What may stand between the report's data and its dates.
_FILLER = (
    r"(?:的|均|都|全部|统计|来源|系|皆|反映|来源于|来自|取自|为|是|自|从|由|按|以|截|取|采集|汇总|期限|时间|年度|本年|全年|时段|范围|[,:(“]"
    r"|除(?:有|另有|特别|特殊)*(?:注明|说明|标明|规定)(?:的|者)?(?:以)?外?)*"
)
#: Behind the dates: …期间的数据, …为本报告统计期限.
_BEHIND = (
    r"(?:止|期间|之间|\)|的|为|是|作为|内)*(?:本(?:年度)?报告|年报|全年|各项|有关|政府信息公开|工作|的)*(?:统计|数据)"
)
#: 本报告涵盖, 报告内容反映: the dates behind it are those of the report, whatever they are.
_COVERING = (
    r"(?:报告|年报|全文|内容|文中)(?:的|所|内容|信息|数据|时间|情况|主要|均)*(?:涵盖|覆盖|反映|包[含括]|涉及|对应|汇总|统计)"
    r"(?:了|的|时间|期间|期限|时段|范围|内容|本机关|为|是|自|从|由|于|:)*$"
)
#: 现将我镇…, 现公布本机关…: what is reported on follows.
_PRESENTING = (
    r"(?:现[将就把]|[现特][予以]*[公发]布|向社会公[布开])(?:[我本](?:机关|单位|街道|\w)|[^,;。]{0,20}(?:政府|[局委办厅]|办事处|委员会))?"
    r"(?:自|从|由|于|的)*$"
)
#: What is presented, behind its dates.
_PRESENTED = r"[^,;。]{0,24}(?:政府|政务)信息公开(?:工作)?的?(?:年度)?(?:情况|报告)"
_COUNTING = r"[共计约达]\d|\d(?:余|多)?(?:条|件|份|次|篇|个|期|场)"
_WORDED = r"[:为是即]*(?:本|上|该|当|一|整|全)(?:一|个)*(?:自然|日历|公历)?年度?(?:全年)?(?=[,;)。]|$)"
_LEAD = r"(?:[:为是即自从由在“(])*"
_YEAR_END = r"度?(?:整|全)?年?度?(?:[,;)。]|$)"
_DATA_OF_YEAR = r"度?(?:整|全)?年?度?的?(?:统计)?(?:数据|[,;)。]|$)"
#: A sentence that says no more than this and a day: 以上数据统计截至12月31日。
_ALL_DATA = (
    r"\(?(?:(?:以上|上述|所有|各项|全部|有关|相关)?数据(?:的?统计)?|统计数据)(?:时间|日期)?(?:均|都|的)*"
    r"(?:截[至止]到?|截止(?:时间|日期)为)"
)
_UP_TO = r"截[至止]到?至?|止于?$|时间节?点"
_CLAUSE_END = r"(?:日|止|为止|底|前|[)”])*(?:[,;。]|$)"

#: So many months.
_YEARLY = range(10, 15)

_OF_REPORT = keywords("报告 年报 所列 所涉 所用 使用 文中 本文 本年")
_SUMMING_UP = ("报告", "年报", "汇报")
#: The dates are of something that was done, not of the report.
_DOINGS = keywords(
    "开展 活动 培训 聘 工期 施工 公示 征集 征求 有效期 规划 整治 整改 试点 检查 演练 任期 招标 采购 监测 "
    "热线 公众号 访问 点击 满意度 问卷 普查 审计 共 累计 显示"
)


class _Sureness(IntEnum):
    """How sure it is that dates are the reporting period; the surest are taken, of these the first."""

    REPORT = 1
    """A sentence about the report names a whole year by its days."""
    DATA = 2
    """The data are of these dates."""
    NAMED = 3
    """A period is named, of data or statistics."""
    NAMED_OF_REPORT = 4
    """A period is named, of the report's data."""


class _Candidate(NamedTuple):
    sureness: _Sureness
    period: Period


class _Sentence:
    """A sentence of a folded paragraph, with its dates."""

    def __init__(self, folded: Folded, start: int, end: int) -> None:
        self._folded = folded
        self._start = start
        self.text = folded.text[start:end]
        self._end = end

    def date(self, match: DateMatch) -> WrittenDate:
        return match.written(self._folded, self._start)

    def candidate(self, sureness: _Sureness, first: WrittenDate | None, last: WrittenDate | None) -> _Candidate:
        words = self._folded.words(self._start, self._end)
        return _Candidate(sureness, Period(words.span, words.text, first, last))


def find_period(document: Document) -> Period | None:
    """The statement on the reporting period.

    Returns:
        Its first and last day as written; both the same where it names only a year (统计期限为2023年度), one or both
        ``None`` where it does not give them (数据截至…, 统计期限为上一年度). ``None`` if there is no such statement.
    """
    best: _Candidate | None = None
    folded = fold(document.prose)
    for start, end in folded.sentences():
        for candidate in _candidates(_Sentence(folded, start, end)):
            if best is None or candidate.sureness > best.sureness:
                best = candidate
    return best.period if best else None


def _candidates(sentence: _Sentence) -> Iterator[_Candidate]:
    text = sentence.text
    if not has_any(text, _NEAR):
        return
    periods = list(match_periods(text))
    start = 0
    for first, last in periods:
        begin = max(start, first.start - MAX_LEAD)
        sureness = _sureness(
            text[begin : first.start],
            text[last.end : last.end + MAX_LEAD],
            whole=_is_whole_year(first, last),
            yearly=_is_about_a_year(first, last),
        )
        if sureness:
            first, last = _with_year(text, first, last)
            yield sentence.candidate(sureness, sentence.date(first), sentence.date(last))
        start = last.end
    if not periods:
        yield from _without_two_dates(sentence)


def _is_whole_year(first: DateMatch, last: DateMatch) -> bool:
    """Whether the two are the first and the last day, or month, of one year."""
    start, end = (first.month, first.day), (last.month, last.day)
    return first.year == last.year and start in ((1, 1), (1, None)) and end in ((12, 31), (12, None))


def _is_about_a_year(first: DateMatch, last: DateMatch) -> bool:
    """Whether they are so far apart that a year may be meant."""
    if first.month is None or last.month is None or (first.year is None) != (last.year is None):
        return False
    return 12 * ((last.year or 0) - (first.year or 0)) + last.month - first.month + 1 in _YEARLY


def _sureness(before: str, after: str, *, whole: bool, yearly: bool) -> _Sureness | None:
    """What in the words around two dates, which are a year or about one, makes them the reporting period."""
    if named := _last(_NAMED, before):
        between, lead = before[named.end() :], before[: named.end()]
        certain = has_any(named[0], ("统计", "数据", "报告期")) and not has_any(between + _clause(lead), _DOINGS)
        if len(between) <= MAX_FILLER and (whole or yearly or certain):
            return _Sureness.NAMED_OF_REPORT if has_any(lead, _OF_REPORT) else _Sureness.NAMED
    around = before + after
    data = _last(_DATA, before)
    stated = compiled(_BEHIND).match(after) or (data and _is_filler(before[data.end() :]))
    unqualified = data and not _clause(before[: data.start()])  # 统计数据从…, but not 热线统计数据从…
    of_report = has_any(around, _OF_REPORT) and not has_any(_clause(before), _DOINGS)
    if stated and (whole or yearly or unqualified or of_report):
        return _Sureness.DATA
    if whole and has_any(around, _SUMMING_UP) and not compiled(_COUNTING).search(around):
        return _Sureness.REPORT
    return _Sureness.REPORT if _is_reported_on(before, after) else None


def _is_reported_on(before: str, after: str) -> bool:
    """Whether dates of any length are those that the report as such covers: 本报告涵盖2024年2月1日至…."""
    if has_any(_clause(before) + after.partition(",")[0], _DOINGS):
        return False
    if compiled(_PRESENTING).search(before):
        return compiled(_PRESENTED).match(after) is not None
    return compiled(_COVERING).search(before) is not None


def _is_filler(words: str) -> bool:
    return len(words) <= MAX_FILLER and compiled(_FILLER).fullmatch(words) is not None


def _last(pattern: str, text: str) -> re.Match[str] | None:
    match = None
    for found in compiled(pattern).finditer(text):
        match = found
    return match


def _clause(text: str) -> str:
    """What of the text stands behind its last comma."""
    return text.rpartition(",")[2]


def _with_year(text: str, first: DateMatch, last: DateMatch) -> tuple[DateMatch, DateMatch]:
    """The two dates, with the year that the words before them give (2024年度（1月1日至12月31日）)."""
    if first.year is None and last.year is None:
        years = [match.year for match in match_dates(text[: first.start]) if match.year is not None]
        if years:
            return first._replace(year=years[-1]), last._replace(year=years[-1])
    return first, last


def _without_two_dates(sentence: _Sentence) -> Iterator[_Candidate]:
    """A period said in words, as a year, by its end alone, or by dates that nothing joins."""
    text = sentence.text
    named = _last(_NAMED, text)
    if named and compiled(_WORDED).match(text, named.end()):
        yield sentence.candidate(_Sureness.NAMED, None, None)
        return
    matches = list(match_dates(text))
    for number, match in enumerate(matches):
        limits = _limits(text, match, matches[number + 1 :])
        if limits is not None:
            first, last = limits
            yield sentence.candidate(_Sureness.NAMED, first and sentence.date(first), last and sentence.date(last))
            return


def _limits(
    text: str, match: DateMatch, later: Sequence[DateMatch]
) -> tuple[DateMatch | None, DateMatch | None] | None:
    """First and last day of the period that a date opens or is, if it does."""
    before, after = text[max(0, match.start - MAX_LEAD) : match.start], text[match.end : match.end + MAX_LEAD]
    named = _last(_NAMED, before)
    if named and compiled(_LEAD).fullmatch(before, named.end()):
        if match.month is None and compiled(_YEAR_END).match(after):
            return match, match
        if later or before.endswith(("自", "从")) or after.startswith(("起", "始", "至")):
            return match, later[0] if later else None
    data = _last(_DATA, before)
    if match.month is None:
        whole = data and _is_filler(before[data.end() :]) and compiled(_DATA_OF_YEAR).match(after)
        return (match, match) if whole else None
    if not match.day:
        return None
    cut_off = (named or data) and compiled(_UP_TO).search(_clause(before)[-12:])
    if cut_off and has_any(before, _OF_REPORT) and compiled(_CLAUSE_END).match(after):
        return None, match
    if compiled(_ALL_DATA).fullmatch(before) and after.strip("日止)。;") == "":
        return None, match
    return None
