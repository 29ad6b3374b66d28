"""The words that a finding is about, in their line, as a terminal shows them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from gxlint.text import Source, Span

_TAB = "    "
_SUBSTITUTE = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
#: Control characters could move the cursor or repaint the terminal, bidirectional ones reorder what is read.
_HARMLESS = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys((*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _SUBSTITUTE),
    ord("\t"): _TAB,
    0x2028: " ",
    0x2029: " ",
}


class Line(NamedTuple):
    """A line of a draft, cut to fit, with the words in question underlined."""

    number: int
    """From 1."""
    text: str
    before: int
    """Cells in front of the underlining."""
    cells: int
    """Cells underlined, at least one."""


def visible(text: str) -> str:
    """*text* on one line and without anything that a terminal would obey."""
    return text if text.isprintable() else text.translate(_HARMLESS)


def excerpt(source: Source, span: Span, width: int) -> Iterator[Line]:
    """The first and the last line that *span* touches.

    Args:
        source: the draft.
        span: what to underline.
        width: cells that a line may take; longer lines are cut around the words.
    """
    numbers = source.lines.lines(span)
    for number in dict.fromkeys((numbers[0], numbers[-1])):
        line = source.lines.line(number)
        start, end = max(span.start, line.start), min(span.end, line.end)
        yield _fit(source.text, number, line, Span(min(start, line.end), max(start, end)), width)


def _fit(text: str, number: int, line: Span, focus: Span, width: int) -> Line:
    # no character is narrower than a cell, save combining ones: what is farther away than `width` need not be looked at
    words = _head(visible(text[focus.start : min(focus.end, focus.start + width)]), width)
    before = visible(text[max(line.start, focus.start - width) : focus.start])
    after = visible(text[focus.end : min(line.end, focus.end + width)])
    room = max(0, width - _cells(words))
    left = max(room // 2, room - _cells(after))
    before = _head(before[::-1], left, cut=focus.start - width > line.start)[::-1]
    after = _head(after, room - _cells(before), cut=focus.end + width < line.end)
    return Line(number, before + words + after, _cells(before), max(1, _cells(words)))


class _Widths(dict[str, int]):
    """Cells of each character met so far; rich looks a character up in a table of ranges every time."""

    def __missing__(self, character: str) -> int:
        from rich.cells import cell_len  # costs more than writing all the findings of a report

        width = self[character] = cell_len(character)
        return width


_WIDTHS = _Widths()


def _cells(text: str) -> int:
    return sum(map(_WIDTHS.__getitem__, text))


def _head(text: str, cells: int, *, cut: bool = False) -> str:
    """As much of the start of *text* as fits, with an ellipsis where something is missing."""
    ends = list(accumulate(map(_WIDTHS.__getitem__, text)))
    if not cut and (not ends or ends[-1] <= cells):
        return text
    return text[: bisect_right(ends, cells - 1)] + "…" * (cells > 0)
