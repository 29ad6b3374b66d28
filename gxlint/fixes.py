"""Applies fixes until nothing is left to fix, and takes back those that do harm."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic, Edit, Fix, Safety, Severity
from gxlint.harm import worsened
from gxlint.parsers.writing import RefusedEditError, Writer
from gxlint.suppress.suppressor import UNUSED

#: Fixes may make room for others; so many rounds are enough unless rules undo each other.
MAX_ROUNDS = 20


class Refused(NamedTuple):
    """A fix that was not made."""

    diagnostic: Diagnostic
    """As it still stands."""
    reason: str


class Outcome(NamedTuple):
    """What fixing did to a file. Nothing is written yet."""

    original: bytes
    data: bytes
    """The bytes to write; the original ones where nothing was fixed."""
    before: Result
    """Of linting the original."""
    after: Result
    """Of linting the new bytes."""
    applied: tuple[Diagnostic, ...] = ()
    """The findings that were fixed, as they stood when they were."""
    refused: tuple[Refused, ...] = ()
    fighting: tuple[str, ...] = ()
    """Rules that undid each other's fixes, or their own, without end; none of their fixes was made."""
    writable: bool = True
    """Whether files of this kind can be changed at all."""

    @classmethod
    def untouched(cls, data: bytes, result: Result, *, writable: bool = True) -> Outcome:
        """Nothing was done."""
        return cls(data, data, result, result, writable=writable)


class Fixer:
    """Fixes one file after another."""

    def __init__(
        self,
        lint: Callable[[bytes, str], Result],
        writer: Callable[[str], Writer | None],
        *,
        unsafe: bool = False,
        wanted: Callable[[Diagnostic], bool] = lambda _found: True,
    ) -> None:
        """Prepare to fix.

        Args:
            lint: lints the bytes of a file; what it finds is fixed, and must not become worse.
            writer: for files of a kind, by the parser's name.
            unsafe: whether fixes that may be wrong are made too.
            wanted: the findings to be fixed.
        """
        self._lint = lint
        self._writer = writer
        self._safeties = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
        self._wanted = wanted

    def fix(self, data: bytes, path: str) -> Outcome:
        """Fix what can be fixed; nothing is written.

        Args:
            data: the file's bytes.
            path: its name.
        """
        result = self._lint(data, path)
        if result.document is None or result.status is not Status.LINTED:
            return Outcome.untouched(data, result)
        writer = self._writer(result.document.source.kind)
        if writer is None:
            return Outcome.untouched(data, result, writable=False)
        banned: set[str] = set()
        while True:
            work = _Work(self._lint, writer, data, result, partial(self._fix_of, banned=frozenset(banned)))
            fighting = work.run()
            if not fighting:
                break
            banned |= fighting  # and from the start again: what they did to each other must not stay
        refused = tuple(work.refused)
        return Outcome(data, work.data, result, work.result, tuple(work.applied), refused, tuple(sorted(banned)))

    def _fix_of(self, found: Diagnostic, banned: Collection[str]) -> Fix | None:
        if found.rule in banned or found.source is None or not self._wanted(found):
            return None
        return next((fix for fix in found.fixes if fix.safety in self._safeties), None)


class _Offer(NamedTuple):
    """A finding and the fix that would be made."""

    diagnostic: Diagnostic
    fix: Fix
    key: tuple[object, ...]
    """The same for the same offer in a later round, wherever it has moved."""


class _Work:
    """The fixing of one file."""

    def __init__(
        self,
        lint: Callable[[bytes, str], Result],
        writer: Writer,
        data: bytes,
        result: Result,
        fix_of: Callable[[Diagnostic], Fix | None],
    ) -> None:
        self._lint = lint
        self._writer = writer
        self._fix_of = fix_of
        self._reasons: dict[tuple[object, ...], str] = {}
        self.data = data
        self.result = result
        self.applied: list[Diagnostic] = []

    def run(self) -> set[str]:
        """Make all fixes, round by round.

        Returns:
            The rules of the last two rounds, if there was no end to it.
        """
        rules: list[set[str]] = []
        while batch := self._batch():
            rules.append({offer.diagnostic.rule for offer in batch})
            if len(rules) > MAX_ROUNDS:
                return rules[-1] | rules[-2]
            self._round(batch)
        return set()

    @property
    def refused(self) -> Iterator[Refused]:
        """The fixes that were not made, of findings that still stand."""
        for offer in self._offers():
            if offer.key in self._reasons:
                yield Refused(offer.diagnostic, self._reasons[offer.key])

    def _offers(self) -> Iterator[_Offer]:
        seen: Counter[tuple[object, ...]] = Counter()
        for found in self.result.diagnostics:
            fix = self._fix_of(found)
            if fix is not None:
                text = found.source[found.span] if found.source and found.span else ""
                twins = (found.rule, text, found.message)
                seen[twins] += 1
                yield _Offer(found, fix, (*twins, seen[twins]))

    def _batch(self) -> list[_Offer]:
        """The fixes of a round, in the order of the text; of those that overlap the first.

        Misspelt suppressions come in a round before all others: what they silence then is not to be fixed.
        """
        batch: list[_Offer] = []
        taken: list[Edit] = []
        offers = [offer for offer in self._offers() if offer.key not in self._reasons]
        for offer in [*filter(_mends_suppression, offers)] or offers:
            if not any(_collides(edit, taken) for edit in offer.fix.edits):
                batch.append(offer)
                for edit in offer.fix.edits:
                    insort(taken, edit)
        return batch

    def _round(self, batch: Sequence[_Offer]) -> None:
        """Make the fixes of a batch, except those that do harm."""
        start = self.data, self.result
        made: list[_Offer] = []
        halves = [batch]
        while halves:
            offers = halves.pop()
            reason = self._try(start, [*made, *offers], min(offer.diagnostic.severity for offer in offers))
            if not reason:
                made += offers
            elif len(offers) == 1:
                self._reasons[offers[0].key] = reason
            else:
                middle = len(offers) // 2
                halves += (offers[middle:], offers[:middle])
        self.applied += [offer.diagnostic for offer in made]

    def _try(self, start: tuple[bytes, Result], offers: Sequence[_Offer], least: Severity) -> str:
        """Make fixes, all counted from the start of the round; if that does harm, say which and leave it."""
        data, result = start
        assert result.document is not None  # it was linted
        edits = sorted(edit for offer in offers for edit in offer.fix.edits)
        try:
            changed = self._writer.write(data, result.document, edits)
        except RefusedEditError as error:
            return str(error)
        after = self._lint(changed, result.path)
        harm = worsened(self.result, after, least)
        if not harm:
            self.data, self.result = changed, after
        return harm


def _mends_suppression(offer: _Offer) -> bool:
    """Whether a fix makes a suppression work that did not; others delete some that silence nothing."""
    return offer.diagnostic.rule == UNUSED and any(edit.text for edit in offer.fix.edits)


def _collides(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit cannot be made beside those taken: it overlaps one, or both start at the same place."""
    index = bisect_left(taken, edit)
    before, after = taken[max(0, index - 1) : index], taken[index : index + 1]
    starts = [other.span.start for other in (*before, *after)]
    return (
        edit.span.start in starts
        or any(other.span.end > edit.span.start for other in before)
        or any(other.span.start < edit.span.end for other in after)
    )
