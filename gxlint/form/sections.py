"""Finding the official sections among the paragraphs of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxlint.document import Paragraph
from gxlint.form.labels import labels_of, normal, similarity
from gxlint.form.layout import Layout, SectionForm
from gxlint.prose.items import RESIDUE
from gxlint.text import Pattern, PlainText, Words

_NUMERALS = "一二三四五六七八九十"
_NUMBER = Pattern(
    rf"(?P<open>第|[（(]\s*)?(?:(?P<han>[{_NUMERALS}]{{1,2}})|\d{{1,2}})(?:(?P<part>部分)|(?P<close>\s*[）)]))?"
    r"\s*(?P<mark>[、.．,，:：;；·]\s*)?"
)
#: The marks behind 第一部分, behind （一） and behind 1.
_LOOSE_MARKS = "、.．:："
_TIGHT_MARKS = "、.．"
_YEAR = Pattern(r"\d{4}年(?:度)?")
#: A heading is no longer than this; a longer paragraph may begin with one.
MAX_LENGTH = 45
_GLUE = Pattern(r"[\s。：:，,；;、]")
#: A heading that only its number and place tell is no longer than this, and no more than so many are told so.
_SHORT = 20
_LACKING = 2
#: A title as unlike the official one as this is still that title.
LIKE = 0.75

#: What a numbered heading is about, when it resembles no known title.
_TOPICS = (
    ("overview", Pattern(r"(?:总体|基本|整体)(?:工作)?情况|工作概述|^概[述况]$|^总体概[述况]$")),
    ("applications", Pattern(r"(?:收到|处理|办理|依).*申请")),
    ("disputes", Pattern(r"复议|诉讼")),
    ("problems", Pattern(r"(?:问题|不足|困难).*(?:改进|措施|整改|打算|情况)|(?:改进|整改).*情况")),
    ("other_matters", Pattern(r"其[他它].*(?:事项|情况)|(?:需要|须)报告的|需要说明")),
    ("disclosure", Pattern(r"主动公开.*情况")),
)


class Candidate(NamedTuple):
    """A paragraph that may be the heading of a section."""

    order: int
    """Number of the paragraph among the paragraphs, from 0."""
    paragraph: Paragraph
    form: SectionForm
    quality: int
    """3 a known title, 2 like one, 1 only about the same."""
    number: Words | None
    bracketed: bool
    title: PlainText

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """How sure it is."""
        return self.quality > 1, self.number is not None or self.paragraph.level is not None, self.quality > 2


def find_headings(paragraphs: Sequence[Paragraph], layout: Layout) -> list[Candidate]:
    """The paragraphs that are headings of official sections, in order, duplicates included."""
    found = [candidate for candidate in _candidates(paragraphs, layout) if candidate is not None]
    if any(not candidate.bracketed for candidate in found):
        found = [candidate for candidate in found if not candidate.bracketed]
    kept = _surest(found, layout)
    kept += _by_place(paragraphs, kept, layout)
    return _without_contents(sorted(kept, key=lambda candidate: candidate.order), paragraphs)


def _candidates(paragraphs: Sequence[Paragraph], layout: Layout) -> Iterable[Candidate | None]:
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if len(text) > 1 and (len(text) <= MAX_LENGTH or text[0] in "一二三四五六七八九十第"):
            yield _candidate(index, paragraph, layout)


def _candidate(index: int, paragraph: Paragraph, layout: Layout) -> Candidate | None:
    residue = RESIDUE.match(paragraph.text)
    plain = paragraph.plain.slice(residue.end(), len(paragraph.text)) if residue else paragraph.plain
    text = plain.text
    number = _read_number(plain)
    title = _title(text, number.end, layout)
    if title is None:
        return None
    start, end = title
    written = normal(text[start:end])
    numbered = number.end > 0 or paragraph.level is not None
    if len(written) < 2 or not (numbered or written in _titles(layout)) or _is_table_row(text, layout):
        return None
    form, quality = _classify(written, layout)
    if form is None or (number.unmarked and quality < 3):
        return None
    return Candidate(index, paragraph, form, quality, number.words, number.bracketed, plain.slice(start, end))


class _Number(NamedTuple):
    """The number that a heading begins with."""

    end: int = 0
    """Where the title begins."""
    words: Words | None = None
    """The Chinese number, of a section: 一、, 第一部分."""
    bracketed: bool = False
    """The number is of a lower level: （一）, 1."""
    unmarked: bool = False
    """Nothing parts the number from the title: 一总体情况. Only a title known as one makes it a number."""


def _read_number(plain: PlainText) -> _Number:
    match = _NUMBER.match(plain.text)
    if match is None:
        return _Number()
    opening, han, mark = match["open"] or "", match["han"], (match["mark"] or "").rstrip()
    end = match.end()
    if opening == "第" and match["part"] and han:
        end = end if mark in _LOOSE_MARKS else match.start("mark")
        return _Number(end, Words(han, plain.span(*match.span("han"))))
    if match["part"] or opening == "第":
        return _Number()
    if opening and match["close"] and han:
        return _Number(end if mark in _TIGHT_MARKS else match.start("mark"), bracketed=True)
    if opening or match["close"] or not (mark or han):
        return _Number()
    if han:
        return _Number(end, Words(han, plain.span(*match.span("han"))), unmarked=not mark)
    return _Number(end, bracketed=True) if mark in _TIGHT_MARKS else _Number()


def _title(text: str, start: int, layout: Layout) -> tuple[int, int] | None:
    """The part of a paragraph that is a title: all of it if it is short, else an official title that it begins with."""
    if len(text) <= MAX_LENGTH and not (text.endswith("。") and "，" in text):
        end = len(text.rstrip("、。：:；;，, \u3000"))
        glued = _official_start(text, start, layout)
        return (start, end) if glued is None else glued
    return _official_start(text, start, layout)


def _official_start(text: str, start: int, layout: Layout) -> tuple[int, int] | None:
    """An official title at *start* with running text behind it."""
    if not start:
        return None
    for form in layout.sections:
        end = start + len(form.title)
        if text.startswith(form.title, start) and end < len(text) and _GLUE.match(text, end):
            return (start, end)
    return None


def _is_table_row(text: str, layout: Layout) -> bool:
    """四、结转下年度继续办理 is a row of table three, not a section."""
    written = normal(text)
    return any(written in labels_of(table).row_names for table in layout.tables)


def _classify(written: str, layout: Layout) -> tuple[SectionForm | None, int]:
    """The section that a normal title belongs to, and how sure that is."""
    titles = _titles(layout)
    if written in titles:
        return titles[written], 3
    bare = _YEAR.sub("", written)
    if len(bare) >= 4:
        like, title = max((similarity(bare, title, LIKE), title) for title in titles)
        if like >= LIKE:
            return titles[title], 2
    for topic, pattern in _TOPICS:
        if pattern.search(bare):
            return layout.section(topic), 1
    return None, 0


_TITLES: dict[int, dict[str, SectionForm]] = {}


def _titles(layout: Layout) -> dict[str, SectionForm]:
    """Every known title of a layout's sections in normal form."""
    if id(layout) not in _TITLES:
        _TITLES[id(layout)] = {normal(t): form for form in layout.sections for t in (form.title, *form.variants)}
    return _TITLES[id(layout)]


def _surest(found: Sequence[Candidate], layout: Layout) -> list[Candidate]:
    """Of several candidates for a section only the surest; those equally sure are duplicates and stay."""
    best: dict[str, tuple[bool, int, bool]] = {}
    for candidate in found:
        best[candidate.form.key] = max(candidate.rank, best.get(candidate.form.key, candidate.rank))
    kept = [item for item in found if item.rank[:2] == best[item.form.key][:2]]
    sure = [item for item in kept if item.quality > 1]
    order = {form.key: index for index, form in enumerate(layout.sections)}
    return [item for item in kept if item.quality > 1 or _fits(item, sure, order)]


def _fits(weak: Candidate, sure: Sequence[Candidate], order: dict[str, int]) -> bool:
    """Whether a heading known only by its topic stands where that section belongs, with its number."""
    place = order[weak.form.key]
    return (weak.number is not None and weak.number.text == weak.form.number) and all(
        (other.order < weak.order) == (order[other.form.key] < place) for other in sure
    )


def _by_place(paragraphs: Sequence[Paragraph], found: Sequence[Candidate], layout: Layout) -> list[Candidate]:
    """Headings that resemble no title, known by number and place where nearly all others are: 六、其他."""
    places = {candidate.form.key: candidate.order for candidate in found}
    lacking = [form for form in layout.sections if form.key not in places]
    if not lacking or len(lacking) > _LACKING:
        return []
    headings: list[Candidate] = []
    for at, form in enumerate(layout.sections):
        if form.key in places:
            continue
        low = max((places[other.key] for other in layout.sections[:at] if other.key in places), default=-1)
        high = min(
            (places[other.key] for other in layout.sections[at:] if other.key in places), default=len(paragraphs)
        )
        here = [_numbered(index, paragraphs[index], form, layout) for index in range(low + 1, high)]
        named = [candidate for candidate in here if candidate is not None]
        headings += named if len(named) == 1 else []
    return headings


def _numbered(index: int, paragraph: Paragraph, form: SectionForm, layout: Layout) -> Candidate | None:
    """A short line with the section's own number, whatever it says; no row of a table."""
    text = paragraph.text
    if not text.startswith(form.number) or len(text) > _SHORT or text[-1] in "。；，":
        return None
    number = _read_number(paragraph.plain)
    known = any(normal(text) in labels_of(table).names for table in layout.tables)
    if known or number.words is None or number.unmarked or len(normal(text[number.end :])) < 2:
        return None
    return Candidate(index, paragraph, form, 1, number.words, False, paragraph.plain.slice(number.end, len(text)))


def _without_contents(found: list[Candidate], paragraphs: Sequence[Paragraph]) -> list[Candidate]:
    """Without a table of contents at the front: headings in a row with nothing between that come again later."""
    counts = Counter(candidate.form.key for candidate in found)
    run: list[Candidate] = []
    for candidate in found:
        if counts[candidate.form.key] < 2 or any(item.form.key == candidate.form.key for item in run):
            break
        if run and any(paragraphs[index].text for index in range(run[-1].order + 1, candidate.order)):
            break
        run.append(candidate)
    return found[len(run) :] if len(run) >= 3 else found
