"""What a file's findings depend on, as short texts to be compared: the rules and their options, and what is read.

Drafts and last year's reports count by their content, program files and word lists by size and time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import gxlint
from gxlint.api import Linter
from gxlint.batch.jobs import digest
from gxlint.config.values import ConfigError
from gxlint.engine import Engine
from gxlint.files import FoundFile
from gxlint.i18n import language
from gxlint.parsers.base import UnreadableError
from gxlint.plugins.entry_points import installed_plugins
from gxlint.projects import Project
from gxlint.reading import read_file


class Stamp(NamedTuple):
    """Of a record."""

    key: str
    """Which record is meant: of this file, linted in this way."""
    state: str
    """What it was made of."""


class Stamps:
    """Stamps of the files that one linter lints in one run, in which a file is read as last year's report once."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._ways: dict[Engine, str] = {}
        self._last: dict[str, str] = {}

    def key(self, file: FoundFile) -> str:
        """The key of a file's record."""
        path, is_named = file
        return _digest(self._way(path), path, os.path.abspath(path), str(is_named))

    def state(self, path: str, content: str, year: int | None) -> str:
        """What a record of a file is made of.

        Args:
            path: of the file.
            content: a digest of its content.
            year: that it reports on, if it is a report and that is known.
        """
        return _digest(content, *map(self._of_last_year, self._linter.previous_reports.candidates(path, year)))

    def of_all(self, stamps: Iterable[Stamp]) -> Stamp:
        """The stamp of what is found in several files together."""
        both = list(stamps)
        return Stamp(_digest("together", *[stamp.key for stamp in both]), _digest(*[stamp.state for stamp in both]))

    def _of_last_year(self, path: str) -> str:
        """What a draft of this year would get from the file."""
        if path not in self._last:
            try:
                self._last[path] = _digest(path, self._way(path), digest(read_file(path)))
            except (OSError, UnreadableError, ConfigError):
                self._last[path] = path
        return self._last[path]

    def _way(self, path: str) -> str:
        """How the file is linted; files with the same engine share it."""
        engine = self._linter.engine(path)
        if engine not in self._ways:
            self._ways[engine] = _digest(*_ways(engine, self._linter.projects.of(path)))
        return self._ways[engine]


def _digest(*parts: str) -> str:
    return digest("\0".join(parts).encode("utf-8", "surrogatepass"))


def _ways(engine: Engine, project: Project) -> Iterator[str]:
    yield from _program()
    yield language()
    yield from engine.registry.rules
    yield from engine.registry.suffixes
    settings = engine.settings
    yield repr((settings.select, settings.also, settings.ignore, settings.kind, sorted(settings.severities.items())))
    for name, options in sorted(engine.options.items()):
        if options is not None:
            yield f"{name}: {options!r}"
            values = options if isinstance(options, tuple) else tuple(vars(options).values())
            yield from map(_stat, _paths_in(values))
    for plugin in project.config.plugins if project.config else ():
        yield from files_below(plugin)


@lru_cache(maxsize=1)
def _program() -> tuple[str, ...]:
    """This program with everything that is installed beside it."""
    folders = [os.path.dirname(gxlint.__file__)]
    for plugin in installed_plugins():
        module = sys.modules.get(plugin.value.partition(":")[0].partition(".")[0].strip())
        if module is not None and module.__file__:
            is_package = os.path.basename(module.__file__) == "__init__.py"
            folders.append(os.path.dirname(module.__file__) if is_package else module.__file__)
    installed = [name for place in sys.path for name in _names(place) if name.endswith((".dist-info", ".egg-info"))]
    return (sys.version, *sorted(installed), *(stamp for folder in folders for stamp in files_below(folder)))


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or os.curdir)
    except OSError:
        return []


def files_below(path: str) -> Iterator[str]:
    """The stamps of a file, or of all files in a folder: each changes when the file does."""
    if not os.path.isdir(path):
        yield _stat(path)
    for parent, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (_stat(os.path.join(parent, name)) for name in sorted(names))


def _stat(path: str) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return f"{path} -"
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _paths_in(values: Iterable[object]) -> Iterator[str]:
    """The files that options name: word lists."""
    for value in values:
        if isinstance(value, str | os.PathLike) and os.path.isfile(value):
            yield os.fspath(value)
        elif isinstance(value, list | tuple):
            yield from _paths_in(value)
