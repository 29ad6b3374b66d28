"""Figures that the form does not have: sums of groups of columns, page numbers behind the last figure of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from gxlint.form.align import RawRow
from gxlint.form.figures import read_figure
from gxlint.form.labels import SUBTOTALS, Labels, normal
from gxlint.form.layout import Column, Identity, Key
from gxlint.form.lines import Field, Line
from gxlint.form.rows import RawTable

#: More figures than these behind a row are no page numbers.
_PAGES = 2
#: The share of the rows in which a column must hold the sum of others to be taken for one of sums.
_MOST = 0.75

_Values = tuple[int, ...]


def without_subtotals(raw: RawTable, labels: Labels) -> RawTable:
    """The table without the column of sums that some bodies put under 法人或其他组织.

    Its label in the header says where it is, and the figures must confirm it: in most rows it holds the group's sum.
    """
    width = labels.widths[-1]
    hints = _hints(raw.header, labels) if len(labels.widths) == 1 else ()
    wide = [row for row in raw.rows if len(row.filled) == width + 1]
    if not hints or 2 * len(wide) < len(raw.rows):
        return raw
    place = _subtotal_place([_values(row.filled) for row in wide], labels.form.columns, hints)
    if place is None:
        return raw
    columns = {row.filled[place].column for row in wide}
    return RawTable(raw.header, tuple([_without(row, row.filled[place:][:1], columns, width) for row in raw.rows]))


def _hints(header: Sequence[Line], labels: Labels) -> set[int]:
    """Where the header may mean a sum to stand: behind the label before it, or before the label behind it."""
    order = [normal(column.label) for column in labels.form.columns]
    names = [name for line in header for field in line.fields if (name := normal(field.text))]
    found: set[int] = set()
    for before, name, behind in zip(["", *names], names, [*names[1:], ""], strict=False):
        if name.endswith(SUBTOTALS) and name not in order:
            found |= {order.index(before) + 1} if before in order else set()
            found |= {order.index(behind)} if behind in order else set()
    return found


def _values(figures: Sequence[Field]) -> _Values:
    """The numbers that figures are; what is none counts as nothing that adds up."""
    return tuple([value if isinstance(value := read_figure(field.text), int) else -1 for field in figures])


def _subtotal_place(rows: Sequence[_Values], columns: Sequence[Column], hints: set[int]) -> int | None:
    """The place of the figure that is the sum of a group in most rows; none if the header may mean several."""
    members = [index for index, column in enumerate(columns) if column.group]
    counts = {}
    for place in range(len(columns) + 1):
        rests = [(*row[:place], *row[place + 1 :]) for row in rows]
        counts[place] = sum(
            row[place] == sum(rest[at] for at in members) for row, rest in zip(rows, rests, strict=True)
        )
    most = max(counts.values())
    places = [place for place in hints if counts[place] == most]
    return places[0] if len(places) == 1 and most >= _MOST * len(rows) else None


def _without(row: RawRow, sums: Sequence[Field], columns: set[int], width: int) -> RawRow:
    """The row without the sum; of a row that is not full, without what stands in the column of sums."""
    if len(row.filled) == width + 1:
        figures = [field for field in row.figures if field not in sums]
    elif len(columns) == 1 and not row.is_loose:
        figures = [field for field in row.figures if field.column not in columns]
    else:
        return row
    return RawRow(row.labels, figures, row.field_count, exact=row.exact)


def without_page_number(
    figures: Sequence[Field], keys: Sequence[Key], identities: Sequence[Identity]
) -> Sequence[Field]:
    """The figures of a row that came one cell a line, without the page number behind them.

    It must be certain: the figures add up without the last, and not without another.

    Args:
        figures: of the row.
        keys: of the cells that it has.
        identities: of the table.
    """
    count, values = len(keys), _values(figures)
    own = [item for item in identities if set(item.left + item.right).issubset(keys)]
    if not own or not count < len(figures) <= count + _PAGES or -1 in values:
        return figures
    readings = {chosen for chosen in combinations(values, count) if _add_up(dict(zip(keys, chosen, strict=True)), own)}
    return figures[:count] if readings == {values[:count]} else figures


def _add_up(cells: Mapping[Key, int], identities: Sequence[Identity]) -> bool:
    return all(sum(cells[key] for key in item.left) == sum(cells[key] for key in item.right) for item in identities)
