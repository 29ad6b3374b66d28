"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


class ChangedError(OSError):
    """Another program has changed the file in the meantime."""


def replace_file(path: str, data: bytes, *, instead_of: bytes | None = None) -> None:
    """Put *data* in the place of a file, in one step: at any moment it holds the old bytes or the new ones.

    Permissions and owner stay, a new file gets the usual ones; where a symbolic link leads, the file is replaced.

    Args:
        path: of the file.
        data: its new bytes.
        instead_of: the bytes that it must hold until now; by default any.

    Raises:
        ChangedError: the file holds other bytes.
        OSError: the file or its folder cannot be written, the disk is full, or the file is held by another program. The
            old file is then untouched.
    """
    target = Path(path).resolve()
    if target.exists() and not os.access(target, os.W_OK):  # a folder that can be written would allow it all the same
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    handle, name = tempfile.mkstemp(prefix=".gxlint-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _dress(temporary, target)
        if instead_of is not None and target.read_bytes() not in (instead_of, data):  # another run may do the same
            raise ChangedError(errno.EBUSY, os.strerror(errno.EBUSY), path)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _dress(temporary: Path, target: Path) -> None:
    """Give the new file the owner and the permissions of the old one, as far as the system lets us."""
    with suppress(OSError, AttributeError):  # a file that is new; Windows
        owner = target.stat()
        os.chown(temporary, owner.st_uid, owner.st_gid)
    temporary.chmod(_mode(target))  # after the owner: changing that takes bits away


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
        OSError: the folder does not exist or cannot be written, or the disk is full; there is no file then.
    """
    target = Path(path)
    with target.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except BaseException:
            with suppress(OSError):
                target.unlink()
            raise
