"""What a run of several files is made from, and what it has cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gxlint.api import Linter
from gxlint.projects import Find
from gxlint.settings import Settings


class Recipe(NamedTuple):
    """How to make a linter in another process."""

    settings: Settings
    config: Find | None
    """It must be such as can be sent to another process."""
    previous: str

    def linter(self) -> Linter:
        """A linter."""
        return Linter(self.settings, config=self.config, previous=self.previous)

    def portable(self) -> Recipe:
        """The same of values that can be sent to another process."""
        settings = self.settings
        plain = settings._replace(severities=dict(settings.severities), options=dict(settings.options))
        return self._replace(settings=plain)


class Tally:
    """What a run has spent, and what it has not."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        """Time spent in each rule, by id, in all processes."""
        self.known = 0
        """Files that were not linted, because an earlier run has done so."""

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add time spent in rules."""
        for rule, spent in seconds.items():
            self.seconds[rule] = self.seconds.get(rule, 0.0) + spent
