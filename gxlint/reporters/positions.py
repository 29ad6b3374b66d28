"""Places as JSON has them: line and column from 1, offset from 0, all in code points of the document's text."""

from __future__ import annotations

from typing import Any

from gxlint.text import Source, Span


def position(source: Source, offset: int) -> dict[str, int]:
    """One end of a span."""
    line, column = source.lines.position(offset)
    return {"line": line, "column": column, "offset": offset}


def ends(source: Source | None, span: Span | None) -> dict[str, Any]:
    """``start`` and ``end`` of a span; both null where there is none."""
    if source is None or span is None:
        return {"start": None, "end": None}
    return {"start": position(source, span.start), "end": position(source, span.end)}
