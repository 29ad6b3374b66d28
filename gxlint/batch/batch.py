"""The linting of many files: what an earlier run has found is not found again, the rest by several processes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from threading import active_count
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from gxlint.api import Linter
from gxlint.batch.jobs import JobResult, Recipe, Tally, digest, run_job
from gxlint.batch.records import Record, is_lasting, linted_of, record_of
from gxlint.batch.stamps import Stamp, Stamps
from gxlint.batch.store import Store
from gxlint.engine import Result
from gxlint.files import FoundFile
from gxlint.parsers.base import UnreadableError
from gxlint.reading import read_file
from gxlint.runs import Linted

if TYPE_CHECKING:  # short runs need none
    from gxlint.batch.workers import Workers

#: What a record raises that is not what it should be.
_NONSENSE = (LookupError, TypeError, ValueError, AttributeError)
#: So many files are looked up at a time, and what is not known of them is linted.
_CHUNK = 512
#: Seconds of work that must be behind us and before us to start other processes. Most runs are over by then; and what
#: this one has loaded until then its copies need not load.
PATIENCE = 0.4
#: The same where they are no copies, and start anew.
PATIENCE_WITHOUT_COPIES = 2.0


class _Known(NamedTuple):
    """What an earlier run has found in a file that is still the same."""

    stamp: Stamp
    linted: Linted
    previous: tuple[Mapping[str, str], Sequence[str]]
    """What was learnt of last year's reports."""


class Batch:
    """The linting of many files by one linter."""

    def __init__(
        self, linter: Linter, recipe: Recipe, tally: Tally, *, store: Store | None = None, jobs: int = 1
    ) -> None:
        """Get ready.

        Args:
            linter: that lints, and knows the projects.
            recipe: of the same linter, for other processes.
            tally: takes in what was spent and what was known.
            store: of what earlier runs have found; ``None`` if nothing is to be kept.
            jobs: so many processes at most.
        """
        self._linter = linter
        self._recipe = recipe
        self._tally = tally
        self._store = store
        self._jobs = jobs
        self._stamps = Stamps(linter)
        self._all: list[Stamp | None] = []
        """Of all files; ``None`` where a result is not kept."""
        self._workers: Workers | None = None
        self._spent = 0.0
        self._linted = 0

    def lint(self, files: Sequence[FoundFile]) -> Iterator[Linted]:
        """See :class:`gxlint.runs.Lane`."""
        self._all, self._stamps = [], Stamps(self._linter)
        try:
            yield from self._in_chunks(files)
        finally:
            if self._workers is not None:
                self._workers.stop()

    def _in_chunks(self, files: Sequence[FoundFile]) -> Iterator[Linted]:
        for start in range(0, len(files), _CHUNK):
            chunk = files[start : start + _CHUNK]
            known = list(map(self._look_up, chunk))
            fresh = self._lint([file for file, old in zip(chunk, known, strict=True) if old is None])
            for file, old in zip(chunk, known, strict=True):
                self._tally.known += old is not None
                yield self._take(file, next(fresh)) if old is None else self._recall(old)

    def together(self, find: Callable[[], Iterator[Result]]) -> Iterator[Result]:
        """See :class:`gxlint.runs.Lane`; in the same files the same is found."""
        stamps = [stamp for stamp in self._all if stamp is not None]
        if self._store is None or len(stamps) < len(self._all):
            yield from find()
            return
        whole = self._stamps.of_all(stamps)
        known = self._look_up_all(whole)
        if known is not None:
            yield from known
            return
        results = list(map(Linted, find()))
        if all(map(is_lasting, results)):
            records = [(linted.result.path, record_of(linted)) for linted in results]
            self._store.put(whole.key, {"state": whole.state, "records": records})
        yield from (linted.result for linted in results)

    def _look_up(self, file: FoundFile) -> _Known | None:
        """What is known of a file; a record that makes no sense is none."""
        if self._store is None:
            return None
        path, key = file.path, self._stamps.key(file)
        with suppress(OSError, UnreadableError, *_NONSENSE):
            kept = self._store.get(key)
            if kept is not None:
                state = self._stamps.state(path, digest(read_file(path)), kept["year"])
                if kept["state"] == state:
                    faults, fitting = kept["record"]["previous"]
                    linted = self._linted_of(path, kept["record"])
                    return _Known(Stamp(key, state), linted, (dict(faults), list(fitting)))
        return None

    def _look_up_all(self, whole: Stamp) -> list[Result] | None:
        """The same for what is found in several files together."""
        with suppress(*_NONSENSE):
            kept = self._store.get(whole.key) if self._store else None
            if kept is not None and kept["state"] == whole.state:
                return [linted_of(record, path, lambda: None).result for path, record in kept["records"]]
        return None

    def _lint(self, files: Sequence[FoundFile]) -> Iterator[JobResult]:
        here = partial(run_job, self._linter)
        for number, file in enumerate(files):
            if self._is_worth_sharing(len(files) - number):
                yield from self._started(here).lint(files[number:])
                return
            started = perf_counter()
            done = here(file)
            self._spent += perf_counter() - started
            self._linted += 1
            yield done

    def _started(self, here: Callable[[FoundFile], JobResult]) -> Workers:
        if self._workers is None:
            from gxlint.batch.workers import Workers  # takes as long to import as some reports to lint

            self._workers = Workers(self._recipe, self._jobs, here, fork=_can_fork())
        return self._workers

    def _is_worth_sharing(self, count: int) -> bool:
        """Whether other processes should be started to lint so many files more."""
        if self._jobs < 2 or self._workers is not None:
            return self._workers is not None
        patience = PATIENCE if _can_fork() else PATIENCE_WITHOUT_COPIES
        return self._spent >= patience and count * self._spent >= patience * self._linted

    def _take(self, file: FoundFile, done: JobResult) -> Linted:
        """The result for a file that has been linted."""
        self._tally.add(done.seconds)
        self._all.append(self._keep(file, done) if done.is_lasting and done.content else None)
        if done.linted is not None:
            return done.linted
        self._linter.previous_reports.learn(*done.record["previous"])
        return self._linted_of(file.path, done.record)

    def _keep(self, file: FoundFile, done: JobResult) -> Stamp | None:
        """Put down what has been found."""
        if self._store is None:
            return None
        stamp = Stamp(self._stamps.key(file), self._stamps.state(file.path, done.content, done.year))
        self._store.put(stamp.key, {"state": stamp.state, "year": done.year, "record": done.record})
        return stamp

    def _recall(self, known: _Known) -> Linted:
        self._all.append(known.stamp)
        self._linter.previous_reports.learn(*known.previous)
        return known.linted

    def _linted_of(self, path: str, record: Record) -> Linted:
        """A file's result from its record."""
        return linted_of(record, path, partial(self._linter.report, path))


def _can_fork() -> bool:
    """Whether a process can be started as a copy of this one, which has everything loaded."""
    # system libraries of macOS do not bear it, and of other threads the copy would have nothing but their locks
    return sys.platform == "linux" and active_count() == 1
