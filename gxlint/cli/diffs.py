"""Changes of a text as ``patch`` and people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Opcode = tuple[str, int, int, int, int]

_NO_END = "\n\\ No newline at end of file\n"
#: Unchanged lines shown around a change.
_CONTEXT = 3
#: Of longer stretches without a line of its own the standard library may pass over frequent lines.
_LONG = 500


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, ready to be written; none where the texts are the same.

    Args:
        path: of the file, for the head.
        before: the old text, as it is in the file.
        after: the new text.
    """
    if before == after:
        return
    old, new = _lines(before), _lines(after)
    yield f"--- {path}\n"
    yield f"+++ {path}\n"
    matcher = SequenceMatcher(None, "", "")
    matcher.opcodes = _opcodes(old, new)  # type: ignore[attr-defined]  # where it keeps what it has worked out
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for tag, start, end, new_start, new_end in group:
            yield from [_line(" " if tag == "equal" else "-", line) for line in old[start:end]]
            if tag != "equal":
                yield from [_line("+", line) for line in new[new_start:new_end]]


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one, as ``patch`` has it."""
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])


def _line(mark: str, line: str) -> str:
    return mark + line if line.endswith("\n") else mark + line + _NO_END


def _range(start: int, end: int) -> str:
    """A range of lines: the first, from 1, and how many; of none, the one before."""
    return f"{start + 1 if end > start else start},{end - start}"


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """What to do with each stretch, as :class:`difflib.SequenceMatcher` has it.

    That class alone passes over frequent lines. In a table with one cell a line these are the cells, and all between
    two changes would be shown as changed; so the texts are compared piece by piece between lines that each has once.
    """
    opcodes: list[Opcode] = []
    for (start, new_start), (end, new_end) in pairwise([(0, 0), *_anchors(old, new), (len(old), len(new))]):
        pieces = old[start:end], new[new_start:new_end]
        for tag, low, high, new_low, new_high in SequenceMatcher(
            None, *pieces, autojunk=len(pieces[0]) > _LONG
        ).get_opcodes():
            here = (low + start, high + start, new_low + new_start, new_high + new_start)
            if opcodes and opcodes[-1][0] == tag == "equal":
                here = (opcodes[-1][1], here[1], opcodes[-1][3], here[3])
                opcodes.pop()
            opcodes.append((tag, *here))
    return opcodes


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
