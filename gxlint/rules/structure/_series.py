"""The lists of a section: items of one style under one heading or item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gxlint.document import Paragraph
from gxlint.prose.items import Item, read_item

#: A line no longer than this that has no stop at its end may head a list.
_LONGEST_HEADING = 25


class Member(NamedTuple):
    """An item of a list."""

    at: int
    """Number of its paragraph among the paragraphs, from 0."""
    paragraph: Paragraph
    item: Item


def read_series(paragraphs: Sequence[Paragraph]) -> list[list[Member]]:
    """The lists, each with its items in order, however they are numbered.

    An item of an outer style ends the lists inside; the number 1 begins a new list, unless it stands right behind
    another 1 without anything that could head a list.
    """
    lists: list[list[Member]] = []
    open_lists: dict[str, list[Member]] = {}
    for index, paragraph in enumerate(paragraphs):
        item = read_item(paragraph.plain)
        if item is None:
            continue
        styles = list(open_lists)
        for inner in styles[styles.index(item.style) + 1 :] if item.style in styles else ():
            del open_lists[inner]
        last = open_lists.get(item.style)
        if last is None or (item.number == 1 and _is_over(last[-1], paragraphs[last[-1].at + 1 : index])):
            lists.append([])
            open_lists[item.style] = lists[-1]
        open_lists[item.style].append(Member(index, paragraph, item))
    return lists


def _is_over(last: Member, between: Sequence[Paragraph]) -> bool:
    """Whether a number 1 behind an item, with other paragraphs between them, begins a new list."""
    return last.item.number != 1 or any(map(_heads_list, between))


def _heads_list(paragraph: Paragraph) -> bool:
    text = paragraph.text
    short = len(text) <= _LONGEST_HEADING and text[-1:] not in "。；！？，"
    return paragraph.level is not None or text.endswith(("：", ":")) or short
