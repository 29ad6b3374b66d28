"""Running text folded for searching: signs that look alike are one sign, and spaces that mean nothing are gone.

Drafts carry white space anywhere (2024 年, 电　话), digits and marks of either width, and ten kinds of dashes. What is
searched in a folded text needs to know none of that, and still finds its place in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from gxlint.text import Pattern, PlainText, Span, Words

_DASHES = "—–－～~─━―‐‑−﹣"
_WIDE = "０１２３４５６７８９（），；：﹕︰∶．／＠＋＜＞＊"
_NARROW = "0123456789(),;::::./@+<>*"
_SIGNS = (*zip(_WIDE, _NARROW, strict=True), *[(dash, "-") for dash in _DASHES])
_SENTENCE = Pattern(r"[^。;！？\n]+[。;！？]?")
_SPACE = Pattern(r"[^\S\n]+")


class Folded:
    """A text folded for searching, with the way back.

    White space stays, as one blank, only between two letters or digits of ASCII; line ends stay.
    """

    __slots__ = ("_kept", "plain", "text")

    def __init__(self, plain: PlainText) -> None:
        self.plain = plain
        text = plain.text
        for sign, folded in _SIGNS:  # faster than str.translate, as few of them occur
            if sign in text:
                text = text.replace(sign, folded)
        self._kept: list[int] | None = None
        if _SPACE.search(text):
            text, self._kept = _without_space(text)
        self.text = text
        """All offsets count in it."""

    def span(self, start: int, end: int) -> Span:
        """The place in the source of the characters ``[start, end)``."""
        return self.plain.span(*self._range(start, end))

    def words(self, start: int, end: int) -> Words:
        """The characters ``[start, end)`` as written, with their place."""
        start, end = self._range(start, end)
        return Words(self.plain.text[start:end], self.plain.span(start, end))

    def sentences(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence in a range, its stop included; a semicolon ends one too."""
        for match in _SENTENCE.finditer(self.text, start, len(self.text) if end is None else end):
            yield match.span()

    def lines(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line that is not empty: the paragraphs of a prose."""
        start = 0
        for line in self.text.split("\n"):
            if line:
                yield start, start + len(line)
            start += len(line) + 1

    def _range(self, start: int, end: int) -> tuple[int, int]:
        if self._kept is None:
            return start, end
        if start >= end:
            here = self._kept[start] if start < len(self._kept) else len(self.plain.text)
            return here, here
        return self._kept[start], self._kept[end - 1] + 1


def keywords(text: str) -> tuple[str, ...]:
    """The words of a list that is written with blanks between them."""
    return tuple(text.split())


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether a text has one of these words: for short texts as fast as a pattern, and never to be compiled."""
    return any(word in text for word in words)


@lru_cache(maxsize=8)
def fold(plain: PlainText) -> Folded:
    """The text folded; kept for the next who asks for the same text."""
    return Folded(plain)


def _without_space(text: str) -> tuple[str, list[int]]:
    """The text without meaningless white space, and for each character left where it was."""
    parts: list[str] = []
    kept: list[int] = []
    position = 0
    for space in _SPACE.finditer(text):
        start, end = space.span()
        parts.append(text[position:start])
        kept += range(position, start)
        before, after = text[start - 1 : start], text[end : end + 1]
        if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
            parts.append(" ")
            kept.append(start)
        position = end
    parts.append(text[position:])
    kept += range(position, len(text))
    return "".join(parts), kept
