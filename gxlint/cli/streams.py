"""Standard input and output, whatever they may be connected to."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

import click

from gxlint.hosting.streams import DIVERTED
from gxlint.i18n import _

_STDOUT = 1
_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


def prepare() -> None:
    """Open nothing in the place of streams that are closed, and write UTF-8."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # as long as the process
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows pipe would else write in the code page of the system
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def alone() -> Iterator[TextIO]:
    """Standard output for the caller alone: whoever else writes there inside the block writes to standard error."""
    before = sys.stdout
    own = _apart(before)
    sys.stdout = DIVERTED
    try:
        yield own
        own.flush()
    finally:
        sys.stdout = before
        if own is not before:
            _join(own, before)


def _apart(stream: TextIO) -> TextIO:
    """The same stream by another number, so that other programs do not find it; itself where that cannot be."""
    try:
        if stream.isatty() or stream.fileno() != _STDOUT:
            return stream
        stream.flush()
        own = open(os.dup(_STDOUT), "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
        os.dup2(sys.stderr.fileno(), _STDOUT)
    except (OSError, ValueError):  # some streams of tests are no files
        return stream
    return own


def _join(own: TextIO, stream: TextIO) -> None:
    """Undo :func:`_apart`."""
    os.dup2(own.fileno(), stream.fileno())
    with suppress(OSError):  # what could not be written has been told
        own.close()


def is_of_output(error: OSError) -> bool:
    """Whether it was an output stream that could not be written, and not some file."""
    return error.filename is None and error.errno in _UNWRITABLE


def abandon(stream: TextIO) -> None:
    """Write no more to a stream; what waits to be written is lost, and python does not complain of it."""
    with suppress(OSError, ValueError):  # some streams of tests are no files
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain_of_output(error: OSError) -> None:
    """Say that standard output cannot be written."""
    from gxlint.cli.writing import why_unwritten

    try:
        click.echo(_("输出写不进去：{error}", error=why_unwritten(error)), err=True)
    except OSError:
        abandon(sys.stderr)
