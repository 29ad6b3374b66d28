"""What stands apart from the running text of a Markdown draft: front matter, code, comments, HTML tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from gxlint.text import Span, compiled

#: Marks of quotes and list items before a line's text. A bullet without text behind it is text itself: a cell, say.
CONTAINERS = r"(?:[ \t]*+(?:>|[-+*](?=[ \t]+[^ \t\r\n])))*+"
_MARGIN = rf"{CONTAINERS}[ \t]*"
_MAY_HAVE_ISLAND = re.compile(r"<(?:!--|table|script|style|pre|textarea)|`{3}|~{3}", re.IGNORECASE)
_ISLAND = (
    r"(?i)(?P<ticks>`+)|(?P<fence>~{3,})|(?P<comment><!--(?:-?>)?)|<(?P<raw>script|style|pre|textarea)(?=[\s>])"
    r"|(?P<table><table(?=[\s>]))|(?P<end></table\s*>)"
)
_TICKS = r"`+|[\r\n]"
_REST_OF_LINE = r"[^\r\n]*"
_CLOSING_FENCE = r"(?<![^\r\n])[ \t>]*(`{3,}|~{3,})[ \t]*(?![^\r\n])"
_ENTRY = r"(?s)(?P<key>[^\s:#-][^:]*:(?:[ \t].*)?)|[ \t]*(?:#.*)?|[ \t]*-[ \t].*|[ \t]+.*"
#: Marks of quotes and list items before a fence take no more than this.
_WIDEST_MARGIN = 100
#: A code span that is longer hides no comment; the bound keeps a line full of backticks linear.
_LONGEST_CODE = 500


class Island:
    """A stretch of source that is no running text."""

    __slots__ = ("kind", "span")

    def __init__(self, start: int, end: int, kind: str) -> None:
        self.span = Span(start, end)
        self.kind = kind
        """``verbatim``, ``comment`` or ``table``."""


def front_matter(text: str, lines: Iterable[Span]) -> Span | None:
    """The YAML between ``---`` lines that a draft may begin with; ``None`` if it does not.

    Args:
        text: the draft.
        lines: its lines, from the first.
    """
    has_key = False
    for number, line in enumerate(lines):
        source = text[line.start : line.end].rstrip()
        if number == 0:
            if source != "---":
                return None
        elif source in ("---", "..."):
            return Span(0, line.end) if has_key else None
        else:
            entry = compiled(_ENTRY).fullmatch(source)
            if entry is None:
                return None
            has_key = has_key or entry["key"] is not None
    return None


def find_islands(text: str, start: int) -> list[Island]:
    """All islands from *start* on, in order; of tables within tables only the outermost, and comments inside it.

    What is never closed is text: a stray fence or ``<!--`` must not make the rest of a draft invisible.
    """
    if _MAY_HAVE_ISLAND.search(text, start) is None:
        return []
    found = sorted(_Finder(text, start).run(), key=lambda island: (island.span.start, -island.span.end))
    outer: list[Island] = []
    end = start
    for island in found:
        if island.span.start >= end or island.kind == "comment":
            outer.append(island)
            end = max(end, island.span.end)
    return outer


class _Finder:
    """Walks over a draft once, from left to right: what begins first hides what begins inside it."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = self._offset = start
        self._found: list[Island] = []
        self._open_tables: list[int] = []
        self._fences: dict[str, _Fences] = {}
        self._missing: set[str] = set()
        """Ends that do not occur any more."""

    def run(self) -> list[Island]:
        """Every island, also inside tables."""
        while match := compiled(_ISLAND).search(self._text, self._offset):
            self._offset = match.end()
            kind = match.lastgroup
            if kind == "table":
                self._open_tables.append(match.start())
            elif kind == "end":
                if self._open_tables:
                    self._found.append(Island(self._open_tables.pop(), match.end(), "table"))
            elif kind == "comment":
                self._take(match.start(), "comment", match.end() if match[0][-1] == ">" else self._after("-->"))
            elif kind == "raw":
                self._take(match.start(), "verbatim", self._after(f"</{match['raw'].lower()}>"))
            else:
                self._take_fence_or_code(match.start(), match[0])
        return self._found

    def _take(self, start: int, kind: str, end: int) -> None:
        if end:
            self._found.append(Island(start, end, kind))
            self._offset = end

    def _after(self, closing: str) -> int:
        """Where the next *closing* ends; 0 if there is none."""
        if closing not in self._missing:
            found = compiled(f"(?i){closing}").search(self._text, self._offset)
            if found:
                return found.end()
            self._missing.add(closing)
        return 0

    def _take_fence_or_code(self, start: int, marks: str) -> None:
        line = self._opened_line(start) if len(marks) > 2 else -1
        if line >= 0 and not (marks[0] == "`" and "`" in self._info()):
            fences = self._fences.get(marks[0])
            if fences is None:
                fences = self._fences[marks[0]] = _Fences(self._text, self._start, marks[0])
            self._take(line, "verbatim", fences.end_after(self._offset, len(marks)))
        elif marks[0] == "`":
            self._skip_code(len(marks))

    def _opened_line(self, offset: int) -> int:
        """Where the line starts that has nothing but marks before *offset*; -1 if it has more."""
        low = max(self._start, offset - _WIDEST_MARGIN)
        line = max(self._text.rfind("\n", low, offset), self._text.rfind("\r", low, offset)) + 1 or low
        if line > self._start and self._text[line - 1] not in "\r\n":
            return -1
        margin = compiled(_MARGIN).match(self._text, line)
        return line if margin is not None and margin.end() == offset else -1

    def _info(self) -> str:
        rest = compiled(_REST_OF_LINE).match(self._text, self._offset)
        return rest.group() if rest else ""

    def _skip_code(self, length: int) -> None:
        """Passes over a code span on one line: what looks like a comment in it is none."""
        stop = min(self._offset + _LONGEST_CODE, len(self._text))
        offset = self._offset
        while (run := compiled(_TICKS).search(self._text, offset, stop)) and run[0][0] == "`":
            offset = run.end()
            if len(run[0]) == length:
                self._offset = offset
                return


class _Fences:
    """The lines of a draft that may close a fence of one character."""

    def __init__(self, text: str, start: int, mark: str) -> None:
        lines = [match for match in compiled(_CLOSING_FENCE).finditer(text, start) if match[1][0] == mark]
        self._starts = [match.start(1) for match in lines]
        self._ends = [match.end() for match in lines]
        self._lengths = [len(match[1]) for match in lines]
        self._longest = self._lengths[:]
        for index in range(len(lines) - 2, -1, -1):
            self._longest[index] = max(self._longest[index], self._longest[index + 1])

    def end_after(self, offset: int, length: int) -> int:
        """Where the first such line behind *offset* with at least so many marks ends; 0 if there is none."""
        index = bisect_left(self._starts, offset)
        if index == len(self._starts) or self._longest[index] < length:
            return 0
        while self._lengths[index] < length:
            index += 1
        return self._ends[index]
