"""Official tables in the shapes in which they arrive, whole and damaged."""

from __future__ import annotations

import random

import pytest

from gxlint.form.figures import State
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import CELL_A_LINE_TEXT, SHAPES, TABBED_TEXT, Shape

from .drafts import read, read_text

GRIDS = [shape for shape in SHAPES if shape is not CELL_A_LINE_TEXT]
HEAD = "青禾县统计局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"


def labels() -> list[str]:
    report = read(CorrectReport(), TABBED_TEXT)
    assert report.applications
    return [row.label for row in report.applications.form.rows]


def cells(rows: list[str], mark: str = "") -> str:
    """Table three with a cell a line; each row a label and its figures, separated by spaces."""
    header = ["申请人情况", "自然人", "法人或其他组织", "总计"]
    header += ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    lines = header + [part for row in rows for part in row.split(" ")]
    return HEAD + "\n".join(line + mark for line in lines)


@pytest.mark.parametrize("shape", GRIDS, ids=lambda shape: shape.name)
def test_a_blank_cell_is_blank_and_its_neighbours_keep_their_columns(shape: Shape) -> None:
    report = read(CorrectReport().with_cell("applications", "new", "research", ""), shape)
    table = report.applications
    assert table
    assert table["new", "research"].state is State.BLANK
    assert [table.value("new", column) for column in ("business", "public_welfare", "total")] == [3, 1, 15]
    assert not table.reasons


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("text", ["/", "—", "_", "无", "3件", "1.5", "-2", "若干", "约3", "10余件"])
def test_what_is_no_count_is_invalid(shape: Shape, text: str) -> None:
    report = read(CorrectReport().with_cell("applications", "partial", "business", text), shape)
    assert report.applications
    cell = report.applications["partial", "business"]
    assert (cell.state, cell.text) == (State.INVALID, text)
    assert report.document.source[cell.span] == text


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_last_row_left_out_leaves_the_row_above_whole(shape: Shape) -> None:
    table = read(CorrectReport().without_row("applications", "carried_out"), shape).applications
    assert table
    assert table.missing_rows == ("carried_out",)
    assert [cell.value for cell in table.row("total")] == [11, 3, 0, 1, 0, 0, 15]


@pytest.mark.parametrize("shape", GRIDS, ids=lambda shape: shape.name)
def test_a_blank_at_the_very_end_of_a_table_has_its_place(shape: Shape) -> None:
    report = read(CorrectReport().with_cell("disclosure", "fees", "amount", ""), shape)
    assert report.disclosure
    cell = report.disclosure["fees", "amount"]
    assert report.place(cell.span) == "表二 行政事业性收费 本年收费金额（单位：万元）"


def test_lines_between_figures_that_are_no_labels_stay_out() -> None:
    lines = cells([f"{label} 0 0 0 0 0 0 0" for label in labels()]).split("\n")
    lines.insert(len(lines) // 2, "青禾县统计局办公室印制")
    table = read_text("\n".join(lines)).applications
    assert table
    assert not table.reasons
    assert {cell.value for cell in table} == {0}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize(("text", "value"), [("１２", 12), ("1,234", 1234), ("007", 7)])
def test_figures_in_other_dress(shape: Shape, text: str, value: int) -> None:
    report = read(CorrectReport().with_cell("applications", "granted", "other", text), shape)
    assert report.applications
    assert report.applications.value("granted", "other") == value


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("row", ["denied.3", "unavailable.2", "carried_in"])
def test_a_row_left_out_is_missing_and_the_others_stay(shape: Shape, row: str) -> None:
    correct = CorrectReport()
    report = read(correct.without_row("applications", row), shape)
    table = report.applications
    assert table
    assert table.missing_rows == (row,)
    for key, value in correct.figures.applications.items():
        if key.row != row:
            assert table[key].value == value, key


@pytest.mark.parametrize("shape", GRIDS, ids=lambda shape: shape.name)
def test_a_column_left_out_is_missing(shape: Shape) -> None:
    report = read(CorrectReport().without_column("applications", "new", "research"), shape)
    table = report.applications
    assert table
    assert table.missing_columns == (("", "research"),)
    assert table.value("new", "total") == 15
    assert not [breach for kind in ("row-sum", "outcome-sum", "balance") for breach in table.breaches(kind)]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_wrong_total_breaks_its_sum_and_names_the_culprit(shape: Shape) -> None:
    report = read(CorrectReport().with_cell("applications", "granted", "business", 4), shape)
    table = report.applications
    assert table
    (row,) = table.breaches("row-sum")
    (column,) = table.breaches("outcome-sum")
    assert (row.total.key, row.found, row.expected) == (("granted", "total"), 7, 9)
    assert (column.total.key, column.found, column.expected) == (("total", "business"), 3, 5)
    for breach in (row, column):
        culprit = table.culprit(breach)
        assert culprit
        assert culprit.key == ("granted", "business")


def test_one_column_too_few_is_doubted_but_what_is_broken_anyhow_is_told() -> None:
    rows = [f"{label} 0 0 0 0 0 {14 if '总计' in label else 0}" for label in labels()]
    table = read_text(cells(rows)).applications
    assert table
    assert table.reasons
    assert {cell.state for cell in table} == {State.DOUBTFUL}
    assert not list(table.breaches("row-sum"))
    for kind in ("outcome-sum", "balance"):
        (breach,) = table.breaches(kind)
        assert 14 in (breach.found, breach.expected)


def test_a_single_short_row_leaves_the_others_certain() -> None:
    rows = [f"{label} 0 0 0 0 0 0" + ("" if label.startswith("2.重复") else " 0") for label in labels()]
    table = read_text(cells(rows)).applications
    assert table
    assert len(table.reasons) == 1
    assert "重复申请" in table.reasons[0]
    assert {cell.state for cell in table.row("rejected.2")} == {State.DOUBTFUL}
    assert {cell.state for cell in table.row("rejected.1")} == {State.READ}


def test_blank_cells_that_came_a_line_each() -> None:
    rows = [f"{label}|" + "|".join([""] * 6) + "|5" for label in labels()]
    lines = [part + " |" if part else "|" for row in rows for part in row.split("|")]
    text = HEAD + "\n".join(["申请人情况 |", "自然人 |", "法人或其他组织 |", "总计 |", *lines])
    table = read_text(text).applications
    assert table
    assert table.value("new", "total") == 5
    assert table["new", "natural_person"].state is State.BLANK


@pytest.mark.parametrize("glue", ["", " "])
def test_glued_figures(glue: str) -> None:
    lines = [
        "第二十条第（一）项",
        "信息内容 本年制发件数 本年废止件数 现行有效件数",
        f"规章{glue}000".replace("000", glue.join("000")),
    ]
    lines += [f"行政规范性文件{glue}" + glue.join("213"), "行政许可 146", "行政处罚8", "行政强制 0", "行政事业性收费 0"]
    table = read_text("青禾县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" + "\n".join(lines)).disclosure
    assert table
    assert [cell.value for cell in table.row("normative_documents")] == [2, 1, 3]
    assert (table.value("licensing", "decisions"), table.value("penalties", "decisions")) == (146, 8)


def test_labels_damaged_by_a_page_break_keep_their_order() -> None:
    damaged = {"（一）予以公开": "三、本", "5.属于三类内部事务信息": "属于三类内部", "（七）总计": "总计"}
    table = read_text(cells([f"{damaged.get(label, label)} 1 2 3 4 5 6 21" for label in labels()])).applications
    assert table
    assert not table.reasons
    for row in ("granted", "denied.5", "total"):
        assert [cell.value for cell in table.row(row)] == [1, 2, 3, 4, 5, 6, 21]


def test_subtotals_that_the_form_does_not_have_are_left_out() -> None:
    rows = [f"{label} 1 0 0 0 0 0 1" for label in labels()]
    rows.insert(rows.index(next(row for row in rows if row.startswith("1.本机关"))), "不予公开小计 8 0 0 0 0 0 8")
    table = read_text(cells(rows)).applications
    assert table
    assert table.value("unavailable.1", "natural_person") == 1
    assert not table.missing_rows


@pytest.mark.parametrize("seed", range(3))
def test_tables_of_other_content_are_none(seed: int) -> None:
    rng = random.Random(seed)
    rows = "\n".join(f"{month}月\t{rng.randint(1, 90)}\t{rng.randint(1, 90)}" for month in range(1, 13))
    head = "青禾县2023年政府信息公开工作年度报告\n一、总体情况\n月份\t来电\t办结\n"
    text = f"{head}{rows}\n二、主动公开政府信息情况\n见下表。\n"
    report = read_text(text)
    assert not report.tables
    assert len(report.document.tables) == 1


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("row", ["other.1", "other.2", "other.3"])
def test_a_table_that_lacks_a_row_of_the_new_form_is_not_of_the_old_form(shape: Shape, row: str) -> None:
    table = read(CorrectReport().without_row("applications", row), shape).applications
    assert table
    assert table.form.edition == 2021
    assert table.missing_rows == (row,)


@pytest.mark.parametrize("rows", [8, 12, 16])
def test_a_table_cut_short_is_of_the_edition_in_force(rows: int) -> None:
    text = cells([f"{label} 0 0 0 0 0 0 0" for label in labels()[:rows]])
    table = read_text(f"{text}\n四、政府信息公开行政复议、行政诉讼情况").applications
    assert table
    assert table.form.edition == 2021


def test_a_draft_without_a_year_is_of_the_edition_of_its_tables() -> None:
    head = "一、总体情况\n二、主动公开政府信息情况\n第二十条第（一）项\n"
    columns = "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
    text = f"{head}{columns}规章\t0\t0\t0\n规范性文件\t2\t2\t9\n五、政府信息公开工作存在的主要问题及改进情况\n"
    report = read_text(text)
    assert report.year is None
    assert report.layout.edition == 2019
