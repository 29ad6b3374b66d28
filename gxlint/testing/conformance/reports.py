"""What a report owes the rules that read it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gxlint.form.report import Report, Section, Title
from gxlint.prose.dates import WrittenDate
from gxlint.testing.conformance.documents import document_faults
from gxlint.text import Span, Words


def check_report(report: Report) -> None:
    """Check that a report keeps the promises of :class:`~gxlint.form.report.Report`.

    All places lie in the text: title, preamble, sections, statements, signature, tables, and the head. Sections are in
    the order of the draft and do not overlap, and are found by key and by place. For any place there is a name or none,
    see :meth:`~gxlint.form.report.Report.place`. The report's document keeps its promises, see :func:`check_document`.

    Raises:
        AssertionError: a promise is broken; names all such.
    """
    faults = list(report_faults(report))
    if faults:
        raise AssertionError("\n".join(faults))


def report_faults(report: Report) -> Iterator[str]:
    """Each promise that a report breaks."""
    yield from (f"its document: {fault}" for fault in document_faults(report.document))
    for what, span in _spans(report):
        if not 0 <= span.start <= span.end <= len(report.document.text):
            yield f"{what} is said to stand at {span}, outside the text of {len(report.document.text)} characters"
    yield from _section_faults(report)
    yield from _value_faults(report)
    yield from _place_faults(report)


def _spans(report: Report) -> Iterator[tuple[str, Span]]:
    """All places that a report names, each with what stands there."""
    yield "the head", report.head
    yield from _title_spans(report.title)
    yield from (("a paragraph of the preamble", paragraph.span) for paragraph in report.preamble)
    for section in report.sections:
        yield f"section {section.key}", section.span
        yield f"the title of section {section.key}", section.title.source
        yield from _words(f"the number of section {section.key}", section.number)
        yield from ((f"a block of section {section.key}", block.span) for block in section.blocks)
    for name, statement in report.statements.items():
        if statement is not None:
            yield f"the statement {name}", statement.span
    yield from _words("the agency of the signature", report.signature.agency)
    yield from _words("the date of the signature", report.signature.date)
    for table in report.tables:
        yield f"table {table.form.key}", table.span
        yield from ((f"cell {cell.key} of table {table.form.key}", cell.span) for cell in table)


def _title_spans(title: Title | None) -> Iterator[tuple[str, Span]]:
    if title is not None:
        yield "the title", title.span
        yield from (("a paragraph of the title", paragraph.span) for paragraph in title.paragraphs)
        yield from _words("the agency of the title", title.agency)
        yield from _words("the year of the title", title.year)


def _words(what: str, words: Words | WrittenDate | None) -> Iterator[tuple[str, Span]]:
    if words is not None:
        yield what, words.span


def _section_faults(report: Report) -> Iterator[str]:
    seen: dict[str, Section] = {}
    for section in report.sections:
        first = seen.setdefault(section.key, section)
        if section.form not in report.layout.sections:
            yield f"section {section.key} is none of the layout's"
        if report.section(section.key) is not first:
            yield f"section({section.key!r}) is not the first with that key"
        if report.section_at(section.heading.span) is not section:
            yield f"section_at the heading of section {section.key} is another one"
        for block in section.blocks:
            if block.span.start < section.heading.span.end:
                yield f"{block!r} of section {section.key} does not stand behind the heading"
    for before, after in pairwise(report.sections):
        if before.span.end > after.heading.span.start:
            yield f"section {after.key} begins before the end of section {before.key}"


def _value_faults(report: Report) -> Iterator[str]:
    if report.year is not None and not 1000 <= report.year <= 9999:
        yield f"its year is {report.year}"
    if report.title and report.title.year and not report.title.year.text.isdecimal():
        yield f"the year of the title is {report.title.year.text!r}"
    for table in report.tables:
        if table.form not in report.layout.tables:
            yield f"table {table.form.key} is none of the layout's"


def _place_faults(report: Report) -> Iterator[str]:
    """Places that a finding may be at and that are not named; the start and the end of the draft are such too."""
    end = len(report.document.text)
    spans = [Span(0, 0), Span(end, end), Span(0, end), *(block.span for block in report.document.blocks)]
    for span in spans:
        if not isinstance(report.place(span), str):
            yield f"place({span}) is {report.place(span)!r}"
