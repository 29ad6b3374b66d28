"""Failed examples for their authors: the lines concerned, with the words in question underlined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from typing import NamedTuple

from gxlint.findings import Diagnostic
from gxlint.i18n import _
from gxlint.reporters.excerpt import excerpt, visible
from gxlint.testing.notation import ExpectedFinding
from gxlint.text import Position, Source, Span

#: Cells that a line of the draft may take; longer ones are cut around the words.
_WIDTH = 100
_BAR = " " * 7 + "│ "
_PLACE = re.compile(r"(\d+):(\d+)-(\d+):(\d+) (.*)", re.DOTALL)


class Mark(NamedTuple):
    """Words of a text, and what is said about them."""

    source: Source | None
    span: Span | None
    """``None`` where no place can be shown."""
    message: str
    related: tuple[Mark, ...] = ()


def show(marks: Iterable[Mark]) -> str:
    """The lines that marks concern, their words underlined, each message below its line."""
    lines = [line for mark in marks for line in _lines(mark)]
    return "\n".join(lines or [_BAR + _("（没有）")])


def show_difference(expected: str | None, found: str | None) -> str:
    """Where two texts differ, line by line; ``None`` is no text."""
    old, new = [(text or "").split("\n") if text is not None else [] for text in (expected, found)]
    changed = [line for line in unified_diff(old, new, n=1, lineterm="") if not line.startswith(("---", "+++", "@@"))]
    return "\n".join(_BAR + visible(line) for line in changed)


def mark_of(diagnostic: Diagnostic, *, named: bool = False) -> Mark:
    """What a diagnostic marks in its draft.

    Args:
        diagnostic: of any rule.
        named: whether the message begins with the rule's id.
    """
    message = f"[{diagnostic.rule}] {diagnostic.message}" if named else diagnostic.message
    related = tuple([Mark(diagnostic.source, other.span, other.message) for other in diagnostic.related])
    return Mark(diagnostic.source, diagnostic.span, message, related)


def mark_expected(expected: ExpectedFinding, fragment: str) -> Mark:
    """What an ``expect`` block says is marked in the fragment."""
    source = Source(fragment)
    return _placed(expected.head, source)._replace(related=tuple([_placed(line, source) for line in expected.related]))


def _placed(line: str, source: Source) -> Mark:
    place = _PLACE.fullmatch(line)
    if place is None:
        return Mark(source, None, line)
    *numbers, message = place.groups()
    first, column, last, end = map(int, numbers)
    try:
        span = Span(source.lines.offset(Position(first, column)), source.lines.offset(Position(last, end)))
    except IndexError:
        return Mark(source, None, _("{finding}（示例没有这么多行）", finding=line))
    return Mark(source, span, message)


def _lines(mark: Mark) -> Iterator[str]:
    yield from _underlined(mark)
    yield _BAR + visible(mark.message)
    for other in mark.related:
        yield from _underlined(other)
        yield _BAR + _("相关：{message}", message=visible(other.message))


def _underlined(mark: Mark) -> Iterator[str]:
    if mark.source is None or mark.span is None:
        return
    for line in excerpt(mark.source, mark.span, _WIDTH):
        yield f"{line.number:>6} │ {line.text}"
        yield _BAR + " " * line.before + "^" * line.cells
