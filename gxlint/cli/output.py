"""Where the output of a command goes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from gxlint.cli import streams
from gxlint.i18n import _


@contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """A stream for a command's output: standard output, or a file that appears as a whole when the block is left.

    If the block raises, the file is not written. Inside it nobody else writes to standard output: what a plugin prints,
    and what it has other programs print, goes to standard error.

    Args:
        path: the file; ``None`` for standard output.

    Raises:
        click.UsageError: there is no such folder.
        click.ClickException: the file cannot be written.
    """
    if path is None:
        with streams.alone() as stream:
            yield stream
        return
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):  # said before the work, not after it
        raise click.UsageError(_("{path} 写不进去：没有文件夹 {folder}", path=path, folder=folder))
    if os.path.isdir(path):
        raise click.UsageError(_("{path} 写不进去：这是文件夹，不是文件", path=path))
    stream = io.StringIO()
    with streams.alone():
        yield stream
    try:
        _write(path, stream.getvalue().encode("utf-8", "backslashreplace"))
    except OSError as error:
        from gxlint.cli.writing import why_unwritten  # brings in what writes files

        raise click.ClickException(_("{path} 写不进去：{error}", path=path, error=why_unwritten(error))) from error


def _write(path: str, data: bytes) -> None:
    if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a device cannot be replaced
        with open(path, "wb") as file:
            file.write(data)
        return
    from gxlint.saving import replace_file

    replace_file(path, data)
