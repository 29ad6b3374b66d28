"""The draft as a tree: paragraphs, tables, pictures, with nothing yet known of any official form.

Parsers build it, forms read it, rules query it. Nodes are immutable and carry no way up; a :class:`Document` answers
questions about neighbourhood and place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from gxlint.text import PlainText, Source, Span


class Block:
    """Something that stands by itself in the order of reading."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span = span
        """All of it, marks of the format included."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.span.start}:{self.span.end})"


class Paragraph(Block):
    """One paragraph as its author wrote it, or one heading.

    In text formats a source line is a paragraph; a sentence that was cut in two (page break, hard wrap) is one
    paragraph again, its :attr:`plain` text joined from the pieces.
    """

    __slots__ = ("attributes", "level", "plain")

    def __init__(
        self,
        plain: PlainText,
        *,
        span: Span | None = None,
        level: int | None = None,
        attributes: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(span or plain.source)
        self.plain = plain
        """What the reader sees, without marks and without white space at the ends."""
        self.level = level
        """1 to 9 where the format itself says that it is a heading of that level (hashes, a Word heading style)."""
        self.attributes = attributes
        """What the format knows besides, for rules on layout and for writers; keys belong to the parser."""

    @property
    def text(self) -> str:
        """The reader's text."""
        return self.plain.text


class TableCell:
    """A cell; a merged one appears once, at its top left position."""

    __slots__ = ("column", "column_span", "plain", "row", "row_span", "span")

    def __init__(
        self,
        plain: PlainText,
        row: int,
        column: int,
        *,
        row_span: int = 1,
        column_span: int = 1,
        span: Span | None = None,
    ) -> None:
        self.plain = plain
        self.row = row
        """Grid row, from 0."""
        self.column = column
        """Grid column, from 0."""
        self.row_span = row_span
        self.column_span = column_span
        self.span = span if span is not None else plain.source
        """The cell's text in the source; for an empty cell the place where its text would stand."""

    @property
    def text(self) -> str:
        """The reader's text; line breaks inside a cell read as one space."""
        return self.plain.text

    def __repr__(self) -> str:
        return f"TableCell({self.row}, {self.column}, {self.text!r})"


class Table(Block):
    """A grid of cells. Rows may be ragged; positions that a merged cell covers hold nothing."""

    __slots__ = ("_rows", "cells", "exact")

    def __init__(self, span: Span, cells: Sequence[TableCell], *, exact: bool) -> None:
        super().__init__(span)
        self.cells = tuple(cells)
        """In the order of reading."""
        self.exact = exact
        """The format itself gives each cell its grid column (Word, HTML); else columns were counted from separators."""
        self._rows: tuple[tuple[TableCell, ...], ...] | None = None

    @property
    def rows(self) -> tuple[tuple[TableCell, ...], ...]:
        """The cells that start in each grid row, left to right."""
        if self._rows is None:
            rows: list[list[TableCell]] = [[] for _ in range(1 + max((cell.row for cell in self.cells), default=-1))]
            for cell in self.cells:
                rows[cell.row].append(cell)
            self._rows = tuple([tuple(row) for row in rows])
        return self._rows


class Picture(Block):
    """An image, whatever it shows."""

    __slots__ = ("name",)

    def __init__(self, span: Span, name: str = "") -> None:
        super().__init__(span)
        self.name = name


class Verbatim(Block):
    """Text that is no prose: fenced code, raw HTML without a table. Rules do not look into it."""

    __slots__ = ()


class Comment:
    """A remark that is not part of the report: an HTML comment, a ``//`` line, a Word comment.

    Suppressions are written in these.
    """

    __slots__ = ("scope", "span", "text")

    def __init__(self, span: Span, text: str, scope: Span | None = None) -> None:
        self.span = span
        """The remark itself with its marks; in Word, where it is anchored."""
        self.text = text
        self.scope = scope
        """In Word, the words commented on; ``None`` in text formats, where a comment works on lines."""


class Problem:
    """Something that kept the parser from reading well: bytes, markup, structure."""

    __slots__ = ("message", "span", "whole")

    def __init__(self, message: str, span: Span | None = None, *, whole: bool = False) -> None:
        self.message = message
        self.span = span
        self.whole = whole
        """The text as a whole is spoilt, so that no form can be expected to recognise it."""


class Document:
    """A parsed draft."""

    def __init__(
        self,
        source: Source,
        blocks: Sequence[Block],
        *,
        comments: Sequence[Comment] = (),
        problems: Sequence[Problem] = (),
    ) -> None:
        self.source = source
        self.blocks = tuple(blocks)
        """In the order of reading; spans do not overlap."""
        self.comments = tuple(comments)
        self.problems = tuple(problems)

    @property
    def text(self) -> str:
        """The linear text that all spans refer to."""
        return self.source.text

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Paragraphs and headings outside tables, in order."""
        return tuple([block for block in self.blocks if isinstance(block, Paragraph)])

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Tables in order."""
        return tuple([block for block in self.blocks if isinstance(block, Table)])

    @cached_property
    def prose(self) -> PlainText:
        """All paragraphs as one text, one a line: the thing to search, in one pass, for words and punctuation.

        Patterns must not run over a line end. Tables, code and comments are not in it.
        """
        return PlainText.join([paragraph.plain for paragraph in self.paragraphs], "\n")

    def paragraph_at(self, span: Span) -> Paragraph | None:
        """The paragraph in which *span* starts."""
        index = bisect_right(self._paragraph_starts, span.start) - 1
        if index < 0 or self.paragraphs[index].span.end < span.start:
            return None
        return self.paragraphs[index]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    def between(self, span: Span) -> Iterator[Block]:
        """The blocks that start inside *span*."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return iter(self.blocks[first:last])

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def with_blocks(self, blocks: Sequence[Block]) -> Document:
        """The same draft seen as other blocks: a form does so when it finds a table in loose lines."""
        return Document(self.source, blocks, comments=self.comments, problems=self.problems)
