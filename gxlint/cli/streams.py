"""Standard input and output, whatever they may be connected to."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from gxlint.i18n import _

_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


def prepare() -> None:
    """Open nothing in the place of streams that are closed, and write UTF-8."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # as long as the process
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows pipe would else write in the code page of the system
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
