"""Drafts with the words marked that a rule found, for the reader of a failed test."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gxlint.findings import Diagnostic
from gxlint.text import LineIndex, Span


def show(text: str, diagnostics: Sequence[Diagnostic]) -> str:
    """The lines that diagnostics concern, their words in ⟦brackets⟧, each message below its line.

    Args:
        text: that the spans refer to.
        diagnostics: of one draft.
    """
    if not diagnostics:
        return "  (nothing found)"
    lines = LineIndex(text)
    by_line: dict[int, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        line = lines.position(diagnostic.span.start).line if diagnostic.span else 0
        by_line.setdefault(line, []).append(diagnostic)
    shown: list[str] = []
    for line, found in sorted(by_line.items()):
        if line:
            place = lines.line(line)
            shown.append(f"  {line:>4} │ " + mark(text, place, [item.span for item in found if item.span]))
        for item in found:
            shown.append(f"       └ {item.severity.label} {item.rule}: {item.message}")
            shown += [f"         ⟦{text[other.span.start : other.span.end]}⟧ {other.message}" for other in item.related]
    return "\n".join(shown)


def mark(text: str, line: Span, spans: Iterable[Span]) -> str:
    """A line with brackets where spans start and end in it."""
    marks: list[tuple[int, int, str]] = []
    for span in spans:
        marks.append((span.start, 1, "⟦"))
        marks.append((min(span.end, line.end), 2 if span.length else 3, "⟧"))
    shown = text[line.start : line.end]
    for offset, _order, sign in sorted(marks, reverse=True):
        at = offset - line.start
        shown = shown[:at] + sign + shown[at:]
    return shown
