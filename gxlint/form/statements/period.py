"""The statement on the reporting period, in whatever words.

What makes two joined dates the reporting period is what they are said of: 统计期限, 数据统计时间段, 报告期 (a named
period), 本报告所列数据 (the data themselves), or the report as such where the dates are a whole year. Dates of an
activity, a plan, a term of office are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from gxlint.document import Document
from gxlint.form.report import Period
from gxlint.form.statements.sentences import sentences, squeezed
from gxlint.prose.dates import WrittenDate, WrittenPeriod, find_dates, find_periods
from gxlint.text import PlainText

#: A sentence that states the period has one of these; all others are passed over.
_NEAR = re.compile(r"统\s*计|数\s*据|报\s*告|年\s*报|起\s*止|时\s*[限段]|期\s*限")

_SPAN_WORDS = (
    r"(?:期限|时限|期间|时期|时间|时段|时点|周期|区间|日期|阶段|范围|跨度|口径|年度|年限|节点|起止|截止|截至|期)"
)
#: 统计期限, 数据统计起止时间, 统计数据的时间范围, 报告期.
_NAMED = re.compile(
    rf"(?:统计|数据|填报|报告|年报)(?:(?!编制|编写|发布|公布|公开|报送|上报|提交|公示|征求|征集|显示|截[止至])[^，,。；;：:（(《]){{0,8}}?"
    rf"{_SPAN_WORDS}(?!内|里)|起止(?:时间|日期|期限)"
)
#: 本报告所列数据, 统计数据, 使用的数据.
_DATA = re.compile(
    r"(?:所列|所涉|所示|所用|使用|采用|引用|涉及|列[明举出]|反映|相关|有关|各项|各类|全部|统计|报告|年报|文中|文内|本文)"
    r"[^，,。；;]{0,8}数据(?!显示|表明|中心|平台|资源|共享|局)|数据(?:统计|汇总|采集|均)|统计(?:自|从|为|时)"
)
#: What may stand between the report's data and its dates.
_FILLER = re.compile(
    r"(?:的|均|都|全部|统计|来源|系|皆|为|是|自|从|由|按|以|截|取|采集|汇总|期限|时间|年度|本年|全年|时段|范围|[，,：:（(“]"
    r"|除(?:有|另有|特别|特殊)*(?:注明|说明|标明|规定)(?:的|者)?(?:以)?外?)*"
)
_REPORT = re.compile(r"报告|年报|所列|所涉|所用|使用|文中|本文|本年")
#: The dates are of something that was done, not of the report.
_DOINGS = re.compile(
    r"开展|活动|培训|聘|工期|施工|公示|征集|征求|有效期|规划|整[治改]|试点|检查|演练|任期|招标|采购|监测|热线|公众号|访问|点击"
    r"|满意度|问卷|普查|审计|共|累计|显示|表明"
)
#: Behind the dates: …期间的数据, …为本报告统计期限.
_BEHIND = re.compile(
    r"(?:止|期间|之间|[）)]|的|为|是|作为|内)*(?:本(?:年度)?报告|年报|全年|各项|有关|政府信息公开|工作|的)*(?:统计|数据)"
)
_SUMMING_UP = re.compile(r"报告|年报|汇报|公布|公开")
_COUNTING = re.compile(r"[共计约达]\d|\d(?:余|多)?(?:条|件|份|次|篇|个|期|场)")
_LEAD = re.compile(r"(?:[：:为是即自从由“（(]|在)*")
_YEAR_END = re.compile(r"度?(?:整|全)?年?度?(?:[，,。；;）)]|$)")
_DATA_OF_YEAR = re.compile(r"度?(?:整|全)?年?度?的?(?:统计)?(?:数据|[，,。；;）)]|$)")
_WORDED = re.compile(
    r"[：:为是即]*(?:本|上|该|当|一|整|全)(?:一|个)*(?:自然|日历|公历)?年度?(?:全年)?(?=[，,。；;）)]|$)"
)
_UP_TO = re.compile(r"截[至止]到?至?|止于?$|时间节?点")
_CLAUSE_END = re.compile(r"(?:日|止|为止|底|前|[）)”])*(?:[，,。；;]|$)")


_Limits = tuple[WrittenDate | None, WrittenDate | None]


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


def find_period(document: Document) -> Period | None:
    """The statement on the reporting period.

    Returns:
        Its first and last day as written; both the same where it names only a year (统计期限为2023年度), one or both
        ``None`` where it does not give them (数据截至…, 统计期限为上一年度). ``None`` if there is no such statement.
    """
    best: _Candidate | None = None
    for paragraph in document.paragraphs:
        if not _NEAR.search(paragraph.text):
            continue
        for sentence in sentences(paragraph.plain):
            for candidate in _candidates(sentence):
                if best is None or candidate.sureness > best.sureness:
                    best = candidate
    return best.period if best else None


def is_whole_year(first: WrittenDate, last: WrittenDate) -> bool:
    """Whether the two are the first and the last day, or month, of one year."""
    start, end = (first.month, first.day), (last.month, last.day)
    return first.year == last.year and start in ((1, 1), (1, None)) and end in ((12, 31), (12, None))


def _candidates(sentence: PlainText) -> Iterator[_Candidate]:
    if not _NEAR.search(sentence.text):
        return
    periods = list(find_periods(sentence))
    start = 0
    for written in periods:
        sureness = _sureness(sentence, written, start)
        if sureness:
            first, last = _with_year(sentence, written)
            yield _Candidate(sureness, Period(sentence.source, sentence.text, first, last))
        start = sentence.index(written.span.end - 1) + 1
    if not periods:
        yield from _without_two_dates(sentence)


def _sureness(sentence: PlainText, written: WrittenPeriod, start: int) -> _Sureness | None:
    """What makes the dates the reporting period; *start* is where an earlier period ends."""
    begin, end = sentence.index(written.span.start), sentence.index(written.span.end - 1) + 1
    before, after = squeezed(sentence.text[start:begin]), squeezed(sentence.text[end : end + 40])
    whole = is_whole_year(written.first, written.last)
    if named := _last(_NAMED, before):
        between, lead = before[named.end() :], before[: named.end()]
        if len(between) <= 30 and (whole or not _DOINGS.search(between + _clause(lead))):
            return _Sureness.NAMED_OF_REPORT if _REPORT.search(lead) else _Sureness.NAMED
    around = before + after
    certain = whole or (_REPORT.search(around) and not _DOINGS.search(_clause(before)))
    if certain and (_BEHIND.match(after) or ((data := _last(_DATA, before)) and _FILLER.fullmatch(before, data.end()))):
        return _Sureness.DATA
    if whole and _SUMMING_UP.search(around) and "报" in around and not _COUNTING.search(around):
        return _Sureness.REPORT
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    match = None
    for found in pattern.finditer(text):
        match = found
    return match


def _clause(text: str) -> str:
    """What of the text stands behind its last comma."""
    return re.split(r"[，,；;]", text)[-1]


def _with_year(sentence: PlainText, written: WrittenPeriod) -> tuple[WrittenDate, WrittenDate]:
    """The two dates, with the year that the words before them give (2024年度（1月1日至12月31日）)."""
    first, last = written.first, written.last
    if first.year is None and last.year is None:
        before = sentence.slice(0, sentence.index(first.span.start))
        years = [date.year for date in find_dates(before) if date.year is not None]
        if years:
            return first._replace(year=years[-1]), last._replace(year=years[-1])
    return first, last


def _without_two_dates(sentence: PlainText) -> Iterator[_Candidate]:
    """A period said in words, as a year, by its end alone, or by dates that nothing joins."""
    text = squeezed(sentence.text)
    named = _last(_NAMED, text)
    if named and _WORDED.match(text, named.end()):
        yield _Candidate(_Sureness.NAMED, Period(sentence.source, sentence.text, None, None))
        return
    dates = list(find_dates(sentence))
    for number, date in enumerate(dates):
        before = squeezed(sentence.text[: sentence.index(date.span.start)])
        after = squeezed(sentence.text[sentence.index(date.span.end - 1) + 1 :])
        limits = _limits(before, after, date, dates[number + 1 :])
        if limits is not None:
            yield _Candidate(_Sureness.NAMED, Period(sentence.source, sentence.text, *limits))
            return


def _limits(before: str, after: str, date: WrittenDate, later: list[WrittenDate]) -> _Limits | None:
    """First and last day of the period that *date* opens or is, if it does; its surroundings without white space."""
    named = _last(_NAMED, before)
    if named and _LEAD.fullmatch(before, named.end()):
        if date.month is None and _YEAR_END.match(after):
            return date, date
        if later or before.endswith(("自", "从")) or after.startswith(("起", "始")):
            return date, later[0] if later else None
    data = _last(_DATA, before)
    if date.month is None:
        whole = data is not None and _FILLER.fullmatch(before, data.end()) and _DATA_OF_YEAR.match(after)
        return (date, date) if whole else None
    cut_off = (named or data) and _UP_TO.search(_clause(before)[-12:])
    if date.day and cut_off and _REPORT.search(before) and _CLAUSE_END.match(after):
        return None, date
    return None
