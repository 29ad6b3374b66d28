"""Text as its reader sees it, with the way back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gxlint.text.places import Span
from gxlint.text.regex import Pattern, compiled


class Segment(NamedTuple):
    """A piece of reader's text and where it comes from.

    Where both have the same length they correspond character by character; otherwise (an entity such as ``&nbsp;``,
    a page break that was closed up) the piece stands for its source as a whole.
    """

    plain: int
    """Offset in the reader's text."""
    length: int
    """Length in the reader's text."""
    source: Span
    """The source that it shows."""


class PlainText:
    """Text as its reader sees it, with the way back to the source.

    Marks of the file format are not in :attr:`text`: of ``**二是**严把`` it holds 二是严把. All searching is done here;
    what is found knows its place in the source.
    """

    __slots__ = ("_segments", "_starts", "_verbatim", "text")

    def __init__(self, text: str, segments: Sequence[Segment]) -> None:
        self.text = text
        self._segments: Sequence[Segment] | None = segments
        self._starts: list[int] | None = None
        self._verbatim: Span | None = None

    @classmethod
    def verbatim(cls, source: str, span: Span) -> PlainText:
        """The source at *span* as it stands, without any mark to be left out."""
        return cls.exact(source[span.start : span.end], span)

    @classmethod
    def exact(cls, text: str, span: Span) -> PlainText:
        """*text*, which is the source at *span* as it stands, for a caller that has both.

        Most texts are of this kind: the one segment that says so is made only when it is asked for.
        """
        plain = cls.__new__(cls)
        plain.text = text
        plain._segments = plain._starts = None
        plain._verbatim = span
        return plain

    @classmethod
    def pieces(cls, source: str, spans: Iterable[Span]) -> PlainText:
        """The source at each of *spans*, one after the other; what lies between them is invisible to the reader."""
        return cls.join([cls.verbatim(source, span) for span in spans])

    @classmethod
    def shown(cls, text: str, source: Span) -> PlainText:
        """*text*, which the reader sees in place of the source at *source* (an entity, a generated number)."""
        return cls(text, (Segment(0, len(text), source),))

    @classmethod
    def join(cls, parts: Sequence[PlainText], separator: str = "") -> PlainText:
        """Several texts one after the other; a *separator* stands for whatever lies between two of them."""
        segments: list[Segment] = []
        offset = 0
        for index, part in enumerate(parts):
            if index and separator:
                gap = Span(parts[index - 1].end, max(parts[index - 1].end, part.start))
                segments.append(Segment(offset, len(separator), gap))
                offset += len(separator)
            if part._verbatim is not None:
                segments.append(Segment(offset, part._verbatim.length, part._verbatim))
            else:
                segments += [Segment(plain + offset, length, source) for plain, length, source in part.segments]
            offset += len(part.text)
        return cls(separator.join([part.text for part in parts]), segments)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __repr__(self) -> str:
        return f"PlainText({self.text!r}, {self.start}:{self.end})"

    @property
    def start(self) -> int:
        """Offset in the source where the text starts."""
        return self.source.start

    @property
    def end(self) -> int:
        """Offset in the source where the text ends."""
        return self.source.end

    @property
    def source(self) -> Span:
        """The span of the source from the first to the last character."""
        if self._verbatim is not None:
            return self._verbatim
        segments = self.segments
        return Span(segments[0].source.start, segments[-1].source.end) if segments else Span(0, 0)

    @property
    def segments(self) -> Sequence[Segment]:
        """The pieces, in order."""
        if self._segments is None:
            assert self._verbatim is not None  # a text has the one or the other
            self._segments = (Segment(0, self._verbatim.length, self._verbatim),)
        return self._segments

    def span(self, start: int, end: int) -> Span:
        """The source of the characters ``[start, end)``; of an empty range, the place before *start*."""
        if self._verbatim is not None:
            first, last = self._verbatim
            return Span(min(first + start, last), min(first + max(start, end), last))
        if start >= end:
            here = self._offset(start)
            return Span(here, here)
        return Span(self._offset(start), self._offset(end - 1, after=True))

    def _offset(self, index: int, *, after: bool = False) -> int:
        """Source offset of the character at *index*, or of the place right after it."""
        if not self.segments:
            return 0
        segment = self.segments[self._segment_at(index)]
        if segment.length != segment.source.length:
            past = after or index >= segment.plain + segment.length
            return segment.source.end if past else segment.source.start
        return min(segment.source.start + index - segment.plain + after, segment.source.end)

    def _segment_at(self, index: int) -> int:
        """The number of the segment that holds the character at *index*."""
        if self._starts is None:
            self._starts = [segment.plain for segment in self.segments]
        return max(0, bisect_right(self._starts, index) - 1)

    def index(self, offset: int) -> int:
        """Index of the first character whose source ends behind the source *offset*; the length if there is none."""
        number = bisect_right(self.segments, offset, key=lambda segment: segment.source.end)
        if number == len(self.segments):
            return len(self.text)
        plain, length, source = self.segments[number]
        return plain + (max(0, offset - source.start) if length == source.length else 0)

    def slice(self, start: int, end: int) -> PlainText:
        """The characters ``[start, end)`` as a text of their own."""
        text = self.text[start:end]
        if self._verbatim is not None:
            return self.exact(text, self.span(start, min(end, len(self.text))))
        parts: list[Segment] = []
        for number in range(self._segment_at(start), len(self.segments)):
            plain, length, source = self.segments[number]
            if plain >= end:
                break
            low, high = max(start, plain), min(end, plain + length)
            if low < high:
                exact = length == source.length
                piece = Span(source.start + low - plain, source.start + high - plain) if exact else source
                parts.append(Segment(low - start, high - low, piece))
        if not parts:
            here = self._offset(start)
            parts = [Segment(0, 0, Span(here, here))]
        return PlainText(text, parts)

    def strip(self) -> PlainText:
        """The text without white space (also full-width) at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        right = len(self.text.rstrip())
        return self if (left, right) == (0, len(self.text)) else self.slice(left, max(left, right))

    def find(self, pattern: str | Pattern | re.Pattern[str], *, near: str = "") -> Iterator[Found]:
        """Every match of a regular expression.

        Args:
            pattern: a regular expression; a string is compiled on first use and kept.
            near: a literal that every match contains. Where the text lacks it, the pattern is not even compiled.
        """
        if near and near not in self.text:
            return
        for match in compiled(pattern).finditer(self.text):
            yield Found(self, match)

    def search(self, pattern: str | Pattern | re.Pattern[str], *, near: str = "") -> Found | None:
        """The first match, if any; arguments as for :meth:`find`."""
        return next(self.find(pattern, near=near), None)


#: Characters around a match that are shown to rules: a text of one endless line must not be copied for each match.
_REACH = 1000


class Found:
    """A match in a :class:`PlainText` that knows its place in the source."""

    __slots__ = ("match", "plain")

    def __init__(self, plain: PlainText, match: re.Match[str]) -> None:
        self.plain = plain
        self.match = match

    @property
    def text(self) -> str:
        """The words found, as the reader sees them."""
        return self.match.group()

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.plain.span(*self.match.span())

    def __getitem__(self, group: int | str) -> str:
        """The text of a group; empty if the group took no part in the match."""
        return self.match.group(group) or ""

    def span_of(self, group: int | str) -> Span:
        """Where a group stands in the source.

        Raises:
            IndexError: the pattern has no such group, or the group took no part in the match.
        """
        start, end = self.match.span(group)
        if start < 0:
            raise IndexError(f"group {group!r} took no part in the match")
        return self.plain.span(start, end)

    @property
    def before(self) -> str:
        """What stands before the match in its paragraph; of a very long one the last thousand characters."""
        start = self.match.start()
        reach = max(0, start - _REACH)
        return self.plain.text[max(reach, self.plain.text.rfind("\n", reach, start) + 1) : start]

    @property
    def after(self) -> str:
        """What stands behind the match in its paragraph; of a very long one the first thousand characters."""
        reach = self.match.end() + _REACH
        stop = self.plain.text.find("\n", self.match.end(), reach)
        return self.plain.text[self.match.end() : stop if stop >= 0 else reach]
