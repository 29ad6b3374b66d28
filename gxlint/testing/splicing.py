"""A fragment of Markdown put into a correct report, with the way back from places in the whole to the fragment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.form.editions import EDITION_2021
from gxlint.form.labels import normal, similarity
from gxlint.i18n import _
from gxlint.testing.drafts import Draft
from gxlint.testing.merging import Chunk, merge_rows
from gxlint.testing.notation import OUTLINE, PLACES, WHOLE, Fragment, NotationError
from gxlint.testing.pieces import Grid, Piece
from gxlint.testing.reports import AGENCY, YEAR, CorrectReport
from gxlint.testing.shapes import markdown
from gxlint.text import LineIndex, Span

_HEADING = re.compile(r"#+ |[一二三四五六七八九十]、")

#: Something between two empty lines.
_Block = list[Chunk]


class Spliced(NamedTuple):
    """A whole draft in Markdown."""

    text: str
    fragment: str
    taken: tuple[tuple[Span, int], ...]
    """The slices of the fragment that stand in the text, and where each starts there."""

    def in_fragment(self, span: Span) -> Span | None:
        """The place in the fragment that shows in the text at *span*; ``None`` if any of it lies outside."""
        start, end = self._back(span.start), self._back(span.end, at_end=span.start < span.end)
        return None if start is None or end is None or end < start else Span(start, end)

    def _back(self, offset: int, *, at_end: bool = False) -> int | None:
        """The offset in the fragment; where two slices touch, in the one before if *at_end*."""
        found = [piece.start + offset - at for piece, at in self.taken if at <= offset <= at + piece.length]
        if not found:
            return None
        return found[0] if at_end else found[-1]

    def place(self, span: Span) -> str:
        """How the notation writes a place: ``1:1-1:3`` in the fragment, ``「words」`` outside it."""
        inside = self.in_fragment(span)
        if inside is None:
            return f"「{shorten(self.text[span.start : span.end])}」"
        lines = LineIndex(self.fragment)
        start, end = lines.position(inside.start), lines.position(inside.end)
        return f"{start.line}:{start.column}-{end.line}:{end.column}"


def shorten(words: str) -> str:
    """Words on one line, the middle left out where they are many."""
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:20]}…{words[-10:]}"


def base_report(fragment: Fragment) -> CorrectReport:
    """The correct report that a fragment asks for.

    Raises:
        NotationError: it asks for a body or a year that cannot be had.
    """
    try:
        return CorrectReport(fragment.setting("agency", AGENCY), int(fragment.setting("year", str(YEAR))))
    except ValueError as error:
        raise NotationError(str(error)) from None


def splice(fragment: Fragment, report: Draft) -> Spliced:
    """The draft that an example is about.

    Raises:
        NotationError: the fragment does not fit its place.
    """
    if fragment.place == WHOLE:
        whole = Span(0, len(fragment.text))
        return Spliced(fragment.text + "\n", fragment.text, ((whole, 0),))
    for section in filter(None, fragment.setting("without").split(",")):
        report = report.without_section(section)
    places = _places(report)
    if fragment.place == OUTLINE:
        return _join(fragment.text, _fill(fragment.text, places))
    if fragment.place not in places:
        raise NotationError(_("报告没有“{place}”这个位置", place=fragment.place))
    places[fragment.place] = _replace(fragment, places) if fragment.replaces else _add(fragment, places)
    return _join(fragment.text, (block for place in places.values() for block in place))


def _places(report: Draft) -> dict[str, list[_Block | Grid]]:
    """The blocks of each place in order, headings of sections included."""
    places: dict[str, list[_Block | Grid]] = {"标题": _blocks(report.title), "引言": _blocks(report.preamble)}
    for part in report.parts:
        places[part.number] = _blocks([part.heading, *part.content])
    places["署名"] = _blocks(report.signature)
    return places


def _blocks(pieces: Iterable[Piece]) -> list[_Block | Grid]:
    return [piece if isinstance(piece, Grid) else [markdown.block(piece)] for piece in pieces]


def _replace(fragment: Fragment, places: dict[str, list[_Block | Grid]]) -> list[_Block | Grid]:
    """The fragment in the place of what stood there; a section keeps its heading unless the fragment brings one."""
    has_heading = fragment.place in PLACES[2:-1] and not _HEADING.match(fragment.text)
    kept = places[fragment.place][:1] if has_heading else []
    return [*kept, [Span(0, len(fragment.text))]]


def _add(fragment: Fragment, places: dict[str, list[_Block | Grid]]) -> list[_Block | Grid]:
    """The fragment behind what stands there; table rows go into the table."""
    blocks = places[fragment.place]
    rows: list[Span] = []
    added: list[_Block | Grid] = []
    for span, is_table in _split(fragment.text):
        if is_table and any(isinstance(block, Grid) for block in blocks):
            rows += _lines(fragment.text, span)
        else:
            added.append([span])
    merged = [merge_rows(block, fragment.text, rows) if isinstance(block, Grid) else block for block in blocks]
    return [*merged, *added]


def _fill(text: str, places: Mapping[str, Sequence[_Block | Grid]]) -> Iterator[_Block | Grid]:
    """An outline with content under the headings that have none; the signature at the end if the last one is such."""
    lines = _lines(text, Span(0, len(text)))
    is_heading = [_HEADING.match(text, line.start) is not None for line in lines]
    for number, line in enumerate(lines):
        yield [line]
        if all(is_heading[number : number + 2]):
            place = "标题" if number == 0 else _section(text[line.start : line.end])
            yield from places["引言"] if place == "标题" else places.get(place, [])[1:]
    if is_heading[-1:] == [True]:
        yield from places["署名"]


def _section(heading: str) -> str:
    """The number of the section that a heading, right or wrong, is about."""
    number, _mark, title = heading.lstrip("# ").rpartition("、")
    forms = EDITION_2021.sections
    best = max(forms, key=lambda form: similarity(normal(title), normal(form.title)))
    if similarity(normal(title), normal(best.title)) > 0.5 or number not in PLACES:
        return best.number
    return number


def _split(text: str) -> Iterator[tuple[Span, bool]]:
    """The tables of a fragment and what lies between them, without the empty lines around."""
    start, kind = 0, False
    spans: list[tuple[Span, bool]] = []
    for line in _lines(text, Span(0, len(text))):
        is_table = text.startswith("|", line.start)
        if is_table != kind:
            spans.append((Span(start, line.start), kind))
            start, kind = line.start, is_table
    spans.append((Span(start, len(text)), kind))
    for span, is_table in spans:
        words = text[span.start : span.end]
        left = len(words) - len(words.lstrip("\n"))
        right = len(words.rstrip("\n"))
        if words.strip():
            yield Span(span.start + left, span.start + right), is_table


def _lines(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in re.compile(r"[^\n]+").finditer(text, span.start, span.end)]


def _join(fragment: str, blocks: Iterable[_Block | Grid]) -> Spliced:
    """Everything in one text, empty lines between the blocks."""
    words: list[str] = []
    taken: list[tuple[Span, int]] = []
    offset = 0
    for block in blocks:
        for chunk in _with_gap(block, first=not words):
            text = chunk if isinstance(chunk, str) else fragment[chunk.start : chunk.end]
            if isinstance(chunk, Span):
                taken.append((chunk, offset))
            words.append(text)
            offset += len(text)
    return Spliced("".join(words) + "\n", fragment, tuple(taken))


def _with_gap(block: _Block | Grid, *, first: bool) -> Sequence[Chunk]:
    chunks: Sequence[Chunk] = [markdown.pipe_table(block)] if isinstance(block, Grid) else block
    return chunks if first else ["\n\n", *chunks]
