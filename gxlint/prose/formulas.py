"""Fixed formulations that stand in a text with a slip: found by what is still right in them.

With at most *k* characters wrong, one of any *k* + 1 pieces of a formulation is still whole. The pieces are looked for
as literals, and only where one stands the rest is compared. Separators (commas, quotation marks, blanks) are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from gxlint.prose.pairs import code, pairs
from gxlint.text import Pattern

#: The formulation may be pointed, quoted and spaced in any way.
_SEPARATORS = frozenset("、，,；;：:·“”‘’\"' \t\u3000")

#: How many separators a formulation may be spread by.
_SLACK = 12

#: No formulation runs over these.
_STOP = Pattern(r"[。！？《》〈〉（）()\n]")


class Slip(NamedTuple):
    """A place that is almost a formulation."""

    start: int
    end: int
    distance: int
    """Characters to be replaced, inserted or deleted to make it right."""


def slips(text: str, formula: str, limit: int) -> Iterator[Slip]:
    """The places where *text* has *formula* with 1 to *limit* characters wrong."""
    if len(_pairs(formula) - pairs(text)) > 2 * limit:  # a wrong character spoils two pairs
        return
    plain, pieces = _pieces(formula, limit)
    signs = frozenset(plain)
    seen: list[Slip] = []
    for offset, piece in pieces:
        at = text.find(piece)
        while at >= 0:
            exact = text.startswith(plain, at - offset)
            if not exact and not any(slip.start <= at < slip.end for slip in seen):
                low, high = at - offset - limit - _SLACK, at - offset + len(plain) + limit + _SLACK
                if len(signs.difference(text[max(0, low) : high])) <= limit:
                    slip = _around(text, plain, offset, piece, at, limit)
                    seen += [slip] if slip is not None else []
            at = text.find(piece, at + 1)
    yield from (slip for slip in seen if slip.distance)


@lru_cache(maxsize=256)
def _pieces(formula: str, limit: int) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The formulation without separators, and its pieces with their offsets in that; no piece runs over a separator."""
    parts = ["".join(part) for part in re.split("[" + re.escape("".join(_SEPARATORS)) + "]+", formula) if part]
    count = -(-(limit + 1) // len(parts))
    pieces: list[tuple[int, str]] = []
    offset = 0
    for part in parts:
        cuts = [round(len(part) * index / count) for index in range(count + 1)]
        pieces += [(offset + low, part[low:high]) for low, high in pairwise(cuts) if high > low]
        offset += len(part)
    return "".join(parts), tuple(pieces)


@lru_cache(maxsize=256)
def _pairs(formula: str) -> frozenset[int]:
    """The pairs of the formulation that no separator can come between."""
    both = [formula[index : index + 2] for index in range(len(formula) - 1)]
    return frozenset(code(pair) for pair in both if _SEPARATORS.isdisjoint(pair))


def _around(text: str, formula: str, offset: int, piece: str, at: int, limit: int) -> Slip | None:
    """How the formulation stands around one of its pieces, which *text* has at *at*."""
    end = at + len(piece)
    reach = 2 * len(formula)
    before = _compare(formula[:offset][::-1], _open(text[max(0, at - reach) : at][::-1]), limit, greedy=False)
    if before is None:
        return None
    distance, left = before
    behind = _compare(formula[offset + len(piece) :], _open(text[end : end + reach]), limit - distance, greedy=True)
    if behind is None:
        return None
    further, right = behind
    return Slip(at - left, end + right, distance + further)


def _open(text: str) -> str:
    """*text* up to the first mark that no formulation runs over."""
    stop = _STOP.search(text)
    return text[: stop.start()] if stop else text


def _compare(wanted: str, text: str, limit: int, *, greedy: bool) -> tuple[int, int] | None:
    """The edit distance from *wanted* to that beginning of *text* which is nearest to it, and the beginning's length.

    Separators in *text* cost nothing. ``None`` if the distance is over *limit*. Where the last letter may as well be
    wrong as missing, a *greedy* comparison takes it for wrong.
    """
    if text.startswith(wanted):
        return 0, len(wanted)
    places = [index for index, char in enumerate(text) if char not in _SEPARATORS][: len(wanted) + limit]
    letters = [text[index] for index in places]
    far = limit + 1
    row = [column if column <= limit else far for column in range(len(letters) + 1)]
    for index, letter in enumerate(wanted, 1):
        last, row = row, [far] * len(row)
        row[0] = min(index, far)
        for column in range(max(1, index - limit), min(len(letters), index + limit) + 1):
            same = letter == letters[column - 1]
            row[column] = min(last[column - 1] + (not same), last[column] + 1, row[column - 1] + 1)
        if min(row) > limit:
            return None
    best = min(row)
    ends = [column for column, distance in enumerate(row) if distance == best]
    sure = [column for column in ends if column and letters[column - 1] == wanted[-1]]
    end = sure[-1] if sure else min(ends, key=lambda column: abs(column - len(wanted))) if greedy else ends[0]
    return best, places[end - 1] + 1 if end else 0
