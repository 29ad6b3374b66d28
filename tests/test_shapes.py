"""The same report in six shapes is the same report, and there is nothing wrong with it."""

from __future__ import annotations

import pytest

from gxlint.api import Linter
from gxlint.engine import Result
from gxlint.form.disclosure import DisclosureReport
from gxlint.settings import Settings
from gxlint.testing.conformance.shapes import check_shape, correct_reports
from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Line
from gxlint.testing.reports import CorrectReport
from gxlint.testing.running import built_in_registry
from gxlint.testing.shapes import SHAPES, Shape

TOWNSHIP = CorrectReport()
REPORTS = correct_reports(21)


def lint(draft: Draft, shape: Shape) -> Result:
    return Linter(Settings(), built_in_registry()).data(shape.write(draft), "报告" + shape.suffix)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("name", REPORTS)
def test_every_shape_gives_the_same_report(name: str, shape: Shape) -> None:
    check_shape(shape, REPORTS[name], built_in_registry())


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
