"""Finds the files that a user means by paths, folders and patterns."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
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


#: Whether a file, or a folder (with a separator at its end), is to be passed over.
Excludes = Callable[[str], bool]


def never(_path: str) -> bool:
    """Passes over nothing."""
    return False


def _any(several: Sequence[Excludes]) -> Excludes:
    return lambda path: any(excludes(path) for excludes in several)


def find_files(
    paths: Iterable[str],
    suffixes: Sequence[str],
    excludes: Excludes = never,
    *,
    ignores: Excludes = never,
    listed: bool = False,
) -> list[FoundFile]:
    """The files that *paths* stand for, each once, sorted by path.

    Folders are walked for files with one of *suffixes*, without hidden ones and Word's lock files. A path that does not
    exist but contains ``*``, ``?`` or ``[`` is a pattern (``**`` spans folders), for shells that do not expand them; it
    matches the same files as a walk would. What does not exist stays in the list, so that reading it says so.

    Args:
        paths: as the user wrote them.
        suffixes: of files that can be read.
        excludes: what is passed over, unless the user named it, or an excluded folder around it.
        ignores: likewise, but does not concern listed paths: a program knows what git ignores.
        listed: a program lists the paths, such as a hook: nobody named them, so they too may be passed over.
    """
    found: dict[str, FoundFile] = {}
    for path in paths:
        for file in _expand(path, tuple(suffixes), (excludes, ignores)):
            if listed and excludes(file.path):
                continue
            identity = os.path.normcase(os.path.normpath(file.path))
            if file.named or identity not in found:
                found[identity] = file
    return sorted(file._replace(named=file.named and not listed) for file in found.values())


def _expand(path: str, suffixes: tuple[str, ...], several: Sequence[Excludes]) -> Iterator[FoundFile]:
    if os.path.isdir(path):
        # what passes over the folder that the user insists on would pass over all that is in it
        yield from _walk(
            path, suffixes, _any([excludes for excludes in several if not excludes(os.path.join(path, ""))])
        )
        return
    matches = _matches(path, suffixes, _any(several)) if _MAGIC.intersection(path) and not os.path.exists(path) else []
    yield from matches or [FoundFile(path, named=True)]


def _matches(pattern: str, suffixes: tuple[str, ...], excludes: Excludes) -> list[FoundFile]:
    from glob import glob  # shells expand patterns as a rule

    found: list[FoundFile] = []
    for match in glob(pattern, recursive=True):
        if os.path.isdir(match):
            if not excludes(os.path.join(match, "")):
                found += _walk(match, suffixes, excludes)
        elif _is_draft(os.path.basename(match), suffixes) and not excludes(match):
            found.append(FoundFile(match, named=False))
    return found


def _walk(folder: str, suffixes: tuple[str, ...], excludes: Excludes) -> Iterator[FoundFile]:
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        own = [name for name in folders if not name.startswith(".") and name not in _FOREIGN]
        folders[:] = [name for name in own if not excludes(os.path.join(parent, name, ""))]
        for name in files:
            path = os.path.normpath(os.path.join(parent, name))
            if _is_draft(name, suffixes) and not excludes(path):
                yield FoundFile(path, named=False)
    for error in closed:  # reading such a folder will say what is wrong with it
        yield FoundFile(os.fspath(error.filename), named=False)


def has_twin(path: str, suffixes: Iterable[str]) -> bool:
    """Whether a file of the same name with one of *suffixes* lies beside a file."""
    stem = os.path.splitext(path)[0]
    return any(os.path.exists(stem + suffix) for suffix in suffixes)


def _is_draft(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().endswith(suffixes) and not name.startswith((".", _LOCK))
