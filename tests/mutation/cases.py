"""What is tried: a fault in a correct report, or a correct report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple

from gxlint.findings import Severity
from gxlint.testing.drafts import Draft

Reasons = Mapping[str, str]
_NONE: Reasons = MappingProxyType({})

#: Shapes by what they have in common; a case names one of these, or one shape, to leave it out.
FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Markdown": ("markdown", "markdown-html"),
        "Word": ("docx", "docx-styles"),
        "plain text": ("plain-tabs", "plain-cells"),
    }
)


class Fault(NamedTuple):
    """A correct report with one fault in it."""

    rule: str
    """The rule that must find it."""
    name: str
    """What was done to the report; unique within the rule."""
    draft: Draft
    at: tuple[str, ...] = ()
    """For each finding that is due, words on the lines that it covers; ‹› in them surround what it must touch."""
    places: tuple[str, ...] = ()
    """For each finding that is due, where it says a person would look: 表三 （七）总计 自然人."""
    times: int = 1
    """How many findings may be due where neither of these says it."""
    also: Reasons = _NONE
    """Other rules that cannot but fire too, each with the reason."""
    without: Reasons = _NONE
    """Formats or shapes that cannot carry the fault, each with the reason."""
    severity: Severity | None = None
    """Where it is not the rule's only one."""
    options: Mapping[str, str] = MappingProxyType({})
    """Of the rule, as the examples of rules write them."""
    previous: Draft | None = None
    """Last year's report."""
    beside: Mapping[str, Draft] = MappingProxyType({})
    """Other reports of the same run, by name."""
    alter: Callable[[bytes], bytes] | None = None
    """What happens to the file itself."""

    @property
    def targets(self) -> tuple[tuple[str, str], ...]:
        """The findings that are due, each as the words and the place where it must be; empty means anywhere."""
        return tuple(zip_longest(self.at, self.places, fillvalue="")) or (("", ""),)


class Correct(NamedTuple):
    """A report that a reviewer would pass."""

    family: str
    """The category of rules that it tempts."""
    name: str
    draft: Draft
    without: Reasons = _NONE
    rule: str = ""
    """The rule that the options are for."""
    options: Mapping[str, str] = MappingProxyType({})
    previous: Draft | None = None
    beside: Mapping[str, Draft] = MappingProxyType({})


def carried_by(case: Fault | Correct, shape: str) -> bool:
    """Whether the case can be written in that shape."""
    return not any(shape == name or shape in FORMATS.get(name, ()) for name in case.without)


def format_of(shape: str) -> str:
    """Which of the three formats a shape is one of."""
    return next(name for name, shapes in FORMATS.items() if shape in shapes)
