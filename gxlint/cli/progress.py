"""How far a long run has come."""

from __future__ import annotations

from time import monotonic
from typing import Self, TextIO

from gxlint.i18n import _

#: Seconds between two drawings.
_INTERVAL = 0.1
_BAR = 30


class Progress:
    """A bar on the last line of a terminal; silent where the stream is none."""

    def __init__(self, stream: TextIO, total: int, *, patience: float = 1.0) -> None:
        """Get ready.

        Args:
            stream: where to draw.
            total: number of files.
            patience: seconds in which nothing is shown, for most runs are over by then.
        """
        self._stream = stream
        self._total = total
        self._due = monotonic() + patience if stream.isatty() and total > 1 else float("inf")
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.clear()

    def show(self, done: int) -> None:
        """Draw the bar if it is time to."""
        now = monotonic()
        if now < self._due:
            return
        self._due = now + _INTERVAL
        self._shown = True
        filled = _BAR * done // self._total
        bar = "█" * filled + "░" * (_BAR - filled)
        self._stream.write("\r\x1b[K" + _("检查中 {bar} {done}/{total}", bar=bar, done=done, total=self._total))
        self._stream.flush()

    def clear(self) -> None:
        """Make room for other output."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False
