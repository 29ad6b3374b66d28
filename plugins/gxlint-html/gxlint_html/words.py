"""What a browser shows of the text of a page: white space closed up, character references read."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from gxlint.text import PlainText, Segment, Span, compiled

#: White space that a browser closes up; one character without width; a character reference.
_PARTS = (
    r"(?P<space>[ \t\r\n\f]+)|(?P<nothing>[\u200b\u200d\u2060\ufeff\xad]+)"
    r"|(?P<reference>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?)"
)
_BLANK = " \t\r\n\f"
_WITHOUT_WIDTH = frozenset("\u200b\u200d\u2060\ufeff\xad")


def read_words(page: str, places: Iterable[Span], otherwise: Span) -> PlainText:
    """The words at *places*, as one text without white space at its ends.

    A line end in the source is a space on the page, except between two full-width characters, where a reader sees
    none.

    Args:
        page: the source.
        places: texts of the page, in order, without tags in them; what lies between them is invisible.
        otherwise: where the words would stand if there were any.
    """
    segments: list[Segment] = []
    shown: list[str] = []
    length = 0
    space: Span | None = None
    for text, place in _parts(page, places):
        if text == " " and page[place.start] in _BLANK:
            space = space or place
            continue
        if space is not None and shown and not _is_closed_up(page[space.start : space.end], shown[-1][-1], text[0]):
            segments.append(Segment(length, 1, space))
            shown.append(" ")
            length += 1
        space = None
        segments.append(Segment(length, len(text), place))
        shown.append(text)
        length += len(text)
    plain = PlainText("".join(shown), segments) if segments else PlainText.exact("", otherwise)
    return plain.strip()


def _parts(page: str, places: Iterable[Span]) -> Iterator[tuple[str, Span]]:
    """Stretches of text as it stands, references as what they mean, white space as one space."""
    for start, end in places:
        reached = start
        for part in compiled(_PARTS).finditer(page, start, end):
            text = _meaning(part[0]) if part["reference"] else " " if part["space"] else ""
            if text is None:
                continue
            if part.start() > reached:
                yield page[reached : part.start()], Span(reached, part.start())
            if text:
                yield text, Span(*part.span())
            reached = part.end()
        if end > reached:
            yield page[reached:end], Span(reached, end)


def _meaning(reference: str) -> str | None:
    """What a character reference stands for; ``None`` if it is none."""
    meaning = html.unescape(reference)
    if meaning == reference or "\ufffd" in meaning:
        return None
    return "" if meaning in _WITHOUT_WIDTH else " " if meaning in ("\n", "\r", "\t") else meaning


def _is_closed_up(space: str, before: str, after: str) -> bool:
    """Whether a line end of the source is not seen."""
    return ("\n" in space or "\r" in space) and _is_wide(before) and _is_wide(after)


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"
