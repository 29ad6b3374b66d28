"""Tables that arrived as lines with spaces, or nothing, between their cells."""

from __future__ import annotations

from itertools import groupby

import pytest

from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import State
from gxlint.form.layout import Key
from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Line
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, Shape

from .drafts import read

TABLES = ("disclosure", "applications", "disputes")


def read_spaced(correct: CorrectReport, shape: Shape, gap: str) -> DisclosureReport:
    """The report with each row of its tables on a line."""
    draft: Draft = correct
    for name in TABLES:
        rows = [list(cells) for _row, cells in groupby(correct.grid(name).cells, key=lambda cell: cell.row)]
        lines = [gap.join([cell.text for cell in row]) for row in rows]
        draft = draft.with_grid(name, *[Line.of(line) for line in lines])
    return read(draft, shape)


@pytest.mark.parametrize("shape", [TABBED_TEXT, PIPE_MARKDOWN], ids=lambda shape: shape.name)
@pytest.mark.parametrize("gap", [" ", "  ", "　"])
def test_rows_with_spaces_between_their_cells(shape: Shape, gap: str) -> None:
    correct = CorrectReport()
    report = read_spaced(correct, shape, gap)
    for name in TABLES:
        (table,) = [each for each in report.tables if each.form.key == name]
        assert {key: table[key].value for key in table.form.cell_keys()} == dict(correct.figures.table(name))
        assert not table.reasons
        assert all(label.text == label.official for label in table.column_labels)


def test_figures_that_came_behind_a_damaged_label_are_its_row() -> None:
    correct = CorrectReport()
    damaged = "行政机关不再处理其政府信息公开申请"
    cut = f"1.申请人无正当理由逾期不补正、{damaged}"
    draft = correct.with_label("applications", cut, cut[:-6])
    rows = [list(cells) for _row, cells in groupby(draft.grid("applications").cells, key=lambda cell: cell.row)]
    lines = [Line.of("  ".join([cell.text for cell in row])) for row in rows]
    table = read(draft.with_grid("applications", *lines), TABBED_TEXT).applications
    assert table
    assert (table.missing_rows, table.reasons) == ((), ())
    assert table.value("other.1", "business") == correct.figures.applications[Key("other.1", "business")]


@pytest.mark.parametrize("row", ["规章 / / /", "规章  —  —  —", "规章///"])
def test_marks_for_nothing_behind_a_label(row: str) -> None:
    lines = ["信息内容 本年制发件数 本年废止件数 现行有效件数", row, "行政规范性文件 2 1 9"]
    lines += ["行政许可 146", "行政处罚 8", "行政强制 2", "行政事业性收费0.038"]
    draft = CorrectReport().with_grid("disclosure", *map(Line.of, lines))
    table = read(draft, TABBED_TEXT).disclosure
    assert table
    assert [cell.state for cell in table.row("rules")] == [State.INVALID] * 3
    assert str(table.value("fees", "amount")) == "0.038"
    assert not table.missing_rows
