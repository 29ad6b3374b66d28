"""Regular expressions that compile on first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any


class Pattern:
    """A regular expression that is compiled on first use.

    Compiling a hundred patterns costs more than linting a report; most are not needed for the draft at hand. So modules
    keep their patterns as these. They offer the methods of :class:`re.Pattern`, which are put in place by the first use
    of any, so that a use costs no more than one of the compiled pattern.
    """

    __slots__ = ("compiled", "findall", "finditer", "flags", "fullmatch", "match", "pattern", "search", "split", "sub")

    compiled: re.Pattern[str]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in Pattern.__slots__:
            raise AttributeError(name)
        self.compiled = compiled = re.compile(self.pattern, self.flags)
        self.match, self.fullmatch, self.search = compiled.match, compiled.fullmatch, compiled.search
        self.finditer, self.findall = compiled.finditer, compiled.findall
        self.split, self.sub = compiled.split, compiled.sub
        return getattr(self, name)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    """Kept for good: ``re`` itself keeps only the last few hundred."""
    return re.compile(pattern)


def compiled(pattern: str | Pattern | re.Pattern[str]) -> re.Pattern[str]:
    """A pattern ready for use; a string is compiled on first use."""
    if isinstance(pattern, str):
        return _compile(pattern)
    return pattern.compiled if isinstance(pattern, Pattern) else pattern
