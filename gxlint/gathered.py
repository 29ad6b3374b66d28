"""A report as the rules want it that read all reports of a run: condensed, and whole only if one of them asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from gxlint.findings import Diagnostic
from gxlint.form.report import Report


class Gathered:
    """What is kept of a report until the end of a run."""

    def __init__(
        self,
        path: str,
        condensed: Mapping[str, object],
        read: Callable[[], Report | None],
        faults: tuple[Diagnostic, ...] = (),
    ) -> None:
        """Keep a report.

        Args:
            path: of its file.
            condensed: what rules have made of it, by their id.
            read: gives the report; called once, when a rule asks.
            faults: rules that crashed over it.
        """
        self.path = path
        self.condensed = condensed
        self.faults = faults
        self._read = read

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
