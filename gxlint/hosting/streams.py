"""Standard input and output as plugins see them."""

from __future__ import annotations

import io
import sys
from contextvars import ContextVar
from typing import BinaryIO, Final

from gxlint.i18n import _

#: The plugin that is at work, in words; empty if none is.
at_work: ContextVar[str] = ContextVar("at_work", default="")
#: Those that have been told of.
noted: set[str] = set()


class Diverted(io.TextIOBase):
    """Standard output as plugins see it: what they write goes to standard error, with a word on who has written it."""

    encoding = "utf-8"

    def write(self, text: str, /) -> int:
        """Write elsewhere."""
        self._note()
        return sys.stderr.write(text)

    @property
    def buffer(self) -> BinaryIO:
        """For bytes."""
        self._note()
        return sys.stderr.buffer

    def writable(self) -> bool:
        """It is."""
        return True

    def flush(self) -> None:
        """Nothing waits to be written."""
        if sys.stderr is not None and not sys.stderr.closed:
            sys.stderr.flush()

    def close(self) -> None:
        """Stay open: it is not the plugin's."""

    def _note(self) -> None:
        name = at_work.get() or _("插件")
        if name not in noted:
            noted.add(name)
            sys.stderr.write(_("{name} 往标准输出写了内容，已转到标准错误：", name=name) + "\n")


# These live as long as the process: python itself does not hold on to the streams that it prints on, and another thread
# may be printing when they are exchanged.
DIVERTED: Final = Diverted()
NOTHING: Final = io.StringIO()
