"""What ``gxlint new`` writes, and ``gxlint test-rules`` on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestRule:
    def test_a_new_rule_fails_until_it_is_written(self, gxlint: Run) -> None:
        done = gxlint("new", "rule", "missing-hotline", "--category", "statement")
        assert done.status == 0
        assert "missing_hotline.py" in done.out
        done = gxlint("test-rules", "missing_hotline.py")
        assert done.status == 1
        assert "没有通过" in done.out

    def test_a_written_one_passes_in_three_formats(self, gxlint: Run) -> None:
        gxlint("new", "rule", "forbidden-word")
        path = Path("forbidden_word.py")
        text = path.read_text(encoding="utf-8")
        text = text.replace("要找的文字", "会被").replace("1:1-1:3 这里写提示的内容", "1:6-1:8 “会被”应为……")
        path.write_text(text, encoding="utf-8")
        done = gxlint("test-rules", "forbidden_word.py")
        assert (done.status, done.err) == (0, "")
        assert "通过 6 个示例" in done.out

    def test_an_existing_file_is_left_alone(self, gxlint: Run) -> None:
        Path("missing_hotline.py").write_text("mine", encoding="utf-8")
        done = gxlint("new", "rule", "missing-hotline")
        assert done.status == 2
        assert "missing_hotline.py" in done.err
        assert Path("missing_hotline.py").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("name", ["Missing", "缺热线", "a_b", "-x", ""])
    def test_an_id_is_made_of_small_letters_and_dashes(self, gxlint: Run, name: str) -> None:
        done = gxlint("new", "rule", "--", name)
        assert done.status == 2
        assert not list(Path().iterdir())

    def test_a_folder_that_is_not_there(self, gxlint: Run) -> None:
        done = gxlint("new", "rule", "missing-hotline", "--folder", "nowhere")
        assert done.status == 2
        assert "nowhere" in done.err

    @pytest.mark.parametrize(
        ("text", "fault"),
        [("x = 1", "没有规则"), ("1 / 0", "ZeroDivisionError"), ("def (", "SyntaxError")],
    )
    def test_a_file_without_a_rule_is_refused(self, gxlint: Run, text: str, fault: str) -> None:
        Path("broken.py").write_text(text, encoding="utf-8")
        done = gxlint("test-rules", "broken.py")
        assert done.status == 2
        assert fault in done.err

    def test_a_missing_file_is_refused(self, gxlint: Run) -> None:
        done = gxlint("test-rules", "nowhere.py")
        assert done.status == 2
        assert "nowhere.py" in done.err


class TestReport:
    def test_the_skeleton_has_everything_but_content(self, gxlint: Run) -> None:
        done = gxlint("new", "report", "草稿", "--agency", "青禾县教育局", "--year", "2024")
        assert done.status == 0
        done = gxlint("check", "草稿.md", "--format", "json")
        for fault in ("missing-section", "missing-table", "missing-title", "blank-cell", "missing-reporting-period"):
            assert f'"{fault}"' not in done.out
        assert "青禾县教育局2024年政府信息公开工作年度报告" in Path("草稿.md").read_text(encoding="utf-8")
