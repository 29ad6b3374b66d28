"""Plain text: what Word, WPS, a browser or a PDF reader leaves when a draft is saved or pasted as text.

Every source line is a :class:`~gxlint.document.Paragraph`; then rows become tables
(:mod:`gxlint.parsers.rows`) and cut sentences whole (:mod:`gxlint.parsers.joining`).

Stray Markdown is marks, not text: leading ``#`` (they give the level), paired ``**``, the brackets of ``<http…>``.
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

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from gxlint.document import Block, Comment, Document, Paragraph
from gxlint.parsers.encoding import decode, garbled
from gxlint.parsers.joining import join_cut
from gxlint.parsers.rows import gather_tables
from gxlint.text import LINE_END, Pattern, PlainText, Source, Span, compiled

#: White space, and characters without width.
_BLANK = (
    " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u2060\ufeff"
)
_COMMENT = r"//(?![\w-]+(?:\.[\w-]+)+(?:[/:?#]|$))"
#: A hashtag (#政务公开#) is no heading.
_HASHES = r"(#{1,6})(?:[ \t　]+|(?=[^#\s][^#]*(?:\s#+)?$))"
#: What a reader does not see; the first group that took part is what he sees of it.
_MARKS = r"(?<!\*)\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*(?!\*)|<((?:https?|ftp|mailto):[^<>\s]+|[\w.+-]+@[\w.-]+)>|[\f\v]+"
_SHORTEST_MARK = 3
_MAY_HAVE_MARKS = Pattern(r"\*\*|<|[\f\v]")
_ONE_CELL = MappingProxyType({"cell": "1"})
_OUTER_PIPES = _BLANK + "|"
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
        self._lone_pipe: Span | None = None
        self._piped_behind = False
        """Whether the cell before carries its pipe behind it."""

    def add(self, start: int, end: int) -> None:
        """Takes the next line, without its line end."""
        source = self._text[start:end]
        body = source.strip(_BLANK)
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
        self._release_lone_pipe()
        return self._blocks

    def _add_paragraph(self, span: Span, body: str) -> None:
        if self._lone_pipe is not None:
            self._lone_pipe = None
            self._blocks.append(Paragraph(_shown(self._text, span), span=span, attributes=_ONE_CELL))
            self._piped_behind = False
        elif body[0] == "#" and (hashes := compiled(_HASHES).match(body)):
            content = Span(span.start + hashes.end(), span.start + _end_of_title(body, hashes.end()))
            self._blocks.append(Paragraph(_shown(self._text, content).strip(), span=span, level=len(hashes[1])))
        else:
            self._blocks.append(Paragraph(_shown(self._text, span), span=span))

    def _add_piped(self, span: Span, body: str) -> None:
        inner = body.strip(_OUTER_PIPES)
        if not inner:
            self._add_pipes(span, body.count("|"))
            return
        self._release_lone_pipe()
        self._piped_behind = body[-1] == "|"
        start = span.start + (0 if inner[0] == body[0] else body.index(inner[0]))
        plain = _shown(self._text, Span(start, start + len(inner)))
        cells = body.count("|") - (body[0] == body[-1] == "|")
        attributes: Mapping[str, str] = {} if inner == body else _ONE_CELL if cells == 1 else {"cell": str(cells)}
        self._blocks.append(Paragraph(plain, span=span, attributes=attributes))

    def _add_pipes(self, span: Span, count: int) -> None:
        self._release_lone_pipe()
        if count == 1 and not self._piped_behind:
            self._lone_pipe = span
        else:
            self._add_empty(span, count)

    def _release_lone_pipe(self) -> None:
        if self._lone_pipe is not None:
            self._add_empty(self._lone_pipe, 1)
            self._lone_pipe = None

    def _add_empty(self, span: Span, count: int) -> None:
        nothing = PlainText.verbatim(self._text, span.at_start())
        self._blocks.append(Paragraph(nothing, span=span, attributes={"cell": str(count)}))


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
