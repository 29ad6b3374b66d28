"""Changes of a text as ``patch`` and people read them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

_NO_END = "\n\\ No newline at end of file\n"


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, ready to be written; none where the texts are the same.

    Args:
        path: of the file, for the head.
        before: the old text, as it is in the file.
        after: the new text.
    """
    for line in difflib.unified_diff(_lines(before), _lines(after), path, path):
        yield line if line.endswith("\n") else line + _NO_END


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one, as ``patch`` has it."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [last for last in text.split("\n")[-1:] if last]
