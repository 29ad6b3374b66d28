"""The same report, printed in different ways: what is read is the report, nothing else, and nothing is wrong in it."""

from __future__ import annotations

import random
from functools import cache

import pytest
from prints import SHAPES

from gxlint.api import Linter
from gxlint.engine import Result
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.editions import EDITION_2021
from gxlint.registry import Registry
from gxlint.settings import Settings
from gxlint.testing import CorrectReport
from gxlint.testing.bodies import BODIES
from gxlint.testing.conformance import check_document
from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Line
from gxlint.testing.running import serious
from gxlint.testing.shapes import Shape
from gxlint.testing.showing import mark_of, show

TOWNSHIP = CorrectReport()
REPORTS = {
    "township": TOWNSHIP,
    "year-before": TOWNSHIP.preceding(),
    **{f"random-{n}": CorrectReport.random(random.Random(n), BODIES[n % len(BODIES)], 2021 + n % 4) for n in range(4)},
}


@cache
def linter() -> Linter:
    return Linter(Settings(), Registry())


@cache
def lint(report: Draft, shape: Shape) -> Result:
    return linter().data(shape.write(report), "报告" + shape.suffix)


def read(report: Draft, shape: Shape) -> DisclosureReport:
    found = lint(report, shape).report
    assert isinstance(found, DisclosureReport)
    return found


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("name", REPORTS)
class TestEveryPrint:
    def test_keeps_its_promises(self, name: str, shape: Shape) -> None:
        document = lint(REPORTS[name], shape).document
        assert document is not None
        check_document(document)

    def test_gives_the_report_and_nothing_else(self, name: str, shape: Shape) -> None:
        document = lint(REPORTS[name], shape).document
        assert document is not None
        lines = [piece.text for piece in REPORTS[name].pieces if isinstance(piece, Line)]
        assert "".join(document.prose.text.split("\n")) == "".join(lines)

    def test_gives_the_same_figures(self, name: str, shape: Shape) -> None:
        tables = {
            table.form.key: {cell.key: cell.value for cell in table} for table in read(REPORTS[name], shape).tables
        }
        assert tables == REPORTS[name].figures._asdict()

    def test_gives_the_same_sections_and_statements(self, name: str, shape: Shape) -> None:
        report = read(REPORTS[name], shape)
        assert (report.agency, report.year) == (REPORTS[name].agency, REPORTS[name].year)
        assert [section.title.text for section in report.sections] == [form.title for form in EDITION_2021.sections]
        assert report.period is not None
        assert report.contact is not None
        assert report.fee is not None
        assert report.signature.agency is not None
        assert report.signature.date is not None
        assert report.signature.date.year == REPORTS[name].year + 1

    def test_has_nothing_wrong(self, name: str, shape: Shape) -> None:
        found = serious(lint(REPORTS[name], shape).diagnostics)
        assert not found, "\n" + show(mark_of(item, named=True) for item in found)
