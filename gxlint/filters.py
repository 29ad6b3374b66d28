"""What has a say in which findings are shown, after the rules and inline suppression."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from gxlint.findings import Diagnostic, in_order
from gxlint.settings import INTERNAL_ERROR
from gxlint.text import Source


class Filter(NamedTuple):
    """What may drop findings. It knows nothing of how they came about, for they may be those of an earlier run."""

    name: str
    choose: Callable[[Source, Sequence[Diagnostic]], Iterable[Diagnostic]]
    """Called with a draft's text and what is found in it, crashes aside; gives those that stay."""


class Withheld(NamedTuple):
    """A finding that a filter has dropped."""

    filter: str
    """Its name."""
    diagnostic: Diagnostic


def divide(
    filters: Iterable[Filter], diagnostics: tuple[Diagnostic, ...]
) -> tuple[tuple[Diagnostic, ...], tuple[Withheld, ...]]:
    """The findings on one draft that all filters let pass, and the others. Nothing drops a crash.

    Args:
        filters: in the order in which they are asked.
        diagnostics: sorted by place.
    """
    crashes = [item for item in diagnostics if item.rule == INTERNAL_ERROR]
    others: Sequence[Diagnostic] = [item for item in diagnostics if item.rule != INTERNAL_ERROR]
    source = next((item.source for item in others if item.source is not None), None)
    if source is None:
        return diagnostics, ()
    withheld: list[Withheld] = []
    for name, choose in filters:
        offered, others = others, list(choose(source, others))
        staying = {id(item) for item in others}
        withheld += [Withheld(name, item) for item in offered if id(item) not in staying]
    return in_order((*crashes, *others)) if withheld else diagnostics, tuple(withheld)
