"""Rows that are blank, cut short, torn, out of order or there twice."""

from __future__ import annotations

import pytest

from gxlint.form.figures import FormTable, State
from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Grid
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import CELL_A_LINE_TEXT, SHAPES, TABBED_TEXT, Shape

from .drafts import read, read_text
from .test_tables import cells, labels

CORRECT = CorrectReport()
TABBED = TABBED_TEXT.write(CORRECT).decode()


def table_of(draft: Draft, shape: Shape, name: str) -> FormTable:
    (table,) = [each for each in read(draft, shape).tables if each.form.key == name]
    return table


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("row", ["licensing", "penalties", "coercion", "fees"])
def test_a_row_of_one_figure_that_is_blank_is_there(shape: Shape, row: str) -> None:
    column = "amount" if row == "fees" else "decisions"
    table = table_of(CORRECT.with_cell("disclosure", row, column, ""), shape, "disclosure")
    assert (table.missing_rows, table.reasons) == ((), ())
    assert table[row, column].state is State.BLANK


def test_a_row_whose_blank_cells_were_stripped_is_blank() -> None:
    text = TABBED.replace("行政许可\t146\t\t", "行政许可")
    table = read_text("\n".join(line.rstrip("\t") for line in text.split("\n"))).disclosure
    assert table
    assert table["licensing", "decisions"].state is State.BLANK
    assert table.value("penalties", "decisions") == 8


def test_a_row_that_ends_before_its_last_column_is_doubtful() -> None:
    row = "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2"
    assert row in TABBED
    table = read_text(TABBED.replace(row, row.removesuffix("\t2"))).applications
    assert table
    assert {cell.state for cell in table.row("carried_out")} == {State.DOUBTFUL}
    assert len(table.reasons) == 1
    assert table.value("total", "total") == 15


def test_a_page_number_makes_no_row_of_a_table_that_lacks_a_column_whole() -> None:
    text = CELL_A_LINE_TEXT.write(CORRECT.without_column("applications", "new", "research")).decode()
    table = read_text(text.replace("（二）部分公开", "5\n\n（二）部分公开")).applications
    assert table
    assert table.missing_columns == (("", "research"),)
    assert {cell.state for cell in table.row("granted")} == {State.DOUBTFUL}
    assert table.value("partial", "total") == 2


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_rows_that_changed_places_are_read_by_their_labels(shape: Shape) -> None:
    labels = {"4.保护第三方合法权益": "5.属于三类内部事务信息", "5.属于三类内部事务信息": "4.保护第三方合法权益"}
    grid = CORRECT.grid("applications")
    swapped = [cell if cell.key else cell._replace(text=labels.get(cell.text, cell.text)) for cell in grid.cells]
    table = table_of(CORRECT.with_grid("applications", Grid(swapped, grid.name, 3)), shape, "applications")
    assert (table.missing_rows, table.reasons) == ((), ())
    figures = CORRECT.figures.applications
    for row, other in (("denied.4", "denied.5"), ("denied.5", "denied.4")):
        assert [cell.value for cell in table.row(row)] == [figures[key] for key in figures if key.row == other]


@pytest.mark.parametrize("again", ["0 0 0 0 0 0 0", "1 0 0 0 0 0 1"])
def test_a_row_there_twice_is_doubtful_where_its_figures_differ(again: str) -> None:
    rows = [f"{label} 0 0 0 0 0 0 0" for label in labels()]
    rows.insert(9, f"{labels()[8]} {again}")
    table = read_text(cells(rows)).applications
    assert table
    doubtful = again != "0 0 0 0 0 0 0"
    assert {cell.state for cell in table.row(table.form.rows[8].key)} == {State.DOUBTFUL if doubtful else State.READ}
    assert len(table.reasons) == doubtful
    assert {cell.state for cell in table.row(table.form.rows[9].key)} == {State.READ}


def test_a_label_torn_beside_its_figures_is_one_row() -> None:
    row = "\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t2\t0\t0\t0\t0\t0\t2"
    assert row in TABBED
    torn = row.replace("部分公开（区分处理的，只计这一情形，不计其他情形）", "")
    rest = "\t部分公开（区分处理的，只计这一情形，不计其他情形）" + "\t" * 8
    table = read_text(TABBED.replace(row, f"{torn}\n- 3 -\n{rest}")).applications
    assert table
    assert not table.reasons
    assert [cell.value for cell in table.row("partial")] == [2, 0, 0, 0, 0, 0, 2]


@pytest.mark.parametrize("row", ["规章 见附件 0 0", "规章  0  若干  0"])
def test_words_among_figures_with_spaces_between(row: str) -> None:
    text = TABBED.replace("规章\t0\t0\t0\n行政规范性文件\t2\t1\t9", f"{row}\n行政规范性文件 2 1 9")
    table = read_text(text).disclosure
    assert table
    assert sorted(cell.state for cell in table.row("rules")) == ["invalid", "read", "read"]
    assert not table.missing_rows


def test_a_label_in_a_line_that_cannot_be_read_proves_no_row_missing() -> None:
    lines = cells([f"{label} 0 0 0 0 0 0 0" for label in labels()]).split("\n")
    at = lines.index("7.属于行政执法案卷")
    lines[at : at + 8] = ["7.属于行政执法案卷共三件", "见附件"]
    table = read_text("\n".join(lines)).applications
    assert table
    assert not table.missing_rows
    assert table.reasons


def test_another_number_is_another_row() -> None:
    rows = [f"{label} 1 2 3 4 5 6 21" for label in labels()]
    rows[1] = "一、本年新收政府信息公开申请 9 9 9 9 9 9 54"
    table = read_text(cells(rows)).applications
    assert table
    assert [cell.value for cell in table.row("new")] == [1, 2, 3, 4, 5, 6, 21]
    assert not table["carried_in", "total"].value
