"""What the rules on punctuation share."""

from __future__ import annotations

from gxlint.rule import Citation

PUNCTUATION = "《标点符号用法》（GB/T 15834—2011）"
NUMERALS = "《出版物上数字用法》（GB/T 15835—2011）"

_CHINESE_MARKS = frozenset("，。；：、！？”’》）】〉〕“‘《（【〈〔…—％·～")


def punctuation(clause: str) -> Citation:
    """A clause of the standard on punctuation."""
    return Citation(PUNCTUATION, clause)


def is_chinese(char: str) -> bool:
    """Whether a character (or none) is a Han character or a Chinese mark."""
    return "一" <= char <= "鿿" or char in _CHINESE_MARKS if char else False
