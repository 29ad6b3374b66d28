"""Which line of a draft's table is which row of the form: exact labels first, then order and likeness."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from gxlint.form.labels import SUBTOTALS, Labels, RowLabel, bears_number, core, normal, similarity
from gxlint.form.lines import Field
from gxlint.text import Span

#: A label less like the official one than this is not taken for it on likeness alone.
LIKE = 0.5
#: With fewer figures to a row a page number may make two rows of one.
_ROW = 3


class RawRow:
    """A row of figures as it stands in the draft: its labels and its figure cells."""

    def __init__(self, labels: Sequence[Field], figures: Sequence[Field], field_count: int, *, exact: bool) -> None:
        self.labels = tuple(labels)
        self.figures = tuple(figures)
        """The fields behind the last label, blank ones included where the format shows them."""
        self.field_count = field_count
        self.exact = exact

    @cached_property
    def label(self) -> str:
        """The normal text of all its labels, run together."""
        return "".join([normal(field.text) for field in self.labels])

    @cached_property
    def filled(self) -> tuple[Field, ...]:
        """Its figure fields that are not blank."""
        return tuple([field for field in self.figures if field.text])

    @property
    def span(self) -> Span:
        """From the first label or figure to the last."""
        fields = (*self.labels, *self.figures)
        return Span(fields[0].span.start, fields[-1].span.end)

    @property
    def is_loose(self) -> bool:
        """Whether its figures came a line each."""
        return self.field_count == 0

    @property
    def is_subtotal(self) -> bool:
        """Whether it is a sum that the form does not have."""
        return self.label.endswith(SUBTOTALS)


class Alignment:
    """Rows of the form and the lines of the draft that they are."""

    def __init__(
        self,
        rows: dict[str, RawRow],
        missing: Sequence[str],
        doubtful: Sequence[str],
        surplus: int = 0,
        repeated: Sequence[str] = (),
    ) -> None:
        self.rows = rows
        """By row key."""
        self.missing = tuple(missing)
        """Keys of rows that the draft certainly lacks."""
        self.doubtful = tuple(doubtful)
        """Keys of rows of which it cannot be said which line they are, or whether they are there."""
        self.repeated = tuple(repeated)
        """Keys of rows that stand twice, with different figures; they are doubtful too."""
        self.surplus = surplus
        """How many lines of figures are no row of the form, sums of groups aside."""


def align(raw: Sequence[RawRow], labels: Labels) -> Alignment:
    """Align the lines of a table with the rows of the form, both in order."""
    rows = [row for row in raw if not row.is_subtotal]
    order = {label.row.key: index for index, label in enumerate(labels.rows)}
    exact = [_exact(row, labels) for row in rows]
    anchors = _increasing([(i, order[match.row.key]) for i, match in enumerate(exact) if match is not None])
    found: dict[str, RawRow] = {labels.rows[j].row.key: rows[i] for i, j in anchors}
    certain = [match if match and _is_whole(row, match) else None for row, match in zip(rows, exact, strict=True)]
    repeated = _add_misplaced(rows, certain, found)
    doubtful = [*repeated]
    known = {id(row) for row, match in zip(rows, certain, strict=True) if match}
    missing: list[str] = []
    edges = [(-1, -1), *anchors, (len(rows), len(labels.rows))]
    for (low, first), (high, last) in pairwise(edges):
        between = [row for row in rows[low + 1 : high] if id(row) not in known]
        wanted = [label for label in labels.rows[first + 1 : last] if label.row.key not in (*found, *doubtful)]
        if not wanted:
            continue
        above = labels.rows[first] if low >= 0 else None
        excess = above is not None and len(rows[low].filled) > len(above.row.columns)
        if above is not None and excess and (parts := _swallowed(rows[low], above, wanted, len(between))):
            found[above.row.key], *nameless = parts
            between, excess = [*nameless, *between], False
        _fill(between, wanted, found, doubtful if excess else missing, doubtful)
    return Alignment(found, missing, doubtful, len(rows) - len(found), repeated)


def _exact(row: RawRow, labels: Labels) -> RowLabel | None:
    """The row of the form whose label stands right before the figures, in one cell or in several."""
    if not row.labels:
        return None
    return labels.row_at_end(normal(row.labels[-1].text)) or labels.row_at_end(row.label)


def _is_whole(row: RawRow, label: RowLabel) -> bool:
    """Whether the cell before the figures holds the label and nothing else."""
    return normal(row.labels[-1].text) in (label.normal, label.core)


def _add_misplaced(rows: Sequence[RawRow], labels: Sequence[RowLabel | None], found: dict[str, RawRow]) -> list[str]:
    """Adds the rows out of order that bear a whole label. Returns those that stand twice with other figures.

    Args:
        rows: of the draft.
        labels: the whole label of each row.
        found: the rows in order; those returned are taken out.
    """
    doubtful: list[str] = []
    for row, label in zip(rows, labels, strict=True):
        if label is not None:
            first = found.setdefault(label.row.key, row)
            if [field.text for field in first.filled] != [field.text for field in row.filled]:
                doubtful.append(label.row.key)
    for key in doubtful:
        found.pop(key, None)
    return doubtful


def _swallowed(row: RawRow, label: RowLabel, wanted: Sequence[RowLabel], count: int) -> list[RawRow]:
    """The row apart from those below it that came a cell a line and lost their labels; none if it is not certain.

    Args:
        row: has more figures than it should.
        label: of the row.
        wanted: the rows of the form that must lie between it and the next row that is certain.
        count: how many rows lie there.
    """
    width = len(label.row.columns)
    lost = len(wanted) - count
    if not row.is_loose or width < _ROW or lost < 1 or any(len(other.row.columns) != width for other in wanted):
        return []
    if len(row.filled) != (lost + 1) * width:
        return []
    pieces = [row.filled[start : start + width] for start in range(0, len(row.filled), width)]
    blanks = sum(1 for at, field in enumerate(row.figures) if not field.text and at % (width + 1) == width)
    if len(row.figures) != len(row.filled) + blanks or blanks not in (0, lost):  # blank figures, not blank labels
        return []
    return [RawRow(row.labels if at == 0 else (), piece, 0, exact=False) for at, piece in enumerate(pieces)]


def _fill(
    between: Sequence[RawRow],
    wanted: Sequence[RowLabel],
    found: dict[str, RawRow],
    missing: list[str],
    doubtful: list[str],
) -> None:
    """Match what lies between two certain rows: by order where the numbers agree, else by likeness."""
    if len(between) == len(wanted) and all(map(_plausible, between, wanted)):
        found.update({label.row.key: row for row, label in zip(between, wanted, strict=True)})
        return
    pairs = _likeliest(between, wanted)
    for i, j in pairs:
        found[wanted[j].row.key] = between[i]
    matched = {j for _, j in pairs}
    left = [label.row.key for j, label in enumerate(wanted) if j not in matched]
    nameless = len(pairs) < len(between)
    (doubtful if nameless else missing).extend(left)


def _plausible(row: RawRow, label: RowLabel) -> bool:
    """Whether a row may be the one that its position says: its number says so, or nothing in its label denies it."""
    if not row.label or row.label in label.full or _likeness(row, label) >= LIKE:
        return True
    return bears_number(normal(row.labels[-1].text), label.normal)


def _likeness(row: RawRow, label: RowLabel) -> float:
    """How alike the labels are, 0 to 1, with the groups left of the row's own label or without them."""
    own = normal(row.labels[-1].text) if row.labels else ""
    if own != core(own) and label.normal != label.core and not bears_number(own, label.normal):
        return 0.0  # another number
    return max(similarity(row.label, label.normal), similarity(own, label.normal))


def _likeliest(between: Sequence[RawRow], wanted: Sequence[RowLabel]) -> list[tuple[int, int]]:
    """Pairs in order with the greatest total likeness (dynamic programming); unlike pairs are left out."""
    size = len(wanted) + 1
    best = [[0.0] * size for _ in range(len(between) + 1)]
    like = [[_likeness(row, label) for label in wanted] for row in between]
    for i in range(len(between) - 1, -1, -1):
        for j in range(size - 2, -1, -1):
            pair = like[i][j] + best[i + 1][j + 1] if like[i][j] >= LIKE else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(between) and j < size - 1:
        if like[i][j] >= LIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that increases in both numbers (each pair's first number is already increasing)."""
    lengths: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        length, link = 1, -1
        for k in range(index):
            if pairs[k][1] < j and lengths[k] + 1 > length:
                length, link = lengths[k] + 1, k
        lengths.append(length)
        before.append(link)
    run: list[tuple[int, int]] = []
    index = max(range(len(pairs)), key=lengths.__getitem__, default=-1)
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]
