"""Where a person would look for what stands at a place of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.form.figures import FormTable, State
from gxlint.text import Span

if TYPE_CHECKING:  # which asks here
    from gxlint.form.report import Report, Section


def place_in_table(table: FormTable, span: Span) -> str:
    """The name of the cell at *span*; of its row where the column is not certain; of the table."""
    for cell in table:
        if cell.state is not State.ABSENT and cell.span.start <= span.start < max(cell.span.end, cell.span.start + 1):
            if cell.state is State.DOUBTFUL:
                return f"{table.form.name} {table.form.row(cell.key.row).label}"
            return table.form.label(cell.key)
    for label in (*table.row_labels, *table.group_labels):
        if label.span == span:
            return f"{table.form.name} {label.official}"
    return table.form.name


def place_in_preamble(report: Report, span: Span) -> str:
    """The paragraph between title and first section that *span* starts in."""
    end = report.sections[0].heading.span.start if report.sections else 0
    if span.start >= end:
        return ""
    begin = report.title.span.end if report.title else 0
    paragraphs = [item for item in report.document.paragraphs if begin <= item.span.start < end and item.text.strip()]
    number = next((n for n, item in enumerate(paragraphs, 1) if item.span.start <= span.start < item.span.end), 0)
    return f"引言 第{number}段" if number else ""


def place_in_section(section: Section, span: Span) -> str:
    """The section, with the paragraph that *span* starts in."""
    number = section.paragraph_number(span)
    return f"{section.name} 第{number}段" if number else section.name
