"""HTML tables: the grid of a table of figures, the contents of a table that only lays out the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gxlint.document import Block, Picture, Table, TableCell
from gxlint.parsers.markdown.reading import Draft
from gxlint.parsers.markdown.tags import TAG, attributes
from gxlint.text import Span, compiled

_ROW_GROUPS = frozenset(("caption", "thead", "tbody", "tfoot", "colgroup", "col"))
#: Tables nested deeper than this are read as text of the cell that they stand in.
_DEEPEST = 16
#: Merges are followed within so many columns, over so many rows; no form is wider, and a faulty file stays cheap.
_MOST_COLUMNS = 64
_MOST_ROWS = 1000


def read_html_table(draft: Draft, table: Span, read_text: Callable[[Span], list[Block]]) -> list[Block]:
    """The blocks of a table.

    A table around other tables, or with no more than one cell a row, lays out a page: its cells are text. Of a table
    without any text the pictures are given, for it is a table of scans.

    Args:
        draft: the draft.
        table: from ``<table`` to the ``</table>`` that closes it.
        read_text: the blocks of a stretch of running text.

    Returns:
        A :class:`~gxlint.document.Table`, behind its caption; or what a layout table holds.
    """
    reader = _Reader(draft, table, read_text)
    for tag in compiled(TAG).finditer(draft.visible, table.start, table.end):
        reader.take(tag)
    return reader.finish()


class _Cell:
    """A cell as it is written."""

    __slots__ = ("columns", "parts", "rows", "span")

    def __init__(self, start: int, columns: int = 1, rows: int = 1) -> None:
        self.span = Span(start, start)
        self.columns = columns
        self.rows = rows
        self.parts: list[Span | Block] = []
        """Stretches of text, and what the tables between them hold."""


class _Frame:
    """A table that is being read."""

    def __init__(self, start: int) -> None:
        self.start = start
        """Where its rows start."""
        self.before: list[Span] = []
        """Text before the first row: a caption."""
        self.rows: list[list[_Cell]] = []
        self.cell: _Cell | None = None
        self.holds_tables = False

    @property
    def is_layout(self) -> bool:
        """Whether the table stands for the page rather than for figures."""
        return self.holds_tables or all(len(row) < 2 for row in self.rows)


class _Reader:
    """Builds tables from the tags of one island."""

    def __init__(self, draft: Draft, table: Span, read_text: Callable[[Span], list[Block]]) -> None:
        self._draft = draft
        self._end = table.end
        self._read_text = read_text
        self._frames: list[_Frame] = []
        self._offset = table.start
        """Where the text starts that belongs nowhere yet."""
        self._done: list[Block] = []

    def take(self, tag: re.Match[str]) -> None:
        """Reads on to a tag and over it."""
        name, closes = tag["name"].lower(), bool(tag["close"])
        if name == "table":
            self._take_table(tag, closes)
        elif name in ("tr", "td", "th"):
            self._take_text(tag.start())
            self._offset = tag.end()
            self._take_row_or_cell(tag, name, closes)
        elif name in _ROW_GROUPS and self._frames and self._frames[-1].cell is None:
            self._take_text(tag.start())
            self._offset = tag.end()

    def finish(self) -> list[Block]:
        """The blocks of the whole."""
        while self._frames:
            self._close_table(self._end, self._end)
        return self._done

    def _take_table(self, tag: re.Match[str], closes: bool) -> None:
        if closes:
            self._close_table(tag.start(), tag.end())
        elif len(self._frames) < _DEEPEST:
            self._take_text(tag.start())
            self._offset = tag.end()
            self._frames.append(_Frame(tag.start()))

    def _take_row_or_cell(self, tag: re.Match[str], name: str, closes: bool) -> None:
        if not self._frames:
            return
        frame = self._frames[-1]
        if not frame.rows and not closes:
            frame.start = tag.start()
        frame.cell = None
        if name == "tr" and not closes:
            frame.rows.append([])
        elif not closes:
            found = attributes(tag["attributes"])
            columns = min(_number(found.get("colspan", "")) or 1, _MOST_COLUMNS)
            rows = _number(found.get("rowspan", "1"))
            self._open_cell(_Cell(tag.end(), columns, rows))

    def _open_cell(self, cell: _Cell) -> None:
        frame = self._frames[-1]
        if not frame.rows:
            frame.rows.append([])
        frame.rows[-1].append(cell)
        frame.cell = cell

    def _take_text(self, end: int) -> None:
        """Gives the text up to *end* to the open cell; text between rows is a row of its own."""
        if not self._frames:
            return
        frame, stretch = self._frames[-1], Span(self._offset, end)
        if frame.cell is not None:
            frame.cell.parts.append(stretch)
            frame.cell.span = Span(frame.cell.span.start, end)
        elif self._draft.cell(stretch):
            if frame.rows:
                frame.rows.append([])
                self._open_cell(_Cell(stretch.start))
                self._take_text(end)
                frame.rows.append([])
                frame.cell = None
            else:
                frame.before.append(stretch)

    def _close_table(self, start: int, end: int) -> None:
        if not self._frames:
            return
        self._take_text(start)
        self._offset = end
        frame = self._frames.pop()
        blocks = [block for caption in frame.before for block in self._read_text(caption)]
        blocks += self._contents(frame) if frame.is_layout else self._table(frame, end)
        if not self._frames:
            self._done += blocks
            return
        outer = self._frames[-1]
        outer.holds_tables = True
        if outer.cell is None:
            self._open_cell(_Cell(start))
        if outer.cell is not None:
            outer.cell.parts += blocks

    def _contents(self, frame: _Frame) -> Iterator[Block]:
        """What a layout table holds, in the order of reading."""
        for row in frame.rows:
            for cell in row:
                for part in cell.parts:
                    if isinstance(part, Block):
                        yield part
                    else:
                        yield from self._read_text(part)

    def _table(self, frame: _Frame, end: int) -> list[Block]:
        cells = list(self._grid(frame.rows))
        if not any(cell.plain for cell in cells):
            pictures = [block for block in self._contents(frame) if isinstance(block, Picture)]
            if pictures:
                return list(pictures)
        return [Table(Span(frame.start, end), cells, exact=True)]

    def _grid(self, rows: list[list[_Cell]]) -> Iterator[TableCell]:
        covered: dict[int, int] = {}  # column: the row at which it is free again
        for row, cells in enumerate(rows):
            column = 0
            for cell in cells:
                while covered.get(column, 0) > row:
                    column += 1
                height = min(cell.rows or _MOST_ROWS, _MOST_ROWS, len(rows) - row)
                reach = min(column + cell.columns, _MOST_COLUMNS)
                taken = (other for other in range(column + 1, reach) if covered.get(other, 0) > row)
                width = next(taken, column + cell.columns) - column  # a row is torn: no cell covers another's place
                if height > 1:
                    covered.update(dict.fromkeys(range(column, min(column + width, reach)), row + height))
                plain = self._draft.cell(cell.span)
                yield TableCell(plain, row, column, row_span=height, column_span=width)
                column += width


def _number(value: str) -> int:
    """The value of a ``colspan`` or ``rowspan``, at most four digits; 1 for what is no number."""
    digits = compiled(r"\s*([0-9]{1,4})").match(value)
    return int(digits[1]) if digits else 1
