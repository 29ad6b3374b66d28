"""The jobs of a run of several files: what does one, what comes of it in whichever process, and what all have cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gxlint.api import Linter
from gxlint.batch.records import Record, is_lasting, record_of
from gxlint.files import FoundFile
from gxlint.projects import Find
from gxlint.reading import read_file
from gxlint.runs import Linted
from gxlint.settings import Settings


class Recipe(NamedTuple):
    """How to make a linter in another process."""

    settings: Settings
    config: Find | None
    """It must be such as can be sent to another process."""
    previous: str

    def linter(self) -> Linter:
        """A linter that holds nothing back: what filters drop, such as a baseline, is for whoever collects."""
        return Linter(self.settings, config=self.config, baseline=None, previous=self.previous)

    def portable(self) -> Recipe:
        """The same of values that can be sent to another process."""
        settings = self.settings
        plain = settings._replace(severities=dict(settings.severities), options=dict(settings.options))
        return self._replace(settings=plain)


class JobResult(NamedTuple):
    """What linting a file has come to, such as can be sent to another process but for :attr:`linted`."""

    record: Record
    seconds: Mapping[str, float]
    """Time spent in each rule, by id."""
    content: str = ""
    """A digest of what was read; empty if nothing could be."""
    year: int | None = None
    """That it reports on, if it is a report and that is known."""
    is_lasting: bool = False
    """Whether the record may be kept: nothing has crashed."""
    linted: Linted | None = None
    """The same in full, where it was linted in this process."""


def run_job(linter: Linter, file: FoundFile) -> JobResult:
    """Lint a file in this process."""
    content = ""

    def read(path: str) -> bytes:
        nonlocal content
        data = read_file(path)
        content = digest(data)
        return data

    linter.previous_reports.drain()
    linted = linter.one(file, read)
    learnt = linter.previous_reports.drain()
    linter.previous_reports.learn(*learnt)
    record = {**record_of(linted), "previous": [dict(learnt.faults), sorted(learnt.fitting)]}
    report = linted.result.report
    year = report.year if report else None
    return JobResult(record, linter.drain_seconds(), content, year, is_lasting(linted), linted)


def digest(data: bytes) -> str:
    """A digest of a file's content."""
    from hashlib import sha256

    return sha256(data).hexdigest()


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
