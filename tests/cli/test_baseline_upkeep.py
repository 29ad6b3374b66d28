"""``gxlint baseline``: writing down what is known, and dropping what is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gxlint.testing.reports import CorrectReport

from .conftest import CORRECT, WRITERS, Run, write
from .known import BASELINE, KNOWN, MORE, OLD, RULES, configure, entries, found, lay_out


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    lay_out(folder)


class TestWriting:
    def test_what_is_found_is_listed_for_people_to_read(self, gxlint: Run) -> None:
        write("镇/乙.md", MORE)
        done = gxlint("baseline", *RULES)
        assert (done.status, done.out) == (0, f"{BASELINE}：共有 5 个已知问题，新增 5 个，删去 0 个。\n")
        assert f'baseline = "{BASELINE}"' in done.err
        text = Path(BASELINE).read_text(encoding="utf-8")
        assert text.startswith('{\n  "version": 1,\n  "files": {\n    "甲.docx": [\n      {"rule": "misused-jiezhi", ')
        assert '    "镇/乙.md": [\n      {"rule": "misspelling", "place": "一、总体情况 第…段", "hash": "' in text
        assert OLD[:2] not in text

    def test_the_same_is_written_again(self, gxlint: Run) -> None:
        gxlint("baseline")
        before = Path(BASELINE).read_bytes()
        write("甲.md", CORRECT.with_paragraph("一", "说明。", OLD))
        done = gxlint("baseline")
        assert "新增 0 个，删去 0 个" in done.out
        assert done.err == ""
        assert Path(BASELINE).read_bytes() == before

    def test_it_goes_where_the_configuration_says_and_paths_start_there(
        self, gxlint: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        configure('baseline = "清单/已知.json"\n')
        Path("清单").mkdir()
        Path("镇").mkdir()
        monkeypatch.chdir("镇")
        done = gxlint("baseline", *RULES, "..")
        assert (done.status, done.err) == (0, "")
        assert set(entries("../清单/已知.json")) == {"../甲.docx", "../甲.md", "../甲.txt"}
        assert found(gxlint, "..") == []

    def test_each_project_has_its_own(self, gxlint: Run) -> None:
        write("镇/乙.md", KNOWN)
        configure()
        configure('baseline = "已知.json"', "镇/gxlint.toml")
        gxlint("baseline", *RULES)
        assert set(entries()) == {"甲.docx", "甲.md", "甲.txt"}
        assert set(entries("镇/已知.json")) == {"乙.md"}
        assert found(gxlint) == []

    def test_files_that_are_not_linted_keep_their_entries(self, gxlint: Run) -> None:
        gxlint("baseline", *RULES)
        write("甲.md", MORE)
        write("甲.txt", MORE)
        gxlint("baseline", *RULES, "甲.md")
        known, more = [("misused-jiezhi", 1)], [("misspelling", 1), ("misused-jiezhi", 1)]
        assert entries() == {"甲.docx": known, "甲.md": more, "甲.txt": known}

    def test_rules_that_do_not_run_keep_theirs(self, gxlint: Run) -> None:
        write("甲.md", MORE)
        gxlint("baseline", *RULES)
        write("甲.md", CORRECT)
        gxlint("baseline", "--select", "misspelling")
        assert entries()["甲.md"] == [("misused-jiezhi", 1)]

    def test_drafts_that_are_gone_are_dropped(self, gxlint: Run) -> None:
        gxlint("baseline", *RULES)
        Path("甲.txt").unlink()
        assert "删去 1 个" in gxlint("baseline", *RULES).out
        assert set(entries()) == {"甲.docx", "甲.md"}

    def test_where_nothing_is_found_it_is_empty(self, gxlint: Run) -> None:
        for suffix in WRITERS:
            write(f"甲{suffix}", CORRECT)
        gxlint("baseline", *RULES)
        assert Path(BASELINE).read_text(encoding="utf-8") == '{\n  "version": 1,\n  "files": {}\n}\n'
        assert found(gxlint, "--baseline", BASELINE) == []

    def test_what_git_ignores_and_the_configuration_excludes_is_not_in_it(self, gxlint: Run, git: Any) -> None:
        Path(".gitignore").write_text("*.txt\n", encoding="utf-8")
        configure('exclude = ["*.docx"]')
        gxlint("baseline", *RULES)
        assert set(entries()) == {"甲.md"}

    def test_without_drafts_nothing_is_written(self, gxlint: Run) -> None:
        Path("空").mkdir()
        done = gxlint("baseline", "空")
        assert (done.status, done.out) == (0, "")
        assert done.err.startswith("没有找到可以检查的文件")
        assert not Path(BASELINE).exists()


class TestPruning:
    @pytest.fixture(autouse=True)
    def _written(self, gxlint: Run, drafts: None) -> None:
        gxlint("baseline", *RULES)

    def test_entries_that_are_gone_are_told_with_the_remedy_and_removed(self, gxlint: Run) -> None:
        write("甲.md", CORRECT)
        Path("甲.docx").unlink()
        done = gxlint("check", *RULES, "--baseline", BASELINE, ".")
        advice = f"基线里有 2 个问题已经没有了，可以删去：gxlint baseline --prune --baseline {BASELINE} .\n"
        assert (done.status, done.err) == (0, advice)
        pruned = gxlint(*advice.strip().rpartition("：")[2].split()[1:])
        assert (pruned.status, pruned.out) == (0, f"{BASELINE}：共有 1 个已知问题，新增 0 个，删去 2 个。\n")
        assert entries() == {"甲.txt": [("misused-jiezhi", 1)]}
        assert gxlint("check", *RULES, "--baseline", BASELINE).err == ""

    def test_nothing_is_added(self, gxlint: Run) -> None:
        write("甲.md", MORE)
        write("乙.md", KNOWN)
        before = Path(BASELINE).read_bytes()
        gxlint("baseline", "--prune")
        assert Path(BASELINE).read_bytes() == before

    def test_what_was_not_looked_at_is_not_gone(self, gxlint: Run) -> None:
        for suffix in WRITERS:
            write(f"甲{suffix}", CORRECT)
        assert gxlint("check", "--baseline", BASELINE, "--select", "misspelling").err == ""
        assert "有 1 个问题已经没有了" in gxlint("check", "--baseline", BASELINE, "甲.md").err
        write("甲.md", KNOWN)
        assert "有 2 个问题已经没有了" in gxlint("check", "--baseline", BASELINE).err
        assert gxlint("check", "--baseline", BASELINE, "-q").err == ""

    def test_rules_that_compare_drafts_are_heard_only_when_all_are_there(self, gxlint: Run) -> None:
        for path in Path().iterdir():
            path.unlink()
        write("甲.md", CORRECT)
        write("乙.md", CorrectReport("白杨县石桥镇人民政府"))
        gxlint("baseline", "--select", "copied-report")
        assert entries()
        assert gxlint("check", "--baseline", BASELINE, "甲.md").err == ""
        assert gxlint("baseline", "--prune", "甲.md", "--select", "copied-report").out.endswith("删去 0 个。\n")
        write("乙.md", CORRECT)
        assert "已经没有了" in gxlint("check", "--baseline", BASELINE).err

    def test_without_one_there_is_nothing_to_prune(self, gxlint: Run) -> None:
        done = gxlint("baseline", "--prune", "--baseline", "没有.json")
        assert (done.status, done.out) == (2, "")
        assert "没有基线文件 没有.json，不能 --prune" in done.err
