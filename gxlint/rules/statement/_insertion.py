"""Where a missing sentence is put."""

from __future__ import annotations

from gxlint.findings import Edit
from gxlint.form.report import Report, Section
from gxlint.text import Span


def into_preamble(report: Report, sentence: str, ahead_of: Span | None = None) -> Edit | None:
    """The sentence at the end of the preamble, or in a paragraph of its own before the first section.

    Args:
        report: that lacks it.
        sentence: the sentence.
        ahead_of: it had better not stand behind this, if a paragraph before it can take it.
    """
    able = [paragraph for paragraph in report.preamble if paragraph.text.endswith("。")]
    better = [paragraph for paragraph in able if ahead_of and paragraph.span.end <= ahead_of.start]
    for paragraph in (better or able)[-1:]:
        return Edit(paragraph.plain.source.at_end(), sentence)
    if not report.sections:
        return None
    return Edit(report.sections[0].span.at_start(), sentence + _paragraph_end(report))


def into_section(report: Report, section: Section, sentence: str) -> Edit:
    """The sentence at the end of the section's text, or below its heading; 无 gives way to it."""
    for paragraph in reversed(section.paragraphs):
        if paragraph.text.strip("（()）。") in ("无", "暂无", "没有"):
            return Edit(paragraph.plain.source, sentence)
        if paragraph.text.endswith("。"):
            return Edit(paragraph.plain.source.at_end(), sentence)
    return Edit(section.heading.span.at_end(), _paragraph_end(report) + sentence)


def _paragraph_end(report: Report) -> str:
    """What separates paragraphs: an empty line in text, in Word one end of line."""
    return "\n\n" if report.document.source.map is None else "\n"
