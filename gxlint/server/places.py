"""Places as an editor names them: line and column from 0, the column in code units of the encoding agreed upon."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from lsprotocol import types

from gxlint.text import LineIndex, Span

#: So many code points are measured together: a place costs the measuring of half as many.
_STRIDE = 256


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


#: What a text is long, by the encoding's name. An editor may send half an emoji: a lone surrogate is a unit, too.
_WIDTHS: Mapping[str, Callable[[str], int]] = MappingProxyType({"utf-8": _utf8, "utf-16": _utf16, "utf-32": len})


class Places:
    """The places of one text."""

    def __init__(self, text: str, encoding: str, lines: LineIndex | None = None) -> None:
        """Prepare; nothing is measured before it is asked for.

        Args:
            text: that spans and offsets refer to.
            encoding: ``utf-8``, ``utf-16`` or ``utf-32``.
            lines: of the text, if somebody has them already.
        """
        self._text = text
        self._width = _WIDTHS[encoding]
        self._given = lines

    @cached_property
    def _lines(self) -> LineIndex:
        return self._given or LineIndex(self._text)

    @cached_property
    def _marks(self) -> list[int]:
        """Code units before every so many code points."""
        pieces = range(0, len(self._text), _STRIDE)
        return [0, *accumulate(self._width(self._text[start : start + _STRIDE]) for start in pieces)]

    def range(self, span: Span) -> types.Range:
        """The range that a span covers."""
        return types.Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> types.Position:
        """The position before the code point at *offset*."""
        line = self._lines.position(offset).line
        start = self._lines.line(line).start
        return types.Position(line - 1, self.units(offset) - self.units(start))

    def span(self, range: types.Range) -> Span:
        """The code points in a range; one that runs backwards is read forwards."""
        start, end = self.offset(range.start), self.offset(range.end)
        return Span(min(start, end), max(start, end))

    def offset(self, position: types.Position) -> int:
        """The code point behind a position.

        A column past the end of its line stands for the end, a line past the last for the end of the text, and a place
        inside a code point for the one before it.
        """
        if position.line >= len(self._lines):
            return len(self._text)
        line = self._lines.line(position.line + 1)
        return min(self._point(self.units(line.start) + position.character), line.end)

    def line(self, offset: int) -> Span:
        """The line in which *offset* lies, without its end."""
        return self._lines.line(self._lines.position(offset).line)

    def lines(self, span: Span) -> Iterator[Span]:
        """The lines that a span touches, without their ends."""
        return map(self._lines.line, self._lines.lines(span))

    def units(self, offset: int) -> int:
        """Code units before the code point at *offset*."""
        if self._width is len:
            return offset
        mark, rest = divmod(offset, _STRIDE)
        return self._marks[mark] + (self._width(self._text[offset - rest : offset]) if rest else 0)

    def _point(self, units: int) -> int:
        """The last code point before which there are at most so many code units."""
        if self._width is len:
            return units
        mark = min(bisect_right(self._marks, units) - 1, len(self._marks) - 1)
        start = mark * _STRIDE
        low, high = start, min(start + _STRIDE, len(self._text))
        while low < high:
            middle = (low + high + 1) // 2
            if self._marks[mark] + self._width(self._text[start:middle]) <= units:
                low = middle
            else:
                high = middle - 1
        return low
