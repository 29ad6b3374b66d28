"""One line a finding, for eyes, ``grep`` and the problem matchers of editors."""

from __future__ import annotations

from typing import TextIO

from gxlint.findings import Diagnostic
from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.excerpt import visible
from gxlint.reporters.paths import STDIN, belongs_to_file


class ConciseReporter:
    """Writes each file's findings as they come, and nothing else."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, checked: Checked, /) -> None:
        """Write the findings of one file."""
        for diagnostic in checked.diagnostics:
            self._stream.write(f"{concise(diagnostic)}\n")

    def finish(self, _summary: Summary, /) -> None:
        """Nothing is left to write."""


def concise(diagnostic: Diagnostic) -> str:
    """``path:line:column: severity rule message``; line and column are missing where there is no place."""
    said = f"{diagnostic.severity.label} {diagnostic.rule} {visible(diagnostic.message)}"
    name = (diagnostic.path or STDIN) if belongs_to_file(diagnostic) else "gxlint"
    return f"{visible(name)}:{_position(diagnostic)} {said}"


def _position(diagnostic: Diagnostic) -> str:
    if diagnostic.source is None or diagnostic.span is None:
        return ""
    line, column = diagnostic.source.lines.position(diagnostic.span.start)
    return f"{line}:{column}:"
