"""Names of files for machines."""

from __future__ import annotations

import os

from gxlint.findings import Diagnostic

#: Stands for standard input where the user gave it no name.
STDIN = "-"


def slashed(path: str) -> str:
    """A path the way repositories write it: forward slashes, without ``./`` in front.

    Args:
        path: as the user gave it; empty for standard input without a name.
    """
    plain = path.replace(os.sep, "/")
    while plain.startswith("./"):
        plain = plain[2:].lstrip("/")
    return plain or STDIN


def as_uri(path: str) -> str:
    """A path as a URI reference; an absolute one as a ``file:`` URI."""
    plain = slashed(path)
    if plain[1:3] == ":/":
        return f"file:///{plain[:2]}{_quoted(plain[2:])}"
    return f"file://{_quoted(plain)}" if plain.startswith("/") else _quoted(plain)


def _quoted(path: str) -> str:
    from urllib.parse import quote  # costs as much as all else here

    return quote(os.fsencode(path))


def belongs_to_file(diagnostic: Diagnostic) -> bool:
    """Whether a finding is about a file, and not about a plugin or the run."""
    return bool(diagnostic.path) or diagnostic.source is not None
