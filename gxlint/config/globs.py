"""Patterns for paths, written as in ``.gitignore``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache

from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)


def matches(pattern: str | Iterable[str], path: str, folder: str) -> bool:
    """Whether a path matches one of the patterns.

    Args:
        pattern: one or several, as in ``.gitignore``; a later ``!pattern`` takes back.
        path: absolute or relative to the current folder.
        folder: that the patterns are relative to; a path outside of it never matches.
    """
    patterns = (pattern,) if isinstance(pattern, str) else tuple(pattern)
    relative = os.path.relpath(os.path.abspath(path), folder)
    if relative.startswith(os.pardir):
        return False
    return _spec(patterns).match_file(relative.replace(os.sep, "/"))
