"""Table four: rows of the form that stand side by side, so that their figures are one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.form.align import RawRow
from gxlint.form.assign import Assignment, absent, assign
from gxlint.form.columns import Header
from gxlint.form.extras import without_page_number
from gxlint.form.figures import Cell, Label, Reading
from gxlint.form.labels import LIKE, Labels, labels_of, normal, similarity
from gxlint.form.layout import Column, Key, TableForm
from gxlint.form.lines import Field, Line
from gxlint.form.rows import RawTable
from gxlint.i18n import _


class StripHeader(NamedTuple):
    """What stands above the line of figures."""

    keys: tuple[Key, ...]
    """The cells that the line must have, left to right; those of the form unless it is certain which lack."""
    columns: tuple[Label, ...]
    """The labels of single figures, as often as they are printed."""
    groups: tuple[Label, ...]
    """The labels over several figures: 行政复议, 复议后起诉."""


def find_strip(raw: RawTable, form: TableForm) -> list[Field]:
    """The figures of rows printed side by side; none if the draft prints them one below the other."""
    labels = labels_of(form)
    wide = [
        row for row in raw.rows if row.labels and labels.row_at_end(row.label) and len(row.filled) == len(form.columns)
    ]
    if len(wide) > 1:
        return []
    widest = max(raw.rows, key=lambda row: (len(row.filled), len(row.figures)), default=None)
    return [] if widest is None else list(widest.figures)


def read_strip_header(lines: Sequence[Line], form: TableForm) -> StripHeader:
    """Read the lines above the figures.

    Args:
        lines: in order.
        form: of the table.
    """
    labels = labels_of(form)
    columns: list[Label] = []
    groups: list[Label] = []
    certain = True
    official = dict(_officials(form))
    for field in (field for line in lines for field in line.fields if field.text):
        name = _meant(normal(field.text), official, labels)
        if name is None:
            certain = False
            continue
        key, text, is_column = official[name]
        (columns if is_column else groups).append(Label(key, field.span, field.text, text))
    keys = form.cell_keys()
    shown = _only_way([label.key for label in columns], keys) if certain else None
    return StripHeader(shown or keys, tuple(columns), tuple(groups))


def _officials(form: TableForm) -> Iterator[tuple[str, tuple[str, str, bool]]]:
    """The normal text of each label with its key, its text, and whether it is a column's."""
    for row in form.rows:
        for group in row.groups:
            yield normal(group), ("", group, False)
        yield normal(row.label), (row.key, row.label, False)
    for column in form.columns:
        yield normal(column.label), (column.key, column.label, True)


def _meant(text: str, official: Mapping[str, object], labels: Labels) -> str | None:
    """The official label that a normal text is or resembles; none if it is a piece or something else."""
    if text in official:
        return text
    if len(text) < 3 or labels.is_fragment(text) or any(name in text for name in official):
        return None
    like, name = max((similarity(text, name), name) for name in official)
    return name if like >= LIKE else None


def _only_way(columns: Sequence[str], keys: Sequence[Key]) -> tuple[Key, ...] | None:
    """The cells that a sequence of column labels stands over, if there is only one way to tell."""
    first = _earliest(columns, keys)
    last = _earliest(columns[::-1], keys[::-1])
    return first if first and last and first == last[::-1] else None


def _earliest(columns: Sequence[str], keys: Sequence[Key]) -> tuple[Key, ...] | None:
    """The columns' cells, each as near to the start as can be; none if they do not all fit in."""
    found: list[Key] = []
    for key in keys:
        if len(found) < len(columns) and key.column == columns[len(found)]:
            found.append(key)
    return tuple(found) if len(found) == len(columns) else None


def read_strip(fields: Sequence[Field], form: TableForm, header: StripHeader) -> Assignment:
    """Read one line of figures as rows that stand next to each other.

    Args:
        fields: the figures, blank ones included where the draft shows them.
        form: of the table.
        header: what stands above them.
    """
    fields = without_page_number(fields, header.keys, form.identities)
    row = RawRow((), fields, max(2, len(fields)), exact=False)
    fits = len(header.keys) in (len(row.figures), len(row.filled))
    keys = header.keys if fits and len(row.filled) <= len(header.keys) else form.cell_keys()
    columns = [
        Column(str(index), form.column(key.column).label, form.column(key.column).unit)
        for index, key in enumerate(keys)
    ]
    part = assign({"": row}, columns, Header({}, (), complete=False, torn=False))

    def rename(cells: Mapping[Key, Cell]) -> dict[Key, Cell]:
        return {(key := keys[int(old.column)]): cell._replace(key=key) for old, cell in cells.items()}

    missing = tuple([key for key in form.cell_keys() if key not in keys])
    cells = {**rename(part.cells), **{key: absent(key, row.span) for key in missing}}
    doubts: list[list[Reading]] = [[rename(reading) for reading in group] for group in part.doubts]
    count = len(row.filled)
    reasons = [_("{table}应有 {width} 个数，实有 {count} 个", table=form.name, width=len(keys), count=count)]
    return Assignment(cells, doubts, reasons if part.reasons else [], missing)
