"""Where a person is sent to look."""

from __future__ import annotations

import pytest

from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import SHAPES, Shape

from .drafts import read


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_what_stands_in_no_section_has_a_place_too(shape: Shape) -> None:
    report = read(CorrectReport(), shape)
    assert report.title
    assert report.contact
    assert report.signature.agency
    assert report.signature.date
    assert report.place(report.title.span) == "标题"
    assert report.place(report.contact.entries[0].value.span) == "引言 第3段"
    assert report.place(report.signature.agency.span) == report.place(report.signature.date.span) == "落款"
