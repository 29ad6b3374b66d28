"""What a report says of how the first responsible person for building the rule of law did their duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.document import Paragraph
from gxlint.prose.items import Item, read_item
from gxlint.text import Pattern, PlainText
from gxlint_rule_of_law.layout import DUTIES
from gxlint_rule_of_law.report import RuleOfLawReport, content

_NAMED = Pattern(r"第一责任人|主要(?:负责人|负责同志|领导)[^。；]{0,40}(?:法治|依法行政|述法)")
_SENTENCE = Pattern(r"[^。！？；]+[。！？；]?")
#: A numbered line no longer than this is a heading over the paragraphs that follow.
_HEADING = 45


def find_duties(report: RuleOfLawReport) -> list[PlainText]:
    """The passages on it: those of its own section if there is one, else what stands in the others.

    Where an item or the heading above some paragraphs names the matter, all of it is about the matter; in the midst of
    other text only the sentence is.
    """
    section = report.section(DUTIES)
    if section is not None:
        return content(section)
    return [passage for part in report.sections for passage in _passages([part.heading, *part.paragraphs])]


def _passages(paragraphs: Sequence[Paragraph]) -> Iterator[PlainText]:
    above: Item | None = None
    for paragraph in paragraphs:
        item = read_item(paragraph.plain)
        if above is not None and (item is None or item.style != above.style):
            yield paragraph.plain
            continue
        above = None
        if item is not None and _NAMED.search(paragraph.text.partition("。")[0]):
            yield paragraph.plain
            above = item if len(paragraph.text) <= _HEADING else None
        else:
            yield from _sentences(paragraph.plain)


def _sentences(plain: PlainText) -> Iterator[PlainText]:
    for found in plain.find(_SENTENCE):
        if _NAMED.search(found.text):
            yield plain.slice(*found.match.span())
