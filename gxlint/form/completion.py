"""What can be put into a draft to make it whole: its missing sections, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Edit
from gxlint.form.layout import SectionForm
from gxlint.form.report import Report, Section
from gxlint.form.skeleton import section_content
from gxlint.prose.items import read_ordinal, write_ordinal
from gxlint.text import Pattern, Span

_HASHES = Pattern(r"#{1,6}[ \t]*")


def missing_sections(report: Report) -> Iterator[tuple[SectionForm, Edit]]:
    """The official sections that a draft lacks, each with the edit that puts it in.

    A section goes behind the one before it in the form, or before the next; its heading looks like theirs. In Markdown
    it brings its empty table. A draft without any section has no place for one.
    """
    for form in report.layout.sections:
        if report.section(form.key) is None:
            edit = _insertion(report, form)
            if edit is not None:
                yield form, edit


def _insertion(report: Report, form: SectionForm) -> Edit | None:
    order = [section.key for section in report.layout.sections]
    place = order.index(form.key)
    before = next(
        (_last_alike(report, found) for key in reversed(order[:place]) if (found := report.section(key))), None
    )
    after = next((found for key in order[place + 1 :] if (found := report.section(key))), None)
    sibling = before or after
    if sibling is None:
        return None
    gap = "\n\n" if report.document.source.map is None else "\n"
    pieces = [_heading_mark(report, sibling) + _number(form, before, after) + form.heading]
    if report.document.source.kind == "markdown":
        pieces += section_content(report.layout, form)
    text = gap.join(pieces)
    if before is None:
        return Edit(sibling.span.at_start(), text + gap)
    closing = _closing(report, before)
    return Edit(closing.at_start(), text + gap) if closing else Edit(before.span.at_end(), gap + text)


def _last_alike(report: Report, section: Section) -> Section:
    """The last of the sections that tell of the same: a form may leave open how many they are."""
    return [other for other in report.sections if other.key == section.key][-1]


def _number(form: SectionForm, before: Section | None, after: Section | None) -> str:
    """The number that a draft which numbers its sections freely goes on with."""
    if form.number:
        return ""
    if before is not None:
        return f"{write_ordinal(read_ordinal(before.number.text) + 1)}、" if before.number else ""
    return f"{after.number.text}、" if after is not None and after.number else ""


def _closing(report: Report, section: Section) -> Span | None:
    """The paragraph with which the signature begins, if it stands at the end of a section."""
    starts = [words.span for words in report.signature if words is not None and section.span.contains(words.span)]
    paragraph = report.document.paragraph_at(min(starts)) if starts else None
    return paragraph.span if paragraph else None


def _heading_mark(report: Report, sibling: Section) -> str:
    """The hashes of the sibling's heading, if it has any."""
    match = _HASHES.match(report.document.source[sibling.heading.span])
    return match.group() if match else ""
