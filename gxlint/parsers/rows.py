"""Rows of tables as lines of text: cells between tabs or pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gxlint.document import Table, TableCell
from gxlint.text import PlainText, Span, compiled

#: A line under a header row: ``---|:-:|---``, ``------<tab>------``.
_DELIMITER = re.compile(r"(?=[^-]*--)[\s|:+-]+")
#: So many pipes before a line are no empty cells but the remains of a layout table.
_LAYOUT_PIPES = 20
_PIPE = r"(?<!\\)\|"
#: What may stand around a row.
MARGIN = " \t\xa0\u3000|"


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
    inner = text[start:end]
    if "|" in inner:
        start, inner = _without_outer_pipes(start, inner)
    separator = "|" if "|" in inner else "\t"
    fields = compiled(_PIPE).split(inner) if "\\|" in inner else inner.split(separator)
    cells = []
    for field in fields:
        cells.append(_stripped(field, start))
        start += len(field) + 1
    return cells


def line_table(rows: Sequence[Sequence[PlainText]], span: Span) -> Table:
    """A table of rows that were counted out from separators.

    Args:
        rows: the texts of the cells, row by row; an empty text stands where the cell's text would.
        span: all of the table's lines.
    """
    cells = [TableCell(plain, row, column) for row, plains in enumerate(rows) for column, plain in enumerate(plains)]
    return Table(span, cells, exact=False)


def is_delimiter(line: str) -> bool:
    """Whether a line only parts the header of a table from its rows."""
    return "--" in line and _DELIMITER.fullmatch(line) is not None


def _without_outer_pipes(start: int, line: str) -> tuple[int, str]:
    """Where the line starts and what it is without a pipe at either end, and without the remains of a layout table."""
    body = line.lstrip(MARGIN)
    margin = line[: len(line) - len(body)]
    pipes = margin.count("|")
    if pipes:
        first = len(margin) if pipes >= _LAYOUT_PIPES else margin.index("|") + 1
        start, line = start + first, line[first:]
    end = line.rstrip()
    if end.endswith("|") and not end.endswith("\\|"):
        line = end[:-1]
    return start, line


def _stripped(field: str, start: int) -> Span:
    """The field's place without white space around it; of nothing but white space, a place inside it."""
    body = field.strip()
    if len(body) == len(field):
        return Span(start, start + len(field))
    if not body:
        return Span(start + 1, start + 1)
    start += len(field) - len(field.lstrip())
    return Span(start, start + len(body))
