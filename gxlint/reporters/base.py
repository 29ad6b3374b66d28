"""What an output format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol, TextIO

from gxlint.findings import Diagnostic, Safety, Severity


class Style(NamedTuple):
    """How the output is to look, where a format leaves room for it."""

    color: bool = False
    """Escape sequences for colours are welcome."""
    width: int = 100
    """Columns of the terminal."""
    quiet: bool = False
    """Findings only, no summary."""


class Summary:
    """The count of a run; grows as files are done."""

    def __init__(self) -> None:
        self.checked = 0
        """Files linted."""
        self.skipped = 0
        """Files that are no reports."""
        self.empty = 0
        """Files without any text."""
        self.failed = 0
        """Files that could not be read or checked."""
        self.severities = dict.fromkeys(Severity, 0)
        """Findings by severity."""
        self.fixable = dict.fromkeys(Safety, 0)
        """Findings by the safety of their best fix."""

    def count(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add findings."""
        for diagnostic in diagnostics:
            self.severities[diagnostic.severity] += 1
            if diagnostic.fixes:
                self.fixable[diagnostic.fixes[0].safety] += 1

    @property
    def findings(self) -> int:
        """All findings."""
        return sum(self.severities.values())


class Reporter(Protocol):
    """Writes the findings of one run to a stream, file by file where the format allows."""

    def add(self, diagnostics: Sequence[Diagnostic], /) -> None:
        """Take the findings of one file, sorted by place.

        Files come in the order of their paths; what rules find that read all files of a run comes at the end, file by
        file again.
        """

    def finish(self, summary: Summary, /) -> None:
        """The run is over."""


class Format(NamedTuple):
    """A choice of ``--format``."""

    name: str
    summary: str
    """What it is for, in one line."""
    open: Callable[[TextIO, Style], Reporter]
    """Makes a reporter for one run; imports what it needs only then."""
