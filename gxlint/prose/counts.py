"""Figures in running text: so many of something, so many per cent, and none of something in words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gxlint.prose.clauses import COVER, NUMERAL, Clause, Prose
from gxlint.prose.numerals import read_chinese, read_number
from gxlint.prose.phrases import wordlist
from gxlint.text import Pattern

#: Measure words that count cases and papers alike, so that 12件, 12宗 and 12起 can be one and the same figure.
CASES = frozenset({"件", "宗", "起", "份", "例", "件次"})

_SHORT = frozenset("次件条宗起份例项篇批个期场张本册封家名人部套笔类页户元则幅处")
_LONG = frozenset({"件次", "人次", "条次"})
_FIRST = _SHORT | {measure[0] for measure in _LONG}
#: Words that begin with a measure word and are none.
_NO_MEASURES = wordlist("次日 次性 项目 批准 批复 批评 部分 部署 部门 处理 处罚 处长 件性 类性")
_ABOUT = wordlist("以上 以下 左右 上下 以内 之多 有余")
_MORE = frozenset("余多几来")
#: Of what may follow a number that counts something: a measure word, a hedge, or a mark behind a bare number.
_FOLLOWING = _FIRST | _MORE | {"", "\n", *"，,；;：:。！？!?）)、百千万亿"}
_HEDGES = wordlist("约 大概 近 接近 超过 超 逾 突破 不足 不少于 不低于 不超过 至少 最多 多达 至 到 、 - — ~ ～ –")
#: 上百件, 数十件, 几百件; but not 总数12件.
_SOME = ("上", "数", "几")
#: Before a number these hedge only if another number stands before them: 3至5件.
_BETWEEN = frozenset("至到、-—~～–")
#: Alone they are numbers only where they are hedged (上百件), not in 万元 or 千家万户.
_ROUND_WORDS = frozenset("百千万亿")
_NUMBER = Pattern(rf"[\d{NUMERAL}][\d{NUMERAL},.]*")
_PERCENT = Pattern(rf"\d+(?:\.\d+)?%|{NUMERAL}分之{NUMERAL}+")
_NEGATION = Pattern("未|没|无|不存在|不涉及|零报告")
#: Stands behind what there was none of.
_NONE_REPORTED = "零报告"
_NEGATIONS = wordlist("未曾 未有 未 没有 没 无 不存在 不涉及")
_VERBS = wordlist("发生 产生 出现 收到 接收到 接收 接到 受理 制定 制发 出台 印发 办理 作出 做出 实施 废止 存在 涉及")
#: What may follow such a verb and says no more: 未收到过, 未收到和处理.
_AND_MORE = Pattern("(?:[和及与并、](?:处理|办理|答复|受理))?过(?![期程往时高])|[和及与并、](?:处理|办理|答复|受理)")
#: More words than this before a percentage are not looked at.
_CONTEXT = 60
#: More clauses than this in the brackets of one clause are not looked through.
_MOST_ASIDES = 50


class Count(NamedTuple):
    """So many of something: 共收到12件申请."""

    value: int | Decimal
    unit: str
    """The measure word; empty where the clause ends in a bare number (申请数量为0)."""
    start: int
    """Offset of the number in the prose."""
    end: int
    """Behind the number."""
    stop: int
    """Behind the measure word and anything that belongs to it."""
    hedged: bool
    """余, 多, 约, 近, 以上, 3至5 and the like: the number is not meant exactly."""
    each: bool
    """各3件: the number is that of several things, each."""
    clause: Clause
    before: str
    """The words of the clause before it, back to the count before."""
    after: str
    """The words of the clause behind it, up to the next count."""

    @property
    def is_exact(self) -> bool:
        """A whole number of one thing, meant as it stands."""
        return isinstance(self.value, int) and not self.hedged and not self.each

    def is_like(self, other: Count) -> bool:
        """Whether both are counted in the same measure, or both in one for cases and papers."""
        return self.unit == other.unit or {self.unit, other.unit} <= CASES


class Percentage(NamedTuple):
    """So many per cent."""

    value: Decimal
    decimals: int
    """Digits behind the point, as written."""
    start: int
    end: int
    before: str
    """The words of the paragraph before it, at most 60."""


class Absence(NamedTuple):
    """None of something, said in words: 未收到政府信息公开申请."""

    verb: str
    """收到, 发生 …; empty behind a bare 没有 or 无."""
    start: int
    """Offset of the negation in the prose."""
    end: int
    """Behind the negation and its verb."""
    clause: Clause
    before: str
    """The words of the clause before it."""
    about: str
    """The words of the clause behind it; before it, where 零报告 says so."""


@lru_cache(maxsize=8)
def find_counts(prose: Prose) -> tuple[Count, ...]:
    """All counts, in order."""
    clauses = [clause for sentence in prose.sentences for clause in sentence.clauses]
    starts = [clause.start for clause in clauses]
    found: list[Count] = []
    for match in _NUMBER.finditer(prose.shape):
        start = match.start()
        end = start + len(match.group().rstrip(",."))
        if prose.text[end : end + 1] not in _FOLLOWING:
            continue
        clause = _clause_at(clauses, starts, start)
        count = clause and _read_count(clause, start - clause.start, end - clause.start)
        if count:
            found.append(count)
    return tuple(_with_words(found))


def _clause_at(clauses: list[Clause], starts: list[int], offset: int) -> Clause | None:
    """The innermost clause that holds the character at an offset."""
    last = bisect_right(starts, offset) - 1
    for index in range(last, max(-1, last - _MOST_ASIDES), -1):
        if clauses[index].end > offset:
            return clauses[index]
    return None


def _read_count(clause: Clause, start: int, end: int) -> Count | None:
    """The count of a number that stands at ``[start, end)`` of a clause; ``None`` if it is another kind of number."""
    text = clause.text
    more = end < len(text) and text[end] in _MORE
    unit = _measure_at(text, end + more)
    stop = end + more + len(unit)
    before = text[start - 1] if start else ""
    if (before in ("第", ".")) if unit else (before not in ("为", "是", "共", "计") or stop < len(text)):
        return None
    about = next((word for word in _ABOUT if text.startswith(word, stop)), "")
    about = about or (text[stop:] if unit and text[stop:] in ("多", "余") else "")
    hedged = bool(about) or (more and bool(unit)) or _is_hedged(text, start)
    written = text[start:end]
    value = read_number(written)
    if value is None or (written in _ROUND_WORDS and not hedged):
        return None
    offsets = (clause.start + start, clause.start + end, clause.start + stop + len(about))
    return Count(value, unit, *offsets, hedged, _is_each(text, start), clause, "", "")


def _measure_at(text: str, at: int) -> str:
    """The measure word at an offset; empty if there is none."""
    if text[at : at + 1] not in _FIRST or text.startswith(_NO_MEASURES, at):
        return ""
    return text[at : at + 2] if text[at : at + 2] in _LONG else text[at : at + 1] if text[at] in _SHORT else ""


def _is_hedged(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start]
    if before.endswith(_SOME) and text[start] in "十百千万亿":
        return True
    if before[-1:] in _BETWEEN and before:
        return before[-2:-1].isdigit()
    return before.endswith(_HEDGES)


def _is_each(text: str, start: int) -> bool:
    """各3件, 各有3件."""
    before = text[max(0, start - 3) : start]
    return before.rstrip("有为是自").endswith("各")


def _with_words(counts: list[Count]) -> Iterator[Count]:
    """The counts with the words of their clauses around them."""
    for index, count in enumerate(counts):
        text, base = count.clause.text, count.clause.start
        low = counts[index - 1].stop - base if index and counts[index - 1].clause is count.clause else 0
        follows = index + 1 < len(counts) and counts[index + 1].clause is count.clause
        high = counts[index + 1].start - base if follows else len(text)
        yield count._replace(before=text[low : count.start - base], after=text[count.stop - base : high])


def find_percentages(prose: Prose) -> Iterator[Percentage]:
    """All percentages, in order."""
    for match in _PERCENT.finditer(prose.shape):
        start, end = match.span()
        written = prose.text[start:end]
        arabic = match.group().endswith("%")
        number = written[:-1].replace("．", ".") if arabic else read_chinese(written.removeprefix("百分之"))
        if number is None:
            continue
        value = Decimal(number)
        decimals = max(0, -int(value.as_tuple().exponent))
        before = prose.text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
        yield Percentage(value, decimals, start, end, before)


def find_absences(prose: Prose) -> Iterator[Absence]:
    """All negations that may say that there was none of something; the first of each clause."""
    for sentence in prose.sentences:
        if _NEGATION.search(sentence.text) or COVER in sentence.text:
            for clause in sentence.clauses:
                absence = absence_in(clause)
                if absence:
                    yield absence


def absence_in(clause: Clause) -> Absence | None:
    """The first negation of a clause that may say that there was none of something.

    Most of 无, 没有 and 未 deny something else (无法提供, 未按期); what stands behind them decides, which is for the
    caller.
    """
    match = _NEGATION.search(clause.text)
    if match is None:
        return None
    text, start = clause.text, match.start()
    if match.group() == _NONE_REPORTED:
        return Absence("", clause.start + start, clause.start + match.end(), clause, "", text[:start])
    end = start + len(next(word for word in _NEGATIONS if text.startswith(word, start)))
    verb = next((verb for verb in _VERBS if text.startswith(verb, end)), "")
    end += len(verb)
    more = _AND_MORE.match(text, end) if verb else None
    end = more.end() if more else end
    return Absence(verb, clause.start + start, clause.start + end, clause, text[:start], text[end:])
