"""Findings on lines that somebody has touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gxlint.crashes import CRASHES
from gxlint.differences import opcodes
from gxlint.document import Document
from gxlint.findings import Diagnostic
from gxlint.git.changes import Changes
from gxlint.plugins.registry import Registry
from gxlint.reading import parse_data
from gxlint.text import Source


class TouchedLines:
    """Keeps what is found on lines that have changed; of a Word file these are paragraphs and rows of tables."""

    def __init__(self, changes: Changes, registry: Callable[[str], Registry]) -> None:
        """Prepare.

        Args:
            changes: in git.
            registry: of the parsers for a draft, by its path.
        """
        self._changes = changes
        self._registry = registry

    def __call__(self, source: Source, diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """The findings that stand on touched lines, or are explained by one; and those that have no place."""
        original = self._original(source.path)
        if original is None:
            return diagnostics
        touched = _touched(_lines(original.source), _lines(source))
        return [item for item in diagnostics if item.span is None or not touched.isdisjoint(_lines_of(item))]

    def _original(self, path: str) -> Document | None:
        """A draft as it was; ``None`` if it is new, or was nothing that can be read."""
        data = self._changes.original(path)
        try:
            return None if data is None else parse_data(self._registry(path), data, path, None)
        except CRASHES:
            return None


def _lines_of(item: Diagnostic) -> set[int]:
    """The lines of a finding and of the places that explain it: a sum is broken where a part of it was changed."""
    if item.source is None or item.span is None:
        return set()
    spans = [item.span, *(related.span for related in item.related)]
    return {number for span in spans for number in item.source.lines.lines(span)}


def _lines(source: Source) -> list[str]:
    index = source.lines
    return [source[index.line(number)] for number in range(1, len(index) + 1)]


def _touched(old: Sequence[str], new: Sequence[str]) -> set[int]:
    """The lines (from 1) of the new text that were written or changed, and those next to where some were deleted."""
    touched: set[int] = set()
    for tag, _start, _end, start, end in opcodes(old, new):
        if tag == "equal":
            continue
        written = {number for number in range(start + 1, end + 1) if new[number - 1].strip()}
        touched |= written or set(_neighbours(new, start, end))
    return touched


def _neighbours(lines: Sequence[str], start: int, end: int) -> Iterator[int]:
    """The nearest lines (from 1) with something in them before and behind a stretch."""
    for numbers in (range(start, 0, -1), range(end + 1, len(lines) + 1)):
        yield from [number for number in numbers if lines[number - 1].strip()][:1]
