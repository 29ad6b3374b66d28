"""The correct report is correct by recomputation, and faults go exactly where they are put."""

from __future__ import annotations

import random
import re

import pytest

from gxlint.form.editions import EDITION_2021
from gxlint.form.layout import Key
from gxlint.testing.bodies import BODIES
from gxlint.testing.drafts import Draft
from gxlint.testing.figures import Figures
from gxlint.testing.pieces import Grid, Line
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import CELL_A_LINE_TEXT, SHAPES

SEEDS = range(30)


def some(seed: int) -> CorrectReport:
    return CorrectReport.random(random.Random(seed), BODIES[seed % len(BODIES)])


def sentences(draft: Draft) -> set[str]:
    text = "\n".join(piece.text for part in draft.parts for piece in part.content if isinstance(piece, Line))
    return {sentence for sentence in re.split(r"[。\n]", text) if len(sentence) > 8 and sentence[0] != "（"}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_identity_of_the_form_holds(seed: int) -> None:
    figures = some(seed).figures
    for form in EDITION_2021.tables:
        cells = figures.table(form.key)
        assert cells.keys() == set(form.cell_keys())
        assert min(cells.values()) >= 0
        for left, right in ((identity.left, identity.right) for identity in form.identities):
            assert sum(cells[key] for key in left) == sum(cells[key] for key in right)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_year_before_agrees(seed: int) -> None:
    report = some(seed)
    before = report.preceding()
    assert (before.agency, before.year) == (report.agency, report.year - 1)
    for column in EDITION_2021.table("applications").columns:
        carried = before.figures.applications[Key("carried_out", column.key)]
        assert carried == report.figures.applications[Key("carried_in", column.key)]
    for row in ("rules", "normative_documents"):
        issued, repealed, effective = (
            report.figures.disclosure[Key(row, c)] for c in ("issued", "repealed", "effective")
        )
        assert before.figures.disclosure[Key(row, "effective")] + issued - repealed == effective
    assert not sentences(report) & sentences(before)


def test_reports_differ() -> None:
    assert len({CELL_A_LINE_TEXT.write(some(seed)) for seed in SEEDS}) == len(SEEDS)
    assert [CELL_A_LINE_TEXT.write(some(seed)) for seed in SEEDS] == [
        CELL_A_LINE_TEXT.write(some(seed)) for seed in SEEDS
    ]


def test_more_cannot_be_settled_than_there_was() -> None:
    with pytest.raises(ValueError, match="more applications settled"):
        Figures.of({}, {"granted": {"business": 1}}, {})


def test_equal_drafts_make_equal_files() -> None:
    for shape in SHAPES:
        assert shape.write(some(1)) == shape.write(some(1))


class TestFaults:
    report = CorrectReport()

    def text(self, draft: Draft) -> str:
        return CELL_A_LINE_TEXT.write(draft).decode()

    def test_a_figure_changes_alone(self) -> None:
        draft = self.report.with_cell("applications", "total", "business", "—")
        changed = [
            cell.key
            for cell, old in zip(draft.grid("applications").cells, self.report.grid("applications").cells, strict=True)
            if cell != old
        ]
        assert changed == [("total", "business")]
        with pytest.raises(KeyError):
            self.report.with_cell("applications", "total", "upheld", 1)

    def test_rows_and_columns_go(self) -> None:
        whole = self.report.grid("applications")
        grid = self.report.without_row("applications", "denied.1").grid("applications")
        assert (grid.height, grid.width) == (whole.height - 1, whole.width)
        assert [cell.row_span for cell in grid.cells if cell.text == "（三）不予公开"] == [7]
        assert not any(cell.key and cell.key.row == "denied.1" for cell in grid.cells)
        grid = self.report.without_column("applications", "new", "total").grid("applications")
        assert (grid.height, grid.width) == (whole.height, whole.width - 1)
        for part in (whole, grid):
            assert len(part.covering()) == part.height * part.width

    def test_tables_and_labels_change(self) -> None:
        draft = self.report.with_label("disclosure", "行政规范性文件", "规范性文件")
        assert "\n规范性文件\n" in self.text(draft)
        assert "行政强制" not in self.text(self.report.without_table("disclosure"))
        assert "本年制发件数" in self.text(self.report)
        with pytest.raises(KeyError):
            self.report.with_label("disclosure", "规范性", "文件")

    def test_sections_change(self) -> None:
        draft = self.report.with_section("五", "无。").with_paragraph("六", "又一段。").without_section("overview")
        assert [part.number for part in draft.parts] == list("二三四五六")
        assert draft.part("五").content == (Line.of("无。"),)
        assert draft.part("六").content[-1] == Line.of("又一段。")
        assert self.report.with_heading("五", "五、问题").part("五").heading.text == "五、问题"
        assert [part.number for part in self.report.with_order("二一三四五五六").parts] == list("二一三四五五六")
        with pytest.raises(KeyError):
            draft.part("一")

    def test_title_preamble_and_signature_change(self) -> None:
        draft = self.report.with_title("甲", "乙").with_preamble("丙").with_signature()
        assert self.text(draft).startswith("甲\n\n乙\n\n丙\n\n一、总体情况\n\n")
        assert self.text(draft).endswith("没有其他需要报告的事项。\n")

    def test_words_are_replaced_wherever_they_stand(self) -> None:
        draft = self.report.replace("2024年", "2023年").replace("规章", "规则")
        assert "2024年" not in self.text(draft)
        assert any(isinstance(piece, Grid) and "规则" in [cell.text for cell in piece.cells] for piece in draft.pieces)
        assert "2024年" in self.text(self.report)
        with pytest.raises(KeyError):
            self.report.replace("没有这样的话", "")
