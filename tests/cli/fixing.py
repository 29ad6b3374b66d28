"""Drafts to be fixed."""

from __future__ import annotations

from pathlib import Path

from gxlint.testing.drafts import Draft

from .conftest import WRONG, write

#: One safe fix, and one that is to be looked at.
TWO = WRONG.with_cell("disputes", "review", "total", 4)
WRONG_WORD, RIGHT_WORD = "截止2024年12月31日", "截至2024年12月31日"


def save(path: str, report: Draft = WRONG) -> bytes:
    write(path, report)
    return Path(path).read_bytes()


def names_in(folder: str | Path) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def fixed(data: bytes) -> bytes:
    """As the safe fix leaves it."""
    assert WRONG_WORD.encode() in data
    return data.replace(WRONG_WORD.encode(), RIGHT_WORD.encode())
