"""Annotations of a GitHub workflow: commands that the runner reads from a step's output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gxlint.findings import Diagnostic, Severity
from gxlint.i18n import _
from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.paths import belongs_to_file, slashed

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
#: Both sides of the colon: what would end the command's line, or start an escape.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
#: In a property also what ends it.
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


class GithubReporter:
    """Writes each file's annotations as they come."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, checked: Checked, /) -> None:
        """Write the findings of one file."""
        for diagnostic in checked.diagnostics:
            self._stream.write(_command(diagnostic) + "\n")

    def finish(self, _summary: Summary, /) -> None:
        """Nothing is left to write."""


def _command(diagnostic: Diagnostic) -> str:
    properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(diagnostic))
    message = diagnostic.message
    if _is_binary(diagnostic) and diagnostic.place:
        message = _("{place}：{message}", place=diagnostic.place, message=message)
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{message.translate(_DATA)}"


def _properties(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    yield "title", f"gxlint ({diagnostic.rule})"
    if not belongs_to_file(diagnostic):
        return
    yield "file", slashed(diagnostic.path)
    if diagnostic.source is None or diagnostic.span is None or _is_binary(diagnostic):
        return
    start = diagnostic.source.lines.position(diagnostic.span.start)
    end = diagnostic.source.lines.position(diagnostic.span.end)
    yield "line", str(start.line)
    yield "endLine", str(end.line)
    if start.line == end.line:  # columns over several lines are refused
        yield "col", str(start.column)
        yield "endColumn", str(end.column)


def _is_binary(diagnostic: Diagnostic) -> bool:
    """Lines of a Word file's text mean nothing to who sees the repository."""
    return diagnostic.source is not None and diagnostic.source.map is not None
