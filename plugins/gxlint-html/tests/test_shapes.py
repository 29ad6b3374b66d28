"""The same report, as different pages: what is read is the report, nothing else, and nothing is wrong in it."""

from __future__ import annotations

import pytest
from pages import SHAPES

from gxlint.plugins.registry import Registry
from gxlint.testing import Shape, check_shape, correct_reports

REPORTS = correct_reports(8)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("name", REPORTS)
def test_gives_the_report_and_nothing_else(name: str, shape: Shape) -> None:
    check_shape(shape, REPORTS[name], Registry())
