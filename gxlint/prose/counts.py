"""Figures in running text: so many of something, so many per cent, and none of something in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gxlint.prose.clauses import Clause, Prose
from gxlint.prose.numerals import read_chinese, read_number

#: Measure words that count cases and papers alike, so that 12件, 12宗 and 12起 can be one and the same figure.
CASES = frozenset({"件", "宗", "起", "份", "例", "件次"})

_NUMBER = r"[\d零〇○一二三四五六七八九两十百千万亿][\d零〇○一二三四五六七八九两十百千万亿,.．]*"
_UNIT = (
    r"件次|人次|条次|次(?!日)|件|条|宗|起|份|例|项(?!目)|篇|批(?!准|复|评)|个|期|场|张|本|册|封|家|名|人|部(?![分署门])|套|笔|类|页"
    r"|户|元|则|幅|处(?![理罚长])"
)
_COUNT = re.compile(
    rf"(?P<number>{_NUMBER})(?:(?P<more>[余多几来])?(?P<unit>{_UNIT})(?!性)"
    r"(?P<about>以上|以下|左右|上下|以内|之多|有余|多(?=$)|余(?=$))?|$)"
)
_HEDGE = re.compile(r"(?:约|大概|近|接近|超过?|逾|突破|不足|不[少低]于|不超过|至少|最多|多达|[数几])$")
#: Alone they are numbers only where they are hedged (上百件), not in 万元 or 千家万户.
_ROUND_WORDS = frozenset("百千万亿")
_RANGE = re.compile(r"\d(?:[-—~～–至到、]|\.\.)$")
_EACH = re.compile(r"各(?:自)?(?:有|是|为)?$")
_PERCENT = re.compile(r"(?P<number>\d+(?:[.．]\d+)?)[%％]|百分之(?P<chinese>[零〇一二三四五六七八九十百两]+)(?!点)")
_NONE = re.compile(
    r"(?P<no>(?:从|尚|暂|均|并|皆|都)?未(?:曾|有)?|没有|没|无|不存在|不涉及)"
    r"(?P<verb>发生|产生|出现|收到|接收到|接收|接到|受理|制定|制发|出台|印发|办理|作出|做出|实施|废止|存在|涉及)?"
)


#: More words than this before a percentage are not looked at.
_CONTEXT = 60


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
    clause: Clause
    before: str
    """The words of the clause before it, at most 60."""


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
    """The words of the clause behind it."""


@lru_cache(maxsize=8)
def find_counts(prose: Prose) -> tuple[Count, ...]:
    """All counts, in order."""
    return tuple([count for sentence in prose.sentences for clause in sentence.clauses for count in _counts(clause)])


def counts_in(clause: Clause) -> tuple[Count, ...]:
    """The counts of one clause, in order."""
    return tuple(_counts(clause))


def _counts(clause: Clause) -> Iterator[Count]:
    found = [match for match in _COUNT.finditer(clause.text) if _is_count(match)]
    for index, match in enumerate(found):
        low = found[index - 1].end() if index else 0
        high = found[index + 1].start() if index + 1 < len(found) else len(clause.text)
        before = clause.text[low : match.start()]
        value = read_number(match["number"])
        if value is not None:
            yield Count(
                value,
                match["unit"] or "",
                clause.start + match.start("number"),
                clause.start + match.end("number"),
                clause.start + match.end(),
                _is_hedged(match),
                bool(_EACH.search(before)),
                clause,
                before,
                clause.text[match.end() : high],
            )


def _is_count(match: re.Match[str]) -> bool:
    """Not 第二十条, and without a measure word only at the end behind 为, 是, 共, 计."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    if match["number"] in _ROUND_WORDS and not _is_hedged(match):
        return False
    return before not in ("第", ".") if match["unit"] else before in ("为", "是", "共", "计")


def _is_hedged(match: re.Match[str]) -> bool:
    if match["more"] or match["about"]:
        return True
    before = match.string[max(0, match.start() - 4) : match.start()]
    over = before.endswith("上") and match["number"][0] in "十百千万"
    return bool(over or _HEDGE.search(before) or _RANGE.search(before))


def find_percentages(prose: Prose) -> Iterator[Percentage]:
    """All percentages, in order."""
    for clause, match in prose.find(_PERCENT):
        number = match["number"]
        chinese = None if number else read_chinese(match["chinese"])
        if number is None and chinese is None:
            continue
        value = Decimal(number.replace("．", ".")) if number else Decimal(chinese or 0)
        decimals = max(0, -int(value.as_tuple().exponent))
        before = clause.text[max(0, match.start() - _CONTEXT) : match.start()]
        yield Percentage(value, decimals, clause.start + match.start(), clause.start + match.end(), clause, before)


def find_absences(prose: Prose) -> Iterator[Absence]:
    """All negations that may say that there was none of something; the first of each clause."""
    for sentence in prose.sentences:
        for clause in sentence.clauses:
            absence = absence_in(clause)
            if absence:
                yield absence


def absence_in(clause: Clause) -> Absence | None:
    """The first negation of a clause that may say that there was none of something.

    Most of 无, 没有 and 未 deny something else (无法提供, 未按期); what stands behind them decides, which is for the
    caller.
    """
    match = _NONE.search(clause.text)
    if match is None:
        return None
    start, end = match.span()
    before, about = clause.text[:start], clause.text[end:]
    return Absence(match["verb"] or "", clause.start + start, clause.start + end, clause, before, about)
