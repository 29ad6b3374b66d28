"""What ends the work of a plugin, and how long that may take."""

from __future__ import annotations

import sys
from contextvars import ContextVar

from gxlint.i18n import _

#: In seconds; 0 for none.
time_limit: ContextVar[float] = ContextVar("limit", default=0.0)


class Stopped(BaseException):
    """What is being done is not wanted any more; no :class:`Exception`, so that nothing takes it for a crash."""


class OverdueError(BaseException):
    """A plugin was at work for too long; no :class:`Exception`, so that the plugin itself does not catch it."""

    def __init__(self, *, again: bool = False) -> None:
        super().__init__()
        self.again = again
        """It was before, and was not let do it this time."""

    def __str__(self) -> str:
        limit = time_limit.get()
        if self.again:
            return _("先前运行超过 {limit:g} 秒没有结束，这次没有再运行", limit=limit)
        return _("运行超过 {limit:g} 秒没有结束，已中断", limit=limit)


def pass_on(error: BaseException) -> None:
    """Raise again what no plugin may be blamed for: that the user, or the editor, has enough.

    Everything else that comes out of a plugin is a crash of the plugin, whatever it is derived from.
    """
    if isinstance(error, Stopped) or (isinstance(error, KeyboardInterrupt) and is_main_thread()):
        raise error


def is_main_thread() -> bool:
    """Whether this is the thread that the process has begun with."""
    threading = sys.modules.get("threading")  # where nobody has imported it, there is one thread
    return threading is None or threading.current_thread() is threading.main_thread()
