from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxlint.api import Linter
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX, Shape

from .conftest import CORRECT, Run

pytestmark = pytest.mark.usefixtures("folder")


class TestJson:
    @pytest.mark.parametrize("name", ["正确.md", "有误.docx", "有误.txt"])
    def test_gives_what_was_understood(self, gxlint: Run, name: str) -> None:
        done = gxlint("show", "--format", "json", name)
        assert (done.status, done.err) == (0, "")
        shown = json.loads(done.out)
        assert list(shown) == ["path", "kind", "title", "agency", "year", "sections", "tables", "statements"]
        assert (shown["path"], shown["kind"], shown["year"]) == (name, "disclosure", 2024)
        assert shown["agency"] == "青禾县云溪镇人民政府"
        assert [section["number"] for section in shown["sections"]] == list("一二三四五六")
        assert shown["sections"][4]["title"] == "存在的主要问题及改进情况"
        for key, rows in shown["tables"].items():
            read = {(row, column): value for row, cells in rows.items() for column, value in cells.items()}
            assert read == CORRECT.figures.table(key)

    def test_places_lead_to_the_words(self, gxlint: Run) -> None:
        shown = json.loads(gxlint("show", "--format", "json", "有误.docx").out)
        text = gxlint("show", "--text", "有误.docx").out
        period, section = shown["statements"]["period"], shown["sections"][1]
        assert text[period["start"]["offset"] : period["end"]["offset"]] == period["text"]
        assert (period["from"], period["to"]) == ("2024-01-01", "2024-12-31")
        line = text.split("\n")[section["start"]["line"] - 1]
        assert "主动公开政府信息情况" in line

    def test_cells_that_are_no_figures(self, gxlint: Run) -> None:
        draft = (
            CORRECT.with_cell("disclosure", "penalties", "decisions", "")
            .with_cell("disclosure", "rules", "repealed", "若干")
            .with_cell("disclosure", "fees", "amount", "12.50")
            .with_cell("applications", "granted", "business", "１２")
            .without_row("applications", "denied.7")
            .without_table("disputes")
        )
        Path("草稿.md").write_bytes(PIPE_MARKDOWN.write(draft))
        tables = json.loads(gxlint("show", "--format", "json", "草稿.md").out)["tables"]
        assert tables["disclosure"]["penalties"]["decisions"] == ""
        assert tables["disclosure"]["rules"]["repealed"] == "若干"
        assert tables["disclosure"]["fees"] == {"amount": 12.5}
        assert tables["applications"]["granted"]["business"] == 12
        assert set(tables["applications"]["denied.7"].values()) == {None}
        assert tables["disputes"] is None

    def test_what_is_no_report(self, gxlint: Run) -> None:
        shown = json.loads(gxlint("show", "--format", "json", "通知.md").out)
        assert shown == {
            "path": "通知.md",
            "kind": "none",
            "title": None,
            "agency": None,
            "year": None,
            "sections": [],
            "tables": {},
            "statements": {},
        }

    def test_unless_the_user_says_that_it_is(self, gxlint: Run) -> None:
        shown = json.loads(gxlint("show", "--format", "json", "--kind", "disclosure", "通知.md").out)
        assert shown["kind"] == "disclosure"
        assert shown["tables"] == {"disclosure": None, "applications": None, "disputes": None}
        assert shown["statements"] == {"period": None, "contact": None, "fee": None}


class TestForPeople:
    def test_draws_the_three_tables(self, gxlint: Run) -> None:
        done = gxlint("show", "正确.md")
        assert done.status == 0
        for words in (
            "青禾县云溪镇人民政府",
            "表二 主动公开政府信息情况",
            "表三",
            "表四",
            "尚未审结",
            "统计期限",
            "2024-12-31",
            "电话：",
        ):
            assert words in done.out

    def test_marks_what_could_not_be_read(self, gxlint: Run) -> None:
        Path("草稿.md").write_bytes(PIPE_MARKDOWN.write(CORRECT.without_table("disputes")))
        assert "表四 政府信息公开行政复议、行政诉讼情况：没有读到" in gxlint("show", "草稿.md").out

    def test_a_draft_cannot_use_the_drawing_marks(self, gxlint: Run) -> None:
        Path("草稿.md").write_bytes(
            PIPE_MARKDOWN.write(CORRECT.with_title("[bold]青禾县[/]2024年政府信息公开工作年度报告"))
        )
        assert "[bold]青禾县[/]" in gxlint("show", "草稿.md", "--kind", "disclosure").out

    def test_what_is_no_report(self, gxlint: Run) -> None:
        done = gxlint("show", "通知.md")
        assert done.status == 0
        assert "--kind disclosure" in done.out


class TestInside:
    @pytest.mark.parametrize("shape", [PIPE_MARKDOWN, TABBED_TEXT], ids=lambda shape: shape.name)
    def test_text_is_the_file(self, gxlint: Run, shape: Shape) -> None:
        path = f"草稿{shape.suffix}"
        Path(path).write_bytes(shape.write(CORRECT))
        assert gxlint("show", "--text", path).out == shape.write(CORRECT).decode()

    def test_text_of_word_is_what_places_refer_to(self, gxlint: Run) -> None:
        Path("草稿.docx").write_bytes(TYPED_DOCX.write(CORRECT))
        document = Linter().understand("草稿.docx").document
        assert document is not None
        assert gxlint("show", "--text", "草稿.docx").out.rstrip("\n") == document.text.rstrip("\n")

    def test_ast_lists_blocks_and_cells(self, gxlint: Run) -> None:
        lines = gxlint("show", "--ast", "正确.md").out.splitlines()
        assert any(line.endswith("Paragraph level=2 二、主动公开政府信息情况") for line in lines)
        assert sum(" Table " in line for line in lines) == 3
        assert any(line.strip().startswith("[0, 0]") for line in lines)
        assert lines[0].startswith("1:1-1:")


@pytest.mark.parametrize("option", [(), ("--text",), ("--format", "json")])
def test_an_unreadable_file_is_2_with_the_remedy(gxlint: Run, option: tuple[str, ...]) -> None:
    Path("旧版.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    done = gxlint("show", "旧版.docx", *option)
    assert (done.status, done.out) == (2, "")
    assert "旧版.docx" in done.err
    assert "另存为 .docx" in done.err
    assert gxlint("show", "没有.md").status == 2
