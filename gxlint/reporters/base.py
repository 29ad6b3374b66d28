"""What an output format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TextIO

from gxlint.document import Document
from gxlint.findings import Diagnostic, Safety, Severity
from gxlint.form.report import Report
from gxlint.rule import Rule


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
        self.known = 0
        """Findings not shown, for the baseline knows them."""
        self.untouched = 0
        """Findings not shown, for they are on lines that have not changed."""
        self.unconverted: Sequence[str] = ()
        """Drafts met in folders that cannot be read before Word or WPS has saved them as .docx."""

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


class Checked(Protocol):
    """What became of a file: the engine's ``Result``, as far as output needs it."""

    @property
    def path(self) -> str:
        """As the user gave it; empty for standard input without a name and for what belongs to no file."""

    @property
    def status(self) -> str:
        """``linted``, ``skipped`` (no report), ``empty``, ``failed`` (not read, or gxlint failed on it) or ``run``.

        ``run`` is no file of its own: what is wrong with plugins, and further findings of files that came before.
        """

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """Sorted by place."""

    @property
    def document(self) -> Document | None:
        """The draft, for a format that :attr:`Format.reads_drafts`; others must not rely on it."""

    @property
    def report(self) -> Report | None:
        """The draft as its form reads it, with the same reserve."""


class Reporter(Protocol):
    """Writes what came of one run to a stream, file by file where the format allows."""

    def add(self, checked: Checked, /) -> None:
        """Take what came of one file, also if nothing was found.

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
    open: Callable[[TextIO, Style, Mapping[str, Rule]], Reporter]
    """Makes a reporter for one run, given all rules by id; imports what it needs only then."""
    reads_drafts: bool = False
    """Whether it shows the drafts themselves: a cache of findings alone does not do for it."""
