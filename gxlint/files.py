"""Finds the files that a user means by paths, folders and patterns."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

#: Folders that hold other people's files.
_FOREIGN = frozenset({"node_modules", "__pycache__"})
#: Word keeps such a file beside each open document; it is no document.
_LOCK = "~$"
_MAGIC = frozenset("*?[")


class FoundFile(NamedTuple):
    """A file to be read."""

    path: str
    """As the user would write it."""
    named: bool
    """The user named this very file; otherwise it was met in a folder."""


def find_files(paths: Iterable[str], suffixes: Sequence[str]) -> list[FoundFile]:
    """The files that *paths* stand for, each once, sorted by path.

    Folders are walked for files with one of *suffixes*, without hidden ones and Word's lock files. A path that does not
    exist but contains ``*``, ``?`` or ``[`` is a pattern (``**`` spans folders), for shells that do not expand them.
    What does not exist stays in the list, so that reading it says so.
    """
    found: dict[str, FoundFile] = {}
    for path in paths:
        for file in _expand(path, tuple(suffixes)):
            identity = os.path.normcase(os.path.normpath(file.path))
            if file.named or identity not in found:
                found[identity] = file
    return sorted(found.values())


def _expand(path: str, suffixes: tuple[str, ...]) -> Iterator[FoundFile]:
    if os.path.isdir(path):
        yield from (FoundFile(file, named=False) for file in _walk(path, suffixes))
        return
    matches = _matches(path) if not os.path.exists(path) and _MAGIC.intersection(path) else []
    for match in matches:
        yield from _expand(match, suffixes)
    if not matches:
        yield FoundFile(path, named=True)


def _matches(pattern: str) -> list[str]:
    from glob import glob  # shells expand patterns as a rule

    return glob(pattern, recursive=True)


def _walk(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _FOREIGN]
        for name in files:
            if name.lower().endswith(suffixes) and not name.startswith((".", _LOCK)):
                yield os.path.normpath(os.path.join(parent, name))
