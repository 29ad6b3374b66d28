"""Several processes that lint files. One that dies takes one file with it, and says which.

The executors of the standard library would not do: they give up all their processes with one, start a thread beside
each copy of this process, and need semaphores, which not every system lets us have.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Self

from gxlint.api import Linter
from gxlint.batch.jobs import JobResult, Recipe, run_job
from gxlint.batch.records import record_of
from gxlint.crashes import crash, describe
from gxlint.engine import Result, Status
from gxlint.files import FoundFile
from gxlint.hosting.hosting import limit_time
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _, language, speak
from gxlint.runs import Linted

#: Files that a process has before it, so that it need not wait while the next is chosen.
_AHEAD = 2


class Workers:
    """A number of processes. Where the system lets us have none, this one does their work."""

    def __init__(self, recipe: Recipe, count: int, here: Callable[[FoundFile], JobResult], *, fork: bool) -> None:
        """Start them.

        Args:
            recipe: of what each of them lints with.
            count: how many.
            here: lints a file in this process.
            fork: whether they are copies of this process; otherwise each is started afresh.
        """
        self._recipe = recipe.portable()
        self._here = here
        self._fork = fork
        self._workers: list[_Worker] = []
        self._files: deque[FoundFile] = deque()
        try:
            for _number in range(count):
                self._start()
        except BaseException:
            self.stop()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def lint(self, files: Sequence[FoundFile]) -> Iterator[JobResult]:
        """Lint files; the results come in their order."""
        self._files = deque(files)
        done: dict[FoundFile, JobResult] = {}
        for file in files:
            while file not in done:
                self._hand_out()
                done |= self._take()
            yield done.pop(file)

    def stop(self) -> None:
        """End them at once, whatever they are doing."""
        while self._workers:
            self._workers.pop().stop()

    def _start(self) -> None:
        others = [worker.connection for worker in self._workers]
        with suppress(_NotStartedError):
            self._workers.append(_Worker(self._recipe, others, fork=self._fork))

    def _hand_out(self) -> None:
        """Give out files, to those first who have least to do."""
        for load in range(_AHEAD):
            for worker in self._workers:
                if self._files and len(worker.files) == load:
                    worker.give(self._files.popleft())

    def _take(self) -> dict[FoundFile, JobResult]:
        """What has become of files; waits until there is news."""
        if not self._workers:
            file = self._files.popleft()
            return {file: self._here(file)}
        busy = [worker for worker in self._workers if worker.is_busy]
        taken: dict[FoundFile, JobResult] = {}
        ready = wait(worker.connection for worker in busy)
        for worker in [worker for worker in busy if worker.connection in ready]:
            try:
                result = worker.answer()
            except (EOFError, OSError):
                taken |= self._bury(worker)
                continue
            if result is not None:
                taken[worker.files.popleft()] = result
        return taken

    def _bury(self, worker: _Worker) -> dict[FoundFile, JobResult]:
        """Replace one that has died, and say over which file."""
        self._workers.remove(worker)
        cause = worker.stop()
        died: dict[FoundFile, JobResult] = {}
        if worker.is_ready:  # else it is not a file that it has died of, and the next one would, too
            if worker.files:
                file = worker.files.popleft()
                message = _("检查这个文件的进程意外结束（{cause}），其余文件不受影响", cause=cause)
                died[file] = _failed(file, message, ChildProcessError(cause))
            self._start()
        self._files.extendleft(reversed(worker.files))
        return died


class _NotStartedError(Exception):
    """The system lets us have no process."""


class _Worker:
    """One process, seen from the one that started it."""

    def __init__(self, recipe: Recipe, others: Sequence[Connection], *, fork: bool) -> None:
        """Start it.

        Args:
            recipe: of what it lints with.
            others: the ends of other pipes, which a copy of this process would keep open.
            fork: whether it is a copy of this process.

        Raises:
            _NotStartedError: the system refuses.
        """
        self.files: deque[FoundFile] = deque()
        """What it has before it; it works on the first."""
        self.is_ready = False
        """It has begun."""
        context = get_context("fork") if fork else get_context("spawn")
        try:
            self.connection, theirs = context.Pipe()
            inherited = [*others, self.connection] if fork else []
            self._process = context.Process(target=_work, args=(theirs, recipe, language(), inherited), daemon=True)
            self._process.start()
            theirs.close()
        except Exception as error:  # no memory, no more processes, none allowed, something that cannot be sent
            raise _NotStartedError from error

    @property
    def is_busy(self) -> bool:
        """Whether it will say something."""
        return bool(self.files) or not self.is_ready

    def give(self, file: FoundFile) -> None:
        """Put a file before it."""
        self.files.append(file)
        with suppress(OSError):  # that it has died is noticed when it is asked
            self.connection.send(file)

    def answer(self) -> JobResult | None:
        """What it says next: that it is ready, or a report.

        Raises:
            EOFError, OSError: it has died.
        """
        answer: JobResult | None = self.connection.recv()
        self.is_ready = True
        return answer

    def stop(self) -> str:
        """End it if it has not ended, and say how that came about."""
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self.connection.close()
        return _cause(self._process.exitcode or 0)


def _cause(status: int) -> str:
    """How a process ended, by its exit status; signals count negative."""
    if status >= 0:
        return _("退出状态 {status}", status=status)
    try:
        return _("信号 {name}", name=signal.Signals(-status).name)
    except ValueError:
        return _("信号 {name}", name=-status)


def _failed(file: FoundFile, message: str, error: BaseException) -> JobResult:
    result = Result(file.path, Status.FAILED, (crash(file.path, message, error),))
    return JobResult({**record_of(Linted(result)), "previous": [{}, []]}, seconds={})


def _work(connection: Connection, recipe: Recipe, lang: str, inherited: Sequence[Connection]) -> None:
    """Lint files until none comes any more: the life of a process.

    Args:
        connection: brings files, and takes reports.
        recipe: of what to lint with.
        lang: of messages.
        inherited: what is not for this process; while it is open here, others would not notice that it was closed.
    """
    for other in inherited:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this decides when it ends
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    speak(lang)
    limit_time()
    try:
        linter = recipe.linter()
    except BaseException as error:  # who started this will do the work, and say what is wrong
        pass_on(error)
        return
    with suppress(EOFError, OSError):  # who started this has died
        connection.send(None)
        while True:
            connection.send(_run(linter, connection.recv()))


def _run(linter: Linter, file: FoundFile) -> JobResult:
    try:
        return run_job(linter, file)._replace(linted=None)
    except BaseException as error:
        pass_on(error)
        message = _("检查这个文件时 gxlint 出错，其余文件不受影响：{error}", error=describe(error))
        return _failed(file, message, error)
