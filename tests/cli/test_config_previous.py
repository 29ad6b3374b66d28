"""Last year's report: named on the command line, in the configuration, or found beside the draft."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxlint.testing.drafts import Draft
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX, Shape

from .conftest import Run

RULE = "carried-over-mismatch"
LAST = CorrectReport().preceding()
ODD = LAST.with_cell("applications", "carried_out", "natural_person", 9).with_cell(
    "applications", "carried_out", "total", 9
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("草稿.md").write_bytes(PIPE_MARKDOWN.write(CorrectReport()))
    return tmp_path


def save(path: str, report: Draft, shape: Shape = PIPE_MARKDOWN) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(shape.write(report))


def found(gxlint: Run, *arguments: str) -> list[str]:
    """The drafts that do not carry on where last year's report ended."""
    done = gxlint("check", "--select", RULE, "--format", "json", *arguments)
    assert done.status in (0, 1), done
    return [item["path"] for item in json.loads(done.out)]


@pytest.mark.parametrize("shape", [PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX], ids=lambda shape: shape.name)
class TestNamed:
    def test_on_the_command_line(self, gxlint: Run, shape: Shape) -> None:
        save("去年" + shape.suffix, ODD, shape)
        save("前年" + shape.suffix, LAST, shape)
        assert found(gxlint, "草稿.md", "--previous", "去年" + shape.suffix) == ["草稿.md"]
        assert found(gxlint, "草稿.md", "--previous", "前年" + shape.suffix) == []

    def test_in_the_configuration(self, gxlint: Run, shape: Shape) -> None:
        save("旧/去年" + shape.suffix, ODD, shape)
        Path("gxlint.toml").write_text(f'previous-report = "旧/去年{shape.suffix}"', encoding="utf-8")
        assert found(gxlint, "草稿.md") == ["草稿.md"]

    def test_on_the_command_line_over_the_configuration(self, gxlint: Run, shape: Shape) -> None:
        save("去年" + shape.suffix, ODD, shape)
        save("对的" + shape.suffix, LAST, shape)
        Path("gxlint.toml").write_text(f'previous-report = "去年{shape.suffix}"', encoding="utf-8")
        assert found(gxlint, "草稿.md", "--previous", "对的" + shape.suffix) == []

    def test_beside_the_draft(self, gxlint: Run, shape: Shape) -> None:
        save("云溪镇2024年报告.md", CorrectReport())
        save("云溪镇2023年报告" + shape.suffix, ODD, shape)
        assert found(gxlint, "云溪镇2024年报告.md") == ["云溪镇2024年报告.md"]


class TestFound:
    def test_in_last_years_folder(self, gxlint: Run) -> None:
        save("2024年/报告.md", CorrectReport())
        save("2023年/报告.docx", ODD, TYPED_DOCX)
        assert found(gxlint, "2024年") == ["2024年/报告.md"]

    def test_another_bodys_report_is_none(self, gxlint: Run) -> None:
        save("2024.md", CorrectReport())
        save("2023.md", CorrectReport(agency="临江市教育局").preceding())
        assert found(gxlint, "2024.md") == []

    def test_for_the_draft_that_it_belongs_to_only(self, gxlint: Run) -> None:
        save("甲.md", CorrectReport(agency="临江市教育局"))
        save("旧/去年.md", ODD)
        Path("gxlint.toml").write_text('previous-report = "旧/去年.md"', encoding="utf-8")
        assert found(gxlint, "草稿.md", "甲.md") == ["草稿.md"]
        assert found(gxlint, "甲.md") == []

    def test_fixing_knows_it_too(self, gxlint: Run) -> None:
        save("去年.md", ODD)
        assert gxlint("fix", "草稿.md", "--previous", "去年.md").status == 0
        assert "没有文件 没有.md" in gxlint("fix", "草稿.md", "--previous", "没有.md").err


class TestUseless:
    def test_a_file_that_does_not_exist(self, gxlint: Run) -> None:
        done = gxlint("check", "草稿.md", "--previous", "没有.md")
        assert (done.status, done.out) == (2, "")
        assert "--previous：没有文件 没有.md" in done.err

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"\x89PNG\r\n\x1a\n\x00", "图片"),
            (b"", "没有内容"),
            ("# 通知\n\n开会。\n".encode(), "没有识别为年度报告"),
            (PIPE_MARKDOWN.write(CorrectReport()), "它是 2024 年的报告，应为 2023 年的"),
            (
                PIPE_MARKDOWN.write(CorrectReport(agency="临江市教育局").preceding()),
                "它是临江市教育局的报告，草稿是青禾县云溪镇人民政府的",
            ),
        ],
    )
    def test_one_that_cannot_be_used_is_told(self, gxlint: Run, data: bytes, reason: str) -> None:
        Path("去年.md").write_bytes(data)
        done = gxlint("check", "草稿.md", "--previous", "去年.md")
        assert done.status == 2
        assert "去年.md\n  错误 不能用作上一年的报告：" in done.out
        assert reason in done.out
        assert "检查了 1 个文件" in done.out

    def test_so_is_one_in_the_configuration(self, gxlint: Run) -> None:
        Path("去年.docx").write_bytes(b"PK")
        Path("gxlint.toml").write_text('previous-report = "去年.docx"', encoding="utf-8")
        done = gxlint("check", "草稿.md")
        assert done.status == 2
        assert "去年.docx\n  错误 不能用作上一年的报告：" in done.out
