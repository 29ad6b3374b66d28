"""The grid of a table of figures; and which tables are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from gxlint.document import TableCell
from gxlint.text import PlainText, Span, compiled
from gxlint_html.tree import Element, Page

_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
#: A form is not wider; a faulty page stays cheap.
_MOST_COLUMNS = 64
#: A cell with so many paragraphs and so much text is no field of a table: someone put the article into a frame.
_PROSE_PARAGRAPHS = 3
_PROSE_LENGTH = 400

#: Whether an element is not shown.
Hidden = Callable[[Element], bool]
#: The lines that an element holds.
Lines = Callable[[Element], Sequence[PlainText]]


class Grid(NamedTuple):
    """A table of figures."""

    span: Span
    """From the start of its first cell to the end of its last."""
    cells: Sequence[TableCell]
    captions: Sequence[Element]
    """What is written above it."""
    strays: Sequence[Element]
    """What stands in it and in no cell: a browser shows it outside."""


def read_grid(page: Page, table: Element, is_hidden: Hidden, read_lines: Lines) -> Grid | None:
    """The grid of a table; ``None`` for one that only lays out the page.

    Such a one has other tables in it, or no more than one cell a row, or an article in one of its cells.
    """
    rows = list(_rows(table, is_hidden))
    if all(len(row.cells) < 2 for row in rows) or next(table.iterdescendants("table"), None) is not None:
        return None
    cells: list[TableCell] = []
    for place, cell in _places(rows):
        lines = read_lines(cell)
        if _holds_prose(lines):
            return None
        plain = PlainText.join(lines, " ") if lines else PlainText.exact("", _inside(page, cell))
        cells.append(TableCell(plain, place.row, place.column, row_span=place.height, column_span=place.width))
    captions = [child for child in table.iterchildren("caption") if not is_hidden(child)]
    strays = [stray for stray in _strays(table) if not is_hidden(stray)]
    return Grid(Span(cells[0].span.start, cells[-1].span.end), cells, captions, strays)


def _strays(element: Element) -> Iterator[Element]:
    for child in element.iterchildren(etree.Element):
        if child.tag in (*_GROUPS, "tr"):
            yield from _strays(child)
        elif child.tag not in (*_CELLS, "caption", "colgroup", "col"):
            yield child


class _Row(NamedTuple):
    """A row that is shown."""

    cells: Sequence[Element]
    last: int
    """Number of the last row of its group: no cell reaches further down."""


class _Place(NamedTuple):
    """Where a cell stands in the grid."""

    row: int
    column: int
    height: int
    width: int


def _rows(table: Element, is_hidden: Hidden) -> Iterator[_Row]:
    reached = 0
    for group in _groups(table):
        shown = [row for row in group if not is_hidden(row)]
        reached += len(shown)
        for row in shown:
            yield _Row([cell for cell in row.iterchildren(*_CELLS) if not is_hidden(cell)], reached - 1)


def _groups(table: Element) -> Iterator[list[Element]]:
    """The rows of each group; those outside any are one."""
    loose: list[Element] = []
    for child in table.iterchildren("tr", *_GROUPS):
        if child.tag == "tr":
            loose.append(child)
            continue
        yield loose
        loose = []
        yield list(child.iterchildren("tr"))
    yield loose


def _places(rows: Sequence[_Row]) -> Iterator[tuple[_Place, Element]]:
    covered: dict[int, int] = {}  # column: the row at which it is free again
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while covered.get(column, 0) > number:
                column += 1
            width = _free(covered, column, number, min(_number(cell, "colspan") or 1, _MOST_COLUMNS))
            reach = row.last - number + 1
            height = min(_number(cell, "rowspan") or reach, reach)
            if height > 1:
                covered.update(dict.fromkeys(range(column, column + width), number + height))
            yield _Place(number, column, height, width), cell
            column += width


def _free(covered: dict[int, int], column: int, row: int, width: int) -> int:
    """How many of *width* columns no cell covers that reaches down from above."""
    return next((free for free in range(1, width) if covered.get(column + free, 0) > row), width)


def _inside(page: Page, cell: Element) -> Span:
    """Where the text of an empty cell would stand."""
    place = page.place_in(cell)
    if place is not None:
        return place
    before = cell.getprevious()  # it is lxml that has put the cell in
    return _inside(page, before) if before is not None else Span(0, 0)


def _holds_prose(lines: Sequence[PlainText]) -> bool:
    return len(lines) >= _PROSE_PARAGRAPHS and sum(len(line.text) for line in lines) >= _PROSE_LENGTH


def _number(cell: Element, attribute: str) -> int:
    """The value of a ``colspan`` or ``rowspan``, at most four digits; 1 for what is no number."""
    digits = compiled(r"\s*([0-9]{1,4})").match(cell.get(attribute, "1"))
    return int(digits[1]) if digits else 1
