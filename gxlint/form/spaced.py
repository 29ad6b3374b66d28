"""Loose lines that hold several cells, with spaces between them: 结果维持 结果纠正 其他结果."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from gxlint.form.entries import are_entries
from gxlint.form.labels import SUBTOTALS, Labels, normal
from gxlint.form.lines import Field, Line, part
from gxlint.text import Pattern

#: A longer line is prose.
LONGEST = 240
#: A label has no more spaces in it than this.
_SPACES = 4
_PIECE = Pattern(r"\S+")
_FIGURES = Pattern(r"(?:\s+(?:[\d０-９][\d０-９,.]*|[/／—–－-]+))+\s*$")
_PROSE = frozenset("。；！？")


def apart(line: Line, tables: Sequence[Labels]) -> Iterator[Line]:
    """The line as one for each label in it, the last with the figures behind it; as it is, if it is not all labels.

    Args:
        line: of the draft.
        tables: the labels that may stand in it; those of a line are of one table.
    """
    field = line.fields[0] if line.is_loose else None
    if field is None or len(field.text) > LONGEST or not _has_gap(field.text) or not _PROSE.isdisjoint(field.text):
        yield line
        return
    for labels in tables:
        starts = _label_starts(field.text, labels)
        if len(starts) > 1:
            for start, end in zip(starts, [*starts[1:], len(field.text)], strict=True):
                yield Line((part(field, start, end),), line.block)
            return
        if row := _row_with_entries(field, labels):
            yield Line(tuple(row), line.block)
            return
    yield line


def _row_with_entries(field: Field, labels: Labels) -> list[Field]:
    """The label of a row and what stands in the place of its figures, where some are none: 规章 见附件 0 0."""
    if labels.form.side_by_side:
        return []
    spans = [found.span() for found in _PIECE.finditer(field.text)]
    for at in range(1, min(len(spans), _SPACES + 1)):
        name = normal(field.text[: spans[at - 1][1]])
        label = labels.row_at_end(name)
        if label is not None and name in (label.normal, label.core):
            entries = [part(field, *span)._replace(is_entry=True) for span in spans[at:]]
            fits = are_entries([part(field, *span) for span in spans[at:]], len(label.row.columns), labels)
            return [part(field, 0, spans[at - 1][1]), *entries] if fits else []
    return []


def _has_gap(text: str) -> bool:
    return " " in text or "\u3000" in text or "\xa0" in text


def _label_starts(text: str, labels: Labels) -> Sequence[int]:
    """Where each label starts, if the text is nothing but labels and the figures behind the last."""
    tail = _FIGURES.search(text)
    pieces = [found.span() for found in _PIECE.finditer(text, 0, tail.start() if tail else len(text))]

    @cache
    def first(index: int) -> tuple[int, ...] | None:
        if index == len(pieces):
            return ()
        for end in range(min(len(pieces), index + _SPACES + 1), index, -1):
            name = normal(text[pieces[index][0] : pieces[end - 1][1]])
            if labels.knows(name) or name in SUBTOTALS:
                rest = first(end)
                if rest is not None:
                    return (pieces[index][0], *rest)
        return None

    return first(0) or ()
