"""What stays the same of a finding when the draft around it changes."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from gxlint.findings import Diagnostic
from gxlint.reporters.paths import slashed
from gxlint.text import Pattern

#: Paragraphs are counted in the name of a place; one more in front is no new finding.
_NUMBER = Pattern(r"(?<=第)\d+")


class Traits(NamedTuple):
    """What a finding is told by within its file; neither lines nor the message, which has figures in it."""

    rule: str
    place: str
    """Where a person would look, but not which paragraph."""
    words: str
    """Those marked."""


def traits(diagnostic: Diagnostic) -> Traits:
    """What stays the same of a finding; several alike have the same."""
    source, span = diagnostic.source, diagnostic.span
    words = source[span] if source is not None and span is not None else diagnostic.message
    return Traits(diagnostic.rule, _NUMBER.sub("…", diagnostic.place), " ".join(words.split()))


class Fingerprints:
    """Gives each finding of a run a fingerprint that no other has.

    It is made of the file, the finding's :class:`Traits`, and how many alike came before.
    """

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, Traits]] = Counter()

    def of(self, diagnostic: Diagnostic) -> str:
        """The fingerprint of the next finding, 64 hexadecimal digits."""
        from hashlib import sha256

        alike = (slashed(diagnostic.path), traits(diagnostic))
        number = self._seen[alike]
        self._seen[alike] += 1
        path, (rule, place, words) = alike
        return sha256(
            "\0".join((path, rule, words, place, str(number))).encode("utf-8", "backslashreplace")
        ).hexdigest()
