"""What a baseline knows."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from gxlint.findings import Diagnostic
from gxlint.reporters.fingerprints import traits
from gxlint.settings import INTERNAL_ERROR, UNREADABLE_DOCUMENT

_NEVER = frozenset({INTERNAL_ERROR, UNREADABLE_DOCUMENT})
#: Hexadecimal digits kept of a hash: among the findings of one rule in one file, twins are out of the question.
_DIGITS = 16


class Entry(NamedTuple):
    """Findings of a file that are alike: neither their lines nor the figures in their messages count."""

    rule: str
    place: str
    """Where a person would look."""
    hash: str
    """Of the words marked; the words themselves may be such as must not be published."""


#: The findings of a file, and how many are alike.
Entries = Counter[Entry]


def entry_of(diagnostic: Diagnostic) -> Entry | None:
    """The entry of a finding; ``None`` for what nobody may grow used to."""
    if diagnostic.rule in _NEVER:
        return None
    from hashlib import sha256

    rule, place, words = traits(diagnostic)
    return Entry(rule, place, sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGITS])


class Baseline:
    """The known findings of some drafts."""

    def __init__(self, path: str, files: Mapping[str, Entries], data: bytes | None = None) -> None:
        """Keep what was read.

        Args:
            path: of its file, absolute.
            files: the findings by :meth:`name` of their draft.
            data: what its file holds; ``None`` where there is none yet.
        """
        self.path = path
        self.folder = os.path.dirname(path)
        self.files = files
        self.data = data

    def name(self, draft: str) -> str:
        """What a draft is called here: its path from the baseline's folder, with slashes."""
        path = os.path.abspath(draft)
        with suppress(ValueError):  # another drive
            path = os.path.relpath(path, self.folder)
        return path.replace(os.sep, "/")

    def unknown(self, draft: str, diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """The findings that are not known: of those alike, as many are passed over as the baseline has.

        Args:
            draft: its path.
            diagnostics: what was found in it, in the order of the text.
        """
        left = Counter(self.files.get(self.name(draft), ()))
        return [item for item in diagnostics if not _take(left, entry_of(item))] if left else diagnostics


def _take(left: Entries, entry: Entry | None) -> bool:
    if entry is None or not left[entry]:
        return False
    left[entry] -= 1
    return True
