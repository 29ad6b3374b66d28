"""The three official tables as they are printed: header rows, corner note, blocks, merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from gxlint.form.editions import EDITION_2021
from gxlint.form.layout import Key, Row, TableForm
from gxlint.testing.pieces import Grid, GridCell

_LABELS = 3
"""Label columns of table three."""


def official_grid(table: str, figures: Mapping[Key, object]) -> Grid:
    """An official table of the 2021 edition.

    Args:
        table: its key.
        figures: what to print in each of its cells.
    """
    form = EDITION_2021.table(table)
    build = {"disclosure": _disclosure, "applications": _applications, "disputes": _disputes}[table]
    header_rows = {"disclosure": 2, "applications": 3, "disputes": 3}[table]
    return Grid(build(form, figures), table, header_rows)


def _disclosure(form: TableForm, figures: Mapping[Key, object]) -> Iterator[GridCell]:
    at = 0
    for (block,), rows in groupby(form.rows, key=lambda row: row.groups):
        members = list(rows)
        columns = [form.column(key) for key in members[0].columns]
        span = 3 // len(columns)
        yield GridCell(block, at, 0, column_span=4)
        yield GridCell("信息内容", at + 1, 0)
        for index, column in enumerate(columns):
            yield GridCell(column.label, at + 1, 1 + index * span, column_span=span)
        for offset, row in enumerate(members, 2):
            yield GridCell(row.label, at + offset, 0)
            for index, column in enumerate(columns):
                key = Key(row.key, column.key)
                yield GridCell(str(figures[key]), at + offset, 1 + index * span, column_span=span, key=key)
        at += 2 + len(members)


def _applications(form: TableForm, figures: Mapping[Key, object]) -> Iterator[GridCell]:
    corner, applicants, organisations = form.furniture
    yield GridCell(corner, 0, 0, row_span=3, column_span=_LABELS)
    yield GridCell(applicants, 0, _LABELS, column_span=7)
    yield GridCell(form.columns[0].label, 1, _LABELS, row_span=2)
    yield GridCell(organisations, 1, _LABELS + 1, column_span=5)
    yield GridCell(form.columns[-1].label, 1, _LABELS + 6, row_span=2)
    for index, column in enumerate(form.columns[1:-1], _LABELS + 1):
        yield GridCell(column.label, 2, index)
    for at, row in enumerate(form.rows, 3):
        yield from _row_labels(form, row, at)
        for index, name in enumerate(row.columns, _LABELS):
            key = Key(row.key, name)
            yield GridCell(str(figures[key]), at, index, key=key)


def _row_labels(form: TableForm, row: Row, at: int) -> Iterator[GridCell]:
    """The label of a row, and the labels of the groups that start with it."""
    for depth, group in enumerate(row.groups):
        members = [other.key for other in form.rows if other.groups[: depth + 1] == row.groups[: depth + 1]]
        if row.key == members[0]:
            yield GridCell(group, at, depth, row_span=len(members))
    depth = len(row.groups)
    yield GridCell(row.label, at, depth, column_span=_LABELS - depth)


def _disputes(form: TableForm, figures: Mapping[Key, object]) -> Iterator[GridCell]:
    review, *suits = form.rows
    width = len(form.columns)
    yield GridCell(review.label, 0, 0, column_span=width)
    yield GridCell(suits[0].groups[0], 0, width, column_span=width * len(suits))
    for index, column in enumerate(form.columns):
        yield GridCell(column.label, 1, index, row_span=2)
    for number, row in enumerate(suits, 1):
        yield GridCell(row.label, 1, number * width, column_span=width)
        for index, column in enumerate(form.columns, number * width):
            yield GridCell(column.label, 2, index)
    for index, key in enumerate(form.cell_keys()):
        yield GridCell(str(figures[key]), 3, index, key=key)
