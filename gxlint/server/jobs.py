"""Linting away from the event loop: typing is never blocked, a new edit ends the old job, a stuck rule harms nobody.

Each job runs in a daemon thread of its own. A thread pool would not do: it waits at exit for threads that a plugin
keeps for ever.
"""

from __future__ import annotations

import asyncio
import ctypes
import threading
from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from time import monotonic, perf_counter
from typing import TypeVar

from gxlint.engine import Result
from gxlint.guests import Stopped
from gxlint.rule import Rule

_Value = TypeVar("_Value")


class Job:
    """The linting of one state of a draft."""

    def __init__(self, lint: Callable[[Callable[[Rule], bool]], Result], admits: Callable[[Rule], bool]) -> None:
        """Start it; a running event loop is needed.

        Args:
            lint: does the work; it asks before each rule whether the rule may run, and passes on what is raised then.
            admits: whether a rule may run.
        """
        self._admits = admits
        self._stopped = False
        self._rule = ""
        self._since = monotonic()
        self.seconds = 0.0
        """How long it took, once it is done."""
        self._thread, self.future = in_thread(lambda: self._run(lint))

    def _run(self, lint: Callable[[Callable[[Rule], bool]], Result]) -> Result:
        started = perf_counter()
        result = lint(self._admit)
        self.seconds = perf_counter() - started
        return result

    def _admit(self, rule: Rule) -> bool:
        if self._stopped:
            raise Stopped
        self._rule, self._since = rule.id, monotonic()
        return self._admits(rule)

    def stop(self) -> None:
        """End it at the next rule; whoever waits for its result learns that it is cancelled."""
        self._stopped = True
        self.future.cancel()

    def stuck_in(self, seconds: float) -> str:
        """The id of a rule that has been running for longer than so many seconds; empty if none has."""
        return self._rule if monotonic() - self._since > seconds else ""

    def abandon(self) -> None:
        """Stop it, and break off what its thread is doing.

        A thread that waits for something else than Python stays, and is no more trouble.
        """
        self.stop()
        if self._thread.ident is not None:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread.ident), ctypes.py_object(Stopped))


def in_thread(work: Callable[[], _Value]) -> tuple[threading.Thread, asyncio.Future[_Value]]:
    """Do something in a thread of its own, in the language at hand; the future is done in this event loop."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[_Value] = loop.create_future()
    context = copy_context()

    def settle(done: Callable[[], object]) -> None:
        if not future.done():
            done()

    def run() -> None:
        done: Callable[[], object]
        try:
            done = partial(future.set_result, context.run(work))
        except Stopped:  # not kept: with it all that it has passed through would wait for a search for garbage
            done = future.cancel
        except BaseException as error:
            done = partial(future.set_exception, error)
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, done)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, future
