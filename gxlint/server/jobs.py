"""Linting away from the event loop: typing is never blocked, a new edit ends the old job, a stuck plugin harms nobody.

Each job runs in a daemon thread of its own. A thread pool would not do: it waits at exit for threads that a plugin
keeps for ever.
"""

from __future__ import annotations

import asyncio
import ctypes
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from time import monotonic, perf_counter
from typing import TypeVar

from gxlint.engine import Admit, Result
from gxlint.hosting.interrupts import Stopped
from gxlint.hosting.overseers import DroppedError, overseen
from gxlint.rule import Rule
from gxlint.server.dropped import Dropped, Engaged, engaged_plugin, engaged_rule

_Value = TypeVar("_Value")


class Job:
    """The linting of one state of a draft. It is the overseer of the plugins that are at work in it."""

    def __init__(self, lint: Callable[[Admit], Result], dropped: Dropped, limit: float) -> None:
        """Start it; a running event loop is needed.

        Args:
            lint: does the work; it asks before each rule whether the rule may run, and passes on what is raised then.
            dropped: rules and plugins that stay out.
            limit: how long, in seconds, each of them may take for one thing.
        """
        self._dropped = dropped
        self.limit = limit
        """As given."""
        self._stopped = False
        self._engaged: Engaged | None = None
        self._since = monotonic()
        self.seconds = 0.0
        """How long it took, once it is done."""
        self._ended = asyncio.Event()
        self._thread, self.future = in_thread(lambda: self._run(lint), self._ended.set)

    def _run(self, lint: Callable[[Admit], Result]) -> Result:
        started = perf_counter()
        with overseen(self):
            result = lint(self._admit)
        self.seconds = perf_counter() - started
        return result

    def _admit(self, rule: Rule) -> bool:
        return self._engage(engaged_rule(rule))

    def comes(self, name: str, source: str) -> None:
        """A plugin sets to work, for a rule or before any; see :class:`~gxlint.hosting.overseers.Overseer`."""
        if self._engaged is None and not self._engage(engaged_plugin(name, source)):
            raise DroppedError(self.limit)

    def goes(self) -> None:
        """It is done. A rule is at work until the next begins."""
        if self._engaged is not None and not self._engaged.is_rule:
            self._engaged = None

    def _engage(self, engaged: Engaged) -> bool:
        """Let something set to work, unless it stays out."""
        if self._stopped:
            raise Stopped
        if self._dropped.has(engaged):
            return False
        self._engaged, self._since = engaged, monotonic()
        return True

    def stop(self) -> None:
        """End it at the next rule or plugin; whoever waits for its result learns that it is cancelled."""
        self._stopped = True
        self.future.cancel()

    async def ends(self, seconds: float) -> bool:
        """Whether its thread ends, stopped or not, within so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), seconds)
        return self._ended.is_set()

    @property
    def stuck_in(self) -> Engaged | None:
        """What has been at work for too long, here or in another job; ``None`` if nothing has."""
        engaged = self._engaged
        if engaged is None or (monotonic() - self._since <= self.limit and not self._dropped.has(engaged)):
            return None
        return engaged

    def abandon(self) -> None:
        """Stop it, and break off what its thread is doing.

        A thread that waits for something else than Python stays, and is no more trouble.
        """
        self.stop()
        if self._thread.ident is not None:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread.ident), ctypes.py_object(Stopped))


def in_thread(
    work: Callable[[], _Value], ended: Callable[[], object] = lambda: None
) -> tuple[threading.Thread, asyncio.Future[_Value]]:
    """Do something in a thread of its own, in the language at hand.

    Args:
        work: to be done.
        ended: is called in this event loop when the thread comes to its end.

    Returns:
        The thread, and a future that is done in this event loop.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[_Value] = loop.create_future()
    context = copy_context()

    def settle(done: Callable[[], object]) -> None:
        if not future.done():
            done()
        ended()

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
