"""The linting of many files: what an earlier run has found is not found again, the rest by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from gxlint.api import Linter
from gxlint.engine import Result
from gxlint.files import FoundFile
from gxlint.parsers.base import UnreadableError
from gxlint.reading import read_file
from gxlint.recipes import Recipe, Tally
from gxlint.records import Record, is_lasting, linted_of, record_of
from gxlint.runs import Linted
from gxlint.stamps import Stamp, Stamps
from gxlint.store import Store
from gxlint.workers import Report, Workers, report_on

#: So many files are looked up at a time, and what is not known of them is linted.
_CHUNK = 512
#: A process is started for so many files at least.
_WORTH = 8


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

    def lint(self, files: Sequence[FoundFile]) -> Iterator[Linted]:
        """See :class:`gxlint.runs.Lane`."""
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
        count = min(self._jobs, len(files) // _WORTH)
        if count > 1:
            return Workers(self._recipe, count).lint(files)
        return map(partial(report_on, self._linter), files)

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
