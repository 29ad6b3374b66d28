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

from gxlint.prose.documents import NUMBER, TITLE
from gxlint.text import PlainText, Span

#: Stands for every character that is covered.
COVER = "\ue000"

_SPACE = re.compile(r"[^\S\n]")
_PIECE = re.compile(r"\S+|\n")
_COVERED = re.compile(rf"{TITLE}|{NUMBER}")
_BRACKET = re.compile(r"[（(]([^（()）\n]*)[）)]")
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*")
#: The commas of 1,203 and the colon of 8:30 cut nothing.
_CUT = re.compile(r"[，；：。！？;!?\n]|,(?!(?<=\d,)\d{3}(?!\d))|:(?!(?<=\d:)\d)")


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

    __slots__ = ("_pieces", "_plain", "_starts", "sentences", "text")

    def __init__(self, plain: PlainText) -> None:
        self._plain = plain
        self.text, self._pieces = _without_space(plain.text)
        """The words without white space; all offsets count in it."""
        self.sentences = tuple(_sentences(_cover_names(self.text)))
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

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Clause, re.Match[str]]]:
        """Every match of *pattern* inside a clause."""
        for sentence in self.sentences:
            for clause in sentence.clauses:
                for match in pattern.finditer(clause.text):
                    yield clause, match


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


def _cover_names(text: str) -> str:
    """Cover document numbers and the words of titles; the 《》 themselves stay."""
    return _COVERED.sub(_cover_name, text)


def _cover_name(found: re.Match[str]) -> str:
    name = found.group()
    return f"《{COVER * (len(name) - 2)}》" if name[0] == "《" else COVER * len(name)


def _cover_bracket(found: re.Match[str]) -> str:
    whole = found.group()
    return whole[0] + COVER * (len(whole) - 2) + whole[-1]


def _sentences(text: str) -> Iterator[Sentence]:
    outer = _BRACKET.sub(_cover_bracket, text)
    for found in _SENTENCE.finditer(outer):
        start, end = found.span()
        clauses = [*_clauses(outer, start, end, aside=False)]
        if COVER in found.group():
            for bracket in _BRACKET.finditer(text, start, end):
                clauses += _clauses(text, *bracket.span(1), aside=True)
            clauses.sort()
        opens = start == 0 or text[start - 1] == "\n"
        yield Sentence(start, end, found.group(), tuple(clauses), opens)


def _clauses(text: str, start: int, end: int, *, aside: bool) -> Iterator[Clause]:
    for cut in _CUT.finditer(text, start, end):
        if start < cut.start():
            yield Clause(start, cut.start(), text[start : cut.start()], aside)
        start = cut.end()
    if start < end:
        yield Clause(start, end, text[start:end], aside)
