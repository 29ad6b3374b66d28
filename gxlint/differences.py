"""What has changed between two lists of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

Tag = Literal["replace", "delete", "insert", "equal"]
Opcode = tuple[Tag, int, int, int, int]

#: Of longer stretches without a line of its own the standard library may pass over frequent lines.
_LONG = 500


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """What to do with each stretch, as :class:`difflib.SequenceMatcher` has it.

    That class alone passes over frequent lines. In a table with one cell a line these are the cells, and all between
    two changes would be shown as changed; so the texts are compared piece by piece between lines that each has once.
    """
    found: list[Opcode] = []
    for (start, new_start), (end, new_end) in pairwise([(0, 0), *_anchors(old, new), (len(old), len(new))]):
        pieces = old[start:end], new[new_start:new_end]
        for tag, low, high, new_low, new_high in SequenceMatcher(
            None, *pieces, autojunk=len(pieces[0]) > _LONG
        ).get_opcodes():
            here = (low + start, high + start, new_low + new_start, new_high + new_start)
            if found and found[-1][0] == tag == "equal":
                here = (found[-1][1], here[1], found[-1][3], here[3])
                found.pop()
            found.append((tag, *here))
    return found


def _anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of lines that stand once in each text, as far as they come in the same order."""
    once = {line for line, count in Counter(new).items() if count == 1}
    places = {line: number for number, line in enumerate(new) if line in once}
    counts = Counter(old)
    last = -1
    for number, line in enumerate(old):
        place = places.get(line, -1)
        if place > last and counts[line] == 1:
            last = place
            yield number, place
