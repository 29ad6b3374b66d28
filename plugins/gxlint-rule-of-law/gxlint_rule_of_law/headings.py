"""The headings of the highest level, whatever they are called and however they are numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.document import Paragraph
from gxlint.prose.items import read_item
from gxlint.text import Pattern, PlainText, Words
from gxlint_rule_of_law.layout import DUTIES, MEASURES, OTHERS, PLANS, PROBLEMS, TOPICS

#: 一、 and 第一部分 are of the highest level wherever they stand; the others are where nothing higher is.
_STYLES = ("一、", "heading", "（一）", "1.", "bare")
_PART = Pattern(r"第(?P<number>[一二三四五六七八九十]{1,2})部分\s*[、.．:：]?\s*")
#: A heading is no longer than this; where text follows on its line, no longer than that.
_LONGEST, _LONGEST_GLUED = 45, 32
_GLUE = Pattern(r"[。：:]")
_SPACE = Pattern(r"\s")
_BROAD = Pattern(r"举措|成效|成绩|做法|开展情况|工作情况|完成情况|推进情况")


class Heading(NamedTuple):
    """A heading of the highest level."""

    paragraph: Paragraph
    number: Words | None
    title: PlainText
    """Without the number, and without text that follows on the line."""
    covers: tuple[str, ...]
    """Keys of the matters that it is about: none where it names a theme of its own, two in 存在问题及下一步打算."""


class _Line(NamedTuple):
    """A paragraph that may be a heading."""

    style: str
    heading: Heading


def find_headings(paragraphs: Sequence[Paragraph], year: int | None) -> list[Heading]:
    """The headings that divide a report, in order.

    Args:
        paragraphs: behind the title.
        year: reported on, if known: what a heading says of the year after it is a plan.
    """
    lines = [line for paragraph in paragraphs if (line := _read(paragraph, year))]
    for style in _STYLES:
        found = [line.heading for line in lines if line.style == style]
        if len(found) > 1 and any(heading.covers for heading in found):
            return list(_without_contents(found))
    return []


def _read(paragraph: Paragraph, year: int | None) -> _Line | None:
    style, number, rest = _number(paragraph)
    title = _title(rest)
    if title is None:
        return None
    covers = covered(title.text, year)
    if style == "bare" and (not covers or title.text[-1] in "，；、" or title.text != rest.text):
        return None
    return _Line(style, Heading(paragraph, number, title, covers))


def _number(paragraph: Paragraph) -> tuple[str, Words | None, PlainText]:
    """How the paragraph is numbered, the Chinese number of a section, and what follows it."""
    plain = paragraph.plain
    part = _PART.match(plain.text)
    if part is not None:
        rest = plain.slice(part.end(), len(plain.text)).strip()
        return "一、", Words(part["number"], plain.span(*part.span("number"))), rest
    item = read_item(plain)
    if item is not None:
        written = Words(item.found["han"], item.found.span_of("han")) if item.style == "一、" else None
        return item.style, written, item.rest
    return "bare" if paragraph.level is None else "heading", None, plain


def _title(rest: PlainText) -> PlainText | None:
    """The words of a heading; ``None`` where a paragraph has none."""
    text = rest.text
    end = _GLUE.search(text)
    stop = end.start() if end else len(text)
    is_whole = not text[stop:].strip("。：:")
    if not stop or stop > (_LONGEST if is_whole else _LONGEST_GLUED):
        return None
    return rest.slice(0, stop).strip()


def covered(title: str, year: int | None) -> tuple[str, ...]:
    """The matters that a heading names, in the order of the form."""
    text = _SPACE.sub("", title)
    found = {key: match.end() for key, topic in TOPICS.items() if (match := topic.search(text))}
    if PROBLEMS in found and OTHERS in found:  # 其他需要报告的问题
        del found[PROBLEMS]
    first = min((found[key] for key in (PROBLEMS, DUTIES, PLANS, OTHERS) if key in found), default=None)
    broad = _BROAD.search(text)
    if MEASURES in found and first is not None and (broad is None or broad.start() > first):
        del found[MEASURES]  # 问题及改进措施, 第一责任人职责情况
    if year is not None and found.keys() <= {MEASURES} and f"{year + 1}年" in text and f"{year}年" not in text:
        return (PLANS,)
    return tuple(key for key in (MEASURES, PROBLEMS, DUTIES, PLANS, OTHERS) if key in found)


def _without_contents(found: Sequence[Heading]) -> Iterator[Heading]:
    """Without the entries of a table of contents: headings that come again further down."""
    last = {_SPACE.sub("", heading.title.text): number for number, heading in enumerate(found)}
    for number, heading in enumerate(found):
        if last[_SPACE.sub("", heading.title.text)] == number:
            yield heading
