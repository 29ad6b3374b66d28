"""The same report in six shapes is the same report, and there is nothing wrong with it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from gxlint.api import Linter
from gxlint.engine import Result
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.editions import EDITION_2021
from gxlint.settings import Settings
from gxlint.testing.bodies import BODIES
from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Line
from gxlint.testing.reports import CorrectReport
from gxlint.testing.running import built_in_registry, serious
from gxlint.testing.shapes import SHAPES, Shape
from gxlint.testing.showing import mark_of, show

TOWNSHIP = CorrectReport()
REPORTS = {
    "township": TOWNSHIP,
    "year-before": TOWNSHIP.preceding(),
    **{
        f"random-{number}": CorrectReport.random(random.Random(number), BODIES[number % len(BODIES)], 2021 + number % 4)
        for number in range(21)
    },
}


@cache
def lint(report: Draft, shape: Shape) -> Result:
    return Linter(Settings(), built_in_registry()).data(shape.write(report), "报告" + shape.suffix)


def read(report: CorrectReport, shape: Shape) -> DisclosureReport:
    found = lint(report, shape).report
    assert isinstance(found, DisclosureReport)
    return found


def figures(report: DisclosureReport) -> Mapping[str, Mapping[tuple[str, str], object]]:
    return {table.form.key: {cell.key: cell.value for cell in table} for table in report.tables}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("name", REPORTS)
class TestEveryShape:
    def test_gives_the_same_figures(self, name: str, shape: Shape) -> None:
        report = REPORTS[name]
        assert figures(read(report, shape)) == report.figures._asdict()

    def test_gives_the_same_structure(self, name: str, shape: Shape) -> None:
        report = read(REPORTS[name], shape)
        assert (report.agency, report.year) == (REPORTS[name].agency, REPORTS[name].year)
        assert report.title is not None
        assert "".join(report.title.plain.text.split()) == "".join(line.text for line in REPORTS[name].title)
        assert [section.key for section in report.sections] == [form.key for form in EDITION_2021.sections]
        assert [section.title.text for section in report.sections] == [form.title for form in EDITION_2021.sections]
        assert [section.number and section.number.text for section in report.sections] == list("一二三四五六")

    def test_gives_the_same_statements(self, name: str, shape: Shape) -> None:
        report = read(REPORTS[name], shape)
        assert report.period is not None
        assert report.period.first is not None
        assert report.period.last is not None
        year = REPORTS[name].year
        assert (report.period.first.date, report.period.last.date) == (date(year, 1, 1), date(year, 12, 31))
        assert report.contact is not None
        assert {"phone", "postcode", "address"} <= {entry.kind for entry in report.contact.entries}
        assert report.fee is not None
        assert report.signature.agency is not None
        assert report.signature.agency.text == REPORTS[name].agency
        assert report.signature.date is not None
        assert report.signature.date.year == year + 1

    def test_has_nothing_wrong(self, name: str, shape: Shape) -> None:
        result = lint(REPORTS[name], shape)
        assert result.document is not None
        found = serious(result.diagnostics)
        assert not found, "\n" + show(mark_of(item, named=True) for item in found)


def test_a_fault_is_in_the_file() -> None:
    faulty = TOWNSHIP.with_cell("applications", "total", "business", 5)
    for shape in SHAPES:
        table = lint(faulty, shape).report
        assert isinstance(table, DisclosureReport)
        assert table.applications is not None
        assert table.applications.value("total", "business") == 5, shape.name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_word_is_read(shape: Shape) -> None:
    draft = TOWNSHIP.with_paragraph("五", "下一步，将<继续>改进 & 提升|服务。")
    document = lint(draft, shape).document
    assert document is not None
    lines = [piece.text for piece in draft.pieces if isinstance(piece, Line)]
    assert [line for line in lines if line not in document.prose.text] == []
