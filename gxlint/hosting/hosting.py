"""Blocks in which plugins are at work."""

from __future__ import annotations

import os
import sys
from contextvars import Token
from types import TracebackType
from typing import Final, TextIO

from gxlint.hosting.alarms import Alarm, alarm
from gxlint.hosting.interrupts import OverdueError, is_main_thread, time_limit
from gxlint.hosting.overseers import overseer
from gxlint.hosting.streams import DIVERTED, NOTHING, at_work, noted

#: How long, in seconds, a plugin may take for one thing: to load, to read a draft, to run a rule over it.
USUAL_LIMIT: Final = 30.0
#: The environment variable with another limit.
VARIABLE: Final = "GXLINT_TIME_LIMIT"
_given_up: set[str] = set()


def limit_time() -> None:
    """Limit from now on, in this context, the time of plugins; :data:`VARIABLE` may say how, 0 is for no limit."""
    try:
        limit = float(os.environ.get(VARIABLE, USUAL_LIMIT))
    except ValueError:
        limit = USUAL_LIMIT
    time_limit.set(max(0.0, limit))
    noted.clear()
    _given_up.clear()


class Hosting:
    """A block in which a plugin is at work. Inside another such block it does nothing."""

    def __init__(self, name: str, path: str = "", source: str = "") -> None:
        """Get ready.

        Args:
            name: who is at work, in words: the rule, the parser, the plugin.
            path: of the draft that it is about.
            source: the file or folder that it stands in, if that is known.
        """
        self._name = name
        self._path = path
        self._source = source
        self._overseer = overseer.get()
        self._alarm: Alarm | None = None
        self._streams: tuple[TextIO, TextIO] | None = None
        self._token: Token[str] | None = None

    def __enter__(self) -> None:
        if at_work.get():
            return
        if self._name in _given_up:
            raise OverdueError(again=True)
        if self._overseer is not None:
            self._overseer.comes(self._name, self._source)
        self._token = at_work.set(self._name)
        if not is_main_thread():  # in other threads the streams belong to whoever has started them
            return
        self._streams = (sys.stdin, sys.stdout)
        sys.stdin, sys.stdout = NOTHING, DIVERTED
        if limit := time_limit.get():
            self._alarm = alarm(limit, f"{self._name} {self._path}".rstrip())
            self._alarm.start()

    def __exit__(
        self, _type: type[BaseException] | None, error: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self._token is None:
            return
        if isinstance(error, OverdueError):
            _given_up.add(self._name)
        if self._overseer is not None:
            self._overseer.goes()
        try:
            if self._alarm is not None:
                self._alarm.stop()
        finally:
            if self._streams is not None:
                sys.stdin, sys.stdout = self._streams
            at_work.reset(self._token)
