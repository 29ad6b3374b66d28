"""The header of an official table: which columns the draft has, and at which grid columns they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.form.figures import Label
from gxlint.form.labels import LIKE, Labels, normal, similarity
from gxlint.form.lines import Field, Line


class Header(NamedTuple):
    """What the header says."""

    positions: dict[str, int]
    """Grid column of each column key that was found."""
    labels: tuple[Label, ...]
    """The labels that are whole; torn ones are left out."""
    complete: bool
    """Every column of the form was found."""
    torn: bool
    """Pieces of labels are left that could not be put together: absence proves nothing."""


def read_header(lines: Sequence[Line], labels: Labels, keys: Sequence[str]) -> Header:
    """Read the lines above the first row of figures.

    Args:
        lines: in order.
        labels: of the table.
        keys: of the columns to look for, left to right.
    """
    official = {normal(labels.form.column(key).label): key for key in keys}
    positions: dict[str, int] = {}
    found: list[Label] = []
    rest: list[list[Field]] = []
    for line in lines:
        leftover: list[Field] = []
        for field in line.fields:
            text = normal(field.text)
            key = official.get(text)
            if key is not None and key not in positions:
                positions[key] = field.column
                found.append(_label(labels, key, field))
            elif text and text not in labels.names and not field.is_figure:
                leftover.append(field)
        rest.append(leftover)
    pieces = _join_torn(rest, official, positions)
    pieces = _take_misnamed(pieces, labels, official, positions, found)
    torn = any(any(normal(field.text) in name for name in labels.names) for field in pieces)
    return Header(positions, tuple(found), all(key in positions for key in keys), torn)


def _label(labels: Labels, key: str, field: Field) -> Label:
    return Label(key, field.span, field.text, labels.form.column(key).label)


def _join_torn(rest: Sequence[Sequence[Field]], official: dict[str, str], positions: dict[str, int]) -> list[Field]:
    """Put labels together that are split over two or three lines: 商业 above 企业. Returns the fields left over."""
    left: list[Field] = []
    rows = [row for row in rest if row]
    while rows:
        first, *others = rows
        taken = _columns_below(first, others, official, positions)
        left += [field for field in first if field not in taken]
        rows = [[field for field in row if field not in taken] for row in others]
        rows = [row for row in rows if row]
    return left


def _columns_below(
    first: Sequence[Field], others: Sequence[Sequence[Field]], official: dict[str, str], positions: dict[str, int]
) -> list[Field]:
    """The pieces, in *first* and the lines below, that make up whole labels: the n-th continues the n-th."""
    taken: list[Field] = []
    for depth in range(1, len(others) + 1):
        for pieces in _stacks(first, others[:depth]):
            key = official.get("".join([normal(piece.text) for piece in pieces]))
            if key is not None and key not in positions:
                positions[key] = pieces[0].column
                taken += pieces
    return taken


def _stacks(first: Sequence[Field], others: Sequence[Sequence[Field]]) -> Iterator[tuple[Field, ...]]:
    """Fields that may belong one below the other: at the same grid column, or the n-th of each line."""
    for field in first:
        below = [[other for other in row if other.column == field.column] for row in others]
        if all(below):
            yield (field, *(row[0] for row in below))
    for index, field in enumerate(first):
        if all(index < len(row) for row in others):
            yield (field, *(row[index] for row in others))


def _take_misnamed(
    pieces: Sequence[Field],
    labels: Labels,
    official: dict[str, str],
    positions: dict[str, int],
    found: list[Label],
) -> list[Field]:
    """Take a leftover for the column that it resembles and that lies between the same neighbours."""
    left: list[Field] = []
    for field in pieces:
        text = normal(field.text)
        likely = [(similarity(text, name), key) for name, key in official.items() if key not in positions]
        like, key = max(likely, default=(0.0, ""))
        whole = len(text) >= 3 and not _is_torn(text, labels, pieces, field)
        if like >= LIKE and whole:
            positions[key] = field.column
            found.append(_label(labels, key, field))
        else:
            left.append(field)
    return left


def _is_torn(text: str, labels: Labels, pieces: Sequence[Field], field: Field) -> bool:
    """Whether another leftover holds what this piece lacks of an official label."""
    for name in labels.columns:
        if text != name and text in name:
            missing = name.replace(text, "", 1)
            if any(other is not field and normal(other.text) and normal(other.text) in missing for other in pieces):
                return True
    return False
