"""Faults, a module for each category of rules."""

from __future__ import annotations

from collections.abc import Iterator

from ..cases import Fault


def cases() -> Iterator[Fault]:
    """All of them."""
    yield from ()
