"""Tables written as lines of text: one row a line, cells between tabs or pipes.

Parsers of text formats make every line a paragraph and let :func:`gather_tables` find the rows among them. What the
columns mean is not asked here: rows may be ragged, cells that a merge covers may be missing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from gxlint.document import Block, Paragraph, Table, TableCell
from gxlint.parsers.joining import DATE, ITEM, is_page_number
from gxlint.text import LINE_END, PlainText, Span

#: A line under a header row: ``---|:-:|---``, ``------<tab>------``.
DELIMITER = re.compile(r"(?=[^-]*--)[\s|:+-]+")
#: So many pipes before a line are no empty cells but the remains of a layout table.
_LAYOUT_PIPES = re.compile(r"\s*(?:\|\s*){20,}")
_MARGIN = " \t　|"
#: A heading of its own inside a layout table; no row of figures has such a label.
_HEADING = re.compile("[一二三四五六七八九十]{1,3}、.{2,30}(?:情况|事项)")
#: A cell longer than this that ends as a sentence does is a paragraph.
_LONGEST_CELL = 60


def split_row(text: str, line: Span) -> list[Span]:
    r"""The cells of a line.

    Pipes separate if there is one between two cells, tabs otherwise; pipes at both ends of the line make no cells of
    their own, tabs do. ``\\|`` is no separator.

    Args:
        text: the draft.
        line: a line of it, without its line end.

    Returns:
        The cells' places without white space around them, an empty cell's where its text would stand; a single span
        for a line without separators.
    """
    start, end = line
    layout = _LAYOUT_PIPES.match(text, start, end)
    if layout:
        start = layout.end()
    inner = _without_outer_pipes(text, start, end)
    separators = [offset for offset in _each("|", text, inner) if text[offset - 1] != "\\"]
    if separators:
        return _cells(text, inner, separators)
    return _cells(text, inner, _each("\t", text, inner))


def line_table(rows: Sequence[Sequence[PlainText]], span: Span) -> Table:
    """A table of rows that were counted out from separators.

    Args:
        rows: the texts of the cells, row by row; an empty text stands where the cell's text would.
        span: all of the table's lines.
    """
    cells = [TableCell(plain, row, column) for row, plains in enumerate(rows) for column, plain in enumerate(plains)]
    return Table(span, cells, exact=False)


def gather_tables(
    text: str, blocks: Iterable[Block], read: Callable[[str, Span], PlainText] = PlainText.verbatim
) -> list[Block]:
    """The blocks with lines that are table rows gathered into tables.

    A line with two filled cells is a row; one with a single filled cell among empty ones is one next to such a row.
    Blank lines, a page number or a delimiter line (``---|---``) between rows do not end the table, and the latter two
    disappear; a row after a blank line that has a delimiter line below it begins a table of its own. A single row is a
    table only if it has three cells; a number or label with a tab behind it (``一、<tab>总体情况``) is no row at all.

    Args:
        text: the draft that all spans refer to.
        blocks: in the order of reading, each line a paragraph of its own. White space and pipes around a paragraph's
            span are looked up in the text, so they may be in the span or not.
        read: the reader's text of a cell, from the draft and the cell's place.

    Returns:
        The blocks, with a :class:`~gxlint.document.Table` (``exact=False``) in place of each run of rows.
    """
    gatherer = _Gatherer(text, read)
    for block in blocks:
        gatherer.add(block)
    return gatherer.finish()


class _Line(NamedTuple):
    """A line that may belong to a table."""

    block: Block
    line: Span
    cells: list[Span]
    """Empty for what may stand between rows: delimiters and page numbers."""
    filled: int


class _Gatherer:
    """Collects blocks; keeps the lines that may become a table apart."""

    def __init__(self, text: str, read: Callable[[str, Span], PlainText]) -> None:
        self._text = text
        self._read = read
        self._done: list[Block] = []
        self._run: list[_Line] = []

    def add(self, block: Block) -> None:
        """Takes the next block: as a part of the table that is being gathered, or for itself."""
        line = self._line(block) if isinstance(block, Paragraph) and block.level is None else None
        if line is None:
            self._close()
            self._done.append(block)
            return
        if not line.cells:
            self._add_between(line)
            return
        self._run.append(line)

    def finish(self) -> list[Block]:
        """All blocks, with tables."""
        self._close()
        return self._done

    def _add_between(self, line: _Line) -> None:
        """A delimiter or page number: it belongs to the table if a row stands on either side."""
        before = self._run[-1] if self._run else None
        if before is not None and not before.cells and is_page_number(line.block):
            self._close()  # two numbers one below the other are cells of another kind of table
        elif before is not None and before.cells and len(self._run) > 1 and DELIMITER.fullmatch(self._source(line)):
            self._start_anew_before_header()
        self._run.append(line)

    def _start_anew_before_header(self) -> None:
        header, above = self._run[-1], self._run[-2]
        if len(LINE_END.findall(self._text, above.line.end, header.line.start)) > 1:
            self._run.pop()
            self._close()
            self._run.append(header)

    def _source(self, line: _Line) -> str:
        return self._text[line.line.start : line.line.end]

    def _line(self, block: Paragraph) -> _Line | None:
        line = _whole_line(self._text, block.span)
        if is_page_number(block):
            return _Line(block, line, [], 0)
        source = self._text[line.start : line.end]
        if DELIMITER.fullmatch(source):
            return _Line(block, line, [], 0)
        if "\t" not in source and "|" not in source:
            return None
        if not source.strip(_MARGIN):
            return _Line(block, line, _empty_row(self._text, line), 0)
        cells = split_row(self._text, line)
        words = [self._text[cell.start : cell.end] for cell in cells]
        filled = sum(map(bool, words))
        if len(cells) < 2 or (filled == 1 and len(cells) < 3) or _is_prose(words):
            return None
        return _Line(block, line, cells, filled)

    def _close(self) -> None:
        run = self._run
        first, last = 0, len(run)
        while first < last and not run[first].filled:
            first += 1
        while last > first and not run[last - 1].filled:
            last -= 1
        rows = [line for line in run[first:last] if line.cells]
        if not any(line.filled > 1 for line in rows) or (len(rows) == 1 and len(rows[0].cells) < 3):
            self._done += [line.block for line in run]
        else:
            self._done += [line.block for line in run[:first]]
            plains = [[self._read(self._text, cell) for cell in line.cells] for line in rows]
            self._done.append(line_table(plains, rows[0].line.cover(rows[-1].line)))
            self._done += [line.block for line in run[last:]]
        self._run = []


def _is_prose(cells: Sequence[str]) -> bool:
    """Whether separators in a line are accidents of its layout."""
    filled = [cell for cell in cells if cell]
    if any(len(cell) > _LONGEST_CELL and cell[-1] in "。；！？" for cell in filled):
        return True
    if len(filled) == 1:
        return _HEADING.fullmatch(filled[0]) is not None
    if len(cells) != 2:
        return False
    mark, rest = filled
    item = ITEM.match(mark)
    is_number = item is not None and item.end() == len(mark)
    return is_number or mark[-1] in "：:" or rest[-1] in "。；！？" or DATE.fullmatch(rest) is not None


def _whole_line(text: str, span: Span) -> Span:
    """The span with the white space and pipes around it on its line."""
    start, end = span
    while start and text[start - 1] in _MARGIN:
        start -= 1
    while end < len(text) and text[end] in _MARGIN:
        end += 1
    return Span(start, end)


def _each(separator: str, text: str, span: Span) -> list[int]:
    offsets = []
    offset = text.find(separator, span.start, span.end)
    while offset >= 0:
        offsets.append(offset)
        offset = text.find(separator, offset + 1, span.end)
    return offsets


def _without_outer_pipes(text: str, start: int, end: int) -> Span:
    line = _stripped(text, start, end)
    first = line.start + 1 if text.startswith("|", line.start, line.end) else start
    last = line.end - 1 if line.end > first and text[line.end - 1] == "|" and text[line.end - 2] != "\\" else end
    return Span(first, max(first, last))


def _empty_row(text: str, line: Span) -> list[Span]:
    separators = _each("|", text, line)
    return [Span(left + 1, left + 1) for left in separators[:-1]]


def _cells(text: str, line: Span, separators: Sequence[int]) -> list[Span]:
    edges = [line.start - 1, *separators, line.end]
    return [_stripped(text, left + 1, right) for left, right in itertools.pairwise(edges)]


def _stripped(text: str, start: int, end: int) -> Span:
    """The text's place without white space around it; of nothing but white space, a place inside it."""
    field = text[start:end]
    body = field.strip()
    if not body:
        here = min(start + 1, end) if field else start
        return Span(here, here)
    first = start + len(field) - len(field.lstrip())
    return Span(first, first + len(body))
