"""Finding the configuration of a draft. Most runs have none, so this imports nothing that reads one."""

from __future__ import annotations

import os
import re

from gxlint.text import Pattern

FILE = "gxlint.toml"
PYPROJECT = "pyproject.toml"
#: Holds the settings there.
TABLE = ("tool", "gxlint")
_TABLE = Pattern(r"""^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*["']?gxlint["']?[ \t]*[.\]]""", re.MULTILINE)


class Nearest:
    """The nearest configuration file at or above a folder; each folder is looked at once."""

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}

    def __call__(self, folder: str) -> str | None:
        """The path of the file, absolute; ``None`` if there is none."""
        folder = os.path.abspath(folder)
        if folder not in self._known:
            parent = os.path.dirname(folder)
            self._known[folder] = config_in(folder) or (None if parent == folder else self(parent))
        return self._known[folder]


class Given:
    """One configuration file for all folders."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __call__(self, _folder: str) -> str:
        """The path of the file."""
        return self._path


def config_in(folder: str) -> str | None:
    """The configuration file that stands in a folder.

    ``gxlint.toml`` counts before a ``pyproject.toml``, and that only if it has a table ``[tool.gxlint]``.
    """
    own = os.path.join(folder, FILE)
    if os.path.isfile(own):
        return own
    project = os.path.join(folder, PYPROJECT)
    return project if os.path.isfile(project) and has_table(project) else None


def has_table(path: str) -> bool:
    """Whether a ``pyproject.toml`` configures gxlint."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return False
    return "gxlint" in text and _TABLE.search(text) is not None
