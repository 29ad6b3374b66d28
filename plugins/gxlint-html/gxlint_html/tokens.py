"""Tags, comments and text of a page, each with its place in the source.

lxml mends what is wrong with a page but keeps no places. So the page is cut up here first; what lxml gets has numbers
of tokens where the text was (see :mod:`gxlint_html.tree`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from gxlint.text import Span, compiled

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
#: Possessive throughout, so that a page of nothing but quotes costs no more than any other.
_MARK = (
    r"<!--(?:-?>|(?s:(?P<comment>.*?))(?:--!?>|\Z))"
    r"|<(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)"
    rf"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?:{_ATTRIBUTE})*+[\s/]*+>"
)
#: What is in these is no markup and nothing to read.
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "textarea"))
#: What is in this is no markup, but text.
_TITLE = "title"


class Kind(Enum):
    """What a token is."""

    TEXT = "text"
    START = "start"
    END = "end"
    COMMENT = "comment"
    OTHER = "other"
    """Declarations, scripts and the like."""


class Token(NamedTuple):
    """A piece of the source; the tokens of a page leave nothing out."""

    kind: Kind
    span: Span
    name: str = ""
    """Of a tag, in lower case; of text in the page's title, ``title``."""


def tokenize(page: str) -> Iterator[Token]:
    """The tokens of a page, in order."""
    reached = 0
    while mark := compiled(_MARK).search(page, reached):
        yield from _text(reached, mark.start())
        token = _token(mark)
        yield token
        reached = mark.end()
        if token.kind is Kind.START and (token.name in _RAW or token.name == _TITLE):
            end = _end_of_raw(page, token)
            if end > reached:
                is_title = token.name == _TITLE
                yield Token(Kind.TEXT if is_title else Kind.OTHER, Span(reached, end), token.name)
            reached = end
    yield from _text(reached, len(page))


def _text(start: int, end: int) -> Iterator[Token]:
    if end > start:
        yield Token(Kind.TEXT, Span(start, end))


def _token(mark: re.Match[str]) -> Token:
    span = Span(*mark.span())
    if name := mark["name"]:
        return Token(Kind.END if mark["close"] else Kind.START, span, name.lower())
    return Token(Kind.COMMENT if mark["comment"] is not None else Kind.OTHER, span)


def _end_of_raw(page: str, token: Token) -> int:
    """Where the content ends that begins behind a start tag; where nothing closes it, it is taken for empty."""
    end = compiled(rf"(?i)</{token.name}(?=[\s/>])").search(page, token.span.end)
    return end.start() if end else token.span.end
