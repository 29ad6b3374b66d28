"""When a server looks for garbage: in a pause.

Python would look in the midst of a linting, because that makes objects by the hundred thousand, and hold up every
answer for as long as it takes to go through them all. A report is freed without being looked for; there is garbage only
where a plugin leaves some, or where something failed.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable

#: Garbage is looked for after so many lintings …
_MANY = 100
#: … once there was nothing to lint for so many seconds …
_REST = 2.0
#: … or after so many lintings without such a pause.
_TOO_MANY = 1000


def only_in_pauses() -> None:
    """From now on python itself looks for no garbage. What is there already, the program itself, is never looked at."""
    gc.disable()
    gc.freeze()


class Tidier:
    """Looks for garbage when nobody waits for anything."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        """Begin to count.

        Args:
            busy: whether something is being linted.
        """
        self._busy = busy
        self._lintings = 0
        self._timer: asyncio.TimerHandle | None = None

    def stirred(self) -> None:
        """Take note that something is linted; a running event loop is needed."""
        self._lintings += 1
        if self._lintings >= _TOO_MANY:
            self._tidy()
        elif self._lintings >= _MANY:
            self._wait()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(_REST, self._rested)

    def _rested(self) -> None:
        if self._busy():
            self._wait()
        else:
            self._tidy()

    def _tidy(self) -> None:
        self._lintings = 0
        gc.collect()
