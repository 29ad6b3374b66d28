"""Writes the directives that silence findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from gxlint.document import Block, Document, Table, Verbatim
from gxlint.findings import Diagnostic, Edit
from gxlint.suppress.directives import DISABLE, ENABLE, FILE, NEXT_LINE, PREFIX
from gxlint.text import Span

#: How a remark is written, by the parser's name.
REMARKS: Mapping[str, str] = MappingProxyType({"markdown": "<!-- {} -->", "plain": "// {}"})
#: What directives reach, the narrowest first.
ACTIONS = (NEXT_LINE, DISABLE, FILE)


class Reach(NamedTuple):
    """What a directive has to cover."""

    action: str
    """One of :data:`ACTIONS`; :data:`DISABLE` stands for a pair."""
    first: int = 0
    """Line, from 1."""
    last: int = 0


def can_carry_remarks(document: Document) -> bool:
    """Whether directives can be written into a document as text."""
    return document.source.kind in REMARKS and document.source.map is None


def suppression_edits(document: Document, findings: Iterable[tuple[Diagnostic, str]], reason: str) -> Iterator[Edit]:
    """Edits that put in directives.

    A directive for the next line stands above the line of a finding, or above its table. Where that would cut a
    paragraph of several lines in two, a pair stands around the paragraph.

    Args:
        document: that can carry remarks.
        findings: each with the least of :data:`ACTIONS` that will do.
        reason: stands behind the colon; without :data:`~gxlint.suppress.directives.UNSPEAKABLE`.
    """
    rules: dict[Reach, set[str]] = {}
    starts = [block.span.start for block in document.blocks]
    for diagnostic, least in findings:
        block = _block_at(document.blocks, starts, diagnostic)
        rules.setdefault(_reach(document, diagnostic, block, least), set()).add(diagnostic.rule)
    for reach, names in sorted(rules.items()):
        yield from _edits(document, reach, ", ".join(sorted(names)), reason)


def _reach(document: Document, diagnostic: Diagnostic, block: Block | None, least: str) -> Reach:
    if diagnostic.span is None or least == FILE:
        return Reach(FILE)
    lines = document.source.lines
    line = lines.position(diagnostic.span.start).line
    covered = lines.lines(block.span) if block else range(line, line + 1)
    if least == NEXT_LINE and (line == covered[0] or isinstance(block, Table)):
        return Reach(NEXT_LINE, covered[0], covered[0])
    return Reach(DISABLE, covered[0], covered[-1])


def _block_at(blocks: Sequence[Block], starts: Sequence[int], diagnostic: Diagnostic) -> Block | None:
    """The block that a finding starts in."""
    offset = diagnostic.span.start if diagnostic.span else -1
    index = bisect_right(starts, offset) - 1
    return blocks[index] if index >= 0 and offset <= blocks[index].span.end else None


def _edits(document: Document, reach: Reach, names: str, reason: str) -> Iterator[Edit]:
    def remark(action: str, words: str) -> str:
        return REMARKS[document.source.kind].format(f"{PREFIX}{action} {words}")

    lines = document.source.lines
    above = _top(document) if reach.action == FILE else lines.line(reach.first).at_start()
    yield Edit(above, remark(reach.action, f"{names}: {reason}") + "\n")
    if reach.action == DISABLE:
        yield Edit(lines.line(reach.last).at_end(), "\n" + remark(ENABLE, names))


def _top(document: Document) -> Span:
    """The place for what concerns the whole file: its start, or the line below its front matter."""
    lines = document.source.lines
    first = document.blocks[0] if document.blocks else None
    if isinstance(first, Verbatim) and first.span.start == 0:
        following = lines.position(first.span.end).line + 1
        if following <= len(lines):
            return lines.line(following).at_start()
    return Span(0, 0)
