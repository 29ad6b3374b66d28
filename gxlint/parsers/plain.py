"""Plain text: what Word, WPS, a browser or a PDF reader leaves when a draft is saved or pasted as text.

Every source line is a :class:`~gxlint.document.Paragraph`; then rows become tables
(:mod:`gxlint.parsers.rows`) and cut sentences whole (:mod:`gxlint.parsers.joining`).

Stray Markdown is marks, not text: leading ``#`` (they give the level), paired ``**``, the brackets of ``<http…>``; and
so is an indent that was saved as question marks.
A line that begins with ``//`` is a comment. Rules of dashes and page numbers between dashes (``- 7 -``, 第7页) are
dropped; a bare number may be a figure of a table that came one cell a line, and stays.

Tables that came one cell a line stay paragraphs: only a form knows where their rows end. What their pipes say is kept
in ``attributes["cell"]``, the number of cells that the line stands for:

====================================  ==================================================================
line                                  paragraph
====================================  ==================================================================
``规章 |``, ``| 规章``, ``| 规章 |``    text 规章, ``cell`` = 1
``|`` alone, then a line ``规章``       text 规章, ``cell`` = 1; none for the pipe
``||`` alone (two empty cells)        empty text, ``cell`` = 2: as many as there are pipes
``规章 | |`` (not next to a row)       text 规章, ``cell`` = 2
====================================  ==================================================================

A lone pipe marks the cell on the next line unless that line, or the last cell before, carries a pipe of its own; then
it is an empty cell. Where a layout table surrounded the whole text, every paragraph of prose has ``cell`` = 1 too, and
the remains of its empty cells are one paragraph with a ``cell`` in the hundreds: neither the attribute nor its absence
tells prose from cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Block, Comment, Document, Paragraph
from gxlint.parsers.encoding import decode, garbled
from gxlint.parsers.gathering import gather_tables
from gxlint.parsers.joining import join_cut
from gxlint.parsers.lines import BLANK
from gxlint.parsers.pipes import ONE_CELL, PipedLines
from gxlint.text import LINE_END, Pattern, PlainText, Source, Span, compiled

_COMMENT = r"//(?![\w-]+(?:\.[\w-]+)+(?:[/:?#]|$))"
#: A hashtag (#政务公开#) is no heading.
_HASHES = r"(#{1,6})(?:[ \t　]+|(?=[^#\s][^#]*(?:\s#+)?$))"
#: The indent of a paragraph whose spaces were lost to another encoding: ????一、总体情况.
_LOST_INDENT = r"\?{2,}\s*"
#: What a reader does not see; the first group that took part is what he sees of it.
_MARKS = r"(?<!\*)\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*(?!\*)|<((?:https?|ftp|mailto):[^<>\s]+|[\w.+-]+@[\w.-]+)>|[\f\v]+"
_SHORTEST_MARK = 3
_MAY_HAVE_MARKS = Pattern(r"\*\*|<|[\f\v]")
#: Rules across the page, and page numbers that no figure looks like.
_FURNITURE_START = frozenset("-=*─━—–－―~·•_第")
_FURNITURE = (
    r"[-=*─━—_~\s]*[-=*─━—]{3,}\s*|[-—–－―~·•]\s*\d{1,3}\s*[-—–－―~·•]|第\s*\d{1,3}\s*页(?:[，,/\s]*共\s*\d{1,3}\s*页)?"
)


class PlainParser:
    """Reads plain text."""

    name = "plain"
    suffixes = (".txt", ".text")

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file's bytes; see :class:`~gxlint.parsers.base.Parser`."""
        text, encoding = decode(data)
        return self.parse_text(text, path, encoding=encoding)

    def parse_text(self, text: str, path: str, *, encoding: str = "utf-8") -> Document:
        """Read text; see :class:`~gxlint.parsers.base.TextParser`."""
        reader = _Reader(text)
        for line in _lines(text):
            reader.add(*line)
        blocks = join_cut(text, gather_tables(text, reader.finish(), _shown))
        return Document(
            Source(text, path, self.name, encoding=encoding),
            [block for block in blocks if not _is_furniture(block)],
            comments=reader.comments,
            problems=list(garbled(text)),
        )


class _Reader:
    """Makes each line a paragraph or a comment."""

    def __init__(self, text: str) -> None:
        self.comments: list[Comment] = []
        self._text = text
        self._blocks: list[Block] = []
        self._piped_lines = PipedLines(text, self._blocks)

    def add(self, start: int, end: int) -> None:
        """Takes the next line, without its line end."""
        source = self._text[start:end]
        body = source.strip(BLANK)
        if not body:
            return
        if body[0] != source[0]:
            start += source.index(body[0])
        span = Span(start, start + len(body))
        if body.startswith("//") and compiled(_COMMENT).match(body):
            self.comments.append(Comment(span, body[2:].strip()))
        elif "|" in body:
            self._add_piped(span, body)
        else:
            self._add_paragraph(span, body)

    def finish(self) -> list[Block]:
        """All lines."""
        self._piped_lines.release()
        return self._blocks

    def _add_paragraph(self, span: Span, body: str) -> None:
        if self._piped_lines.take_cell():
            self._blocks.append(Paragraph(_shown(self._text, span), span=span, attributes=ONE_CELL))
        elif body[0] == "#" and (hashes := compiled(_HASHES).match(body)):
            content = Span(span.start + hashes.end(), span.start + _end_of_title(body, hashes.end()))
            self._blocks.append(Paragraph(_shown(self._text, content).strip(), span=span, level=len(hashes[1])))
        elif body[0] == "?" and (lost := compiled(_LOST_INDENT).match(body)):
            if lost.end() < len(body):
                self._blocks.append(Paragraph(_shown(self._text, Span(span.start + lost.end(), span.end)), span=span))
        else:
            self._blocks.append(Paragraph(_shown(self._text, span), span=span))

    def _add_piped(self, span: Span, body: str) -> None:
        piped = self._piped_lines.read(body, span)
        if piped:
            content, attributes = piped
            self._blocks.append(Paragraph(_shown(self._text, content), span=span, attributes=attributes))


def _end_of_title(line: str, start: int) -> int:
    """Where a heading ends that may be closed with hashes (``## 标题 ##``)."""
    title = line[start:].rstrip("#")
    return start + len(title.rstrip()) if title and title[-1].isspace() else len(line)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in LINE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _shown(text: str, span: Span) -> PlainText:
    """What the reader sees of a stretch of a line."""
    if span.end - span.start < _SHORTEST_MARK or not _MAY_HAVE_MARKS.search(text, span.start, span.end):
        return PlainText.verbatim(text, span)
    seen: list[Span] = []
    start = span.start
    for mark in compiled(_MARKS).finditer(text, span.start, span.end):
        inside = Span(*mark.span(mark.lastindex)) if mark.lastindex else Span(mark.start(), mark.start())
        seen += [Span(start, mark.start()), inside]
        start = mark.end()
    seen = [piece for piece in (*seen, Span(start, span.end)) if piece.length]
    return PlainText.pieces(text, seen or [span.at_start()]).strip()


def _is_furniture(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.text[:1] not in _FURNITURE_START:
        return False
    return 2 < len(block.text) < 80 and compiled(_FURNITURE).fullmatch(block.text) is not None
