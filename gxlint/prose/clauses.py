"""Running text cut into sentences and clauses that know their place.

White space is left out, because drafts carry it anywhere (共 81 条, 2024 年). What stands in 《》 and the numbers of
documents are covered, because the figures and years in them say nothing of the report; a bracket is a clause of its own
inside its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gxlint.text import Pattern, PlainText, Span

#: Stands for every character that is covered.
COVER = "\ue000"
#: Stand, in the shape of a text, for a Chinese numeral, a stop and a pause.
NUMERAL, STOP, PAUSE = "\x01", "\x02", "\x03"

#: The shape of a text has one ASCII character for each class that is searched for, and is as long as the text: patterns
#: on it need no classes of scattered characters, which take long to compile.
_SHAPES = {
    "0123456789.%": "０１２３４５６７８９．％",
    NUMERAL: "零〇○一二三四五六七八九两十百千万亿",
    STOP: "。！？!?",
    PAUSE: "，；：;",
    "(": "（〔【﹝［〖[",
    ")": "）〕】﹞］〗]",
}
_SHAPE = str.maketrans(
    {
        wide: shape[index] if len(shape) > 1 else shape
        for shape, chars in _SHAPES.items()
        for index, wide in enumerate(chars)
    }
)
_SPACE = Pattern(r"[^\S\n]")
_PIECE = Pattern(r"\S+|\n")
_NAME = Pattern(
    r"《(?:[^《》\n]|《[^《》\n]{0,200}》){0,200}》|\((?:19|20)?\d\d年?\)第?\d{1,5}号|(?<=令)\(?第\d{1,4}号\)?"
)
_BRACKET = Pattern(r"\(([^()\n]*)\)")
_SENTENCE = Pattern(rf"[^{STOP}\n]+{STOP}*")
#: The commas of 1,203 and the colon of 8:30 cut nothing.
_CUT = Pattern(rf"[{STOP}{PAUSE}\n]|,(?!(?<=\d,)\d{{3}}(?!\d))|:(?!(?<=\d:)\d)")


class Clause(NamedTuple):
    """A piece of a sentence between two marks."""

    start: int
    """Offset of its first character in the prose."""
    end: int
    text: str
    """As searched: without white space, with titles, document numbers and brackets covered."""
    aside: bool
    """It stands in brackets."""


class Sentence(NamedTuple):
    """A sentence of a paragraph."""

    start: int
    end: int
    """Behind its full stop."""
    text: str
    """As searched."""
    clauses: tuple[Clause, ...]
    """In the order of their first characters; what stands in brackets follows the clause around it."""
    opens: bool
    """It is the first of its paragraph."""


class Prose:
    """A text read by sentences."""

    __slots__ = ("_pieces", "_plain", "_starts", "sentences", "shape", "text")

    def __init__(self, plain: PlainText) -> None:
        self._plain = plain
        self.text, self._pieces = _without_space(plain.text)
        """The words without white space; all offsets count in it."""
        shape = self.text.translate(_SHAPE)
        names = [found.span() for found in _NAME.finditer(shape)]
        self.shape = _cover(shape, names)
        """The same, titles and numbers of documents covered, with one character for each class: see :data:`NUMERAL`."""
        self.sentences = tuple(_sentences(_cover(self.text, names), self.shape))
        self._starts = [sentence.start for sentence in self.sentences]

    def span(self, start: int, end: int) -> Span:
        """The place in the source of the characters ``[start, end)``."""
        if start >= end:
            here = self._offset(start)
            return self._plain.span(here, here)
        return self._plain.span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, index: int) -> int:
        """Offset in the reader's text of the character at *index*."""
        if not self._pieces:
            return index
        kept, place = self._pieces[max(0, bisect_right(self._pieces, (index, len(self._plain.text))) - 1)]
        return place + index - kept

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at *offset*.

        Raises:
            IndexError: the text has no sentence before it.
        """
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]


@lru_cache(maxsize=8)
def read_prose(plain: PlainText) -> Prose:
    """The text by sentences; kept for the next rule that asks for the same text."""
    return Prose(plain)


def _without_space(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without white space, and for each piece of it where it starts now and before; none if it is the same."""
    if not _SPACE.search(text):
        return text, []
    words: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for found in _PIECE.finditer(text):
        words.append(found.group())
        pieces.append((length, found.start()))
        length += len(words[-1])
    return "".join(words), pieces


def _cover(text: str, names: list[tuple[int, int]]) -> str:
    """Cover names in a text; the 《》 of titles stay."""
    if not names:
        return text
    parts: list[str] = []
    at = 0
    for start, end in names:
        title = text[start] == "《"
        parts += (text[at : start + title], COVER * (end - start - 2 * title), "》" * title)
        at = end
    return "".join((*parts, text[at:]))


def _cover_bracket(found: re.Match[str]) -> str:
    return f"({COVER * (found.end() - found.start() - 2)})"


def _sentences(text: str, shape: str) -> Iterator[Sentence]:
    outer = _BRACKET.sub(_cover_bracket, shape) if "(" in shape else shape
    for found in _SENTENCE.finditer(outer):
        start, end = found.span()
        brackets = [*_BRACKET.finditer(shape, start, end)] if "(" in found.group() else []
        covered = _cover_within(text, start, end, brackets) if brackets else text[start:end]
        clauses = [*_clauses(covered, outer, start, end, start)]
        for bracket in brackets:
            clauses += _clauses(text, shape, *bracket.span(1), 0, aside=True)
        if brackets:
            clauses.sort()
        yield Sentence(start, end, covered, tuple(clauses), start == 0 or text[start - 1] == "\n")


def _cover_within(text: str, start: int, end: int, brackets: list[re.Match[str]]) -> str:
    """The characters ``[start, end)`` of a text with what stands in brackets covered."""
    parts: list[str] = []
    for bracket in brackets:
        low, high = bracket.span(1)
        parts += (text[start:low], COVER * (high - low))
        start = high
    return "".join((*parts, text[start:end]))


def _clauses(text: str, shape: str, start: int, end: int, base: int, *, aside: bool = False) -> Iterator[Clause]:
    """The clauses between two offsets of the prose; *text* begins at offset *base*."""
    for cut in _CUT.finditer(shape, start, end):
        if start < cut.start():
            yield Clause(start, cut.start(), text[start - base : cut.start() - base], aside)
        start = cut.end()
    if start < end:
        yield Clause(start, end, text[start - base : end - base], aside)
