"""What git ignores, as ``.gitignore`` files and ``.git/info/exclude`` say. Git itself need not be installed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.git.repository import common_folder, is_root
from gxlint.patterns import Patterns

FILE = ".gitignore"
#: To git a pattern's ``?`` is a byte; so names and patterns have a character for each.
_BYTES = "latin-1"
_MARK = "\ufeff".encode().decode(_BYTES)


class _Written(NamedTuple):
    """The patterns of one file."""

    folder: str
    """That they are relative to."""
    patterns: Patterns


class _Folder(NamedTuple):
    """What holds for the files in a folder of a working tree."""

    ignored: bool
    """With all that is in it; nothing below can take that back."""
    written: tuple[_Written, ...] = ()
    """The nearest first."""


class Ignoring:
    """Tells what git ignores; each folder is looked at once."""

    def __init__(self) -> None:
        self._known: dict[str, _Folder | None] = {}

    def __call__(self, path: str) -> bool:
        """Whether git ignores a file, or a folder (with a separator at its end); nothing outside of repositories."""
        return self._ignores(os.path.abspath(path), is_folder=path.endswith((os.sep, "/")))

    def _ignores(self, path: str, *, is_folder: bool) -> bool:
        folder = self._at(os.path.dirname(path))
        if folder is None or folder.ignored:
            return folder is not None
        for start, patterns in folder.written:
            relative = path[len(start) :].lstrip(os.sep).replace(os.sep, "/")
            verdict = patterns.verdict(_as_bytes(relative), is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False

    def _at(self, folder: str) -> _Folder | None:
        """What holds in a folder; ``None`` outside of repositories."""
        if folder not in self._known:
            self._known[folder] = self._look(folder)
        return self._known[folder]

    def _look(self, folder: str) -> _Folder | None:
        if is_root(folder):
            exclude = os.path.join(common_folder(folder), "info", "exclude")
            return _Folder(False, (*_read(os.path.join(folder, FILE), folder), *_read(exclude, folder)))
        parent = os.path.dirname(folder)
        above = None if parent == folder else self._at(parent)
        if above is None or above.ignored or self._ignores(folder, is_folder=True):
            return above and _Folder(True)
        return _Folder(False, (*_read(os.path.join(folder, FILE), folder), *above.written))


def _read(path: str, folder: str) -> Iterator[_Written]:
    """The patterns of a file, if there are any."""
    try:
        with open(path, encoding=_BYTES) as file:
            lines = file.read().removeprefix(_MARK).split("\n")
    except OSError:
        return
    if patterns := Patterns(lines):
        yield _Written(folder, patterns)


def _as_bytes(path: str) -> str:
    return os.fsencode(path).decode(_BYTES)
