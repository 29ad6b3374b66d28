"""Texts where a figure belongs."""

from __future__ import annotations

import pytest

from gxlint.form.figures import State
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import CELL_A_LINE_TEXT, SHAPES, TABBED_TEXT, Shape

from .drafts import read, read_text

GRIDS = [shape for shape in SHAPES if shape is not CELL_A_LINE_TEXT]
CELLS = [
    ("applications", "denied.2", "business"),
    ("disclosure", "penalties", "decisions"),
    ("disclosure", "rules", "issued"),
    ("disputes", "review", "pending"),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("text", ["见附件", "3（含补正1）", "3+2", "三"])
@pytest.mark.parametrize(("name", "row", "column"), CELLS)
def test_what_stands_where_a_figure_belongs_is_the_cell(
    shape: Shape, text: str, name: str, row: str, column: str
) -> None:
    correct = CorrectReport()
    report = read(correct.with_cell(name, row, column, text), shape)
    table = next(each for each in report.tables if each.form.key == name)
    cell = table[row, column]
    assert (cell.state, cell.text) == (State.INVALID, text)
    assert (table.missing_rows, table.reasons) == ((), ())
    others = {key: value for key, value in correct.figures.table(name).items() if key != (row, column)}
    assert {key: table[key].value for key in others} == others


@pytest.mark.parametrize("shape", GRIDS, ids=lambda shape: shape.name)
def test_the_last_cell_of_a_table_is_no_exception(shape: Shape) -> None:
    table = read(CorrectReport().with_cell("disclosure", "fees", "amount", "见附件"), shape).disclosure
    assert table
    assert table["fees", "amount"].state is State.INVALID


@pytest.mark.parametrize("text", ["待补充", "abc", "三"])
@pytest.mark.parametrize(
    ("name", "row", "column"),
    [("applications", "carried_out", "total"), ("disputes", "suit_after_review", "total")],
)
def test_the_last_of_loose_lines_is_the_cell_behind_all_its_other_figures(
    name: str, row: str, column: str, text: str
) -> None:
    report = read(CorrectReport().with_cell(name, row, column, text), CELL_A_LINE_TEXT)
    table = next(each for each in report.tables if each.form.key == name)
    assert (table[row, column].state, table[row, column].text) == (State.INVALID, text)
    assert table.reasons == ()


@pytest.mark.parametrize("text", ["未发生", "详见附件"])
def test_words_for_nothing_stand_for_a_figure_anywhere(text: str) -> None:
    table = read(CorrectReport().with_cell("disclosure", "fees", "amount", text), CELL_A_LINE_TEXT).disclosure
    assert table
    assert (table["fees", "amount"].state, table["fees", "amount"].text) == (State.INVALID, text)


@pytest.mark.parametrize("remark", ["附件1", "第3页", "说明", "四、有关情况"])
def test_a_remark_behind_a_row_without_its_last_figure_is_no_entry(remark: str) -> None:
    report = read(CorrectReport().with_cell("applications", "carried_out", "total", remark), CELL_A_LINE_TEXT)
    assert report.applications
    assert report.applications.reasons


def test_behind_the_last_of_loose_lines_a_text_may_be_anything() -> None:
    rows = (
        "规章\n0\n0\n0\n行政规范性文件\n1\n0\n4\n行政许可\n5\n行政处罚\n2\n行政强制\n0\n行政事业性收费\n数据截至年底\n"
    )
    head = "青禾县统计局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
    table = read_text(head + "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n" + rows).disclosure
    assert table
    assert table["fees", "amount"].state is State.BLANK
    assert not table.missing_rows


def test_a_remark_beside_as_many_figures_as_the_row_has_is_no_entry() -> None:
    label = "二、上年结转政府信息公开申请数量\t\t"
    text = TABBED_TEXT.write(CorrectReport()).decode()
    assert f"{label}\t2\t" in text
    table = read_text(text.replace(f"{label}\t", f"{label}件\t")).applications
    assert table
    assert [cell.value for cell in table.row("carried_in")] == [2, 0, 0, 0, 0, 0, 2]
