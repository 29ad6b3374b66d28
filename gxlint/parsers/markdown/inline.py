"""Marks inside running text: where they are, and what the reader sees in their place.

CommonMark's inline syntax with strikethrough, except that

- references (``[text][label]``) are text, for drafts have ［…］ of their own;
- emphasis is judged as :mod:`gxlint.parsers.markdown.emphasis` says;
- only what HTML knows is a tag, and a tag that begins a new line in a browser does so here.

Places are exact because nothing is built and then traced back: what is not a mark is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from gxlint.parsers.markdown.emphasis import Run, pair
from gxlint.parsers.markdown.tags import BLOCKS, TAG, attributes, is_tag
from gxlint.text import compiled

#: Where none of these stands there is no mark.
MAY_BE_MARK = re.compile(r"[*_`\\<&~\]]")

_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20<>]*+"
_EMAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*+"
_TOKEN = (
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~\r\n]))"
    r"|(?P<code>`+)"
    r"|(?P<run>\*+|_+|(?<!~)~~(?!~))"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|<(?P<address>{_SCHEME}|{_EMAIL})>"
    rf"|(?P<tag>{TAG}|(?i:<!doctype|<\?xml)[^<>]*+>)"
    r"|(?P<open>!?\[)"
    r"|(?P<shut>\])"
)
_ATOM = r"\\[()\\]|[^\x00-\x20()\x7f]"
_NESTED = rf"\((?:{_ATOM}|\((?:{_ATOM})*+\))*+\)"
_GAP = r"[ \t\r\n]"
_TITLE = r"\"(?:\\.|[^\"\\])*+\"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\)"
#: What stands behind ``[text]`` of a link: destination in ``plain`` or ``angled``, a title.
_TAIL = (
    rf"(?s)\({_GAP}*+(?:<(?P<angled>(?:\\[<>\\]|[^<>\r\n])*+)>|(?P<plain>(?!<)(?:{_ATOM}|{_NESTED})++))?"
    rf"(?:{_GAP}++(?:{_TITLE}))?{_GAP}*+\)"
)


class Mark(NamedTuple):
    """A stretch of source that its reader does not see as it stands."""

    start: int
    end: int
    shown: str = ""
    """What he sees in its place; of a picture its name, of a break the level of the heading it begins (``0``: ends)."""
    kind: str = ""
    """``break`` (a new line), ``picture``, or "" for anything else."""


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks in a stretch of running text, in order.

    Args:
        text: the draft, comments blanked out.
        start: where the stretch starts; emphasis, links and tags may run over its lines.
        end: where it ends.
    """
    if MAY_BE_MARK.search(text, start, end) is None:
        return []
    return _Scanner(text, start, end).scan()


class _Bracket:
    """A ``[`` or ``![`` that may open a link or picture."""

    __slots__ = ("end", "runs", "start")

    def __init__(self, start: int, end: int, runs: int) -> None:
        self.start = start
        self.end = end
        self.runs = runs
        """How many runs of emphasis marks stood before it."""


class _Scanner:
    """Finds the marks of one stretch."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._marks: list[Mark] = []
        self._runs: list[Run] = []
        self._brackets: list[_Bracket] = []
        # A link holds no other link: below this height of the stack a ``[`` opens none any more.
        self._links_from = 0
        self._ticks: dict[int, list[int]] | None = None

    def scan(self) -> list[Mark]:
        """All marks."""
        offset = self._start
        while token := compiled(_TOKEN).search(self._text, offset, self._end):
            offset = self._take(token)
        pair(self._runs, self._hide)
        self._marks.sort()
        return self._marks

    def _take(self, token: re.Match[str]) -> int:
        """Reads a token; returns where to go on."""
        start, end = token.span()
        kind = token.lastgroup
        if kind == "run":
            self._runs.append(Run(self._text, start, end, self._char(start - 1), self._char(end)))
        elif kind == "escape":
            self._hide(start, end)
            return end + 1
        elif kind == "code":
            return self._take_code(start, end)
        elif kind == "entity":
            self._take_entity(start, end)
        elif kind == "address":
            self._hide(start, start + 1)
            self._hide(end - 1, end)
        elif kind == "open":
            self._brackets.append(_Bracket(start, end, len(self._runs)))
        elif kind == "shut":
            return self._take_shut(start, end)
        else:
            return self._take_tag(token)
        return end

    def _char(self, offset: int) -> str:
        return self._text[offset] if self._start <= offset < self._end else ""

    def _hide(self, start: int, end: int) -> None:
        self._marks.append(Mark(start, end))

    def _take_code(self, start: int, end: int) -> int:
        closing = self._closing_ticks(end, end - start)
        if closing < 0:
            return end
        inside = self._text[end:closing]
        pad = len(inside) > 1 and inside[0] in " \n\r" and inside[-1] in " \n\r" and not inside.isspace()
        self._hide(start, end + pad)
        self._hide(closing - pad, closing + end - start)
        return closing + end - start

    def _closing_ticks(self, offset: int, length: int) -> int:
        """Where the next run of so many backticks starts; -1 if there is none."""
        if self._ticks is None:
            self._ticks = {}
            for ticks in compiled("`+").finditer(self._text, self._start, self._end):
                self._ticks.setdefault(len(ticks.group()), []).append(ticks.start())
        places = self._ticks.get(length, [])
        index = bisect_left(places, offset)
        return places[index] if index < len(places) else -1

    def _take_entity(self, start: int, end: int) -> None:
        shown = character(self._text[start:end])
        if shown:
            self._marks.append(Mark(start, end, shown))

    def _take_shut(self, start: int, end: int) -> int:
        if not self._brackets:
            return end
        bracket = self._brackets.pop()
        height = len(self._brackets)
        picture = self._text[bracket.start] == "!"
        usable = picture or height >= self._links_from
        self._links_from = min(self._links_from, height)
        tail = compiled(_TAIL).match(self._text, end, self._end) if usable else None
        if tail is None:
            return end
        if picture:
            self._take_picture(bracket, start, tail)
        else:
            self._hide(bracket.start, bracket.end)
            self._hide(start, tail.end())
            pair(self._runs[bracket.runs :], self._hide)
            self._links_from = height
        del self._runs[bracket.runs :]
        return tail.end()

    def _take_picture(self, bracket: _Bracket, shut: int, tail: re.Match[str]) -> None:
        while self._marks and self._marks[-1].start > bracket.start:
            self._marks.pop()
        name = self._text[bracket.end : shut].strip() or _file_name(tail["angled"] or tail["plain"] or "")
        self._marks.append(Mark(bracket.start, tail.end(), name, "picture"))

    def _take_tag(self, token: re.Match[str]) -> int:
        start, end = token.span()
        name = (token["name"] or "").lower()
        if name and not is_tag(name):
            return start + 1
        if name == "img":
            self._marks.append(Mark(start, end, _picture_name(token["attributes"]), "picture"))
        elif name in BLOCKS:
            level = name[1] if name[1:].isdigit() else ""
            self._marks.append(Mark(start, end, "0" if level and token["close"] else level, "break"))
        else:
            self._hide(start, end)
        return end


def _file_name(address: str) -> str:
    return "" if address.startswith("data:") else address.rpartition("/")[2]


def _picture_name(source: str) -> str:
    found = attributes(source)
    return found.get("alt") or _file_name(found.get("src", ""))


def character(entity: str) -> str:
    """What an entity such as ``&nbsp;`` or ``&#12288;`` shows; empty if there is no such entity.

    Line ends show as a space: a paragraph is one line to its reader.
    """
    if entity[1] != "#":
        from html.entities import html5  # a big table, seldom needed

        return html5.get(entity[1:], "")
    code = int(entity[3:-1], 16) if entity[2] in "xX" else int(entity[2:-1])
    if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return " " if code in (0x0A, 0x0D) else chr(code)
