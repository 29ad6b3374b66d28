"""Breaks off what does not come to an end."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Final, NoReturn, Protocol

from gxlint.hosting.interrupts import OverdueError
from gxlint.i18n import _

#: Between two attempts at breaking it off, in seconds, and how many there are before the process is left.
_PAUSE: Final = 1.0
_ATTEMPTS: Final = 3
#: What the process is left with.
_STATUS: Final = 2


class Alarm(Protocol):
    """Breaks off what the main thread does."""

    def start(self) -> None:
        """Do so in due time."""

    def stop(self) -> None:
        """It is not needed any more."""


def alarm(limit: float, name: str) -> Alarm:
    """What breaks off the main thread.

    Args:
        limit: in seconds.
        name: of what is at work, for the last words.
    """
    import signal  # costs as much as a tenth of a bare interpreter start

    words = _("{name} 运行超过 {limit:g} 秒没有结束，也中断不了，gxlint 就此停止", name=name, limit=limit)
    return SignalAlarm(limit, words) if hasattr(signal, "setitimer") else ThreadAlarm(limit, words)


class SignalAlarm:
    """Where the system has a timer that interrupts even what waits."""

    def __init__(self, limit: float, last_words: str) -> None:
        """Get ready.

        Args:
            limit: in seconds.
            last_words: before the process is left.
        """
        self._limit = limit
        self._last_words = last_words
        self._rung = 0

    def start(self) -> None:
        """Set the timer."""
        import signal

        self._before = signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, self._limit, _PAUSE)
        _leave_at_last(self._limit)

    def stop(self) -> None:
        """Stop the timer."""
        import signal

        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)
        _no_need_to_leave()

    def _ring(self, _number: int, _frame: object) -> None:
        self._rung += 1
        if self._rung > _ATTEMPTS:
            _leave(self._last_words)
        raise OverdueError


class ThreadAlarm:
    """Elsewhere: a thread that sees to it. What waits for something else than Python is not interrupted, but left."""

    def __init__(self, limit: float, last_words: str) -> None:
        """Get ready; arguments as for :class:`SignalAlarm`."""
        import threading

        self._limit = limit
        self._last_words = last_words
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(threading.get_ident(),), daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()
        _leave_at_last(self._limit)

    def stop(self) -> None:
        """End the thread."""
        self._done.set()
        self._thread.join()
        _no_need_to_leave()

    def _watch(self, watched: int) -> None:
        import ctypes

        wait = self._limit
        for _attempt in range(_ATTEMPTS):
            if self._done.wait(wait):
                return
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(watched), ctypes.py_object(OverdueError))
            wait = _PAUSE
        if not self._done.wait(wait):
            _leave(self._last_words)


def _leave(words: str) -> NoReturn:
    with suppress(OSError, ValueError):  # there may be nobody to tell
        print(words, file=sys.__stderr__, flush=True)
    os._exit(_STATUS)


def _leave_at_last(limit: float) -> None:
    """Leave with a list of calls, later than :func:`_leave`: for what does not come back to Python at all."""
    import faulthandler

    if sys.__stderr__ is not None:
        with suppress(OSError, ValueError, RuntimeError):  # as above
            faulthandler.dump_traceback_later(limit + (_ATTEMPTS + 2) * _PAUSE, exit=True, file=sys.__stderr__)


def _no_need_to_leave() -> None:
    import faulthandler

    faulthandler.cancel_dump_traceback_later()
