"""Printed lines joined to the paragraphs that they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gxlint.parsers.lines import CLOSERS, ENDINGS, begins_item
from gxlint_pdf.letters import Line

#: Lines are measured in sizes of their letters. A first line is indented by two, as a rule; half of that is enough.
_INDENT = 0.9
#: What the last character of a full line may leave free beside what the next line begins with.
_ROOM = 1.1
#: A gap of so many usual ones parts two paragraphs.
_GAP = 1.35
#: Lines of a text are no further apart, in sizes of its letters, whatever else is unknown.
_WIDEST_PITCH = 2.5
#: A line of fewer letters says nothing about the margins.
_LONG = 15
#: Letters of one paragraph differ no more in size, in points.
_SIZES = 0.6


class Placed(NamedTuple):
    """A line and the page that it stands on, from 1."""

    page: int
    line: Line


class Column(NamedTuple):
    """The measures of the text."""

    left: float
    right: float
    size: float
    """Of most letters."""
    pitch: float
    """From line to line inside a paragraph, in sizes of its letters."""


def measure(lines: Sequence[Placed]) -> Column:
    """The margins of the text, as its long lines show them, and how far its lines are apart."""
    every = [placed.line for placed in lines]
    long = [line for line in every if len(line.letters) >= _LONG and not line.is_tabular] or every
    if not long:
        return Column(0, 0, 0, 0)
    left, right = min(line.box.x0 for line in long), max(line.end for line in long)
    letters: Counter[float] = Counter()
    for line in long:
        letters[line.size] += len(line.letters)
    size = letters.most_common(1)[0][0]
    pitches = Counter(
        round((after.line.box.middle - before.line.box.middle) / size, 1)
        for before, after in pairwise(lines)
        if before.page == after.page
        and before.line.size == after.line.size == size
        and right - before.line.box.x1 < 2 * size
        and after.line.box.x0 - left < _INDENT * size
    )
    return Column(left, right, size, pitches.most_common(1)[0][0] if pitches else _WIDEST_PITCH)


def join_lines(lines: Iterable[Placed], column: Column) -> list[list[Placed]]:
    """Lines that follow each other, by paragraphs."""
    paragraphs: list[list[Placed]] = []
    for placed in lines:
        if paragraphs and goes_on(paragraphs[-1], placed, column):
            paragraphs[-1].append(placed)
        else:
            paragraphs.append([placed])
    return paragraphs


def goes_on(paragraph: Sequence[Placed], after: Placed, column: Column) -> bool:
    """Whether a line is of the paragraph that stands above it."""
    before, line = paragraph[-1].line, after.line
    if before.is_tabular or line.is_tabular:
        return False
    if abs(before.size - line.size) > _SIZES or before.is_heavy != line.is_heavy:
        return False
    if column.right - before.box.x1 > line.first_word + _ROOM * line.size:
        return False
    if paragraph[-1].page == after.page and line.box.middle - before.box.middle > _GAP * column.pitch * line.size:
        return False
    if before.text[-1] in ENDINGS and (begins_item(line.text) or _stands_alone(line, column)):
        return False
    return line.box.x0 - column.left < _INDENT * line.size or _is_centred(before, line, column)


def _stands_alone(line: Line, column: Column) -> bool:
    """Whether a line is no last one of a paragraph, which would end as a sentence does, nor one in the middle."""
    return line.text[-1] not in ENDINGS + CLOSERS and column.right - line.end > 2 * line.size


def _is_centred(before: Line, line: Line, column: Column) -> bool:
    """Whether both are lines of a title in the middle, in letters bigger than the text's."""
    middle = (column.left + column.right) / 2
    offset = abs((line.box.x0 + line.box.x1) / 2 - middle)
    return line.size > column.size + _SIZES and offset < line.size and before.box.x0 - column.left < line.size
