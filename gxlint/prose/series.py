"""Items that belong to one numbering, and the numbers they should bear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gxlint.prose.items import Enumerator, Item, find_enumerators, read_item, write_ordinal
from gxlint.text import Found, PlainText, Span


class Numbered(NamedTuple):
    """One number of a series."""

    span: Span
    """The numeral alone, without brackets and marks."""
    text: str
    """The numeral as it should be."""
    is_right: bool


def series_at(paragraphs: Iterable[PlainText], span: Span) -> Sequence[Numbered]:
    """The series of which a member stands at a place: items at the start of paragraphs, or 一是…二是 within one.

    Args:
        paragraphs: of one section, in order.
        span: the place.
    """
    for series in _all_series(list(paragraphs)):
        if any(found.span.overlaps(span) for found in series):
            return [_numbered(found, number) for number, found in enumerate(series, 1)]
    return ()


def _all_series(paragraphs: Sequence[PlainText]) -> Iterator[list[Found]]:
    """Every series; one of another style inside an item does not end the series of the item."""
    for paragraph in paragraphs:
        enumerators = [item.found for item in find_enumerators(paragraph) if _is_numbered(item)]
        if len(enumerators) > 1:
            yield enumerators
    open_series: list[list[Item]] = []
    for item in filter(None, map(read_item, paragraphs)):
        styles = [series[0].style for series in open_series]
        index = styles.index(item.style) if item.style in styles else len(styles)
        begins = index == len(styles) or (item.number == 1 and open_series[index][-1].number > 1)
        ended = index if begins else index + 1
        yield from _founds(open_series[ended:])
        del open_series[ended:]
        if begins:
            open_series.append([item])
        else:
            open_series[index].append(item)
    yield from _founds(open_series)


def _is_numbered(item: Enumerator) -> bool:
    return bool(item.found["number"] or item.found["ordinal"])


def _founds(many: Iterable[Sequence[Item]]) -> Iterator[list[Found]]:
    return ([item.found for item in series] for series in many)


def _numbered(found: Found, number: int) -> Numbered:
    group = next(name for name in ("digit", "han", "number", "ordinal") if found.match.groupdict().get(name))
    text = str(number) if group == "digit" else write_ordinal(number)
    if group == "ordinal":
        text = f"第{text}"
    return Numbered(found.span_of(group), text, found[group] == text)
