"""What a way of writing reports down, and the parser that reads it, owe: the report comes back, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date

from gxlint.api import Linter
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.editions import EDITION_2021
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings
from gxlint.testing.bodies import BODIES
from gxlint.testing.conformance.documents import document_faults
from gxlint.testing.pieces import Line
from gxlint.testing.reports import CorrectReport
from gxlint.testing.running import serious
from gxlint.testing.shapes import Shape
from gxlint.testing.showing import mark_of, show

_CONTACT = {"phone", "postcode", "address"}


def correct_reports(count: int) -> Mapping[str, CorrectReport]:
    """Reports of townships, counties, bureaus and more, with nothing wrong in them, by names for test cases.

    Args:
        count: of those that the generator makes up; two more are always the same.
    """
    usual = CorrectReport()
    made_up = {
        f"random-{number}": CorrectReport.random(random.Random(number), BODIES[number % len(BODIES)], 2021 + number % 4)
        for number in range(count)
    }
    return {"township": usual, "year-before": usual.preceding(), **made_up}


def check_shape(shape: Shape, report: CorrectReport, registry: Registry) -> None:
    """Check that a correct report, written in a shape, is read as what it is.

    Its document keeps its promises and has the report's lines and no others; agency, year, sections, statements and all
    figures are those of the report; and nothing at warning or above is found.

    Args:
        shape: the way to write it; its suffix names the parser.
        report: one of :func:`correct_reports`.
        registry: with the parser in it.

    Raises:
        AssertionError: something is not as it should be; names all that is not.
    """
    faults = list(_faults(shape, report, registry))
    if faults:
        raise AssertionError("\n".join(faults))


def _faults(shape: Shape, report: CorrectReport, registry: Registry) -> Iterator[str]:
    result = Linter(Settings(), registry).data(shape.write(report), "报告" + shape.suffix)
    yield from (f"\n{show([mark_of(item, named=True)])}" for item in serious(result.diagnostics))
    if result.document is None or not isinstance(result.report, DisclosureReport):
        yield "it is not recognised as a report"
        return
    yield from document_faults(result.document)
    read = _read(result.report)
    for what, wanted in _written(report):
        if read.get(what) != wanted:
            yield f"{what}: {read.get(what)!r}, not {wanted!r}"


def _written(report: CorrectReport) -> Iterator[tuple[str, object]]:
    """What a report says, by what to call it."""
    yield "lines", "".join(piece.text for piece in report.pieces if isinstance(piece, Line))
    yield "title", "".join(line.text for line in report.title)
    yield "agency and year", (report.agency, report.year)
    yield "sections", [(form.key, form.number, form.title) for form in EDITION_2021.sections]
    for table, cells in report.figures._asdict().items():
        yield from ((f"{table}.{row}.{column}", value) for (row, column), value in cells.items())
    yield "period", (date(report.year, 1, 1), date(report.year, 12, 31))
    yield "contact", _CONTACT
    yield "fee", True
    yield "signature", (report.agency, report.year + 1)


def _read(report: DisclosureReport) -> Mapping[str, object]:
    """The same, as it was read."""
    period, (agency, signed, _blank) = report.period, report.signature
    return {
        "lines": report.document.prose.text.replace("\n", ""),
        "title": "".join(report.title.plain.text.split()) if report.title else "",
        "agency and year": (report.agency, report.year),
        "sections": [
            (section.key, section.number.text if section.number else "", section.title.text)
            for section in report.sections
        ],
        **{
            f"{table.form.key}.{cell.key.row}.{cell.key.column}": cell.value
            for table in report.tables
            for cell in table
        },
        "period": period and (period.first and period.first.date, period.last and period.last.date),
        "contact": _CONTACT & {entry.kind for entry in report.contact.entries} if report.contact else set(),
        "fee": report.fee is not None,
        "signature": (agency.text if agency else "", signed.year if signed else None),
    }
