"""Which reports share their sentences, found without comparing each with each.

Each set of sentences gets a MinHash signature; signatures that agree in one of several bands are compared exactly. A
band remembers only the first few reports, so the work grows with the number of reports even where all are alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from gxlint.form.report import Report
from gxlint.prose.agencies import read_agency
from gxlint.prose.clauses import read_prose
from gxlint.text import Pattern, Span

#: Sections in which a report speaks for itself; tables, preamble and the statement on fees are alike everywhere.
_OWN_WORDS = ("overview", "problems")
#: Shorter sentences are set phrases.
_SHORTEST = 15
#: 42 bands of 3 values: of two reports that share 60 % of their sentences 97 in 100 meet, of two that share a tenth 4.
_BANDS, _WIDTH = 42, 3
_VALUES = f"<{_BANDS * _WIDTH}H"
_KEPT = 4
_MARK = Pattern(r"^(?:[（(][^（）()]{1,3}[）)]|[一二三四五六七八九十]是|第[一二三四五六七八九十][，,]|\d{1,2}[.．、])")
_YEAR = Pattern(r"(?:19|20)\d{2}(?=年)")
_SELF = Pattern(r"[我本][局委办厅镇乡县区市省州院]|[我本]街道|本机关|本单位")
_STAND_IN = "〇"
_SEED = 0x9E3779B9


def sentences_of(report: Report) -> Mapping[int, Span]:
    """The sentences of a report's own, each by a mark of 64 bits, with its place.

    The body's name and the years are left out of them.
    """
    names = _names(report.agency)
    found: dict[int, Span] = {}
    for key in _OWN_WORDS:
        section = report.section(key)
        prose = read_prose(section.prose) if section else None
        for sentence in prose.sentences if prose else ():
            text = _MARK.sub("", prose.text[sentence.start : sentence.end]) if prose else ""
            text = _SELF.sub(_STAND_IN, _YEAR.sub(_STAND_IN, names.sub(_STAND_IN, text) if names else text))
            if prose and len(text) >= _SHORTEST:
                found.setdefault(_mark(text), prose.span(sentence.start, sentence.end))
    return found


def _mark(text: str) -> int:
    """The same for the same sentence, in any process."""
    from zlib import crc32  # this and what bands() needs is of use to runs over many reports only

    data = text.encode()
    return crc32(data) << 32 | crc32(data, _SEED)


def _names(name: str) -> Pattern | None:
    """The names that a body goes by, the longest first."""
    agency = read_agency(name)
    names = {agency.name, agency.core, *agency.regions, agency.place[:-1]}
    known = sorted((re.escape(name) for name in names if len(name) >= 2), key=len, reverse=True)
    return Pattern("|".join(known)) if known else None


def alike(signatures: Sequence[Sequence[int]]) -> Iterator[tuple[int, frozenset[int]]]:
    """For each set of sentences, given by its :func:`bands`, the numbers of others that probably share many of them."""
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    keys: list[list[tuple[int, int]]] = []
    for number, signature in enumerate(signatures):
        mine = list(enumerate(signature))
        keys.append(mine)
        for key in mine:
            if len(buckets[key]) < _KEPT:
                buckets[key].append(number)
    for number, mine in enumerate(keys):
        others = frozenset(other for key in mine for other in buckets[key] if other != number)
        if others:
            yield number, others


def bands(sentences: Sequence[int]) -> list[int]:
    """The MinHash signature of a set of sentences, cut into bands; none for an empty set."""
    from hashlib import shake_128  # takes longer to import than a report to lint
    from struct import Struct

    if not sentences:
        return []
    values = Struct(_VALUES)
    rows = [values.unpack(shake_128(mark.to_bytes(8, "big")).digest(values.size)) for mark in sentences]
    signature = [min(column) for column in zip(*rows, strict=True)]
    pieces = (signature[band * _WIDTH : (band + 1) * _WIDTH] for band in range(_BANDS))
    return [first << 32 | second << 16 | third for first, second, third in pieces]
