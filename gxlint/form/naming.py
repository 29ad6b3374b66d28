"""Which printed labels name which rows and groups of rows, reworded ones included."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.form.align import Alignment
from gxlint.form.figures import Label
from gxlint.form.labels import LIKE, bears_number, core, normal, similarity
from gxlint.form.layout import TableForm
from gxlint.text import Pattern

_NUMBERS = Pattern(r"[\d一二三四五六七八九十]+")


def row_labels(form: TableForm, alignment: Alignment) -> Iterator[Label]:
    """The row labels that stand whole in one cell; torn and fused ones cannot be compared."""
    for row in form.rows:
        raw = alignment.rows.get(row.key)
        if raw is None or not raw.labels:
            continue
        field = raw.labels[-1]
        text, official = normal(field.text), normal(row.label)
        whole = text in (official, core(official))
        fused = len(core(official)) > 2 and raw.label.endswith(core(official))
        torn = text in "".join(map(normal, row.groups)) + official[:-1]
        if whole or (not (fused or torn) and _means(text, official)):
            yield Label(row.key, field.span, field.text, row.label)


def _means(text: str, official: str) -> bool:
    """Whether a normal text is meant for an official label: it is like it, or bears its number."""
    return bears_number(text, official) or similarity(core(text), core(official)) >= LIKE


def group_labels(form: TableForm, alignment: Alignment) -> Iterator[Label]:
    """The labels of groups that stand whole in one cell, left of a row of theirs or above it; each group once."""
    seen: set[str] = set()
    for row in form.rows:
        raw = alignment.rows.get(row.key)
        for field in raw.labels[:-1] if raw else ():
            text = normal(field.text)
            group = next((group for group in row.groups if _names(text, normal(group))), None)
            if group is not None and group not in seen:
                seen.add(group)
                yield Label("", field.span, field.text, group)


def _names(text: str, official: str) -> bool:
    """Whether a normal text is the official label, or is like it and no piece of it, nor more than it."""
    if text == official or core(text) == core(official):
        return True
    if text in official or core(official) in text or _NUMBERS.sub("", text) == _NUMBERS.sub("", official):
        return False
    return len(core(text)) >= 3 and similarity(core(text), core(official)) >= LIKE
