"""Labels that somebody reworded, and the two-storied header of table four."""

from __future__ import annotations

import pytest

from gxlint.form.labels import normal
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import SHAPES, Shape

from .drafts import read, read_text


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize(
    ("table", "official", "written"),
    [
        ("applications", "四、结转下年度继续办理", "四、结转下年继续办理"),
        ("applications", "（一）予以公开", "（一）给予公开"),
        ("applications", "6.属于四类过程性信息", "6.属于过程类信息"),
        ("applications", "法律服务机构", "法律援助机构"),
        ("disclosure", "行政事业性收费", "行政事业收费"),
    ],
)
def test_a_reworded_label_is_that_label_wherever_its_line_stands(
    shape: Shape, table: str, official: str, written: str
) -> None:
    correct = CorrectReport()
    report = read(correct.with_label(table, official, written), shape)
    found = next(each for each in report.tables if each.form.key == table)
    assert (found.missing_rows, found.reasons) == ((), ())
    assert {key: found[key].value for key in correct.figures.table(table)} == correct.figures.table(table)
    labels = {label.text: label.official for label in (*found.row_labels, *found.column_labels)}
    assert labels[written] == official


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize(("row", "column"), [("review", "other"), ("suit_after_review", "pending")])
def test_a_column_left_out_of_table_four_is_missing_where_the_header_lacks_it_too(
    shape: Shape, row: str, column: str
) -> None:
    correct = CorrectReport()
    table = read(correct.without_column("disputes", row, column), shape).disputes
    assert table
    assert (table.missing_columns, table.reasons) == (((row, column),), ())
    for key, value in correct.figures.disputes.items():
        assert table[key].value == (None if key == (row, column) else value)


def test_a_header_of_table_four_that_fits_in_two_ways_says_nothing() -> None:
    five = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    head = "青禾县统计局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
    table = read_text(f"{head}行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n{five}{five}" + "0\n" * 10).disputes
    assert table
    assert not table.missing_columns
    assert table.reasons


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize(
    ("table", "official", "written"),
    [
        ("applications", "（三）不予公开", "（三）不准公开"),
        ("applications", "三、本年度办理结果", "三、本年办理结果"),
        ("disputes", "复议后起诉", "复议后再起诉"),
        ("disputes", "未经复议直接起诉", "未复议直接起诉"),
    ],
)
def test_a_reworded_label_over_several_rows_is_that_label(
    shape: Shape, table: str, official: str, written: str
) -> None:
    report = read(CorrectReport().with_label(table, official, written), shape)
    found = next(each for each in report.tables if each.form.key == table)
    assert {label.text: label.official for label in found.group_labels}[written] == official
    assert not found.reasons


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_correct_labels_over_several_rows_are_read_as_they_are(shape: Shape) -> None:
    for table in read(CorrectReport(), shape).tables:
        assert all(normal(label.text) == normal(label.official) for label in table.group_labels)
