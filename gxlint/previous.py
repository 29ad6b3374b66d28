"""Last year's report of the body that a draft is from: given by the user, or found beside the draft by its name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from gxlint.form.report import Report
from gxlint.prose.agencies import same_body
from gxlint.text import Pattern

_DIGITS = Pattern(r"[\d０-９\s_\-—()（）.]+")

#: Reads a file as a report; ``None`` if it is none, or cannot be read.
Read = Callable[[str], Report | None]


class PreviousReports:
    """Finds last year's reports; each file is read once, and only when a rule asks."""

    def __init__(self, read: Read, suffixes: Sequence[str], given: Callable[[str], str | None]) -> None:
        """Prepare.

        Args:
            read: reads a file.
            suffixes: of files that can be read.
            given: the file that the user named for a draft's path, if any.
        """
        self._read = lru_cache(maxsize=64)(read)
        self._names = lru_cache(maxsize=8)(_names)
        self._suffixes = tuple(suffixes)
        self._given = given

    def of(self, report: Report) -> Report | None:
        """Last year's report of the same body, or ``None``."""
        path = report.document.source.path
        given = self._given(path)
        if given is not None:
            return self._read(given)
        if report.year is None or not path:
            return None
        for candidate in self._beside(path, report.year):
            found = self._read(candidate)
            if found is not None and found.year == report.year - 1 and _is_of(found, report):
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
            for other in self._names(place):
                dated = last in other or number > 0
                if dated and other.lower().endswith(self._suffixes) and _skeleton(other) == _skeleton(name):
                    yield os.path.join(place, other)


def _names(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(os.listdir(folder)))
    except OSError:
        return ()


def _skeleton(name: str) -> str:
    """A file name without its ending, numbers and separators: what reports of two years have in common."""
    return _DIGITS.sub("", os.path.splitext(name)[0])


def _is_of(found: Report, report: Report) -> bool:
    return not found.agency or not report.agency or same_body(found.agency, report.agency)
