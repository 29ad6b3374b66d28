"""Records on disk, by what they depend on. Whatever goes wrong here, there is simply no record.

Nothing in it is ever run: a record is JSON, and a file that somebody else has put there does no harm but to findings.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import suppress
from time import time
from typing import Any

#: Records of another shape are not read.
_FORMAT = "1"
#: Marks a folder as ours to delete, and as not worth a backup: https://bford.info/cachedir/
_TAG = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55"
_DAY = 86_400
#: Records that nobody has asked for in so many days go.
_LONGEST = 30 * _DAY
VARIABLE = "GXLINT_CACHE_DIR"


def usual_folder() -> str:
    """Where records are kept by default: ``GXLINT_CACHE_DIR``, or the system's place for caches."""
    if named := os.environ.get(VARIABLE):
        return named
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), "gxlint", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "gxlint")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "gxlint")


class Store:
    """A folder of records. Several runs may use it at once; each record is replaced as a whole."""

    def __init__(self, folder: str) -> None:
        """Use a folder; it is made when the first record is kept."""
        self.folder = folder
        self._records = os.path.join(folder, _FORMAT)
        self._is_ready: bool | None = None

    def get(self, key: str) -> Any:
        """What was kept under a key; ``None`` if nothing, or nothing that can be read."""
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                record = json.loads(file.read())
            os.utime(path)  # it is still of use
        except (OSError, ValueError, RecursionError):
            return None
        return record

    def put(self, key: str, record: Any) -> None:
        """Keep values under a key, as far as the disk lets us."""
        if not self._make_ready():
            return
        path = self._path(key)
        with suppress(OSError, ValueError):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            data = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
            handle, temporary = tempfile.mkstemp(dir=self._records)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                os.replace(temporary, path)
            except BaseException:
                with suppress(OSError):
                    os.unlink(temporary)
                raise

    def _path(self, key: str) -> str:
        return os.path.join(self._records, key[:2], key[2:])

    def _make_ready(self) -> bool:
        """Make the folder, and put out once a day what is old."""
        if self._is_ready is None:
            try:
                if make(self.folder):
                    self._put_out_old()
                os.makedirs(self._records, exist_ok=True)
                self._is_ready = True
            except OSError:
                self._is_ready = False
        return self._is_ready

    def _put_out_old(self) -> None:
        for parent, _folders, names in os.walk(self._records):
            for name in names:
                path = os.path.join(parent, name)
                with suppress(OSError):
                    if time() - os.stat(path).st_mtime > _LONGEST:
                        os.unlink(path)


def make(folder: str) -> bool:
    """Make a folder for what can be made again, marked as ours to delete.

    Returns:
        Whether it was not marked yet today.

    Raises:
        OSError: it cannot be made.
    """
    os.makedirs(folder, mode=0o700, exist_ok=True)
    tag = os.path.join(folder, _TAG)
    try:
        if time() - os.stat(tag).st_mtime < _DAY:
            return False
    except FileNotFoundError:
        with open(os.path.join(folder, ".gitignore"), "w", encoding="utf-8") as file:
            file.write("*\n")
    with open(tag, "w", encoding="utf-8") as file:
        file.write(f"{_SIGNATURE}\n# gxlint keeps results here; `gxlint clean` deletes them.\n")
    return True


def clean(folder: str) -> bool:
    """Delete a folder of records.

    Args:
        folder: must be one that we have made.

    Returns:
        Whether there was one.

    Raises:
        ValueError: the folder is something else.
        OSError: it cannot be deleted.
    """
    import shutil  # for this alone

    if not os.path.isdir(folder):
        return False
    try:
        with open(os.path.join(folder, _TAG), encoding="utf-8", errors="replace") as file:
            is_ours = file.read(len(_SIGNATURE)) == _SIGNATURE
    except FileNotFoundError:
        is_ours = False
    if not is_ours:
        raise ValueError(folder)
    shutil.rmtree(folder)
    return True
