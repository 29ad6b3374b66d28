"""Where a repository is."""

from __future__ import annotations

import os

#: A folder; in linked working trees and submodules a file that names one.
DOT_GIT = ".git"


def is_root(folder: str) -> bool:
    """Whether a folder is the top of a working tree."""
    return os.path.exists(os.path.join(folder, DOT_GIT))


def root_of(folder: str) -> str | None:
    """The top of the working tree that a folder lies in; ``None`` outside of repositories.

    Args:
        folder: absolute.
    """
    while not is_root(folder):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def common_folder(root: str) -> str:
    """The folder that all working trees of a repository share; its ``info`` is for all of them.

    Args:
        root: of the working tree.
    """
    own = os.path.join(root, DOT_GIT)
    if os.path.isfile(own):
        own = os.path.join(root, _first_line(own).removeprefix("gitdir:").strip())
    return os.path.normpath(os.path.join(own, _first_line(os.path.join(own, "commondir"))))


def _first_line(path: str) -> str:
    """Empty where there is no such file."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.readline().strip()
    except OSError:
        return ""
