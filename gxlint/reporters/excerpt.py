"""The words that a finding is about, in their line, as a terminal shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

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
    return text.translate(_HARMLESS)


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
    room = max(0, width - cell_len(words))
    left = max(room // 2, room - cell_len(after))
    shown_before = _tail(before, left, cut=focus.start - width > line.start)
    shown_after = _head(after, room - cell_len(shown_before), cut=focus.end + width < line.end)
    return Line(number, shown_before + words + shown_after, cell_len(shown_before), max(1, cell_len(words)))


def _head(text: str, cells: int, *, cut: bool = False) -> str:
    """As much of the start of *text* as fits, with an ellipsis where something is missing."""
    if not cut and cell_len(text) <= cells:
        return text
    kept, used = 0, 1
    while kept < len(text) and used + cell_len(text[kept]) <= cells:
        used += cell_len(text[kept])
        kept += 1
    return text[:kept] + "…" * (cells > 0)


def _tail(text: str, cells: int, *, cut: bool = False) -> str:
    """As much of the end of *text* as fits, with an ellipsis where something is missing."""
    return _head(text[::-1], cells, cut=cut)[::-1]
