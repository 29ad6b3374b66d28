"""Last year's report of the body that a draft is from: given by the user, or found beside the draft by its name."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.agencies import same_body
from gxlint.text import Pattern

_DIGITS = Pattern(r"[\d０-９\s_\-—()（）.]+")

#: Reads a file as a report; gives the reason if it is none, or cannot be read.
Read = Callable[[str], Report | str]


class Learnt(NamedTuple):
    """What linting has shown of files that were named as last year's report."""

    faults: Mapping[str, str]
    """Those that could not be used, with the reason."""
    fitting: Collection[str]
    """Those that were right for a draft."""


class PreviousReports:
    """Finds last year's reports; each file is read once, and only when a rule asks."""

    def __init__(
        self,
        read: Read,
        is_readable: Callable[[str], bool],
        *,
        given: str = "",
        configured: Callable[[str], str | None],
    ) -> None:
        """Prepare.

        Args:
            read: reads a file.
            is_readable: whether files of such a name can be read.
            given: the file that the user named for this run; empty if none.
            configured: the file that the configuration names for a draft's path, if any. It may be another body's.
        """
        self._read = lru_cache(maxsize=64)(read)
        self._alike = lru_cache(maxsize=8)(_by_skeleton)
        self._is_readable = is_readable
        self._given = given
        self._configured = configured
        self._faults: dict[str, str] = {}
        self._fitting: set[str] = set()

    def of(self, report: Report) -> Report | None:
        """Last year's report of the same body, or ``None``."""
        path = report.document.source.path
        if self._given:
            return self._named(self._given, report)
        configured = self._configured(path)
        return (self._named(configured, report) if configured is not None else None) or self._found(path, report)

    def drain(self) -> Learnt:
        """What has been learnt since it was last asked, and forget it."""
        learnt = Learnt(self._faults, self._fitting)
        self._faults, self._fitting = {}, set()
        return learnt

    def learn(self, faults: Mapping[str, str], fitting: Iterable[str]) -> None:
        """Take in what was learnt elsewhere; see :class:`Learnt`."""
        for path, reason in faults.items():
            self._faults.setdefault(path, reason)
        self._fitting.update(fitting)

    def candidates(self, path: str, year: int | None) -> Iterator[str]:
        """The files of which one may be last year's report of a draft: nothing else decides which it is.

        Args:
            path: of the draft.
            year: that it reports on, if it is a report and that is known.
        """
        configured = self._configured(path)
        if self._given:
            yield self._given
        elif configured is not None:
            yield configured
        if year is not None and path and not self._given:
            yield from self._beside(path, year)

    @property
    def faults(self) -> Iterator[tuple[str, str]]:
        """The files named as last year's report that were of no use to any draft, each with the reason."""
        for path, reason in self._faults.items():
            if path not in self._fitting:
                yield path, reason

    def _named(self, path: str, report: Report) -> Report | None:
        """The report in a file that the user named, if it is last year's of the draft."""
        found = self._read(path)
        if isinstance(found, str):
            self._faults[path] = found
        elif fault := _difference(found, report):
            if path == self._given:  # what a configuration names may be meant for another draft
                self._faults.setdefault(path, fault)
        else:
            self._fitting.add(path)
            return found
        return None

    def _found(self, path: str, report: Report) -> Report | None:
        if report.year is None or not path:
            return None
        for candidate in self._beside(path, report.year):
            found = self._read(candidate)
            if isinstance(found, Report) and found.year == report.year - 1 and not _difference(found, report):
                return found
        return None

    def _beside(self, path: str, year: int) -> Iterator[str]:
        """Files named like the draft with last year's number: beside it, or in a folder of that year."""
        folder, name = os.path.split(os.path.abspath(path))
        this, last = str(year), str(year - 1)
        folders = [folder]
        if this in os.path.basename(folder):
            parent, own = os.path.split(folder)
            folders.append(os.path.join(parent, own.replace(this, last)))
        for number, place in enumerate(folders):
            for other in self._alike(place).get(_skeleton(name), ()):
                found = os.path.join(place, other)
                if (last in other or number > 0) and self._is_readable(found):
                    yield found


def _by_skeleton(folder: str) -> Mapping[str, Sequence[str]]:
    """The names in a folder, sorted, by what those of several years have in common."""
    found: dict[str, list[str]] = {}
    try:
        for name in sorted(os.listdir(folder)):
            found.setdefault(_skeleton(name), []).append(name)
    except OSError:
        return {}
    return found


def _skeleton(name: str) -> str:
    """A file name without its ending, numbers and separators: what reports of two years have in common."""
    return _DIGITS.sub("", os.path.splitext(name)[0])


def _difference(found: Report, report: Report) -> str:
    """Why one report cannot be the other's of the year before; empty if it may be."""
    if type(found) is not type(report):
        return _("它是另一种报告，格式与草稿不同")
    if found.year and report.year and found.year != report.year - 1:
        return _("它是 {found} 年的报告，应为 {year} 年的", found=found.year, year=report.year - 1)
    if found.agency and report.agency and not same_body(found.agency, report.agency):
        return _("它是{found}的报告，草稿是{agency}的", found=found.agency, agency=report.agency)
    return ""
