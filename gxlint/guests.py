"""Plugins at work: what they print is kept out of gxlint's own output, and their time is limited.

A limit holds where somebody has set one (:func:`begin`), which is for programs and not for libraries: the command line
does so for the thread that runs the plugins. What comes to no end is broken off three times: by an exception, which
most code lets pass; if it comes back to Python but not to an end, by leaving the process with a word on who is to
blame; if it does not come back at all, by leaving with a list of the calls that it hangs in.

Where the process is to live on whatever plugins do, as an editor's server is, they work in threads that somebody has an
eye on (:class:`Overseer`), who leaves a thread to itself that does not come back.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager, suppress
from contextvars import ContextVar, Token
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NoReturn, Protocol

from gxlint.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: How long, in seconds, a plugin may take for one thing: to load, to read a draft, to run a rule over it.
USUAL_LIMIT: Final = 30.0
#: The environment variable with another limit.
VARIABLE: Final = "GXLINT_TIME_LIMIT"
#: Between two attempts at breaking it off, in seconds, and how many there are before the process is left.
_PAUSE: Final = 1.0
_ATTEMPTS: Final = 3
#: What the process is left with.
_STATUS: Final = 2

_limit: ContextVar[float] = ContextVar("limit", default=0.0)
_guest: ContextVar[str] = ContextVar("guest", default="")
_overseer: ContextVar[Overseer | None] = ContextVar("overseer", default=None)
_noted: set[str] = set()
_given_up: set[str] = set()


class Stopped(BaseException):
    """What is being done is not wanted any more; no :class:`Exception`, so that nothing takes it for a crash."""


class OverdueError(BaseException):
    """A plugin was at work for too long; no :class:`Exception`, so that the plugin itself does not catch it."""

    def __init__(self, *, again: bool = False) -> None:
        super().__init__()
        self.again = again
        """It was before, and was not let do it this time."""

    def __str__(self) -> str:
        limit = _limit.get()
        if self.again:
            return _("先前运行超过 {limit:g} 秒没有结束，这次没有再运行", limit=limit)
        return _("运行超过 {limit:g} 秒没有结束，已中断", limit=limit)


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


@contextmanager
def overseen(overseer: Overseer) -> Iterator[None]:
    """A block in which somebody has an eye on plugins, also in threads that are handed a copy of the context."""
    token = _overseer.set(overseer)
    try:
        yield
    finally:
        _overseer.reset(token)


def pass_on(error: BaseException) -> None:
    """Raise again what no plugin may be blamed for: that the user, or the editor, has enough.

    Everything else that comes out of a plugin is a crash of the plugin, whatever it is derived from.
    """
    if isinstance(error, Stopped) or (isinstance(error, KeyboardInterrupt) and _is_main_thread()):
        raise error


def begin() -> None:
    """Limit from now on, in this context, the time of plugins; :data:`VARIABLE` may say how, 0 is for no limit."""
    try:
        limit = float(os.environ.get(VARIABLE, USUAL_LIMIT))
    except ValueError:
        limit = USUAL_LIMIT
    _limit.set(max(0.0, limit))
    _noted.clear()
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
        self._overseer = _overseer.get()
        self._alarm: _Alarm | None = None
        self._streams: tuple[Any, Any] | None = None
        self._token: Token[str] | None = None

    def __enter__(self) -> None:
        if _guest.get():
            return
        if self._name in _given_up:
            raise OverdueError(again=True)
        if self._overseer is not None:
            self._overseer.comes(self._name, self._source)
        self._token = _guest.set(self._name)
        if not _is_main_thread():  # in other threads the streams belong to whoever has started them
            return
        self._streams = (sys.stdin, sys.stdout)
        sys.stdin, sys.stdout = _NOTHING, DIVERTED
        if limit := _limit.get():
            self._alarm = _alarm(limit, f"{self._name} {self._path}".rstrip())
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
            _guest.reset(self._token)


class Diverted(io.TextIOBase):
    """Standard output as plugins see it: what they write goes to standard error, with a word on who has written it."""

    encoding = "utf-8"

    def write(self, text: str, /) -> int:
        """Write elsewhere."""
        self._note()
        return sys.stderr.write(text)

    def writelines(self, lines: Iterable[str], /) -> None:  # type: ignore[override]  # typeshed wants bytes, too
        """Write several pieces elsewhere."""
        for line in lines:
            self.write(line)

    @property
    def buffer(self) -> Any:
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
        name = _guest.get() or _("插件")
        if name not in _noted:
            _noted.add(name)
            sys.stderr.write(_("{name} 往标准输出写了内容，已转到标准错误：", name=name) + "\n")


# These live as long as the process: python itself does not hold on to the streams that it prints on, and another thread
# may be printing when they are exchanged.
DIVERTED: Final = Diverted()
_NOTHING: Final = io.StringIO()


class _Alarm(Protocol):
    """Breaks off what the main thread does."""

    def start(self) -> None:
        """Do so in due time."""

    def stop(self) -> None:
        """It is not needed any more."""


def _alarm(limit: float, name: str) -> _Alarm:
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


def _is_main_thread() -> bool:
    threading = sys.modules.get("threading")  # where nobody has imported it, there is one thread
    return threading is None or threading.current_thread() is threading.main_thread()
