"""Changes of a text as ``patch`` and people read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from gxlint.differences import Opcode, opcodes

_NO_END = "\n\\ No newline at end of file\n"
#: Unchanged lines shown around a change.
_CONTEXT = 3


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
    for group in _Matcher(old, new).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for tag, start, end, new_start, new_end in group:
            yield from [_line(" " if tag == "equal" else "-", line) for line in old[start:end]]
            if tag != "equal":
                yield from [_line("+", line) for line in new[new_start:new_end]]


class _Matcher(SequenceMatcher[str]):
    """Groups what has changed; what that is, :func:`~gxlint.differences.opcodes` knows better."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, "", "")
        self._opcodes = opcodes(old, new)

    def get_opcodes(self) -> list[Opcode]:
        """What to do with each stretch."""
        return self._opcodes


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one, as ``patch`` has it."""
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])


def _line(mark: str, line: str) -> str:
    return mark + line if line.endswith("\n") else mark + line + _NO_END


def _range(start: int, end: int) -> str:
    """A range of lines: the first, from 1, and how many; of none, the one before."""
    return f"{start + 1 if end > start else start},{end - start}"
