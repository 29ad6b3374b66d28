"""Numbers as people write them: Arabic, full-width, with separators or 万, and Chinese.

A small exact reading of our own: the libraries for it either take a third of a second to import or read 二百五 as 250.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gxlint.text import Pattern

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
#: Longer runs of digits count nothing.
_LONGEST = 20

_ARABIC = Pattern(r"(\d[\d,]*)(?:[.．](\d+))?([百千]?)([万亿]?)")
_SEPARATED = Pattern(r"\d{1,3}(?:,\d{3})+")


def read_number(text: str) -> int | Decimal | None:
    """The number that *text* as a whole is.

    >>> read_number("1,203"), read_number("３.2万"), read_number("两百零三"), read_number("二〇二四")
    (1203, 32000, 203, 2024)

    Args:
        text: without white space at the ends.

    Returns:
        An integer where it is one, however written; ``None`` where the text is no number or one that can be read in
        two ways (三五, 一百二).
    """
    if len(text) > _LONGEST:
        return None
    found = _ARABIC.fullmatch(text)
    return _read_arabic(found) if found else read_chinese(text)


def _read_arabic(found: re.Match[str]) -> int | Decimal | None:
    whole, fraction, tens, myriads = found.groups(default="")
    if "," in whole and not _SEPARATED.fullmatch(whole):
        return None
    factor = _TENS.get(tens, 1) * _MYRIADS.get(myriads, 1)
    number = int(whole.replace(",", "")) * factor
    if not fraction:
        return number
    exact = number + Decimal(f"0.{int(fraction):0{len(fraction)}d}") * factor
    return int(exact) if factor > 1 and exact == int(exact) else exact


def read_chinese(text: str) -> int | None:
    """The number that a Chinese numeral is, with units (一千二百) or digit by digit (二〇二四).

    Returns:
        ``None`` where *text* is no numeral, not a well-formed one, or an approximate one (三五, 七八十).
    """
    if not text or any(char not in _DIGITS and char not in _TENS and char not in _MYRIADS for char in text):
        return None
    if all(char in _DIGITS for char in text):
        return _read_digits(text)
    return _read_myriads(text, "亿万")


def _read_digits(text: str) -> int | None:
    """三 is 3 and 二〇二四 a year; 三五 means three to five."""
    exact = len(text) == 1 or len(text) >= 4 or any(char in "〇○零" for char in text)
    return int("".join(str(_DIGITS[char]) for char in text)) if exact else None


def _read_myriads(text: str, units: str) -> int | None:
    """The value of a numeral whose greatest unit is one of *units*, which stand in falling order."""
    if not units:
        return _read_thousands(text)
    before, unit, behind = text.rpartition(units[0])
    if not unit:
        return _read_myriads(text, units[1:])
    high = _read_myriads(before, units[1:]) if before else 1
    low = _read_lower(behind, _MYRIADS[unit], units[1:])
    return None if high is None or low is None else high * _MYRIADS[unit] + low


def _read_lower(text: str, unit: int, units: str) -> int | None:
    """What stands behind a unit: nothing, a numeral of the next order, or 零 and a smaller one."""
    value = _read_myriads(text.lstrip("零〇"), units) if text else 0
    if value is None or (text and not value):
        return None
    next_order = unit // 10
    return value if not text or (value >= next_order) != (text[0] in "零〇") else None


def _read_thousands(text: str) -> int | None:
    """The value of a numeral below 10 000 that has a unit or is one digit."""
    total, last, gap = 0, 10_000, True
    while text:
        if text[0] in "零〇":
            text, last, gap = text[1:], last // 10, True
            if not total or not text:
                return None
            continue
        digit, unit, text = _split_order(text, first=not total)
        value = _TENS.get(unit, 1)
        if not digit or value >= last or (not unit and not gap and last > 10):
            return None
        total, last, gap = total + digit * value, value, False
    return total or None


def _split_order(text: str, *, first: bool) -> tuple[int | None, str, str]:
    """The digit and the unit that *text* starts with, and the rest; 十二, 百余 and 一百十二 leave a one unsaid."""
    if text[0] == "十" or (first and text[0] in _TENS):
        return 1, text[0], text[1:]
    unit = text[1] if len(text) > 1 and text[1] in _TENS else ""
    return _DIGITS.get(text[0]), unit, text[1 + len(unit) :]
