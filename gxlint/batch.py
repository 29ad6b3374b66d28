"""The linting of many files: what an earlier run has found is not found again, the rest by several processes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from threading import active_count
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from gxlint.api import Linter
from gxlint.engine import Result
from gxlint.files import FoundFile
from gxlint.parsers.base import UnreadableError
from gxlint.reading import read_file
from gxlint.recipes import Recipe, Report, Tally, report_on
from gxlint.records import Record, is_lasting, linted_of, record_of
from gxlint.runs import Linted
from gxlint.stamps import Stamp, Stamps
from gxlint.store import Store

if TYPE_CHECKING:  # short runs need none
    from gxlint.workers import Workers

#: So many files are looked up at a time, and what is not known of them is linted.
_CHUNK = 512
#: Seconds of work that must be behind us and before us to start other processes. Most runs are over by then; and what
#: this one has loaded until then its copies need not load.
PATIENCE = 0.4
#: The same where they are no copies, and start anew.
PATIENCE_WITHOUT_COPIES = 2.0


class _Known(NamedTuple):
    """What is known of a file before it is linted."""

    stamp: Stamp | None
    """``None`` where nothing is kept."""
    record: Record | None


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
        """Of all files; ``None`` where a result is not to be kept."""
        self._workers: Workers | None = None
        self._spent = 0.0
        self._linted = 0

    def lint(self, files: Sequence[FoundFile]) -> Iterator[Linted]:
        """See :class:`gxlint.runs.Lane`."""
        try:
            yield from self._in_chunks(files)
        finally:
            if self._workers is not None:
                self._workers.stop()

    def _in_chunks(self, files: Sequence[FoundFile]) -> Iterator[Linted]:
        for start in range(0, len(files), _CHUNK):
            chunk = files[start : start + _CHUNK]
            known = list(map(self._look_up, chunk))
            unknown = [file for file, (_stamp, record) in zip(chunk, known, strict=True) if record is None]
            fresh = self._lint(unknown)
            for file, (stamp, record) in zip(chunk, known, strict=True):
                if record is None:
                    yield self._take(file, stamp, next(fresh))
                else:
                    self._all.append(stamp)
                    yield self._recall(file, record)
            self._tally.known += len(chunk) - len(unknown)

    def together(self, find: Callable[[], Iterator[Result]]) -> Iterator[Result]:
        """See :class:`gxlint.runs.Lane`; in the same files the same is found."""
        stamps = [stamp for stamp in self._all if stamp is not None]
        if self._store is None or len(stamps) < len(self._all):
            yield from find()
            return
        whole = self._stamps.of_all(stamps)
        kept = self._store.get(whole.key)
        if isinstance(kept, dict) and kept.get("state") == whole.state:
            for path, record in kept["records"]:
                yield linted_of(record, path, lambda: None).result
            return
        results = list(map(Linted, find()))
        if all(map(is_lasting, results)):
            records = [(linted.result.path, record_of(linted)) for linted in results]
            self._store.put(whole.key, {"state": whole.state, "records": records})
        yield from (linted.result for linted in results)

    def _look_up(self, file: FoundFile) -> _Known:
        if self._store is None:
            return _Known(None, None)
        try:
            stamp = self._stamps.of(file, read_file(file.path))
        except (OSError, UnreadableError):
            return _Known(None, None)
        kept = self._store.get(stamp.key)
        is_same = isinstance(kept, dict) and kept.get("state") == stamp.state
        return _Known(stamp, kept.get("record") if is_same else None)

    def _lint(self, files: Sequence[FoundFile]) -> Iterator[Report]:
        here = partial(report_on, self._linter)
        for number, file in enumerate(files):
            if self._is_worth_sharing(len(files) - number):
                yield from self._started(here).lint(files[number:])
                return
            started = perf_counter()
            report = here(file)
            self._spent += perf_counter() - started
            self._linted += 1
            yield report

    def _started(self, here: Callable[[FoundFile], Report]) -> Workers:
        if self._workers is None:
            from gxlint.workers import Workers  # takes as long to import as some reports to lint

            self._workers = Workers(self._recipe, self._jobs, here, fork=_can_fork())
        return self._workers

    def _is_worth_sharing(self, count: int) -> bool:
        """Whether other processes should be started to lint so many files more."""
        if self._jobs < 2 or self._workers is not None:
            return self._workers is not None
        patience = PATIENCE if _can_fork() else PATIENCE_WITHOUT_COPIES
        return self._spent >= patience and count * self._spent >= patience * self._linted

    def _take(self, file: FoundFile, stamp: Stamp | None, report: Report) -> Linted:
        self._tally.add(report.seconds)
        self._all.append(stamp if report.is_lasting else None)
        if stamp is not None and self._store is not None and report.is_lasting:
            self._store.put(stamp.key, {"state": stamp.state, "record": report.record})
        return report.linted or self._recall(file, report.record)

    def _recall(self, file: FoundFile, record: Record) -> Linted:
        """A file's result from its record."""
        self._linter.previous_reports.learn(*record["previous"])
        return linted_of(record, file.path, partial(self._linter.report, file.path))


def _can_fork() -> bool:
    """Whether a process can be started as a copy of this one, which has everything loaded."""
    # system libraries of macOS do not bear it, and of other threads the copy would have nothing but their locks
    return sys.platform == "linux" and active_count() == 1
