"""A Word file as an editor draws it: markup with holes for the draft's words, so that the editor can mark them itself.

The editor lays its own diagnostics over the words; what it shows then always agrees with its list of problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gxlint.document import Document
from gxlint.form.report import Report
from gxlint.reporters.html.draft import DraftView
from gxlint.reporters.html.marks import Mark
from gxlint.reporters.html.markup import NOTHING, Html
from gxlint.server.places import Places
from gxlint.text import PlainText, Segment, Span

#: Stands in markup for words; nothing of a draft can look like it, for markup has no control characters.
_HOLE = re.compile("\0([0-9]+)\0")


def preview(document: Document, report: Report | None, encoding: str) -> list[Mapping[str, object]]:
    """The draft as its reader sees it, block by block.

    Args:
        document: the draft.
        report: the draft as its form reads it, if one does.
        encoding: that offsets are counted in.

    Returns:
        For each block its ``span`` in the text of the draft, and ``parts``: markup, and between it words as a list of
        start, end and what the reader sees there. Words that are as long as their span correspond to it character by
        character; others stand for it as a whole.
    """
    words = _Words(Places(document.text, encoding, document.source.lines))
    view = DraftView(document, report, writer=words)
    return [{"span": words.place(span), "parts": words.fill(markup)} for span, markup in view.blocks()]


class _Words:
    """Leaves holes in markup, and knows the words for them."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._words: list[list[int | str]] = []

    def place(self, span: Span) -> list[int]:
        """A span as the editor counts."""
        return [self._places.units(span.start), self._places.units(span.end)]

    def write(self, plain: PlainText, _marks: Sequence[Mark]) -> Html:
        """A hole for each piece of a text; for a blank one a hole where words would stand."""
        return Html("".join(map(self._hole, _pieces(plain))))

    def badges(self, _marks: Sequence[Mark]) -> Html:
        """Nothing: the editor has the marks."""
        return NOTHING

    def _hole(self, piece: tuple[Span, str]) -> str:
        span, shown = piece
        self._words.append([*self.place(span), shown])
        return f"\0{len(self._words) - 1}\0"

    def fill(self, markup: Html) -> list[str | list[int | str]]:
        """Markup with its words in their places."""
        filled: list[str | list[int | str]] = []
        for number, part in enumerate(_HOLE.split(markup)):
            if number % 2:
                filled.append(self._words[int(part)])
            elif part:
                filled.append(part)
        return filled


def _pieces(plain: PlainText) -> Iterator[tuple[Span, str]]:
    for start, length, source in plain.segments or (Segment(0, 0, plain.source),):
        yield source, plain.text[start : start + length]
