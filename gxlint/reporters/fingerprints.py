"""What stays the same of a finding when the draft around it changes."""

from __future__ import annotations

import re
from collections import Counter

from gxlint.findings import Diagnostic
from gxlint.reporters.paths import slashed

#: Paragraphs are counted in the name of a place; one more in front is no new finding.
_NUMBER = re.compile(r"\d+")


class Fingerprints:
    """Gives each finding of a run a fingerprint that no other has.

    It is made of the file, the rule, the words marked, the place without its numbers, and how many alike came before;
    neither lines nor the message count, for a message has figures in it that other edits change.
    """

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, str, str]] = Counter()

    def of(self, diagnostic: Diagnostic) -> str:
        """The fingerprint of the next finding, 64 hexadecimal digits."""
        from hashlib import sha256

        source, span = diagnostic.source, diagnostic.span
        words = source[span] if source is not None and span is not None else diagnostic.message
        place = _NUMBER.sub("", diagnostic.place)
        alike = (slashed(diagnostic.path), diagnostic.rule, " ".join(words.split()), place)
        number = self._seen[alike]
        self._seen[alike] += 1
        return sha256("\0".join((*alike, str(number))).encode("utf-8", "backslashreplace")).hexdigest()
