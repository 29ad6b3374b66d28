"""``headings``: the subheadings of a part, their order, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.document import Paragraph
from gxlint.findings import Finding
from gxlint.i18n import _, later
from gxlint.prose.items import read_item
from gxlint.text import Pattern, PlainText, Span
from gxlint.toml_rules.definition import Definition, Find, Kind
from gxlint.toml_rules.draft import Draft, Part
from gxlint.toml_rules.keys import FLAG, TEXTS, Key

_TITLES, _ORDERED, _PATTERN = "titles", "ordered", "pattern"
#: Numbers that subheadings have; 1. and （1） stand before items of lists as well.
_STYLES = ("一、", "（一）")
_END = Pattern(r"[。：:；;]")
#: No heading is longer.
_LONGEST = 40


class _Heading(NamedTuple):
    """A subheading: a line of its own, or the beginning of a paragraph up to its first stop."""

    plain: PlainText
    """With its number."""
    title: str
    """Without it, and without spaces."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.plain.source


def _make(definition: Definition) -> Find | None:
    table = definition.table
    titles, patterns = table.texts(_TITLES), list(table.patterns(_PATTERN).values())
    if _TITLES not in table and _PATTERN not in table:
        table.mistake("", _("缺少 titles（要有的小标题）或 pattern（小标题的写法），写上一个"))
    known = ("found", "expected", "part")
    lacking = definition.message(known, later("{part}缺少小标题：{expected}"))
    displaced = definition.message(known, later("小标题“{found}”应放在“{expected}”前面"))
    malformed = definition.message(known, later("小标题“{found}”的写法不合规定"))

    def find(draft: Draft) -> Iterator[Finding]:
        for part in draft.parts(definition.parts):
            headings = list(_headings(part))
            missing = _missing(titles, headings)
            faults = [(part.head, lacking, {"expected": "、".join(missing)})] if missing else []
            if table.flag(_ORDERED, default=True):
                faults += [(span, displaced, values) for span, values in _displaced(titles, headings)]
            for heading in headings:
                if patterns and not any(pattern.fullmatch(heading.plain.text) for pattern in patterns):
                    faults.append((heading.span, malformed, {"found": heading.plain.text}))
            for span, message, values in faults:
                said = message(draft, {"found": "", "expected": "", "part": part.name, **values})
                if said is not None:
                    yield Finding(span, said)

    return find


def _headings(part: Part) -> Iterator[_Heading]:
    for paragraph in part.paragraphs:
        item = read_item(paragraph.plain)
        numbered = item is not None and item.style in _STYLES
        if paragraph.level is None and not numbered:
            continue
        heading = _up_to_stop(paragraph)
        if len(heading.text) <= _LONGEST:
            title = item.rest.text if item else paragraph.text
            yield _Heading(heading, "".join(title.split()))


def _up_to_stop(paragraph: Paragraph) -> PlainText:
    end = _END.search(paragraph.text)
    return paragraph.plain.slice(0, end.start()) if end else paragraph.plain


def _missing(titles: Sequence[str], headings: Sequence[_Heading]) -> list[str]:
    return [title for title in titles if not any(heading.title.startswith(title) for heading in headings)]


def _displaced(titles: Sequence[str], headings: Sequence[_Heading]) -> Iterator[tuple[Span, dict[str, str]]]:
    """Headings behind one that should follow them."""
    last = -1
    for heading in headings:
        number = next((at for at, title in enumerate(titles) if heading.title.startswith(title)), None)
        if number is None:
            continue
        if number < last:
            yield heading.span, {"found": titles[number], "expected": titles[last]}
        last = max(last, number)


KIND = Kind(
    name="headings",
    doc=later("一部分里要有的小标题、它们的次序和写法；小标题是用（一）一、编号的，或设为标题样式的段落"),
    category="structure",
    keys=(
        Key(_TITLES, TEXTS, later("要有的小标题，不写编号，按次序"), 'titles = ["主动公开", "依申请公开"]'),
        Key(_ORDERED, FLAG, later("是否查次序"), "ordered = true"),
        Key(
            _PATTERN,
            TEXTS,
            later("正则表达式，每个小标题连同编号都要符合"),
            "pattern = '''（[一二三四五六七八九十]+）.{2,16}'''",
        ),
    ),
    make=_make,
)
