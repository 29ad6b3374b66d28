"""Findings as one JSON array, sorted by path and place."""

from __future__ import annotations

import json
from typing import Any, TextIO

from gxlint.findings import Diagnostic, Fix
from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.positions import ends
from gxlint.text import Source


class JsonReporter:
    """Keeps each finding as its line of JSON, not the drafts, and sorts at the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lines: list[tuple[tuple[str, int, int, str], str]] = []

    def add(self, checked: Checked, /) -> None:
        """Take the findings of one file."""
        for diagnostic in checked.diagnostics:
            self._lines.append((diagnostic.sort_key, json.dumps(as_json(diagnostic), ensure_ascii=False)))

    def finish(self, _summary: Summary, /) -> None:
        """Write the array, one finding a line."""
        lines = [line for _key, line in sorted(self._lines)]
        self._stream.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A finding as an object of the JSON format."""
    source = diagnostic.source
    return {
        "path": diagnostic.path,
        "rule": diagnostic.rule,
        "category": diagnostic.category,
        "severity": diagnostic.severity.label,
        "message": diagnostic.message,
        **ends(source, diagnostic.span),
        "place": diagnostic.place,
        "related": [{**ends(source, span), "message": message} for span, message in diagnostic.related],
        "fixes": [_fix(source, fix) for fix in diagnostic.fixes],
        "url": diagnostic.url,
    }


def _fix(source: Source | None, fix: Fix) -> dict[str, Any]:
    edits = [{**ends(source, edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety.value, "edits": edits}
