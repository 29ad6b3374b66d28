"""Places in a draft: the one kind of position that everything else uses.

A draft, whatever its file format, is one linear text. A :class:`Span` is a half-open range of code points in it.
Lines, columns, UTF-16 units and Word ranges are computed from spans at the edges and never travel inward.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

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


class Pattern:
    """A regular expression that is compiled on first use.

    Compiling a hundred patterns costs more than linting a report; most are not needed for the draft at hand. So modules
    keep their patterns as these. They offer the methods of :class:`re.Pattern`, which are put in place by the first use
    of any, so that a use costs no more than one of the compiled pattern.
    """

    __slots__ = ("compiled", "findall", "finditer", "flags", "fullmatch", "match", "pattern", "search", "split", "sub")

    compiled: re.Pattern[str]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in Pattern.__slots__:
            raise AttributeError(name)
        self.compiled = compiled = re.compile(self.pattern, self.flags)
        self.match, self.fullmatch, self.search = compiled.match, compiled.fullmatch, compiled.search
        self.finditer, self.findall = compiled.finditer, compiled.findall
        self.split, self.sub = compiled.split, compiled.sub
        return getattr(self, name)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    """Kept for good: ``re`` itself keeps only the last few hundred."""
    return re.compile(pattern)


def compiled(pattern: str | Pattern | re.Pattern[str]) -> re.Pattern[str]:
    """A pattern ready for use; a string is compiled on first use."""
    if isinstance(pattern, str):
        return _compile(pattern)
    return pattern.compiled if isinstance(pattern, Pattern) else pattern


class Source:
    """The linear text of a draft and what is known of the file it came from.

    For Markdown and plain text it is the file's own text without its byte order mark; for DOCX the parser writes it
    and keeps a :class:`SourceMap` back to the package.
    """

    def __init__(
        self, text: str, path: str = "", kind: str = "plain", *, map: SourceMap | None = None, encoding: str = "utf-8"
    ) -> None:
        self.text = text
        self.path = path
        """The path as the user gave it; a name for messages, not opened again."""
        self.kind = kind
        """The parser's name: ``markdown``, ``plain``, ``docx`` or a plugin's."""
        self.map = map
        """The way back into a file that is not text; ``None`` where the text is the file."""
        self.encoding = encoding
        """The codec that wrote the file, with its byte order mark if it had one (``utf-8-sig``); for writing back."""

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]


class Anchor(NamedTuple):
    """A place in a file that is not text: which part, which paragraph in it, which run, and how far into the run."""

    part: str
    """Name of the package part, such as ``word/document.xml``."""
    path: tuple[int, ...]
    """Child indices from the part's root element down to the element that holds the text."""
    offset: int
    """Code points into that element's text."""
    generated: bool = False
    """The text is made on showing (an automatic number): it can be marked, never edited."""


class SourceMap:
    """Maps spans of a linear text to anchors, piece by piece.

    Args:
        pieces: in the order of the text and not overlapping; text in no piece (separators) has no place in the file. An
            empty piece says where text would go that is not there yet. They are read when the first one is asked for.
    """

    def __init__(self, pieces: Iterable[tuple[Span, Anchor]]) -> None:
        self._given = pieces

    @cached_property
    def pieces(self) -> Sequence[tuple[Span, Anchor]]:
        """All pieces, in order."""
        return tuple(self._given)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self.pieces]

    def anchors(self, span: Span) -> Iterator[tuple[Span, Anchor]]:
        """The parts of *span* that have a place in the file, each with the anchor of its first character."""
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self.pieces)):
            piece, anchor = self.pieces[index]
            if piece.start >= span.end:
                return
            low, high = max(piece.start, span.start), min(piece.end, span.end)
            if low < high:
                yield Span(low, high), anchor._replace(offset=anchor.offset + low - piece.start)

    def insertion(self, offset: int) -> Anchor | None:
        """Where text put in at *offset* goes: behind the character before it, else before the one after it.

        ``None`` where the file has no place for text: inside generated text, between two separators.
        """
        last = bisect_right(self._starts, offset) - 1
        for index in (last - 1, last) if last > 0 else (last,):
            piece, anchor = self.pieces[index] if index >= 0 else (Span(-1, -1), Anchor("", (), 0))
            if piece.start <= offset <= piece.end and not anchor.generated:
                return anchor._replace(offset=anchor.offset + offset - piece.start)
        return None
