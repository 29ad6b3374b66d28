"""Which baseline counts for a draft."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gxlint.config.values import ConfigError, Origin
from gxlint.findings import Diagnostic
from gxlint.i18n import _
from gxlint.text import Source

if TYPE_CHECKING:  # most runs have none
    from gxlint.baselines.known import Baseline
    from gxlint.config.config import Config


class Named(NamedTuple):
    """A baseline that somebody wants."""

    path: str
    origin: Origin
    """Where it is named; without a path for the command line."""


def named_by(config: Config) -> Named | None:
    """The baseline that a configuration names, whether it exists or not."""
    path = config.text("baseline")
    return None if path is None else Named(path, config.values[("baseline",)].origin)


class Baselines:
    """The baselines of a run, or of an editor's folders; each is read when it is needed, and again when it changes."""

    def __init__(self, named: Callable[[str], Named | None]) -> None:
        """Nothing is read yet.

        Args:
            named: the baseline for a draft, by the draft's path; ``None`` if there is none.
        """
        self._named = named
        self._known: dict[str, tuple[tuple[int, int], Baseline]] = {}

    def of(self, draft: str) -> Baseline | None:
        """The baseline for a draft.

        Raises:
            ConfigError: it cannot be read.
        """
        named = self._named(draft)
        if named is None:
            return None
        try:
            status = os.stat(named.path)
        except OSError as error:
            message = _("没有基线文件 {path}；可以用 gxlint baseline 写一个", path=named.path)
            raise ConfigError(named.origin, message) from error
        state = (status.st_mtime_ns, status.st_size)
        if named.path not in self._known or self._known[named.path][0] != state:
            from gxlint.baselines.file import read_baseline  # most runs have none

            self._known[named.path] = state, read_baseline(named.path)
        return self._known[named.path][1]

    def unknown(self, source: Source, diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """The findings that the baseline for their draft does not know."""
        baseline = self.of(source.path)
        return baseline.unknown(source.path, diagnostics) if baseline else diagnostics
