"""The reader's text of lines and cells: the source without its marks, with an exact way back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.document import Block, Paragraph, Picture
from gxlint.parsers.lines import BLANK
from gxlint.parsers.markdown.inline import MAY_BE_MARK, Mark, find_marks
from gxlint.parsers.pipes import NO_ATTRIBUTES
from gxlint.text import LINE_END, PlainText, Segment, Span, compiled

_LINE_END = r"(?:\r\n|\r|\n)\s*"


class Line(NamedTuple):
    """A line of text, white space at its ends left out."""

    mark: int
    """Where its paragraph's span starts: before the marks of a quote or heading, behind those of a list item."""
    start: int
    """Where its text starts."""
    end: int
    """Where its text ends."""
    stop: int
    """Where its paragraph's span ends: behind the closing hashes of a heading."""

    def within(self, start: int, content: str) -> Line:
        """The line with the text *content*, which stands at *start*, white space at its ends left out."""
        body = content.strip(BLANK)
        first = start + len(content) - len(content.lstrip(BLANK)) if body else start
        return self._replace(start=first, end=first + len(body))


class Draft:
    """The text of a draft and where its comments are: what reading lines and cells needs."""

    def __init__(self, text: str, comments: Sequence[Span]) -> None:
        self.text = text
        self.comments = comments
        """In order."""
        self.visible = _blank_out(text, comments) if comments else text
        """The text with its comments blanked out, line ends kept; as long as :attr:`text`."""

    def marks(self, start: int, end: int) -> list[Mark]:
        """The marks in a stretch of running text, in order, comments among them."""
        marks = find_marks(self.visible, start, end)
        comments = self._comments_in(start, end)
        return sorted([*marks, *(Mark(*comment) for comment in comments)]) if comments else marks

    def cell(self, span: Span) -> PlainText:
        """The text of a table's cell; line breaks read as one space, pictures are left out.

        Of an empty cell it is the empty text at the start of *span*.
        """
        written = PlainText.verbatim(self.text, span)
        if not written.text or written.text.isalnum():  # most cells hold a figure or nothing
            return written
        marked = MAY_BE_MARK.search(self.visible, *span) or LINE_END.search(self.visible, *span)
        if not marked and not self._comments_in(*span):
            return _trimmed(written) or PlainText.verbatim(self.text, span.at_start())
        pen = _Pen(self.text)
        offset = span.start
        for start, end, shown, kind in self.marks(*span):
            pen.copy_joined(offset, start)
            if kind == "break":
                pen.space(start, end)
            elif shown and not kind:
                pen.show(shown, Span(start, end))
            offset = max(offset, end)
        pen.copy_joined(offset, span.end)
        return _trimmed(pen.text()) or PlainText.verbatim(self.text, span.at_start())

    def _comments_in(self, start: int, end: int) -> Sequence[Span]:
        if not self.comments:
            return ()
        return self.comments[bisect_left(self.comments, (start, start)) : bisect_left(self.comments, (end, end))]


def _trimmed(plain: PlainText) -> PlainText:
    """Without white space at its ends; most texts have none there."""
    return plain.strip() if plain.text[:1].isspace() or plain.text[-1:].isspace() else plain


def lines_of(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two places, without their line ends."""
    for match in LINE_END.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, end)


def _blank_out(text: str, comments: Iterable[Span]) -> str:
    parts: list[str] = []
    offset = 0
    for start, end in comments:
        parts += (text[offset:start], re.sub(r"[^\r\n]", " ", text[start:end]))
        offset = end
    return "".join((*parts, text[offset:]))


def read_lines(
    text: str,
    lines: Iterable[Line],
    marks: Sequence[Mark],
    level: int | None = None,
    attributes: Mapping[str, str] = NO_ATTRIBUTES,
) -> Iterator[Block]:
    """The paragraphs and pictures in lines that were searched for marks together.

    Args:
        text: the draft.
        lines: in order.
        marks: of all the lines, in order; one may run over several lines.
        level: what the paragraphs are headings of; tags may say so, too (``<h1>``).
        attributes: of each paragraph.
    """
    first = 0
    for line in lines:
        reader = _LineReader(text, line, level, attributes)
        while first < len(marks) and marks[first].start < line.end:
            reader.take(marks[first])
            if marks[first].end > line.end:
                break
            first += 1
        yield from reader.finish()
        level = reader.level


class _Pen:
    """Writes the reader's text piece by piece."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._after_space = False

    def copy(self, start: int, end: int) -> None:
        """Writes the source as it stands."""
        if start < end:
            self.show(self._source[start:end], Span(start, end))

    def copy_joined(self, start: int, end: int) -> None:
        """Writes the source with its line ends read as spaces."""
        while line_end := compiled(_LINE_END).search(self._source, start, end):
            before = start + len(self._source[start : line_end.start()].rstrip(" \t"))
            self.copy(start, before)
            start = line_end.end()
            self.space(before, start)
        self.copy(start, end)

    def show(self, shown: str, source: Span) -> None:
        """Writes what stands for the source."""
        self._segments.append(Segment(self._length, len(shown), source))
        self._parts.append(shown)
        self._length += len(shown)
        self._after_space = False

    def space(self, start: int, end: int) -> None:
        """Writes one space for a break, and for those that follow it at once."""
        if not self._after_space:
            self.show(" ", Span(start, end))
            self._after_space = True

    def text(self) -> PlainText:
        """What was written."""
        return PlainText("".join(self._parts), self._segments)


class _LineReader:
    """Reads one line; breaks and pictures cut it into several blocks."""

    def __init__(self, text: str, line: Line, level: int | None, attributes: Mapping[str, str]) -> None:
        self.level = level
        self._attributes = attributes
        self._text = text
        self._line = line
        self._offset = line.start
        self._from = line.mark
        """Where the span of the piece being read starts."""
        self._pen = _Pen(text)
        self._blocks: list[Block] = []

    def take(self, mark: Mark) -> None:
        """Reads on to a mark and over it; of one that began on a line before only the rest is left to pass over."""
        start, end, shown, kind = mark
        self._pen.copy(self._offset, start)
        self._offset = max(self._offset, min(end, self._line.end))
        if kind == "picture":
            self._close(start)
            self._from = end
        if start < self._line.start:
            return
        if kind == "picture":
            self._blocks.append(Picture(Span(start, end), shown))
        elif kind == "break":
            self._close(min(end, self._line.stop))
            self.level = int(shown) or None if shown else self.level
        elif shown:
            self._pen.show(shown, Span(start, end))

    def finish(self) -> list[Block]:
        """Reads the rest of the line; returns its blocks."""
        self._pen.copy(self._offset, self._line.end)
        self._close(self._line.stop)
        return self._blocks

    def _close(self, end: int) -> None:
        """Ends the piece being read; one that shows nothing belongs to the next."""
        plain = self._pen.text().strip()
        if not plain:
            return
        span = PlainText.verbatim(self._text, Span(self._from, end)).strip().source
        self._blocks.append(Paragraph(plain, span=span, level=self.level, attributes=self._attributes))
        self._from = span.end
        self._pen = _Pen(self._text)
