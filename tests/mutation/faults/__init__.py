"""Faults, a module for each category of rules; the two largest categories have two."""

from __future__ import annotations

from collections.abc import Iterator

from ..cases import Fault
from . import consistency, document, figures, leftovers, privacy, statement, structure, table, typography, wording


def cases() -> Iterator[Fault]:
    """All of them."""
    for module in (
        document,
        structure,
        leftovers,
        statement,
        table,
        consistency,
        figures,
        wording,
        typography,
        privacy,
    ):
        yield from module.cases()
