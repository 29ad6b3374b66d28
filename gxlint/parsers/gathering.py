"""Finds the rows of tables among the lines of a text.

Parsers of text formats make every line a paragraph and let :func:`gather_tables` find the rows among them. What the
columns mean is not asked here: rows may be ragged, cells that a merge covers may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from gxlint.document import Block, Paragraph
from gxlint.parsers.joining import is_page_number
from gxlint.parsers.lines import is_date, is_number_of_item
from gxlint.parsers.rows import MARGIN, is_delimiter, line_table, split_row
from gxlint.text import LINE_END, PlainText, Span, compiled

#: A heading or title of its own inside a layout table; no row of figures has such a label.
_HEADING = "[一二三四五六七八九十]{1,3}、.{2,30}(?:情况|事项)|.{4,60}(?:报告|年报|总结)"
#: A cell longer than this that ends as a sentence does is a paragraph.
_LONGEST_CELL = 60


def gather_tables(
    text: str, blocks: Iterable[Block], read: Callable[[str, Span], PlainText] = PlainText.verbatim
) -> list[Block]:
    """The blocks with lines that are table rows gathered into tables.

    A line with two filled cells is a row; one with a single filled cell among empty ones is one next to such a row;
    one with a single cell (``第二十条第（五）项 |``) is one between two rows. Blank lines, a page number or a delimiter
    line (``---|---``) between rows do not end the table, and the latter two disappear; a row after a blank line that
    has a delimiter line below it begins a table of its own. A single row is a table only if it has three cells; a
    number or label with a tab behind it (``一、<tab>总体情况``) is no row at all, nor is a title or the heading of a
    section alone in its row.

    Args:
        text: the draft that all spans refer to.
        blocks: in the order of reading, each line a paragraph of its own. White space and pipes around a paragraph's
            span are looked up in the text, so they may be in the span or not.
        read: the reader's text of a cell, from the draft and the cell's place.

    Returns:
        The blocks, with a :class:`~gxlint.document.Table` (``exact=False``) in place of each run of rows.
    """
    gatherer = _Gatherer(text, read)
    blocks = list(blocks)
    for block, following in zip_longest(blocks, blocks[1:]):
        gatherer.add(block, following.span.start if following else len(text))
    return gatherer.finish()


class _Line(NamedTuple):
    """A line that may belong to a table."""

    block: Block
    line: Span
    cells: list[Span]
    """Empty for what may stand between rows: delimiters and page numbers."""
    filled: int

    @property
    def is_single(self) -> bool:
        """Whether it is a row only if rows stand above and below it."""
        return self.filled == 1 and len(self.cells) < 3

    @property
    def is_certain(self) -> bool:
        """Whether a table may begin or end with it."""
        return self.filled > 0 and not self.is_single


class _Gatherer:
    """Collects blocks; keeps the lines that may become a table apart."""

    def __init__(self, text: str, read: Callable[[str, Span], PlainText]) -> None:
        self._text = text
        self._read = read
        self._done: list[Block] = []
        self._run: list[_Line] = []
        self._reached = 0

    def add(self, block: Block, end: int) -> None:
        """Takes the next block, behind which all is free up to *end*: as a row, or for itself."""
        line = self._line(block, end) if isinstance(block, Paragraph) and block.level is None else None
        self._reached = block.span.end if line is None else line.line.end
        if line is not None and line.is_single and self._run and self._run[-1].is_single:
            self._close()
        if line is None or not (self._run or line.is_certain):
            self._close()
            self._done.append(block)
        elif line.cells:
            self._run.append(line)
        else:
            self._add_between(line)

    def finish(self) -> list[Block]:
        """All blocks, with tables."""
        self._close()
        return self._done

    def _add_between(self, line: _Line) -> None:
        """A delimiter or page number: it belongs to the table if a row stands on either side."""
        before = self._run[-1]
        if not before.cells and is_page_number(line.block):
            self._close()  # two numbers one below the other are cells of another kind of table
            self._done.append(line.block)
            return
        if before.cells and len(self._run) > 1 and is_delimiter(self._text[line.line.start : line.line.end]):
            self._start_anew_before_header()
        self._run.append(line)

    def _start_anew_before_header(self) -> None:
        header, above = self._run[-1], self._run[-2]
        if len(LINE_END.findall(self._text, above.line.end, header.line.start)) > 1:
            self._run.pop()
            self._close()
            self._run.append(header)

    def _line(self, block: Paragraph, end: int) -> _Line | None:
        line = _whole_line(self._text, block.span, self._reached, end)
        source = self._text[line.start : line.end]
        if "|" not in source and "\t" not in source:
            between = self._run and (is_page_number(block) or is_delimiter(source))
            return _Line(block, line, [], 0) if between else None
        if is_delimiter(source):
            return _Line(block, line, [], 0)
        if not source.strip(MARGIN):
            return _Line(block, line, _empty_row(source, line.start), 0)
        if not self._run and source.count("|") + source.count("\t") == 1 and _begins_no_table(source):
            return None
        cells = split_row(self._text, line)
        words = [self._text[start:end] for start, end in cells]
        filled = len(words) - words.count("")
        if (filled < 3 and _is_prose(words)) or ("|" not in source and len(cells) == 2 and _is_labelled(*words)):
            return None
        return _Line(block, line, cells, filled)

    def _close(self) -> None:
        run = self._run
        first, last = 0, len(run)
        while first < last and not run[first].is_certain:
            first += 1
        while last > first and not run[last - 1].is_certain:
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
    """Whether a line with few filled cells is a paragraph or heading of a text that a layout table surrounds."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        return filled[0][-1] in "。！？" or compiled(_HEADING).fullmatch(filled[0]) is not None
    return any(len(cell) > _LONGEST_CELL and cell[-1] in "。；！？" for cell in filled)


def _is_labelled(label: str, rest: str) -> bool:
    """Whether a tab between two words only keeps them apart: a number and a heading, an agency and a date."""
    return is_number_of_item(label) or label.endswith(("：", ":")) or rest.endswith(("。", "；")) or is_date(rest)


def _begins_no_table(line: str) -> bool:
    """Whether a line's only separator stands at one of its ends, or is a pipe between facts (电话：… | 邮箱：…)."""
    body = line.strip(MARGIN)
    return "\t" not in body and ("|" not in body or "：" in body)


def _whole_line(text: str, span: Span, low: int, high: int) -> Span:
    """The span with the white space and pipes around it on its line, as far as they lie between *low* and *high*."""
    start, end = span
    while start > low and text[start - 1] in MARGIN:
        start -= 1
    while end < high and text[end] in MARGIN:
        end += 1
    return Span(start, end)


def _empty_row(line: str, start: int) -> list[Span]:
    pipes = [start + index for index, mark in enumerate(line) if mark == "|"]
    return [Span(pipe + 1, pipe + 1) for pipe in pipes[:-1]]
