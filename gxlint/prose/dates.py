"""Dates and periods as people write them, and as conversions leave them.

Arabic (half and full width) and Chinese numerals, 号 for 日, ``2024-01-09`` and ``2024.1.9``, spaces anywhere, parts
left out (12月31日, 2024年1月, 2024年), and what web pages lose on the way (``2021 1 1 日``, ``20231月1日``,
``20241231日``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gxlint.text import PlainText, Span, compiled


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
            # Without a year the 29th of February is possible, without a day the first stands for the month.
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


def find_dates(plain: PlainText) -> Iterator[WrittenDate]:
    """Every date in a text, in order.

    Args:
        plain: a paragraph, or many, one a line; no date runs over a line end.
    """
    for raw in _scan(plain.text):
        yield _written(plain, raw)


def find_periods(plain: PlainText) -> Iterator[WrittenPeriod]:
    """Every period in a text, in order; arguments as for :func:`find_dates`."""
    text = plain.text
    previous: _Raw | None = None
    for raw in _scan(text):
        pair = _pair(text, previous, raw) if previous else None
        pair = pair or _shorthand(text, raw)
        if pair is None:
            previous = raw
            continue
        previous = None
        first, last = pair
        span = plain.span(first.start, last.end)
        yield WrittenPeriod(span, text[first.start : last.end], _written(plain, first), _written(plain, last))


class _Raw(NamedTuple):
    """A date by its offsets in the text searched."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None


def _written(plain: PlainText, raw: _Raw) -> WrittenDate:
    return WrittenDate(plain.span(raw.start, raw.end), plain.text[raw.start : raw.end], raw.year, raw.month, raw.day)


# Spaces stand anywhere, but a date never runs over a line end.
_S = r"[^\S\n]*"
_GAP = r"[^\S\n]+"
_ZERO = "〇○◯零0０OＯ"
_HAN = "一二三四五六七八九"
_HAN_YEAR = rf"(?:二{_S}[{_ZERO}]|一{_S}九)(?:{_S}[{_ZERO}{_HAN}]){{2}}"
_HAN_MONTH = rf"(?:十{_S}[{_HAN}]?|[{_HAN}元])"
_HAN_DAY = rf"(?:[二三]?{_S}十{_S}[{_HAN}]?|[廿卅][{_HAN}]?|[{_HAN}])"
_NUMBER = rf"\d(?:{_S}\d)?"
_DASH = r"\-—–－~～─━―‐‑−﹣"
_CENTURY = r"(?:19|20|１９|２０)"

# 日 is missing: only before what ends a date, so that 1月5、2月6件 counts no days.
_CLIPPED = rf"(?={_S}(?:[止至到起]|[{_DASH}]{_S}(?:\d{{4}}|\d\d?{_S}月{_S}\d)|[，,。；;）)]|$))"
_CLIPPED_NO_YEAR = rf"(?={_S}[止至到起])"

_ALTERNATIVES = (
    # 2021 1 1 日, 2021年 1 1 日: a web page lost the marks and left spaces.
    rf"(?P<y1>{_CENTURY}\d\d)(?:{_S}年{_S}|{_GAP})(?P<m1>\d\d?){_GAP}(?P<d1>\d\d?){_S}(?:日|(?=[起至到止]))",
    # 20231月1日, 2023 12月31日: it lost 年.
    rf"(?P<y2>{_CENTURY}\d\d){_S}(?P<m2>\d\d?){_S}月{_S}(?P<d2>\d\d?){_S}日",
    # 20241231日, 202411日: it lost 年 and 月.
    rf"(?P<compact>{_CENTURY}\d{{4,6}}){_S}日",
    # 2024年12月31日 and what is left of it; a year of three or five digits only where a month follows.
    rf"(?P<y3>(?:\d{_S}){{3}}\d(?={_S}年)|\d{{3}}(?={_S}年{_S}\d\d?{_S}月)|\d{{5}}(?={_S}年{_S}\d\d?{_S}月)|{_HAN_YEAR})"
    rf"{_S}年(?:{_S}度?{_S}(?P<m3>{_NUMBER}|{_HAN_MONTH}){_S}月份?"
    rf"(?:{_S}(?P<d3>{_NUMBER}|{_HAN_DAY}){_S}[日号]|{_S}(?P<c3>\d\d?){_CLIPPED})?)?",
    # 12月31日, 12月.
    rf"(?P<m4>\d\d?|(?:(?<=[至到{_DASH}])|(?<=[至到{_DASH}][ \u3000]))\d{_GAP}\d|{_HAN_MONTH}){_S}月份?"
    rf"(?:{_S}(?P<d4>{_NUMBER}|{_HAN_DAY}){_S}[日号]|{_S}(?P<c4>\d\d?){_CLIPPED_NO_YEAR})?",
    # 2024-01-09, 2024.1.9, 2024/1/9, but no piece of an address or of a longer number.
    rf"(?<![A-Za-z/=_])(?<!\D[.-])(?P<y5>{_CENTURY}\d\d)(?P<sep>[-.．/／－])(?P<m5>\d\d?)(?P=sep)(?P<d5>\d\d?)"
    rf"(?![\dA-Za-z_/]|(?P=sep)\d(?!\d{{3}}))",
)
_YEARS = ("y1", "y2", "y3", "y5")
_MONTHS = ("m1", "m2", "m3", "m4", "m5")
_DAYS = ("d1", "d2", "d3", "c3", "d4", "c4", "d5")


_PATTERN = rf"(?m)(?=[\d{_HAN}十元])(?<!\d)(?:{'|'.join(_ALTERNATIVES)})"


def _scan(text: str) -> Iterator[_Raw]:
    for match in compiled(_PATTERN).finditer(text):
        end = match.start() + len(match[0].rstrip())
        if compact := match["compact"]:
            yield _Raw(match.start(), end, *_split(compact))
            continue
        year, month, day = (_first(match, names) for names in (_YEARS, _MONTHS, _DAYS))
        yield _Raw(match.start(), end, year, month, day)


def _first(match: re.Match[str], names: tuple[str, ...]) -> int | None:
    for name in names:
        if written := match[name]:
            return _number(written, digits_only=name.startswith("y"))
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


def _number(written: str, *, digits_only: bool) -> int:
    """The value of a number in either script; *digits_only* for years, which are read digit by digit."""
    bare = "".join(written.split())
    if bare.isdecimal():
        return int(bare)
    if digits_only:
        return int("".join(["0" if sign in _ZERO else str(_HAN.index(sign) + 1) for sign in bare]))
    if bare == "元":
        return 1
    bare = bare.replace("廿", "二十").replace("卅", "三十")
    tens, ten, units = bare.rpartition("十")
    return (_HAN.index(tens) + 1 if tens else 1 if ten else 0) * 10 + (_HAN.index(units) + 1 if units else 0)


_JOIN = rf"(?:截?至|截止[至到]?|直?到|止于|[{_DASH}]+|一|→)"
_SPACED_JOIN = rf"{_S}{_JOIN}{{1,2}}{_S}"
_START = rf"(?:[（(][^（）()\n]{{1,4}}[）)])?{_S}(?:开始|起始|之日起|起|始|零时)?"
_BETWEEN = rf"{_S}{_START}{_S}[，,、]?{_SPACED_JOIN}(?P<year>当年|同年|该年|本年|次年|翌年)?{_S}"
# 自…起，…止: only 止 behind the second date tells that they belong together.
_LOOSE = rf"{_S}(?:开始|起|始){_S}[，,、]?{_S}"
_MONTH_FIRST = rf"{_S}(?P<month>\d\d?){_SPACED_JOIN}"
_BARE_YEAR = rf"(?P<year>{_CENTURY}\d\d){_SPACED_JOIN}$"
_BARE_MONTH = rf"(?P<month>\d\d?){_SPACED_JOIN}$"


def _pair(text: str, first: _Raw, last: _Raw) -> tuple[_Raw, _Raw] | None:
    """The two as a period, if what stands between them joins them."""
    gap = text[first.end : last.start]
    if len(gap) > 20 or "\n" in gap:
        return None
    if match := compiled(_BETWEEN).fullmatch(gap):
        return _completed(first, last, 1 if match["year"] in ("次年", "翌年") else 0)
    if _is_year(first) and last.year is None and (match := compiled(_MONTH_FIRST).fullmatch(gap)):
        return _completed(first._replace(end=first.end + match.end("month"), month=int(match["month"])), last, 0)
    if first.year is None or first.day is None or last.day is None:
        return None
    # The dash between two dates is easily lost; 起 without 至 needs a 止.
    stopped = compiled(_LOOSE).fullmatch(gap) and text[last.end : last.end + 4].lstrip().startswith("止")
    return _completed(first, last, 0) if stopped or not gap.strip() else None


def _is_year(raw: _Raw) -> bool:
    return raw.year is not None and raw.month is None


def _completed(first: _Raw, last: _Raw, later: int) -> tuple[_Raw, _Raw]:
    if last.year is None and first.year is not None:
        last = last._replace(year=first.year + later)
    elif first.year is None and last.year is not None and (first.month or 0) <= (last.month or 12):
        first = first._replace(year=last.year)
    return first, last


def _shorthand(text: str, last: _Raw) -> tuple[_Raw, _Raw] | None:
    """2021—2023年 and 1—12月, whose first half is no date by itself."""
    if last.day is not None or (last.year is not None) == (last.month is not None):
        return None
    before = text[max(0, last.start - 12) : last.start]
    match = compiled(_BARE_YEAR if last.year is not None else _BARE_MONTH).search(before)
    if match is None or before[max(0, match.start() - 1) : match.start()].isdecimal():
        return None
    start = last.start - len(before) + match.start()
    number = int(match[1])
    year, month = (number, None) if last.year is not None else (None, number)
    return _Raw(start, start + len(match[1]), year, month, None), last
