"""Findings laid over a piece of text: overlapping ones are cut into runs that each know all findings on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gxlint.findings import Diagnostic
from gxlint.i18n import _
from gxlint.reporters.html.markup import Html, element, join, text
from gxlint.reporters.text import severity_name
from gxlint.text import PlainText, Span


class Numbered(NamedTuple):
    """A finding with its number in the report of a file."""

    file: int
    number: int
    diagnostic: Diagnostic

    @property
    def key(self) -> str:
        """Its name within the page."""
        return f"{self.file}-{self.number}"


class Mark(NamedTuple):
    """A place to be marked: a finding's own, or one that it refers to."""

    span: Span
    finding: Numbered
    related: int = 0
    """Which of the related places, from 1; 0 for the finding's own."""


def marks_of(findings: Iterable[Numbered]) -> list[Mark]:
    """All places of findings, sorted."""
    marks: list[Mark] = []
    for finding in findings:
        if finding.diagnostic.source is None or finding.diagnostic.span is None:
            continue
        marks.append(Mark(finding.diagnostic.span, finding))
        marks += [Mark(place.span, finding, number) for number, place in enumerate(finding.diagnostic.related, 1)]
    return sorted(marks, key=lambda mark: (mark.span, mark.related, mark.finding.number))


class Marker:
    """Writes text with its marks, and remembers which findings already have a place to jump to."""

    def __init__(self) -> None:
        self._reached: set[tuple[str, int]] = set()

    def write(self, plain: PlainText, marks: Sequence[Mark]) -> Html:
        """A reader's text with the marks that touch it.

        Args:
            plain: the text.
            marks: sorted. Those that touch no character of it stand as points where they would be.
        """
        if not marks:
            return text(plain.text)
        starts: dict[int, list[Mark]] = {}
        ends: dict[int, list[Mark]] = {}
        points: dict[int, list[Mark]] = {}
        for mark in marks:
            low, high = plain.index(mark.span.start), plain.index(mark.span.end)
            if low < high:
                starts.setdefault(low, []).append(mark)
                ends.setdefault(high, []).append(mark)
            else:
                points.setdefault(low, []).append(mark)
        cuts = sorted({0, len(plain.text), *starts, *ends, *points})
        parts: list[Html] = []
        here: list[Mark] = []
        for low, high in pairwise([*cuts, cuts[-1]]):
            here = [mark for mark in here if mark not in ends.get(low, ())]
            here += starts.get(low, ())
            parts += self._badges(ends.get(low, ()))
            parts += self._points(points.get(low, ()))
            parts += self._anchors(starts.get(low, ()))
            if low < high:
                parts.append(_run(text(plain.text[low:high]), here))
        return join(parts)

    def badges(self, marks: Sequence[Mark]) -> Html:
        """Numbers for what cannot be marked character by character, such as a table as a whole."""
        return join([*self._anchors(marks), *self._badges(marks)])

    def _points(self, marks: Sequence[Mark]) -> Iterator[Html]:
        """Places without characters: where something is missing."""
        yield from self._anchors(marks)
        for mark in marks:
            if (mark.finding.key, mark.related) in self._reached and not mark.related:
                continue
            yield _run(text(""), [mark], point=True)
        yield from self._badges(marks)

    def _anchors(self, marks: Sequence[Mark]) -> Iterator[Html]:
        """Targets for the links to related places."""
        for mark in marks:
            if mark.related and self._first(mark):
                yield element("span", id=f"r{mark.finding.key}-{mark.related}", class_="at")

    def _badges(self, marks: Sequence[Mark]) -> Iterator[Html]:
        """Numbers behind the words, which are targets of the list and lead back to it."""
        for mark in marks:
            if not mark.related and self._first(mark):
                yield _badge(mark.finding)

    def _first(self, mark: Mark) -> bool:
        place = (mark.finding.key, mark.related)
        if place in self._reached:
            return False
        self._reached.add(place)
        return True


def _badge(finding: Numbered) -> Html:
    severity = finding.diagnostic.severity
    label = _("问题 {number}（{severity}）", number=finding.number, severity=severity_name(severity))
    return element(
        "a",
        text(finding.number),
        class_=f"no {severity.label}",
        id=f"m{finding.key}",
        href=f"#f{finding.key}",
        data_f=finding.key,
        aria_label=label,
    )


def _run(shown: Html, marks: Sequence[Mark], *, point: bool = False) -> Html:
    """A piece of text on which the same findings lie."""
    own = [mark.finding for mark in marks if not mark.related]
    others = dict.fromkeys(mark.finding.key for mark in marks if mark.related)
    related = " ".join(others) or None
    if own:
        worst = max(own, key=lambda finding: finding.diagnostic.severity).diagnostic.severity
        return element(
            "mark",
            shown,
            class_=" ".join(filter(None, (worst.label, "point" if point else "", "many" if len(own) > 1 else ""))),
            data_f=" ".join(finding.key for finding in own),
            data_r=related,
            title="\n".join(f"{finding.number}. {finding.diagnostic.message}" for finding in own),
        )
    if related:
        return element("span", shown, class_="point" if point else None, data_r=related)
    return shown
