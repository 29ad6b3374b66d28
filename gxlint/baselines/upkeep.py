"""What has become of known findings: which are gone, and what a baseline would hold if it were written now."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from gxlint.engine import Engine, Result, Status

if TYPE_CHECKING:  # most runs have none
    from gxlint.baselines.known import Baseline, Entries


class Upkeep:
    """The findings of a run, by the baselines that are concerned."""

    def __init__(self, baseline: Callable[[str], Baseline | None], engine: Callable[[str], Engine]) -> None:
        """Begin.

        Args:
            baseline: for a draft, by its path.
            engine: likewise.
        """
        self._baseline = baseline
        self._engine = engine
        self._linted: dict[str, dict[str, Engine]] = {}
        self._found: dict[tuple[str, str], Entries] = {}
        self.baselines: dict[str, Baseline] = {}
        """By path."""

    def add(self, result: Result) -> None:
        """Take what was found in a file, whether it is known or not."""
        baseline = self._baseline(result.path)
        if baseline is None:
            return
        from gxlint.baselines.known import entry_of

        name = baseline.name(result.path)
        self.baselines.setdefault(baseline.path, baseline)
        if result.status is Status.LINTED:
            self._linted.setdefault(baseline.path, {})[name] = self._engine(result.path)
        found = self._found.setdefault((baseline.path, name), Counter())
        for item in (*result.diagnostics, *[withheld.diagnostic for withheld in result.withheld]):
            if entry := entry_of(item):
                found[entry] += 1

    def renewed(self, baseline: Baseline, *, prune: bool = False) -> dict[str, Entries]:
        """What a baseline should hold. Drafts that are gone are dropped, those not linted keep their entries.

        Args:
            baseline: one of :attr:`baselines`.
            prune: whether entries are only taken away.
        """
        linted = self._linted.get(baseline.path, {})
        kept = {
            name: entries
            for name, entries in baseline.files.items()
            if name not in linted and os.path.exists(os.path.join(baseline.folder, name))
        }
        together = not kept  # else rules that compare drafts may not have seen the other one
        for name, engine in linted.items():
            old, found = baseline.files.get(name, Counter()), self._found[baseline.path, name]
            quiet = Counter({entry: n for entry, n in old.items() if not engine.hears(entry.rule, together=together)})
            kept[name] = old & (found | quiet) if prune else found | quiet
        return kept

    @property
    def stale(self) -> int:
        """Known findings that are gone."""
        pairs = [(baseline.files, self.renewed(baseline, prune=True)) for baseline in self.baselines.values()]
        return sum(total(old) - total(new) for old, new in pairs)


def total(files: Mapping[str, Entries]) -> int:
    """How many findings all files have."""
    return sum(entries.total() for entries in files.values())
