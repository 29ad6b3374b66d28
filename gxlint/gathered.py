"""A report as the rules want it that read all reports of a run: condensed, and whole only if one of them asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from gxlint.findings import Diagnostic
from gxlint.form.report import Report


class Essence(NamedTuple):
    """What rules have made of a report."""

    condensed: Mapping[str, object]
    """By their id, values that JSON has."""
    faults: tuple[Diagnostic, ...] = ()
    """Rules that crashed over it."""


class Gathered:
    """What is kept of a report until the end of a run."""

    def __init__(self, path: str, condense: Callable[[], Essence], read: Callable[[], Report | None]) -> None:
        """Keep a report.

        Args:
            path: of its file.
            condense: says what rules have made of it; called once, when it is asked for.
            read: gives the report; called once, when a rule asks.
        """
        self.path = path
        self._condense = condense
        self._read = read

    @cached_property
    def essence(self) -> Essence:
        """What rules have made of it."""
        return self._condense()

    @cached_property
    def report(self) -> Report | None:
        """The report; ``None`` where its file has gone or become something else."""
        return self._read()

    @property
    def is_open(self) -> bool:
        """Whether a rule has asked for it."""
        return "report" in self.__dict__

    def open(self) -> Report | None:
        """The same as :attr:`report`, for :class:`~gxlint.form.report.Condensed`."""
        return self.report


def are_comparable(gathered: Sequence[Gathered]) -> bool:
    """Whether there is anything to compare: several reports, or last year's."""
    if len(gathered) != 1:
        return bool(gathered)
    report = gathered[0].report
    return report is not None and report.previous is not None
