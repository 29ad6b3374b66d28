"""How a correct report gets its look-alikes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxlint.testing.drafts import Draft

from ..cases import Correct

_SECTIONS = "一二三四五六"
Places = Mapping[str, Sequence[str]]


def added(draft: Draft, places: Places) -> Draft:
    """The draft with more paragraphs at the end of some places: the numbers of sections, or 引言."""
    for place, texts in places.items():
        if place in _SECTIONS:
            draft = draft.with_paragraph(place, *texts)
        else:
            draft = draft.with_preamble(*draft.preamble, *texts)
    return draft


def family(name: str, cases: Mapping[str, tuple[Draft, Places]]) -> list[Correct]:
    """Correct reports, each a base with paragraphs added."""
    return [Correct(name, case, added(draft, places)) for case, (draft, places) in cases.items()]
