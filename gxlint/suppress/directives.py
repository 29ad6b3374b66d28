"""What remarks in a draft say to gxlint, and where it holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.document import Comment, Document, Table
from gxlint.findings import Diagnostic
from gxlint.text import Pattern, Span, Words

DISABLE, NEXT_LINE, FILE, ENABLE = "disable", "disable-next-line", "disable-file", "enable"
ACTIONS = (DISABLE, NEXT_LINE, FILE, ENABLE)
PREFIX = "gxlint-"
#: What a reason must not hold: it would end the remark.
UNSPEAKABLE = ("-->", "\n", "\r")
_ADDRESSED = Pattern(rf"\s*{PREFIX}(?P<action>[A-Za-z_-]+)")
_DIRECTIVE = Pattern(
    r"\s*gxlint-(?P<action>disable-next-line|disable-file|disable|enable)(?![\w-])\s*(?P<names>[^:：]*?)\s*"
    r"(?:[:：]\s*(?P<reason>.*?))?\s*",
    re.DOTALL,
)
_NAME = Pattern(r"[^\s,，、]+")


class Directive(NamedTuple):
    """A remark that speaks to gxlint."""

    comment: Comment
    action: str
    """One of :data:`ACTIONS`."""
    names: tuple[Words, ...]
    """The rules that it names; none means all."""
    reason: str


class Suppression:
    """What a directive silences: findings of some rules that start in a range."""

    __slots__ = ("directive", "name", "span", "used")

    def __init__(self, directive: Directive, name: Words | None, span: Span) -> None:
        self.directive = directive
        self.name = name
        """The rule, category or ``namespace/*`` named; ``None`` for all."""
        self.span = span
        self.used = False

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding lies where it holds."""
        if diagnostic.span is None:
            return self.directive.action == FILE
        if self.is_about_words:
            return self.span.overlaps(diagnostic.span)
        return self.span.start <= diagnostic.span.start < self.span.end

    @property
    def is_about_words(self) -> bool:
        """Whether it silences what overlaps the words of a Word comment, not what starts in its range."""
        return self.directive.comment.scope is not None and self.directive.action != FILE


def read_suppressions(document: Document) -> Iterator[Suppression]:
    """The suppressions of a document, one for each rule that a directive names."""
    open_ranges: list[Suppression] = []
    starts = [comment.span.start for comment in document.comments]
    for comment in document.comments:
        directive = read_directive(document, comment)
        if directive is None:
            continue
        if directive.action == ENABLE:
            yield from _close(directive, open_ranges)
            continue
        span = _range(document, directive, starts)
        for name in directive.names or (None,):
            suppression = Suppression(directive, name, span)
            if directive.action == DISABLE and comment.scope is None:
                open_ranges.append(suppression)
            yield suppression


def read_directive(document: Document, comment: Comment) -> Directive | None:
    """The directive that a comment is; ``None`` if it is none."""
    match = _match(comment)
    if match is None:
        return None
    start = document.text.find(comment.text, comment.span.start, comment.span.end)
    names = []
    for found in _NAME.finditer(match["names"]):
        offset = start + match.start("names")
        here = Span(offset + found.start(), offset + found.end()) if start >= 0 else comment.span
        names.append(Words(found.group(), here))
    return Directive(comment, match["action"], tuple(names), match["reason"] or "")


def _match(comment: Comment) -> re.Match[str] | None:
    if not comment.text.lstrip().startswith(PREFIX):
        return None
    # below the first paragraph of a Word comment colleagues may talk to each other
    return _DIRECTIVE.fullmatch(comment.text if comment.scope is None else comment.text.strip().partition("\n")[0])


def misspelt_action(document: Document, comment: Comment) -> Words | None:
    """The word behind ``gxlint-`` in a comment that speaks to gxlint but says nothing known."""
    match = _ADDRESSED.match(comment.text)
    if match is None or _match(comment):
        return None
    start = document.text.find(comment.text, comment.span.start, comment.span.end)
    here = Span(start + match.start("action"), start + match.end("action")) if start >= 0 else comment.span
    return Words(match["action"], here)


def _close(directive: Directive, open_ranges: list[Suppression]) -> Iterator[Suppression]:
    """End the ranges that an ``enable`` names; one that ends nothing is itself unused."""
    for name in directive.names or (None,):
        ended = [item for item in open_ranges if name is None or (item.name and item.name.text == name.text)]
        for suppression in ended:
            suppression.span = Span(suppression.span.start, directive.comment.span.start)
            open_ranges.remove(suppression)
        if not ended:
            yield Suppression(directive, name, Span(0, 0))


def _range(document: Document, directive: Directive, starts: Sequence[int]) -> Span:
    """Where a directive holds; *starts* are those of all comments."""
    comment, end = directive.comment, len(document.text) + 1
    if directive.action == FILE:
        return Span(0, end)
    if comment.scope is not None:
        return comment.scope
    if directive.action == DISABLE:
        return Span(comment.span.start, end)
    return _next_line(document, comment.span.end, starts)


def _next_line(document: Document, offset: int, starts: Sequence[int]) -> Span:
    """The next line with something in it for the reader; the whole table if one starts there."""
    lines = document.source.lines
    for number in range(lines.position(offset).line + 1, len(lines) + 1):
        line = lines.line(number)
        if document.source[line].strip() and not _is_remark(document, line, starts):
            table = next((block for block in document.between(line) if isinstance(block, Table)), None)
            return Span(line.start, max(line.end, table.span.end if table else 0) + 1)
    return Span(offset, offset)


def _is_remark(document: Document, line: Span, starts: Sequence[int]) -> bool:
    """Whether a line holds nothing but a comment, or a part of one: several directives may stand above each other."""
    words = document.source[line]
    first = line.start + len(words) - len(words.lstrip())
    index = bisect_right(starts, first) - 1
    return index >= 0 and document.comments[index].span.contains(Span(first, first + len(words.strip())))
