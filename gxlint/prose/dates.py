"""Dates and periods as people write them, and as conversions leave them.

Arabic and Chinese numerals, 号 for 日, ``2024-01-09`` and ``2024.1.9``, spaces anywhere, parts left out (12月31日,
2024年1月, 2024年), and what web pages lose on the way (``2021 1 1 日``, ``20231月1日``, ``20241231日``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from gxlint.prose.folding import Folded, fold
from gxlint.text import Pattern, PlainText, Span, compiled


class WrittenDate(NamedTuple):
    """A date as written; it may be impossible."""

    span: Span
    text: str
    year: int | None
    month: int | None
    day: int | None

    @property
    def date(self) -> date | None:
        """The day, or ``None`` where a part is missing or there is no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def impossible(self) -> bool:
        """Whether no calendar has it (13月, 2月30日); of a date without a year, whether no year has it."""
        if self.month is None:
            return False
        try:
            # Without a year the 29th of February is possible; without a day the first stands for the month.
            date(2000 if self.year is None else self.year, self.month, 1 if self.day is None else self.day)
        except ValueError:
            return True
        return False

    @property
    def clipped(self) -> bool:
        """Whether 日 is missing behind the day, as in 12月31止."""
        return self.day is not None and "月" in self.text and self.text[-1] not in "日号"


class WrittenPeriod(NamedTuple):
    """Two dates that somebody joined: 自…起至…止, …—…, 2024年1-12月."""

    span: Span
    """From the first date to the last one, words around them left out."""
    text: str
    first: WrittenDate
    last: WrittenDate
    """Where one of the two has no year, it has the other's; 次年 counts."""


class DateMatch(NamedTuple):
    """A date by its offsets in the folded text that was searched."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    def written(self, folded: Folded, offset: int = 0) -> WrittenDate:
        """The date with its place; *offset* is where the text searched starts in *folded*."""
        words = folded.words(offset + self.start, offset + self.end)
        return WrittenDate(words.span, words.text, self.year, self.month, self.day)


@lru_cache(maxsize=8)
def find_dates(plain: PlainText) -> Sequence[WrittenDate]:
    """Every date in a text, in order; kept for the next rule that asks for the same text.

    Args:
        plain: a paragraph, or many, one a line; no date runs over a line end.
    """
    folded = fold(plain)
    return tuple([match.written(folded) for match in match_dates(folded.text)])


@lru_cache(maxsize=8)
def find_periods(plain: PlainText) -> Sequence[WrittenPeriod]:
    """Every period in a text, in order; argument as for :func:`find_dates`."""
    folded = fold(plain)
    periods = []
    for first, last in match_periods(folded.text):
        words = folded.words(first.start, last.end)
        periods.append(WrittenPeriod(words.span, words.text, first.written(folded), last.written(folded)))
    return tuple(periods)


_HAN = "一二三四五六七八九"
_ZERO = "〇○◯零O0Ｏ"
_CENTURY = "(?:19|20)"


@cache
def _pattern(*, han: bool) -> Pattern:
    """The pattern of a date; with Chinese numerals it takes thrice as long to compile, and few drafts have them."""
    number = r"\d ?\d?"
    year = rf"|(?:二[{_ZERO}]|一九)[{_ZERO}{_HAN}]{{2}}" if han else ""
    month = rf"|十[一二三]?|[元{_HAN}]" if han else ""
    day = rf"|[二三]?十[{_HAN}]?|[廿卅{_HAN}][{_HAN}]?" if han else ""
    alternatives = (
        # 2021 1 1日, 2021年1 1日: a web page lost the marks and left spaces.
        rf"(?P<y1>{_CENTURY}\d\d)[ 年](?P<m1>\d\d?) (?P<d1>\d\d?)(?:日|(?=[起至到止]))",
        # 20231月1日, 2023 12月31日: it lost 年.
        rf"(?P<y2>{_CENTURY}\d\d) ?(?P<m2>\d\d?)月(?P<d2>\d\d?)日",
        # 20241231日, 202411日: it lost 年 and 月.
        rf"(?P<compact>{_CENTURY}\d{{4,6}})日",
        # 2024年12月31日 and what is left of it; a year of three or five digits only where a month follows. Where 日
        # is missing, only before what ends a date, so that 1月5、2月6件 counts no days.
        rf"(?P<y3>(?:\d ?){{3}}\d(?=年)|(?:\d{{3}}|\d{{5}})(?=年\d\d?月){year})年(?:度?(?P<m3>{number}{month})月份?"
        rf"(?:(?P<d3>{number}{day})[日号]|(?P<c3>\d\d?)(?=[止至到起,;)。]|-(?:\d{{4}}|\d\d?月\d)|$))?)?",
        # 12月31日, 12月; spaces inside its month only behind what joins it to another date.
        rf"(?P<m4>\d\d?|(?<=[-至到])\d \d{month})月份?"
        rf"(?:(?P<d4>{number}{day})[日号]|(?P<c4>\d\d?)(?=[止至到起]))?",
        # 2024-01-09, 2024.1.9, 2024/1/9, but no piece of an address or of a longer number.
        rf"(?<![A-Za-z/=_])(?<!\D[.-])(?P<y5>{_CENTURY}\d\d)(?P<sep>[-./])(?P<m5>\d\d?)(?P=sep)(?P<d5>\d\d?)"
        r"(?![\dA-Za-z_/]|(?P=sep)\d(?!\d{3}))",
    )
    start = rf"[\d十元{_HAN}]" if han else r"\d"
    return Pattern(rf"(?m)(?={start})(?<!\d)(?:{'|'.join(alternatives)})")


def _has_han_numerals(text: str) -> bool:
    """Whether a date may be written in Chinese numerals: 二〇二四年, 十二月."""
    position = text.find("月")
    while position >= 0:
        if text[position - 1] in "十元一二三四五六七八九":
            return True
        position = text.find("月", position + 1)
    return any(f"二{zero}" in text for zero in _ZERO) or "一九" in text


_YEARS = ("y1", "y2", "y3", "y5")
_MONTHS = ("m1", "m2", "m3", "m4", "m5")
_DAYS = ("d1", "d2", "d3", "c3", "d4", "c4", "d5")


def match_dates(text: str) -> Iterator[DateMatch]:
    """The dates in a folded text."""
    for match in _pattern(han=_has_han_numerals(text)).finditer(text):
        if compact := match["compact"]:
            yield DateMatch(*match.span(), *_split(compact))
            continue
        year, month, day = (_first(match, names) for names in (_YEARS, _MONTHS, _DAYS))
        yield DateMatch(match.start(), match.end(), year, month, day)


def _first(match: re.Match[str], names: tuple[str, ...]) -> int | None:
    for name in names:
        if written := match[name]:
            return _number(written.replace(" ", ""), by_digit=name.startswith("y"))
    return None


def _split(digits: str) -> tuple[int, int | None, int | None]:
    """The parts of a date whose marks were lost; month and day only if there is one way to read them."""
    year, rest = int(digits[:4]), digits[4:]
    if len(rest) != 3:
        half = len(rest) // 2
        return year, int(rest[:half]), int(rest[half:])
    ways = [(int(rest[:cut]), int(rest[cut:])) for cut in (1, 2)]
    possible = [(month, day) for month, day in ways if 1 <= month <= 12 and 1 <= day <= 31]
    return (year, *possible[0]) if len(possible) == 1 else (year, None, None)


def _number(written: str, *, by_digit: bool) -> int:
    """The value of a number in either script; years are read digit by digit."""
    if written.isdecimal():
        return int(written)
    if by_digit:
        return int("".join(["0" if sign in _ZERO else str(_HAN.index(sign) + 1) for sign in written]))
    if written == "元":
        return 1
    tens, ten, units = written.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    high = _HAN.index(tens) + 1 if tens else 1 if ten else 0
    return high * 10 + (_HAN.index(units) + 1 if units else 0)


#: More characters than this do not stand between the two dates of a period.
_GAP = 20
_JOIN = "(?:截?至|截止[至到]?|直?到|止于|-+|一|→){1,2}"
_BETWEEN = (
    rf"(?:\([^()]{{1,4}}\))?(?:开始|起始|之日起|起|始|零时)?[,、]?{_JOIN}(?P<year>当年|同年|该年|本年|次年|翌年)?"
)
_LOOSE = r"(?:开始|起|始),?"


def match_periods(text: str) -> Iterator[tuple[DateMatch, DateMatch]]:
    """The periods in a folded text, as first and last date."""
    previous: DateMatch | None = None
    for match in match_dates(text):
        pair = _pair(text, previous, match) if previous else None
        pair = pair or _shorthand(text, match)
        previous = None if pair else match
        if pair:
            yield pair


def _pair(text: str, first: DateMatch, last: DateMatch) -> tuple[DateMatch, DateMatch] | None:
    """The two as a period, if what stands between them joins them."""
    if last.start - first.end > _GAP:
        return None
    gap = text[first.end : last.start]
    if match := compiled(_BETWEEN).fullmatch(gap):
        return _completed(first, last, 1 if match["year"] in ("次年", "翌年") else 0)
    if first.month is None and last.year is None and (match := compiled(rf"(\d\d?){_JOIN}").fullmatch(gap)):
        return _completed(first._replace(end=first.end + match.end(1), month=int(match[1])), last, 0)
    if first.year is None or first.day is None or last.day is None:
        return None
    # The dash between two dates is easily lost; 起 without 至 needs a 止.
    stopped = text.startswith("止", last.end) and compiled(_LOOSE).fullmatch(gap)
    return _completed(first, last, 0) if stopped or not gap else None


def _completed(first: DateMatch, last: DateMatch, later: int) -> tuple[DateMatch, DateMatch]:
    if last.year is None and first.year is not None:
        last = last._replace(year=first.year + later)
    elif first.year is None and last.year is not None and (first.month or 0) <= (last.month or 12):
        first = first._replace(year=last.year)
    return first, last


def _shorthand(text: str, last: DateMatch) -> tuple[DateMatch, DateMatch] | None:
    """2021—2023年 and 1—12月, whose first half is no date by itself."""
    if last.day is not None or (last.year is not None) == (last.month is not None):
        return None
    number = rf"(?<!\d)({_CENTURY}\d\d){_JOIN}$" if last.year is not None else rf"(?<!\d)(\d\d?){_JOIN}$"
    match = compiled(number).search(text, max(0, last.start - 12), last.start)
    if match is None:
        return None
    year, month = (int(match[1]), None) if last.year is not None else (None, int(match[1]))
    return DateMatch(*match.span(1), year, month, None), last
