"""Reports that a reviewer would pass, a module for each family of rules that they tempt."""

from __future__ import annotations

from collections.abc import Iterator

from ..cases import Correct
from . import consistency, ordinary, privacy, statement, structure, table, typography, wording

FAMILIES = ("structure", "statement", "table", "consistency", "wording", "typography", "privacy", "ordinary")


def cases() -> Iterator[Correct]:
    """All of them."""
    for module in (structure, statement, table, consistency, wording, typography, privacy, ordinary):
        yield from module.cases()
