"""How a correct report gets a fault in its prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle

from gxlint.findings import Severity
from gxlint.testing.drafts import Draft

from ..bases import COUNTY, STREET, TOWN
from ..cases import Fault

#: Bodies of different kinds and years, taken in turn.
BASES: tuple[Draft, ...] = (TOWN, COUNTY, STREET)
_PLACES = "一五"


def plain(text: str) -> str:
    """A text without the marks around what is wrong in it."""
    return text.replace("‹", "").replace("›", "")


def sentences(
    rule: str,
    *texts: str,
    bases: tuple[Draft, ...] = BASES,
    places: str = _PLACES,
    also: Mapping[str, str] | None = None,
    without: Mapping[str, str] | None = None,
    severity: Severity | None = None,
) -> Iterator[Fault]:
    """One fault for each text: a paragraph more, in different sections of different reports.

    Args:
        rule: that must find it.
        texts: the paragraphs; ‹› surround what is wrong.
        bases: the reports, taken in turn.
        places: numbers of sections, taken in turn.
        also: rules that cannot but fire too, with the reasons.
        without: formats that cannot carry the fault, with the reasons.
        severity: where it is not the rule's only one.
    """
    for text, base, place in zip(texts, cycle(bases), cycle(places), strict=False):
        draft = base.with_paragraph(place, plain(text))
        yield Fault(rule, plain(text)[:30], draft, (text,), also=also or {}, without=without or {}, severity=severity)
