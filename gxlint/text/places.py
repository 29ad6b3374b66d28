"""Spans, and what they are shown as: lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

#: Lines of a draft end here and nowhere else (the LSP's definition); U+2028, \v and \f are ordinary characters.
LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in a document's text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span (the same span does)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point; an empty span overlaps what it lies in or touches."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that contains both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def at_start(self) -> Span:
        """The empty span where this one starts, for insertions before it."""
        return Span(self.start, self.start)

    def at_end(self) -> Span:
        """The empty span where this one ends, for insertions behind it."""
        return Span(self.end, self.end)


class Words(NamedTuple):
    """A piece of the draft that means something: its text and its place."""

    text: str
    span: Span


class Position(NamedTuple):
    """A place as people name it: line and column from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """The lines of a text: offsets to positions and back."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def __len__(self) -> int:
        """Number of lines; a text that ends in a line end has an empty last line."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Line and column (from 1) of the code point at *offset*."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Offset of a position; a column past the end of its line is cut back to the line's end.

        Raises:
            IndexError: there is no such line.
        """
        line = self.line(position.line)
        return min(line.start + position.column - 1, line.end)

    def line(self, number: int) -> Span:
        """The span of line *number* (from 1) without its line end.

        Raises:
            IndexError: there is no such line.
        """
        if not 1 <= number <= len(self._starts):
            raise IndexError(f"no line {number}")
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def lines(self, span: Span) -> range:
        """Numbers (from 1) of the lines that *span* touches."""
        last = max(span.start, span.end - 1)
        return range(bisect_right(self._starts, span.start), bisect_right(self._starts, last) + 1)
