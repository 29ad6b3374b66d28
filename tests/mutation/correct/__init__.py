"""Reports that a reviewer would pass, a module for each family of rules that they tempt."""

from __future__ import annotations

from collections.abc import Iterator

from ..cases import Correct
from . import consistency, privacy, statement, structure, table, typography, wording

FAMILIES = ("structure", "statement", "table", "consistency", "wording", "typography", "privacy")


def cases() -> Iterator[Correct]:
    """All of them."""
    for module in (structure, statement, table, consistency, wording, typography, privacy):
        yield from module.cases()
