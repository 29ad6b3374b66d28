"""Marks inside running text: where they are, and what the reader sees in their place.

Most text holds none, and costs one search for a character that could begin one. Where there is such a character,
markdown-it-py reads the text: see :mod:`gxlint.parsers.markdown.commonmark`. A tag that begins a new line in a browser
does so here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from gxlint.parsers.markdown.tags import BLOCKS, attributes

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Where nothing like this stands there is no mark: an address with ``_`` and ``&`` in it shall not import a library.
MAY_BE_MARK = re.compile(
    r"\*|`|_(?:(?![0-9A-Za-z])|(?<![0-9A-Za-z]_))|~~|\]\(|<[!-;=?-~]|&[#A-Za-z][0-9A-Za-z]{1,31};"
    r"|\\[!-/:-@\[-`{-~\r\n]"
)
#: Code points; a token takes a kilobyte or so, and every asterisk may be one.
_MOST_AT_A_TIME = 20_000


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
    from gxlint.parsers.markdown.commonmark import placed_tokens  # imports a library, often not needed

    marks: list[Mark] = []
    for first, last in _portions(text, start, end):
        for token in placed_tokens(text[first:last].replace("\r", "\n")):
            marks += _READERS.get(token.type, _hidden)(token, first + token.meta["start"], first + token.meta["end"])
    return marks


def _portions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is read at a time: the whole stretch, but of a very long one so many lines that memory is no matter."""
    while end - start > _MOST_AT_A_TIME:
        cut = text.rfind("\n", start, start + _MOST_AT_A_TIME) + 1 or start + _MOST_AT_A_TIME
        yield start, cut
        start = cut
    yield start, end


def _hidden(token: Token, start: int, end: int) -> tuple[Mark, ...]:
    """A mark of emphasis, unless it is text; the marks around a link."""
    return () if token.content else (Mark(start, end),)


def _character(token: Token, start: int, end: int) -> tuple[Mark, ...]:
    """An escape or entity; line ends show as a space, for a paragraph is one line to its reader."""
    if token.info == "entity":
        return (Mark(start, end, token.content.replace("\n", " ").replace("\r", " ")),)
    return (Mark(start, start + 1),) if token.content != token.markup else ()


def _line_end(_token: Token, start: int, _end: int) -> tuple[Mark, ...]:
    """A backslash before a line end; how lines break is not asked here."""
    return (Mark(start, start + 1),)


def _code(token: Token, start: int, end: int) -> tuple[Mark, ...]:
    """The backticks around code, and a space beside them."""
    around = (end - start - len(token.content)) // 2
    return Mark(start, start + around), Mark(end - around, end)


def _picture(token: Token, start: int, end: int) -> tuple[Mark, ...]:
    return (Mark(start, end, " ".join(token.content.split()) or _file_name(str(token.attrs["src"])), "picture"),)


def _tag(token: Token, start: int, end: int) -> tuple[Mark, ...]:
    tag = token.meta["tag"]
    name = (tag["name"] or "").lower()
    if name == "img":
        found = attributes(tag["attributes"])
        return (Mark(start, end, found.get("alt") or _file_name(found.get("src", "")), "picture"),)
    if name not in BLOCKS:
        return (Mark(start, end),)
    level = name[1] if name[1:].isdigit() else ""
    return (Mark(start, end, "0" if level and tag["close"] else level, "break"),)


def _file_name(address: str) -> str:
    return "" if address.startswith("data:") else address.rpartition("/")[2]


#: How to make marks of a token, by its type.
_READERS: Mapping[str, Callable[[Token, int, int], tuple[Mark, ...]]] = {
    "text_special": _character,
    "hardbreak": _line_end,
    "code_inline": _code,
    "image": _picture,
    "html_inline": _tag,
}
