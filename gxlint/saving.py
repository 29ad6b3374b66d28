"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def replace_file(path: str, data: bytes) -> None:
    """Put *data* in the place of a file, in one step: at any moment it holds the old bytes or the new ones.

    Permissions stay, a new file gets the usual ones; of a symbolic link the file that it leads to is replaced.

    Raises:
        OSError: the folder cannot be written, the disk is full, or the file is held by another program. The old file
            is then untouched.
    """
    target = Path(path).resolve()
    handle, name = tempfile.mkstemp(prefix=".gxlint-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions that a file has, or would get if it were made now."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0o077)  # it can only be read by setting it
        os.umask(mask)
        return 0o666 & ~mask


def create_file(path: str, data: bytes) -> None:
    """Write a file that does not exist yet.

    Raises:
        FileExistsError: it exists; nothing is changed.
        OSError: the folder does not exist or cannot be written.
    """
    with Path(path).open("xb") as file:
        file.write(data)
