"""Several processes that lint files. One that dies takes one file with it, and says which."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple

from gxlint.api import Linter
from gxlint.engine import Result, Status, crash
from gxlint.files import FoundFile
from gxlint.i18n import _, language, speak
from gxlint.recipes import Recipe
from gxlint.records import Record, is_lasting, record_of
from gxlint.runs import Linted

#: So many files wait for each process.
_QUEUE = 4


class Report(NamedTuple):
    """What linting a file has come to."""

    record: Record
    is_lasting: bool
    """Whether the record may be kept: nothing has crashed."""
    seconds: Mapping[str, float]
    """Time spent in each rule, by id."""
    linted: Linted | None = None
    """The same in full, where it was linted in this process."""


def report_on(linter: Linter, file: FoundFile) -> Report:
    """Lint a file in this process."""
    linter.previous_reports.drain()
    linted = linter.one(file)
    learnt = linter.previous_reports.drain()
    linter.previous_reports.learn(*learnt)
    previous = [dict(learnt.faults), sorted(learnt.fitting)]
    record = {**record_of(linted), "previous": previous}
    return Report(record, is_lasting(linted), linter.drain_seconds(), linted)


class Workers:
    """A number of processes."""

    def __init__(self, recipe: Recipe, count: int) -> None:
        """Get ready; they are started when there is something to do."""
        self._recipe = recipe.portable()
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def lint(self, files: Iterable[FoundFile]) -> Iterator[Report]:
        """Lint files; the reports come in their order."""
        waiting: deque[tuple[FoundFile, Future[Report]]] = deque()
        coming = iter(files)
        try:
            while True:
                while len(waiting) < self._count * _QUEUE and (file := next(coming, None)) is not None:
                    waiting.append((file, self._submit(file)))
                if not waiting:
                    break
                file, future = waiting.popleft()
                try:
                    yield future.result()
                except BrokenProcessPool:
                    yield self._lint_alone(file)
                    waiting = deque((other, self._submit(other)) for other, _future in waiting)
        except BaseException:
            self._kill()
            raise
        self._shut()

    def _submit(self, file: FoundFile) -> Future[Report]:
        try:
            return self._open().submit(_work, file)
        except BrokenProcessPool:
            self._shut()
            return self._open().submit(_work, file)

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = self._start(self._count)
        return self._pool

    def _start(self, count: int) -> ProcessPoolExecutor:
        # a copy of this process has everything imported; elsewhere than on Linux copies are not safe
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        return ProcessPoolExecutor(count, context, initializer=_begin, initargs=(self._recipe, language()))

    def _lint_alone(self, file: FoundFile) -> Report:
        """Lint a file that a process has perhaps died of; nobody else is harmed if it happens again."""
        pool = self._start(1)
        try:
            return pool.submit(_work, file).result()
        except BrokenProcessPool:
            message = _("检查这个文件的进程意外结束，可能是内存不足；其余文件不受影响")
            result = Result(file.path, Status.FAILED, (crash(file.path, message, RuntimeError("process died")),))
            return Report({**record_of(Linted(result)), "previous": [{}, []]}, is_lasting=False, seconds={})
        finally:
            pool.shutdown()

    def _shut(self) -> None:
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def _kill(self) -> None:
        """End the processes at once; the user has enough."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()


_linters: list[Linter] = []


def _begin(recipe: Recipe, lang: str) -> None:
    """Make a process ready for work; the user's Ctrl-C is for the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak(lang)
    _linters[:] = [recipe.linter()]


def _work(file: FoundFile) -> Report:
    return report_on(_linters[0], file)._replace(linted=None)
