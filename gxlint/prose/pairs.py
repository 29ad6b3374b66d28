"""Pairs of neighbouring characters: what tells in a moment that most words of a list are not in a text."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache

#: Two bytes a character, in the order of this machine.
_CODEC = f"utf-16-{sys.byteorder[0]}e"


def code(pair: str) -> int:
    """The number that stands for two characters; of characters that take four bytes, for the first alone."""
    first, second = ord(pair[0]), ord(pair[1])
    if first > 0xFFFF:
        return int.from_bytes(pair[0].encode(_CODEC), sys.byteorder)
    if second > 0xFFFF:
        return int.from_bytes(pair.encode(_CODEC, "surrogatepass")[:4], sys.byteorder)
    return first | second << 16 if sys.byteorder == "little" else first << 16 | second


@lru_cache(maxsize=2)
def pairs(text: str) -> frozenset[int]:
    """All pairs of neighbouring characters in a text, as numbers; kept for the next who asks about the same text.

    The text is read as an array of 32 bits each, once from the first character and once from the second: making
    thousands of strings of two characters takes several times as long.
    """
    units = text.encode(_CODEC, "surrogatepass")
    found: set[int] = set()
    for start in (0, 2):
        found.update(memoryview(units)[start : start + max(0, len(units) - start) // 4 * 4].cast("I"))
    return frozenset(found)


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether a long text has one of these words of two characters or more; cheap where it has none."""
    present = pairs(text)
    return any(code(word[:2]) in present and word in text for word in words)
