"""What a run has come to."""

from __future__ import annotations

from gxlint.api import BASELINE, TOUCHED
from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic, Severity
from gxlint.reporters.base import Summary
from gxlint.settings import INTERNAL_ERROR, UNREADABLE_DOCUMENT


class Totals:
    """What a run has come to so far."""

    def __init__(self) -> None:
        self.summary = Summary()
        self.done = 0
        """Files."""
        self.failed = False
        """Something that was asked for could not be done."""

    def count(self, result: Result) -> None:
        """Add the result of a file, or of rules that read all."""
        summary = self.summary
        summary.checked += result.status is Status.LINTED
        summary.skipped += result.status is Status.SKIPPED
        summary.empty += result.status is Status.EMPTY
        summary.failed += result.status is Status.FAILED
        summary.count(result.diagnostics)
        summary.known += sum(by == BASELINE for by, _found in result.withheld)
        summary.untouched += sum(by == TOUCHED for by, _found in result.withheld)
        self.done += result.status is not Status.RUN
        self.failed = self.failed or any(self.failures(result))

    def failures(self, result: Result) -> list[Diagnostic]:
        """What kept a file from being read or checked."""
        return [*filter(_is_failure, result.diagnostics)]


def _is_failure(diagnostic: Diagnostic) -> bool:
    """Whether the run could not do all that was asked; a user who makes light of unreadable files means it."""
    unread = diagnostic.rule == UNREADABLE_DOCUMENT and diagnostic.severity is Severity.ERROR
    return unread or diagnostic.rule == INTERNAL_ERROR
