"""The figures in the running text that can be held against a table: meant exactly, for the year, of the whole body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from gxlint.form.report import Report
from gxlint.prose.agencies import read_agency, same_body
from gxlint.prose.bearings import accumulates, compares, narrows, plans, widens
from gxlint.prose.clauses import Clause, Prose, read_prose
from gxlint.prose.counts import absence_in, counts_in
from gxlint.rules.consistency._years import reported_year
from gxlint.text import Span

#: Measure words in which applications, cases and decisions are counted.
UNITS = frozenset({"件", "宗", "起", "份", "例", "件次", "条", "项", "个", "次", "笔", "封", "部", ""})

_CARRIED = re.compile(
    r"(?:上一?年度?|去年|往年|\d{4}年度?)(?:[末底])?(?:未办结|尚未办结)?的?(?:结转|转结|遗留)"
    r"|(?:结转|转结|顺延)(?:[至到入]|至|为)?(?:下一?年度?|次年|明年|\d{4}年度?)"
)
_TIME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})年|(?P<past>上一?年|去年|往年|前年)|(?P<now>今年|本年|全年|年内|当年|一年来)"
)
_PERIOD = re.compile(
    r"自?(?:\d{4}年)?1月1日起?(?:[至到]|[-—~～–]+)?(?:(?:\d{4}年)?12月31日止?)?|(?:截[至止])?(?:\d{4}年)?12月31日止?"
)
_TOTALLED = re.compile(r"累[计积]")
_UNTIL = re.compile(r"截[至止]")
_BODY = re.compile(
    r"[一-鿿]{0,12}?(?:(?<=[省市县区州旗镇乡])(?:人民)?政府(?!信息|公开)|[一-鿿]{2}(?<![部全格结布各当])局|街道办事处|管委会|委员会|政府办公?室?)"
)
#: Words between the start of a clause and the name of a body.
_BEFORE_NAME = re.compile(r"^.*(?:[年日度]|其中|截[至止]|期间)(?=.)")
_UNNAMED_GOVERNMENT = re.compile(r"[省市县区州旗镇乡](?:人民)?政府")
#: A township's own area is no wider than the township.
_OWN_AREA = re.compile(r"全(?:镇|乡|街道)(?!各)")
_MARK = re.compile(
    r"[（(]|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]|\d{1,2}[.．、]|[一二三四五六七八九十]、"
)
_REQUESTED = re.compile(r"依法?申请公开|申请公开|公开申请|申请办理|申请处理|信息依申请")
_OTHER_TOPIC = re.compile(
    r"主动公开|信息管理|公开管理|平台|载体|渠道建设|网站建设|监督|保障|组织领导|解读|回应|培训|考核|审查|规范性文件|队伍|机制|制度|问题|不足|下一步"
)
#: So many characters of a sentence tell its topic.
_HEAD = 24
#: So many characters before and behind a figure tell what it counts.
_REACH = 80
_LEAD = 300


class Said(NamedTuple):
    """A number, or a none, that the text states."""

    value: int
    unit: str
    span: Span
    """Of the number, or of the words that say that there was none."""
    before: str
    """The words of the clause before it, back to the number before."""
    after: str
    """The words of the clause behind it, up to the next number."""
    each: bool
    """It is the number of several things, each."""
    verb: str | None
    """Of a none: 收到, 发生, or nothing behind a bare 没有. ``None``: it is a number."""
    clause: Clause
    lead: str
    """The words of the sentence before the clause, at most 300."""
    so_far: str
    """The words of the sentence before the figure, at most 300."""
    wide: bool
    """It may count a whole region or several bodies."""
    requested: bool
    """It stands where the report tells of 依申请公开."""


def figures_said(report: Report, about: re.Pattern[str]) -> Iterator[Said]:
    """The figures in sentences about something.

    Left out are those that are hedged, that compare, plan or count from an earlier day on, and those of another year
    or body.

    Args:
        report: searched in all of its text outside tables.
        about: what a sentence must contain to be looked into; sentences under 依申请公开 always are.
    """
    return _said(report, about, _figures_of)


def phrases_said(report: Report, about: re.Pattern[str], phrase: re.Pattern[str]) -> Iterator[Said]:
    """The phrases in such sentences that say as much as figures (均获维持), under the same conditions."""

    def read(clause: Clause) -> Iterator[_Read]:
        for found in phrase.finditer(clause.text):
            start, end = found.span()
            yield _Read(0, "", start, end, clause.text[:start], clause.text[end:], False, "")

    return _said(report, about, read)


class _Read(NamedTuple):
    """What was read in a clause; offsets count in the clause."""

    value: int
    unit: str
    start: int
    end: int
    before: str
    after: str
    each: bool
    verb: str | None


def _figures_of(clause: Clause) -> Iterator[_Read]:
    for count in counts_in(clause):
        if count.unit in UNITS and not count.hedged and isinstance(count.value, int):
            start, end = count.start - clause.start, count.end - clause.start
            yield _Read(count.value, count.unit, start, end, count.before, count.after, count.each, None)
    absence = absence_in(clause)
    if absence:
        start, end = absence.start - clause.start, absence.end - clause.start
        yield _Read(0, "", start, end, absence.before, absence.about, False, absence.verb)


def _said(report: Report, about: re.Pattern[str], read: Callable[[Clause], Iterator[_Read]]) -> Iterator[Said]:
    prose = read_prose(report.document.prose)
    requested = _sentences_on_requests(report, prose)
    grassroots = read_agency(report.agency).is_grassroots
    year = reported_year(report)
    for index, sentence in enumerate(prose.sentences):
        if index not in requested and not about.search(sentence.text):
            continue
        for clause in sentence.clauses:
            offset = clause.start - sentence.start
            lead = sentence.text[max(0, offset - _LEAD) : offset]
            scope = _OWN_AREA.sub("", lead + clause.text) if grassroots else lead + clause.text
            for value, unit, start, end, before, after, each, verb in read(clause):
                said = Said(
                    value,
                    unit,
                    prose.span(clause.start + start, clause.start + end),
                    before[-_REACH:],
                    after[:_REACH],
                    each,
                    verb,
                    clause,
                    lead,
                    (lead + clause.text[:start])[-_LEAD:],
                    widens(scope),
                    index in requested,
                )
                if _is_of_the_year(said, year) and not _is_of_another(said, report.agency):
                    yield said


def _is_of_the_year(said: Said, year: int | None) -> bool:
    """Whether it is a figure of the year reported on, and of all of it."""
    clause = _PERIOD.sub("", _CARRIED.sub("", said.clause.text))
    spoken = _PERIOD.sub("", _CARRIED.sub("", said.lead)) + clause
    if compares(clause) or plans(spoken) or narrows(spoken) or _accumulates(said, spoken, year):
        return False
    times = list(_TIME.finditer(spoken))
    if not times or year is None:
        return len(times) < 2
    named = {match["year"] for match in _TIME.finditer(clause) if match["year"]}
    last = times[-1]
    return not last["past"] and named <= {str(year)} and (last["year"] or str(year)) == str(year)


def _accumulates(said: Said, spoken: str, year: int | None) -> bool:
    """累计 in a sentence that names the year is the year's total; behind 截至 it may be anything."""
    whole = said.lead + said.clause.text
    found = _TOTALLED.search(whole)
    if found and f"{year}年" in whole[: found.start()] and not _UNTIL.search(whole[: found.start()]):
        return accumulates(_TOTALLED.sub("", spoken))
    return accumulates(spoken)


def _is_of_another(said: Said, agency: str) -> bool:
    """Whether the clause names another body before the figure: 县政府收到 in a township's report."""
    found = _BODY.search(said.before if said.verb is None else said.before + said.after)
    if found is None or not agency:
        return False
    name = _BEFORE_NAME.sub("", found.group())
    if name[0] in "我本":
        return False
    if _UNNAMED_GOVERNMENT.fullmatch(name):
        return name[0] != read_agency(agency).place[-1:]
    return not same_body(name, agency)


def _sentences_on_requests(report: Report, prose: Prose) -> frozenset[int]:
    """The sentences that stand under 依申请公开: behind its heading, or behind 二是依申请公开."""
    return frozenset(_track(report, prose))


def _track(report: Report, prose: Prose) -> Iterator[int]:
    inside, style, section = False, "", None
    for index, sentence in enumerate(prose.sentences):
        if sentence.opens:
            here = report.section_at(prose.span(sentence.start, sentence.start))
            if here is not section:
                inside, section = here is not None and here.key == "applications", here
        head = sentence.text[:_HEAD]
        mark = _MARK.match(head)
        if _REQUESTED.search(head) and (mark or sentence.opens):
            inside, style = True, _style(mark)
        elif (mark and _style(mark) == style) or ((mark or sentence.opens) and _OTHER_TOPIC.search(head)):
            inside = False
        if inside:
            yield index


def _style(mark: re.Match[str] | None) -> str:
    """What kind of mark opens an item: a bracket, 是, a point."""
    return mark.group()[-1] if mark else ""
