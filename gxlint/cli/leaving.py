"""Leaving the interpreter, which waits for threads: those that a plugin has left behind are waited for no longer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from gxlint.i18n import _

if TYPE_CHECKING:
    from threading import Thread

#: How long, in seconds: threads of a pool end by themselves when the interpreter leaves.
_GRACE = 3.0


def threads() -> frozenset[Thread]:
    """Those for which the interpreter would wait."""
    threading = sys.modules.get("threading")  # where nobody has imported it, there are none
    everyone = threading.enumerate() if threading else ()
    return frozenset(thread for thread in everyone if not thread.daemon)


def hurry(before: frozenset[Thread], status: int) -> None:
    """See to it that this process comes to an end.

    Args:
        before: the threads that there were before any plugin was at work.
        status: what the process is to be left with.
    """
    left = threads() - before
    if not left:
        return
    from threading import Thread

    names = _("、").join(sorted(thread.name for thread in left))
    words = _("插件留下的线程没有结束，不再等候：{names}", names=names)
    Thread(target=_leave, args=(words, status), daemon=True).start()


def _leave(words: str, status: int) -> None:
    from time import sleep

    sleep(_GRACE)
    print(words, file=sys.stderr, flush=True)
    os._exit(status)
