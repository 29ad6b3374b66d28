"""Which figure of a row belongs to which column, and when that cannot be known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple

from gxlint.form.align import RawRow
from gxlint.form.columns import Header
from gxlint.form.figures import MAX_READINGS, Cell, Reading, State, read_figure
from gxlint.form.layout import Column, Key
from gxlint.form.lines import Field
from gxlint.i18n import _
from gxlint.text import Span


class Assignment(NamedTuple):
    """The cells of some rows."""

    cells: dict[Key, Cell]
    doubts: list[list[Reading]]
    reasons: list[str]
    missing_columns: tuple[Key, ...] = ()


def cell_of(key: Key, field: Field, unit: str) -> Cell:
    """The cell that a field is."""
    text, _plain, span, *_ = field
    if not text:
        return Cell(key, span, "", None, State.BLANK)
    value = read_figure(text, unit)
    return Cell(key, span, text, value, State.INVALID if value is None and unit != "text" else State.READ)


def absent(key: Key, span: Span) -> Cell:
    """A cell that the draft does not have."""
    return Cell(key, span, "", None, State.ABSENT)


def assign(rows: Mapping[str, RawRow], columns: Sequence[Column], header: Header) -> Assignment:
    """Assign the figures of all rows of a table whose rows have the same columns.

    Args:
        rows: the lines of the draft by row key.
        columns: of the form, left to right.
        header: what the draft's header says.
    """
    lines = tuple(rows.values())
    if _is_grid(lines, columns, header):
        return _by_position(rows, columns, header.positions)
    width = len(columns)
    counts = Counter(len(row.filled) for row in rows.values() if row.filled)
    explicit = all(len(row.figures) == width for row in lines if row.filled)
    if not explicit and len(rows) > 1 and 0 < (count := _usual(lines, counts)) < width:
        return _uniform(rows, columns, header, count)
    if _is_clipped(lines, width, header):
        return _clipped(rows, columns)
    return _row_by_row(rows, columns)


def _usual(rows: Sequence[RawRow], counts: Counter[int]) -> int:
    """How many figures all rows have; of rows that came a cell a line, most, since a page number may make one more."""
    if not counts:
        return 0
    count, rows_with = counts.most_common(1)[0]
    most = len(counts) == 1 or (all(row.is_loose for row in rows) and 3 * rows_with >= 2 * counts.total())
    return count if most else 0


def _is_grid(rows: Sequence[RawRow], columns: Sequence[Column], header: Header) -> bool:
    """Whether the header's grid columns fit all rows: every figure below a label, no row label below one."""
    positions = header.positions
    places = [positions[column.key] for column in columns if column.key in positions]
    if len(places) < len(columns) - 1 or header.torn or places != sorted(set(places)):
        return False
    below = set(places)
    for row in rows:
        if not below.issuperset([field.column for field in row.filled]):
            return False
        if not below.isdisjoint([field.column for field in row.labels]):
            return False
    whole = all(below.issubset([field.column for field in row.figures]) for row in rows)
    return whole or (not rows[0].exact and any(len(row.filled) == len(places) for row in rows))


def _by_position(rows: Mapping[str, RawRow], columns: Sequence[Column], positions: Mapping[str, int]) -> Assignment:
    """Every figure by its grid column; a column not in the header is missing, a row that ends too early doubtful."""
    missing = tuple([Key("", column.key) for column in columns if column.key not in positions])
    result = Assignment({}, [], [], missing)
    for row_key, row in rows.items():
        fields = {field.column: field for field in row.figures}
        if any(column.key in positions and positions[column.key] not in fields for column in columns):
            _doubt_row(row_key, row, columns, result)
            continue
        for column in columns:
            key = Key(row_key, column.key)
            field = fields.get(positions.get(column.key, -1))
            result.cells[key] = absent(key, row.span) if field is None else cell_of(key, field, column.unit)
    return result


def _uniform(rows: Mapping[str, RawRow], columns: Sequence[Column], header: Header, count: int) -> Assignment:
    """The rows have the same number of figures, too few of them: one or more columns are missing throughout."""
    unusual = {key: row for key, row in rows.items() if row.filled and len(row.filled) != count}
    if unusual:
        rest = _uniform({key: row for key, row in rows.items() if key not in unusual}, columns, header, count)
        reasons = [_count_reason(row, len(columns)) for row in unusual.values()]
        return rest._replace(cells={**rest.cells, **_doubtful(unusual, columns)}, reasons=[*rest.reasons, *reasons])
    named = [column for column in columns if column.key in header.positions]
    if len(named) == count and not header.torn:
        cells = _in_order(rows, named)
        missing = tuple([Key("", column.key) for column in columns if column not in named])
        for row_key, row in rows.items():
            keys = [Key(row_key, column) for _row, column in missing]
            cells.update({key: absent(key, row.span) for key in keys})
        return Assignment(cells, [], [], missing)
    readings: list[Reading] = []
    for chosen in combinations(columns, count):
        cells = _in_order(rows, chosen)
        for row_key, row in rows.items():
            keys = [Key(row_key, column.key) for column in columns if column not in chosen]
            cells.update({key: absent(key, row.span) for key in keys})
        readings.append(cells)
    reason = _("表头有 {width} 栏，每行却只有 {count} 个数，无法确定缺的是哪一栏", width=len(columns), count=count)
    return Assignment(_doubtful(rows, columns), [readings], [reason])


def _in_order(rows: Mapping[str, RawRow], columns: Sequence[Column]) -> dict[Key, Cell]:
    """The filled figures of each row for *columns*, left to right."""
    cells: dict[Key, Cell] = {}
    for row_key, row in rows.items():
        for column, field in zip(columns, row.filled, strict=False):
            key = Key(row_key, column.key)
            cells[key] = cell_of(key, field, column.unit)
    return cells


def _is_clipped(rows: Sequence[RawRow], width: int, header: Header) -> bool:
    """Whether the table was cut off at its right edge: every line has as many fields, the last columns fell off."""
    rows = [row for row in rows if row.filled]
    if header.complete or len(rows) < 3 or {row.field_count for row in rows} != {max(2, rows[0].field_count)}:
        return False
    filled = {len(row.filled) for row in rows}
    to_the_edge = all(not row.figures[-1].is_blank for row in rows)
    return to_the_edge and max(filled) < width


def _clipped(rows: Mapping[str, RawRow], columns: Sequence[Column]) -> Assignment:
    cells = _in_order(rows, columns)
    for row_key, row in rows.items():
        for column in columns:
            key = Key(row_key, column.key)
            cells.setdefault(key, absent(key, row.span))
    return Assignment(cells, [], [_("表格右侧的栏缺失，各行只剩一部分数，“总计”等栏无法核对")])


def _row_by_row(rows: Mapping[str, RawRow], columns: Sequence[Column]) -> Assignment:
    """Each row for itself; a row that lacks figures is read like its neighbours of the same shape, or doubted."""
    result = Assignment({}, [], [])
    shapes: dict[tuple[int, int], list[int]] = {}
    for row in rows.values():
        if len(row.filled) == len(columns):
            shapes.setdefault(_shape(row), [field.column for field in row.filled])
    for row_key, row in rows.items():
        fields = _fields(row, len(columns), shapes)
        if fields is not None:
            for column, field in zip(columns, fields, strict=True):
                key = Key(row_key, column.key)
                result.cells[key] = cell_of(key, field, column.unit)
        else:
            _doubt_row(row_key, row, columns, result)
    return result


def _shape(row: RawRow) -> tuple[int, int]:
    """Rows of the same shape have their figures at the same places: number of fields, column of the last label."""
    return row.field_count, row.labels[-1].column if row.labels else -1


def _fields(row: RawRow, width: int, shapes: Mapping[tuple[int, int], list[int]]) -> Sequence[Field] | None:
    """The fields of the row's columns, blank ones included, where they are certain."""
    if len(row.filled) == width:
        return row.filled
    places = shapes.get(_shape(row))
    if places is not None and row.field_count > 1:
        by_column = {field.column: field for field in row.figures}
        if set(places) <= by_column.keys() and {field.column for field in row.filled} <= set(places):
            return [by_column[place] for place in places]
    if len(row.figures) == width:
        return row.figures
    return None


def _doubt_row(row_key: str, row: RawRow, columns: Sequence[Column], result: Assignment) -> None:
    keys = [Key(row_key, column.key) for column in columns]
    if not row.filled:
        place = row.span.at_end()
        result.cells.update({key: Cell(key, place, "", None, State.BLANK) for key in keys})
        return
    result.cells.update(_doubtful({row_key: row}, columns))
    count = len(row.filled)
    result.reasons.append(_count_reason(row, len(columns)))
    if count < len(columns) and comb(len(columns), count) <= MAX_READINGS:
        readings: list[Reading] = []
        for chosen in combinations(columns, count):
            cells = _in_order({row_key: row}, chosen)
            cells.update({key: absent(key, row.span) for key in keys if key not in cells})
            readings.append(cells)
        result.doubts.append(readings)


def _count_reason(row: RawRow, width: int) -> str:
    label = row.labels[-1].text if row.labels else ""
    return _("“{row}”行应有 {width} 个数，实有 {count} 个", row=label, width=width, count=len(row.filled))


def _doubtful(rows: Mapping[str, RawRow], columns: Sequence[Column]) -> dict[Key, Cell]:
    cells: dict[Key, Cell] = {}
    for row_key, row in rows.items():
        fields = row.filled or row.figures or row.labels
        span = Span(fields[0].span.start, fields[-1].span.end)
        for column in columns:
            key = Key(row_key, column.key)
            cells[key] = Cell(key, span, " ".join([field.text for field in row.filled]), None, State.DOUBTFUL)
    return cells
