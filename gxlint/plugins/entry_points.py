"""Finds installed plugins without :mod:`importlib.metadata`, whose import costs more than four bare interpreter starts.

The same files are read in the same order: ``entry_points.txt`` in the metadata folders of every folder on ``sys.path``.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

GROUP = "gxlint"


class EntryPoint(NamedTuple):
    """An installed plugin by its name and where it stands."""

    name: str
    value: str
    """``package.module`` or ``package.module:attribute``."""
    version: str = ""
    """Of the distribution that announces it."""

    def load(self) -> object:
        """Import the module and take the attribute.

        Raises:
            Exception: whatever the import raises; AttributeError where there is no such attribute.
        """
        module, _colon, attributes = self.value.partition("[")[0].partition(":")
        loaded: object = importlib.import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            loaded = getattr(loaded, attribute)
        return loaded


def installed_plugins(path: Sequence[str] | None = None) -> Iterator[EntryPoint]:
    """The entry points of the group ``gxlint``; of a distribution found twice the first counts.

    Args:
        path: folders and archives to look in; ``sys.path`` by default.
    """
    seen: set[str] = set()
    for entry in sys.path if path is None else path:
        for distribution, version, read in _distributions(entry or os.curdir):
            if distribution not in seen:
                seen.add(distribution)
                yield from _parse(read(), version)


def _distributions(entry: str) -> Iterator[tuple[str, str, Callable[[], str]]]:
    """Each distribution in a folder or archive: normalised name, version, and what reads its entry points."""
    try:
        names = os.listdir(entry)
    except NotADirectoryError:
        yield from _archived(entry)
        return
    except OSError:
        return
    for name in names:
        if name.endswith((".dist-info", ".egg-info")):
            version = name.rpartition(".")[0].partition("-")[2].partition("-")[0]
            yield _normalised(name), version, partial(_text, os.path.join(entry, name, "entry_points.txt"))


def _archived(entry: str) -> Iterator[tuple[str, str, Callable[[], str]]]:
    """The distributions in a zip archive on the path, such as a ``.pyz``; rare, so it may cost an import."""
    from importlib.metadata import distributions

    for distribution in distributions(path=[entry]):
        text = distribution.read_text("entry_points.txt") or ""
        yield _normalised(distribution.name), distribution.version, partial(str, text)


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _normalised(name: str) -> str:
    return name.partition("-")[0].lower().replace(".", "_").replace("-", "_")


def _parse(text: str, version: str) -> Iterator[EntryPoint]:
    if f"[{GROUP}]" not in text:
        return
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and "=" in line and not line.startswith(("#", ";")):
            name, _equals, value = line.partition("=")
            yield EntryPoint(name.strip(), value.strip(), version)
