"""Something of ours or of a plugin's went wrong: how that is told."""

from __future__ import annotations

from gxlint.findings import Diagnostic, Severity
from gxlint.hosting.interrupts import OverdueError
from gxlint.plugins.errors import PluginError
from gxlint.settings import INTERNAL_ERROR

#: What stops a rule, a parser or a plugin under test, and only that.
CRASHES = (Exception, SystemExit)


def crash(path: str, message: str, error: BaseException) -> Diagnostic:
    """A diagnostic for what went wrong; the traceback goes to the log."""
    import logging  # costs as much as a bare interpreter start, and is hardly ever needed

    logging.getLogger("gxlint").debug("%s: %s", path, message, exc_info=error)
    return Diagnostic(path, INTERNAL_ERROR, "document", Severity.ERROR, message, None, None)


def describe(error: BaseException) -> str:
    """An exception in one short line, whatever its own ``str`` does."""
    try:
        text = " ".join(str(error).split())
    except Exception:
        text = ""
    if isinstance(error, PluginError | OverdueError):
        return text
    name = type(error).__name__
    return f"{name}: {text[:200]}" if text else name
