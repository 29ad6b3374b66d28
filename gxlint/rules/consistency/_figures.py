"""The figures in the running text that can be held against a table: meant exactly, for the year, of the whole body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gxlint.form.report import Report
from gxlint.prose.agencies import Kind, read_agency, same_body
from gxlint.prose.bearings import accumulates, compares, narrows, plans, widens
from gxlint.prose.clauses import COVER, Clause, Prose, Sentence, read_prose
from gxlint.prose.counts import find_absences, find_counts
from gxlint.prose.phrases import has_any, wordlist
from gxlint.rules.consistency._topics import sentences_on_requests
from gxlint.rules.consistency._years import reported_year
from gxlint.text import Pattern, Span

#: Measure words in which applications, cases and decisions are counted.
UNITS = frozenset({"件", "宗", "起", "份", "例", "件次", "条", "项", "个", "次", "笔", "封", "部", ""})

#: So many characters before and behind a figure tell what it counts.
_REACH = 80
_LEAD = 300
#: Longer stretches without a mark are no clauses, and nothing in them is certain.
_LONGEST_CLAUSE = 400

_CARRIED = Pattern(
    r"(?:上一?年度?|去年|往年|\d{4}年度?)[末底]?(?:尚?未办结)?的?(?:结转|转结|遗留)"
    r"|(?:结转|转结|顺延)(?:至|到|入|为)?(?:下一?年度?|次年|明年|\d{4}年度?)"
)
_TIME = Pattern(r"(?<!\d)(?P<year>(?:19|20)\d\d)年|(?P<past>上一?年|去年|往年|前年)|今年|本年|全年|年内|当年|一年来")
_PERIOD = Pattern(
    r"自?(?:\d{4}年)?1月1日起?(?:至|到|\W{1,2})?(?:(?:\d{4}年)?12月31日止?)?|(?:截至|截止)?(?:\d{4}年)?12月31日止?"
)
_BRACKET = Pattern(rf"[（(\[]{COVER}*[）)\]]")
_TOTALLED = Pattern("累计|累积")
_BODY = Pattern("政府(?!信息|公开)|局|街道办事处|管委会|委员会")
#: Words between the start of a clause and the name of a body.
_BEFORE_NAME = wordlist("年 日 度 其中 截至 截止 期间 向我 对我 向本 对本")
#: 全局, 布局 and the like name no body.
_NO_BUREAUS = wordlist("全局 部局 格局 结局 布局 各局 当局 开局")
_LONGEST_NAME = 16
#: A township's own area is no wider than the township.
_OWN_AREAS = ("全镇", "全乡", "全街道")


class Said(NamedTuple):
    """A number, or a none, that the text states."""

    value: int
    unit: str
    prose: Prose
    start: int
    """Offset in the prose of the number, or of the words that say that there was none."""
    end: int
    before: str
    """The words of the clause before it, back to the number before."""
    after: str
    """The words of the clause behind it, up to the next number."""
    each: bool
    """It is the number of several things, each."""
    verb: str | None
    """Of a none: 收到, 发生, or nothing behind a bare 没有. ``None``: it is a number."""
    clause: Clause
    sentence: Sentence
    requested: bool
    """It stands where the report tells of 依申请公开."""

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.prose.span(self.start, self.end)

    @property
    def lead(self) -> str:
        """The words of the sentence before the clause, at most 300; of that before too where this begins with 其中."""
        offset = self.clause.start - self.sentence.start
        words = self.sentence.text[max(0, offset - _LEAD) : offset]
        if self.sentence.opens or not self.sentence.text.startswith("其中"):
            return words
        return (self.prose.sentence_at(self.sentence.start - 1).text + words)[-_LEAD:]

    @property
    def in_clause(self) -> str:
        """The words of the clause before the figure."""
        return self.clause.text[: self.start - self.clause.start]

    @property
    def so_far(self) -> str:
        """The words of the sentence before the figure, at most 300."""
        return (self.lead + self.in_clause)[-_LEAD:]


def figures_said(report: Report, about: tuple[str, ...]) -> Iterator[Said]:
    """The figures, hedged ones left out, in sentences about something; see :func:`is_of_the_report` too.

    Args:
        report: searched in all of its text outside tables.
        about: words of which a sentence must have one; sentences under 依申请公开 are always looked into.
    """
    sentence, wanted = None, False
    for said in _all_figures(report):
        if said.sentence is not sentence:
            sentence, wanted = said.sentence, has_any(said.sentence.text, about)
        if wanted or said.requested:
            yield said


def phrases_said(report: Report, about: tuple[str, ...], phrase: Pattern) -> Iterator[Said]:
    """The phrases in such sentences that say as much as figures: 均获维持."""
    prose = read_prose(report.document.prose)
    for sentence in prose.sentences:
        if has_any(sentence.text, about):
            for clause in sentence.clauses:
                for found in phrase.finditer(clause.text):
                    start, end = clause.start + found.start(), clause.start + found.end()
                    words = (clause.text[: found.start()][-_REACH:], clause.text[found.end() :][:_REACH])
                    yield Said(0, "", prose, start, end, *words, False, "", clause, sentence, False)


@lru_cache(maxsize=4)
def _all_figures(report: Report) -> tuple[Said, ...]:
    """Every number and every none; three rules ask for them in turn."""
    prose = read_prose(report.document.prose)
    requested = sentences_on_requests(report, prose)
    found: list[Said] = []
    for count in find_counts(prose):
        certain = not count.hedged and len(count.clause.text) <= _LONGEST_CLAUSE
        if certain and count.unit in UNITS and isinstance(count.value, int):
            sentence = prose.sentence_at(count.start)
            words = (_without_brackets(count.before)[-_REACH:], _without_brackets(count.after)[:_REACH])
            within = sentence.start in requested
            place = (prose, count.start, count.end)
            found.append(
                Said(count.value, count.unit, *place, *words, count.each, None, count.clause, sentence, within)
            )
    for absence in find_absences(prose):
        if len(absence.clause.text) > _LONGEST_CLAUSE:
            continue
        sentence = prose.sentence_at(absence.start)
        words = (_without_brackets(absence.before)[-_REACH:], _without_brackets(absence.about)[:_REACH])
        within = sentence.start in requested
        place = (prose, absence.start, absence.end)
        found.append(Said(0, "", *place, *words, False, absence.verb, absence.clause, sentence, within))
    return tuple(found)


def _without_brackets(words: str) -> str:
    """Words without the brackets among them, whose content is covered anyway."""
    return _BRACKET.sub("", words) if COVER in words else words


def is_of_the_report(said: Said, report: Report) -> bool:
    """Whether a figure is of the body and of the whole year reported on, and neither compares nor plans."""
    return _is_of_the_year(said, reported_year(report)) and not _is_of_another(said, report.agency)


def is_wide(said: Said, report: Report) -> bool:
    """Whether a figure may count a whole region or several bodies."""
    scope = said.lead + said.clause.text
    if read_agency(report.agency).is_grassroots:
        for area in _OWN_AREAS:
            scope = scope.replace(area, "")
    return widens(scope)


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
    before = whole[: found.start()] if found else ""
    if f"{year}年" in before and not has_any(before, ("截至", "截止")):
        return accumulates(_TOTALLED.sub("", spoken))
    return accumulates(spoken)


def _is_of_another(said: Said, agency: str) -> bool:
    """Whether the clause names another body before the figure: 县政府收到 in a township's report."""
    words = said.before if said.verb is None else said.before + said.after
    found = _BODY.search(words)
    if found is None or not agency:
        return False
    name = words[max(0, found.end() - _LONGEST_NAME) : found.end()]
    for word in _BEFORE_NAME:
        name = name.rpartition(word)[2] or name
    if name[0] in "我本" or name.endswith(_NO_BUREAUS) or len(name) <= 2:
        return False
    if name[1:] in ("政府", "人民政府"):
        own = read_agency(agency)
        office = words.startswith("办", found.end()) and own.kind is Kind.GOVERNMENT
        return office or name[0] != own.place[-1:] or not (own.is_government or "政府" in own.core)
    return not same_body(name, agency)
