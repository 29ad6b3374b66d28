"""Figures that the form does not have, and rows that lost their labels."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from gxlint.form.figures import FormTable, State
from gxlint.testing.drafts import Draft
from gxlint.testing.figures import random_figures
from gxlint.testing.pieces import Grid, GridCell
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import CELL_A_LINE_TEXT, SHAPES, Shape

from .drafts import read, read_text
from .test_tables import cells, labels


def reports() -> list[CorrectReport]:
    """With figures in one column of the group only, in several, and with none."""
    figures = [random_figures(random.Random(seed), busy=1 + seed % 3) for seed in range(4)]
    return [CorrectReport(figures=each) for each in figures] + [CorrectReport()]


def with_subtotals(correct: CorrectReport, label: str) -> Draft:
    """The report with a column of sums behind the last of 法人或其他组织."""
    grid = correct.grid("applications")
    at = max(cell.column for cell in grid.cells)
    group = range(at - 5, at)
    sums: Counter[int] = Counter()
    for cell in grid.cells:
        if cell.key and cell.column in group:
            sums[cell.row] += int(cell.text)
    moved = [
        cell._replace(column=cell.column + 1)
        if cell.column >= at
        else cell._replace(column_span=cell.column_span + 1)
        if cell.column + cell.column_span >= at and cell.column_span > 1
        else cell
        for cell in grid.cells
    ]
    new = [GridCell(label, 2, at), *(GridCell(str(total), row, at) for row, total in sums.items())]
    return correct.with_grid("applications", Grid([*moved, *new], "applications", 3))


def applications(draft: Draft, shape: Shape) -> FormTable:
    table = read(draft, shape).applications
    assert table
    return table


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("label", ["小计", "法人小计"])
def test_a_column_of_sums_is_left_out(shape: Shape, label: str) -> None:
    for correct in reports():
        table = applications(with_subtotals(correct, label), shape)
        assert {key: table[key].value for key in table.form.cell_keys()} == dict(correct.figures.applications)
        assert (table.reasons, table.missing_columns, list(table.breaches("row-sum"))) == ((), (), [])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_figure_altered_beside_a_column_of_sums_is_found(shape: Shape) -> None:
    draft = with_subtotals(CorrectReport(), "小计").with_cell("applications", "granted", "business", 9)
    (breach,) = applications(draft, shape).breaches("row-sum")
    assert breach.total.key == ("granted", "total")


@pytest.mark.parametrize("figures", ["1 2 3 4 5 6 21", "0 0 0 0 0 0 0", "0 5 0 0 0 0 5"])
@pytest.mark.parametrize("page", ["3", "11"])
@pytest.mark.parametrize("row", [0, 8, 24])
def test_a_page_number_behind_a_row(figures: str, page: str, row: int) -> None:
    rows = [f"{label} {figures}" for label in labels()]
    rows[row] += f" {page}"
    table = read_text(cells(rows)).applications
    assert table
    assert not table.reasons
    assert [cell.text for cell in table.row(table.form.rows[row].key)] == figures.split(" ")


@pytest.mark.parametrize("row", ["1 2 8 3 4 5 6 21", "1 0 0 0 0 0 1 1", "1 2 3 4 5 6 22 8"])
def test_a_page_number_that_may_be_a_figure_is_not_guessed(row: str) -> None:
    rows = [f"{label} 0 0 0 0 0 0 0" for label in labels()]
    rows[-1] = f"{labels()[-1]} {row}"
    table = read_text(cells(rows)).applications
    assert table
    assert {cell.state for cell in table.row("carried_out")} == {State.DOUBTFUL}
    assert len(table.reasons) == 1


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("at", [3, 9, 20])
def test_rows_that_lost_their_labels_follow_the_row_above(at: int, count: int) -> None:
    rows = [f"{label} 1 2 3 4 5 6 21" for label in labels()]
    for lost in range(at, at + count):
        rows[lost] = rows[lost].partition(" ")[2]
    table = read_text(cells(rows)).applications
    assert table
    assert (table.missing_rows, table.reasons) == ((), ())
    assert all([cell.value for cell in table.row(row.key)] == [1, 2, 3, 4, 5, 6, 21] for row in table.form.rows)


def test_figures_too_many_for_a_row_and_too_few_for_two_prove_no_row_missing() -> None:
    rows = [f"{label} 1 2 3 4 5 6 21" for label in labels()]
    rows[9] = "1 2 3 4"
    table = read_text(cells(rows)).applications
    assert table
    assert not table.missing_rows
    assert table.reasons


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_another_label_with_the_number_that_is_due_is_that_row(shape: Shape) -> None:
    draft = CorrectReport().with_label("applications", "4.保护第三方合法权益", "4.属于商业秘密")
    table = applications(draft, shape)
    assert (table.missing_rows, table.reasons) == ((), ())
    assert {label.text: label.official for label in table.row_labels}["4.属于商业秘密"] == "4.保护第三方合法权益"


@pytest.mark.parametrize("header", ["青禾县统计局2023年年度报告", "第3页", "内部资料"])
@pytest.mark.parametrize("at", [0, 3, 7])
def test_the_head_of_a_page_among_the_figures_of_a_row(header: str, at: int) -> None:
    rows = [f"{label} 1 2 3 4 5 6 21" for label in labels()]
    torn = rows[8].split(" ")
    rows[8] = " ".join([*torn[: at + 1], header, *torn[at + 1 :]])
    table = read_text(cells(rows)).applications
    assert table
    assert (table.missing_rows, table.reasons) == ((), ())
    assert all([cell.value for cell in table.row(row.key)] == [1, 2, 3, 4, 5, 6, 21] for row in table.form.rows)


def test_a_blank_cell_of_a_row_that_came_a_cell_a_line_is_not_taken_for_a_page_number() -> None:
    table = applications(CorrectReport().with_cell("applications", "new", "total", 99), CELL_A_LINE_TEXT)
    assert not table.reasons
    assert table.value("new", "total") == 99
