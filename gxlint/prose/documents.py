"""Documents as people cite them: by title, by number, or by a title that lacks its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.text import Found, Pattern, PlainText, Span, Words

#: A title with its marks, which may hold another title. At most 200 characters a level, so that a mark that is
#: never closed costs no more than that.
TITLE = r"《(?:[^《》\n]|《[^《》\n]{0,200}》){0,200}》"

_OPENING, _CLOSING = r"[〔\[（(【﹝［〖]", r"[〕\]）)】﹞］〗]"
#: What follows the series of a document number, in any brackets: 〔2020〕109号; and 第711号 of an order.
NUMBER = (
    rf"{_OPENING}\s?(?:19|20)?\d{{2}}\s?年?\s?{_CLOSING}\s?第?\s?\d{{1,5}}\s?号"
    r"|(?<=令)\s?[（(]?\s?第\s?\d{1,4}\s?号[）)]?"
)
_BRACKETED = Pattern(
    rf"\s?(?P<opening>{_OPENING})\s?(?P<year>(?:19|20)?\d{{2}})\s?年?\s?(?P<closing>{_CLOSING})\s?"
    r"(?P<ordinal>第?)\s?(?P<number>\d{1,5})\s?号"
)
#: The Han characters of a series, behind any word that only leads up to it.
_SERIES = Pattern(
    r"(?:.*(?:根据|按照|依据|依照|遵照|落实|执行|印发|下发|转发|文件|通知|以及|和|及|与|的|以|了|据|按|照|见|即|为|是|在|对))?"
    r"(?P<series>[^\W\da-zA-Z_]{1,12})$"
)
#: Behind these even 关于…的意见, which may be anybody's opinion, is a document.
_CARRIED_OUT = r"(?<=落实|贯彻|执行|遵照|学习|印发)"
_UNMARKED = Pattern(
    rf"{TITLE}|“[^”\n]{{0,200}}”|〈[^〈〉\n]{{0,200}}〉|<[^<>\n]{{0,200}}>"
    r"|(?P<title>关于(?:(?!关于)[^《》“”，,。；;：:！!？?\n]){2,60}?"
    r"(?:通知|通告|通报|批复|(?:实施|指导|工作|若干)意见|(?:管理|实施|考核|暂行)办法|(?:工作|实施|行动)方案)"
    rf"|{_CARRIED_OUT}关于[^《》“”，,。；;：:！!？?\n]{{2,60}}?的意见)"
    r"(?=[，,。；;、（(）)”精文规中等和及与的要]|$)",
    re.MULTILINE,
)


class DocumentTitle(NamedTuple):
    """A title in 《》, or one that should stand in them."""

    span: Span
    """With its marks."""
    text: str
    """Without its marks."""


class DocumentNumber(NamedTuple):
    """A number such as 国办函〔2020〕109号."""

    span: Span
    text: str
    series: Words
    """国办函, as far as it can be told from the words before it."""
    opening: Words
    """The bracket before the year, whichever it is."""
    year: Words
    """As written, with four digits or two."""
    closing: Words
    ordinal: Words | None
    """第 before the number, which does not belong there."""
    number: Words


def find_titles(plain: PlainText) -> Iterator[DocumentTitle]:
    """The titles in 《》, each with those that stand inside it."""
    for found in plain.find(TITLE, near="》"):
        yield DocumentTitle(found.span, found.text[1:-1])


def find_unmarked_titles(plain: PlainText) -> Iterator[DocumentTitle]:
    """Titles of the kind 关于…的通知 that stand outside 《》 and quotation marks."""
    for found in plain.find(_UNMARKED, near="关于"):
        if found["title"]:
            yield DocumentTitle(found.span, found.text)


def find_numbers(plain: PlainText) -> Iterator[DocumentNumber]:
    """The document numbers, in whatever brackets their year stands.

    A bracket with nothing but Han characters before it and a number with 号 behind it is one; whether its form is
    right is for the caller to judge. Numbers of orders (第711号) and of court cases, which begin with the bracket, are
    none.
    """
    for found in plain.find(_BRACKETED, near="号"):
        series = _series(found)
        if series is None:
            continue
        span = Span(series.span.start, found.span.end)
        yield DocumentNumber(
            span,
            f"{series.text}{found.text.lstrip()}",
            series,
            opening=_words(found, "opening"),
            year=_words(found, "year"),
            closing=_words(found, "closing"),
            ordinal=_words(found, "ordinal") if found["ordinal"] else None,
            number=_words(found, "number"),
        )


def _words(found: Found, group: str) -> Words:
    return Words(found[group], found.span_of(group))


def _series(found: Found) -> Words | None:
    end = found.match.start()
    before = _SERIES.search(found.plain.text[max(0, end - 24) : end].rpartition("\n")[2])
    if before is None:
        return None
    text = before["series"]
    return Words(text, found.plain.span(end - len(text), end))
