"""Applies fixes until nothing is left to fix, and takes back those that do harm."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic, Edit, Fix, Safety, Severity
from gxlint.form.figures import State
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.parsers.writing import RefusedEditError, Writer

#: Fixes may make room for others; so many rounds are enough unless two rules undo each other.
MAX_ROUNDS = 20


class Refused(NamedTuple):
    """A fix that was not made."""

    diagnostic: Diagnostic
    reason: str


class Outcome(NamedTuple):
    """What fixing did to a file."""

    data: bytes
    """The bytes to write; the old ones where nothing was fixed."""
    applied: tuple[Diagnostic, ...]
    """The findings that were fixed, as they stood when they were."""
    refused: tuple[Refused, ...]
    fighting: tuple[str, ...]
    """Rules that undid each other's fixes until the rounds were over; empty as a rule."""
    result: Result
    """Of linting the new bytes."""


class Fixer:
    """Fixes one file after another."""

    def __init__(
        self,
        lint: Callable[[bytes, str], Result],
        writers: Mapping[str, Writer],
        *,
        unsafe: bool = False,
    ) -> None:
        """Prepare to fix.

        Args:
            lint: lints the bytes of a file; only what it finds is fixed.
            writers: by the parser's name.
            unsafe: whether fixes that may be wrong are made too.
        """
        self._lint = lint
        self._writers = writers
        self._safeties = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}

    def fix(self, data: bytes, path: str) -> Outcome:
        """Fix what can be fixed; nothing is written.

        Args:
            data: the file's bytes.
            path: its name.
        """
        result = self._lint(data, path)
        applied: list[Diagnostic] = []
        refused: dict[tuple[object, ...], Refused] = {}
        fighting: tuple[str, ...] = ()
        for number in range(MAX_ROUNDS + 1):
            batch = self._batch(result, refused)
            if not batch:
                break
            if number == MAX_ROUNDS:
                fighting = tuple(sorted({offer.diagnostic.rule for offer in batch}))
                break
            data, result, made = self._round(data, result, batch, refused)
            applied += made
        return Outcome(data, tuple(applied), tuple(refused.values()), fighting, result)

    def _round(
        self, data: bytes, result: Result, batch: Sequence[_Offer], refused: dict[tuple[object, ...], Refused]
    ) -> tuple[bytes, Result, list[Diagnostic]]:
        """Make all fixes of a batch together; if that does harm, only those that do none."""
        attempt = self._attempt(data, result, batch)
        if isinstance(attempt, str):
            harmless: list[_Offer] = []
            for offer in batch:
                alone = self._attempt(data, result, [offer])
                if isinstance(alone, str):
                    refused[offer.key] = Refused(offer.diagnostic, alone)
                else:
                    harmless.append(offer)
            batch = harmless if len(harmless) < len(batch) else harmless[:1]
            attempt = self._attempt(data, result, batch) if batch else (data, result)
        if isinstance(attempt, str):
            refused.update({offer.key: Refused(offer.diagnostic, attempt) for offer in batch})
            return data, result, []
        return *attempt, [offer.diagnostic for offer in batch]

    def _attempt(self, data: bytes, result: Result, batch: Sequence[_Offer]) -> tuple[bytes, Result] | str:
        """The new bytes and what they lint to; or why they must not be written."""
        document = result.document
        writer = self._writers.get(document.source.kind) if document else None
        if document is None or writer is None:
            return _("还不能修改这种文件")
        edits = sorted(edit for offer in batch for edit in offer.fix.edits)
        try:
            changed = writer.write(data, document, edits)
        except RefusedEditError as error:
            return str(error)
        after = self._lint(changed, result.path)
        harm = _harm(result, after, min(offer.diagnostic.severity for offer in batch))
        return harm or (changed, after)

    def _batch(self, result: Result, refused: Mapping[tuple[object, ...], Refused]) -> list[_Offer]:
        """The fixes of a round, in the order of the text; of those that overlap the first."""
        batch: list[_Offer] = []
        taken: list[Edit] = []
        for offer in self._offers(result):
            if offer.key not in refused and not any(_collides(edit, taken) for edit in offer.fix.edits):
                batch.append(offer)
                for edit in offer.fix.edits:
                    insort(taken, edit)
        return batch

    def _offers(self, result: Result) -> Iterator[_Offer]:
        for diagnostic in result.diagnostics:
            fix = next((fix for fix in diagnostic.fixes if fix.safety in self._safeties), None)
            if fix is not None and diagnostic.source is not None:
                yield _Offer(diagnostic, fix)


class _Offer(NamedTuple):
    """A finding and the fix that would be made."""

    diagnostic: Diagnostic
    fix: Fix

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same offer in a later round, wherever it has moved."""
        source, span = self.diagnostic.source, self.diagnostic.span
        text = source[span] if source and span else ""
        return self.diagnostic.rule, text, self.diagnostic.message


def _collides(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit cannot be made beside those taken: it overlaps one, or both start at the same place."""
    index = bisect_left(taken, edit)
    before, after = taken[index - 1 : index], taken[index : index + 1]
    starts = [other.span.start for other in (*before, *after)]
    return (
        edit.span.start in starts
        or any(other.span.end > edit.span.start for other in before)
        or any(other.span.start < edit.span.end for other in after)
    )


def _harm(before: Result, after: Result, least: Severity) -> str:
    """What a change made worse; empty if nothing."""
    if after.status is not Status.LINTED:
        return _("修改后文件读不出来")
    if before.report is not None and (after.report is None or _losses(before.report, after.report)):
        return _("修改后有的部分或表格认不出来")
    new = Counter(item.rule for item in after.diagnostics if item.severity >= least)
    new.subtract(Counter(item.rule for item in before.diagnostics if item.severity >= least))
    rules = [rule for rule, count in new.items() if count > 0]
    return _("修改后会出现新的问题：{rules}", rules=_("、").join(sorted(rules))) if rules else ""


def _losses(before: Report, after: Report) -> bool:
    """Whether sections, tables or figures that could be read can be read no more."""

    def figures(report: Report) -> list[tuple[str, int]]:
        return [(table.form.key, sum(cell.state is State.READ for cell in table)) for table in report.tables]

    sections = [section.key for section in before.sections], [section.key for section in after.sections]
    read, now = dict(figures(before)), dict(figures(after))
    return len(sections[1]) < len(sections[0]) or any(now.get(key, 0) < count for key, count in read.items())
