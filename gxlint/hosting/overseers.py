"""Who has an eye on plugins at work, where the process is to live on whatever they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from gxlint.hosting.interrupts import OverdueError
from gxlint.i18n import _


class DroppedError(OverdueError):
    """A plugin was at work for too long, and is not let in again before its files are changed."""

    def __init__(self, limit: float) -> None:
        super().__init__(again=True)
        self._limit = limit

    def __str__(self) -> str:
        return _("运行超过 {limit:g} 秒没有结束，已停用；改好文件后保存，或重启编辑器，即恢复", limit=self._limit)


class Overseer(Protocol):
    """Knows which plugin is at work in a thread, and keeps those out that have not come to an end before."""

    def comes(self, name: str, source: str) -> None:
        """A plugin sets to work.

        Args:
            name: in words.
            source: the file or folder that it stands in; empty where that is not known.

        Raises:
            DroppedError: it is kept out.
            Stopped: nothing is wanted any more.
        """

    def goes(self) -> None:
        """It is done."""


#: Of this context, if there is one.
overseer: ContextVar[Overseer | None] = ContextVar("overseer", default=None)


@contextmanager
def overseen(by: Overseer) -> Iterator[None]:
    """A block in which somebody has an eye on plugins, also in threads that are handed a copy of the context."""
    token = overseer.set(by)
    try:
        yield
    finally:
        overseer.reset(token)
