"""Patterns for paths, written as in ``.gitignore``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache

from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)


def matches(patterns: Iterable[str], path: str, folder: str) -> bool:
    """Whether a path matches one of the patterns.

    Args:
        patterns: as in ``.gitignore``; a later ``!pattern`` takes back.
        path: absolute or relative to the current folder; of a folder with a separator at its end.
        folder: that the patterns are relative to; a path outside of it never matches.
    """
    relative = inside(path, folder)
    if relative is None:
        return False
    return bool(_spec(tuple(patterns)).match_file(relative + "/" if path.endswith((os.sep, "/")) else relative))


def inside(path: str, folder: str) -> str | None:
    """A path relative to a folder, with slashes; ``None`` if it lies outside."""
    try:
        relative = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return None
    return None if relative == ".." or relative.startswith("../") else relative
