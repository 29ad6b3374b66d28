"""What a pattern may say in short: ``{number}`` for a number however it is written, ``{date}`` for where a date is."""

from __future__ import annotations

_HAN = "零〇○一二三四五六七八九十百千万亿两"
_DIGIT = "0-9０-９"
NUMBER, DATE = "number", "date"
_NUMERAL = f"{_DIGIT}{_HAN}"
_SHORTHANDS = {
    f"{{{NUMBER}}}": rf"(?<![{_NUMERAL},.．])(?P<{NUMBER}>[{_NUMERAL}](?:[{_NUMERAL},.．]*[{_NUMERAL}])?)",
    f"{{{DATE}}}": rf"(?P<{DATE}>[{_DIGIT}{_HAN}元年月日号./\- ]{{4,20}})",
}


def spelt_out(pattern: str) -> str:
    """A pattern with its shorthands as named groups."""
    for shorthand, meaning in _SHORTHANDS.items():
        pattern = pattern.replace(shorthand, meaning, 1)
    return pattern
