"""Known findings keep silent, new ones are heard; in all formats."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gxlint.testing.drafts import Draft
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, SHAPES, TABBED_TEXT, TYPED_DOCX, Shape

from .conftest import CORRECT, Run, in_a_process

BASELINE = "gxlint-baseline.json"
RULES = ("--select", "misused-jiezhi,misspelling")
OLD, NEW = "截止2024年12月31日，全镇共公开政府信息81条。", "全镇共布署会议两次。"
KNOWN = CORRECT.with_paragraph("一", OLD)
MORE = CORRECT.with_paragraph("一", "已经核实。", OLD, NEW)
WRITERS: dict[str, Shape] = {".md": PIPE_MARKDOWN, ".txt": TABBED_TEXT, ".docx": TYPED_DOCX}


def write(path: str, draft: Draft) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(WRITERS[Path(path).suffix].write(draft))


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    """A draft in each format with one finding."""
    for path in folder.iterdir():
        path.unlink()
    for suffix in WRITERS:
        write(f"甲{suffix}", KNOWN)


def found(gxlint: Run, *arguments: str) -> list[tuple[str, str]]:
    done = gxlint("check", "--format", "json", *RULES, *arguments)
    assert done.status in (0, 1), done
    return [(item["path"], item["rule"]) for item in json.loads(done.out)]


def entries(path: str = BASELINE) -> dict[str, list[tuple[str, int]]]:
    content: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
    assert content["version"] == 1
    return {name: [(item["rule"], item["count"]) for item in items] for name, items in content["files"].items()}


def configure(text: str = f'baseline = "{BASELINE}"\n', path: str = "gxlint.toml") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


class TestChecking:
    @pytest.fixture(autouse=True)
    def _written(self, gxlint: Run, drafts: None) -> None:
        assert gxlint("baseline", *RULES).status == 0

    def test_known_ones_are_silent_and_counted(self, gxlint: Run) -> None:
        done = gxlint("check", *RULES, "--baseline", BASELINE)
        assert (done.status, done.err) == (0, "")
        assert done.out == "检查了 3 个文件，没有发现问题。\n另有 3 个问题已在基线中。\n"

    def test_the_configuration_may_name_it(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        configure()
        assert found(gxlint) == []
        write("镇/乙.md", KNOWN)
        monkeypatch.chdir("镇")
        assert found(gxlint, "..") == [("../镇/乙.md", "misused-jiezhi")]
        assert found(gxlint, str(Path("..").resolve() / "甲.md")) == []

    def test_it_can_be_left_aside(self, gxlint: Run) -> None:
        configure()
        assert len(found(gxlint, "--no-baseline")) == 3

    @pytest.mark.parametrize("suffix", WRITERS)
    def test_new_ones_are_told_wherever_the_known_ones_have_moved(self, gxlint: Run, suffix: str) -> None:
        write(f"甲{suffix}", MORE)
        assert found(gxlint, "--baseline", BASELINE) == [(f"甲{suffix}", "misspelling")]

    @pytest.mark.parametrize("suffix", WRITERS)
    def test_of_those_alike_as_many_are_known_as_there_were(self, gxlint: Run, suffix: str) -> None:
        write(f"甲{suffix}", CORRECT.with_paragraph("一", OLD, OLD.replace("81", "82")))
        assert found(gxlint, "--baseline", BASELINE) == [(f"甲{suffix}", "misused-jiezhi")]

    def test_elsewhere_the_same_words_are_new(self, gxlint: Run) -> None:
        write("甲.md", CORRECT.with_paragraph("五", OLD))
        write("乙.md", KNOWN)
        assert found(gxlint, "--baseline", BASELINE) == [("乙.md", "misused-jiezhi"), ("甲.md", "misused-jiezhi")]

    def test_the_language_makes_no_difference(self, gxlint: Run) -> None:
        assert found(gxlint, "--baseline", BASELINE, "--lang", "en") == []
        english = gxlint("check", *RULES, "--baseline", BASELINE, "--lang", "en").out
        assert english.endswith("3 more problems are in the baseline.\n")

    @pytest.mark.parametrize("name", ["concise", "json", "jsonl", "sarif", "github", "gitlab", "junit"])
    def test_in_every_format(self, gxlint: Run, name: str) -> None:
        assert "misused-jiezhi" in gxlint("check", *RULES, "--format", name, "--no-baseline").out
        done = gxlint("check", *RULES, "--format", name, "--baseline", BASELINE)
        assert (done.status, done.err) == (0, "")
        assert '"ruleId": "misused-jiezhi"' not in done.out if name == "sarif" else "misused-jiezhi" not in done.out

    def test_the_page_counts_them(self, gxlint: Run) -> None:
        page = gxlint("check", *RULES, "--format", "html", "--baseline", BASELINE).out
        assert "另有 3 个问题已在基线中" in page

    def test_standard_input_under_its_name(self, gxlint: Run) -> None:
        data = Path("甲.md").read_bytes()
        arguments = ("check", "-", "--baseline", BASELINE, *RULES, "--format", "concise", "--stdin-filename")
        assert gxlint(*arguments, "甲.md", stdin=data).out == ""
        assert gxlint(*arguments, "乙.md", stdin=data).out.startswith("乙.md:")

    def test_faults_cannot_be_known(self, gxlint: Run) -> None:
        Path("坏.docx").write_bytes(b"PK")
        assert gxlint("baseline").status == 2
        assert "坏.docx" not in entries()
        assert gxlint("check", "--baseline", BASELINE).status == 2

    def test_with_changed_lines_both_are_counted(self, gxlint: Run, git: Any) -> None:
        git("add", "--all")
        git("commit", "--quiet", "--message", "文稿")
        write("甲.md", CORRECT.with_paragraph("一", NEW, OLD))
        git("commit", "--quiet", "--all", "--message", "文稿")
        write("甲.md", CORRECT.with_paragraph("一", NEW, OLD, NEW))
        done = gxlint("check", *RULES, "--baseline", BASELINE, "--changed-lines")
        assert "发现 1 个问题" in done.out
        assert "另有 1 个问题已在基线中。\n另有 1 个问题不在改动过的行里。\n" in done.out


class TestTables:
    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
    def test_a_sum_that_was_broken_before(self, gxlint: Run, shape: Shape) -> None:
        name, rules = f"表{shape.suffix}", ("--select", "row-sum-mismatch,balance-mismatch")
        broken = CORRECT.with_cell("applications", "new", "natural_person", 4321)
        Path(name).write_bytes(shape.write(broken))
        gxlint("baseline", name, *rules)
        Path(name).write_bytes(shape.write(broken.with_paragraph("一", "说明一。", "说明二。")))
        done = gxlint("check", name, *rules, "--baseline", BASELINE)
        assert (done.status, done.err) == (0, "")
        Path(name).write_bytes(shape.write(broken.with_cell("applications", "carried_in", "business", 1234)))
        assert gxlint("check", name, *rules, "--baseline", BASELINE).status == 1


class TestFixing:
    @pytest.fixture(autouse=True)
    def _written(self, gxlint: Run, drafts: None) -> None:
        gxlint("baseline", *RULES)
        configure()
        write("甲.md", MORE)

    def test_known_ones_are_left_alone(self, gxlint: Run) -> None:
        done = gxlint("fix", *RULES, "甲.md")
        assert done.out.startswith("甲.md: 修复 1 处（misspelling 1）")
        assert OLD in Path("甲.md").read_text(encoding="utf-8")

    def test_unless_the_user_says_so(self, gxlint: Run) -> None:
        assert gxlint("fix", *RULES, "甲.md", "--no-baseline").out.startswith("甲.md: 修复 2 处")
        assert OLD not in Path("甲.md").read_text(encoding="utf-8")

    def test_fixing_before_checking_and_suppressing(self, gxlint: Run) -> None:
        assert gxlint("check", "--fix", *RULES, "甲.md").status == 0
        write("甲.md", MORE)
        gxlint("check", "--add-suppressions", "原文如此", *RULES, "甲.md")
        text = Path("甲.md").read_text(encoding="utf-8")
        assert text.count("gxlint-disable") == 1


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


BROKEN = {
    "": ":1 基线文件不是正确的 JSON",
    "[": ":1 基线文件不是正确的 JSON",
    '{\n"version": 1,\n<<<<<<< HEAD\n': ":3 基线文件不是正确的 JSON",
    "[]": ' 基线文件内容不对："version": 1',
    '{"version": 2, "files": {}}': ' 基线文件内容不对："version": 1',
    '{"version": 1}': " 基线文件内容不对：'files'",
    '{"version": 1, "files": []}': ' 基线文件内容不对："version": 1',
    '{"version": 1, "files": {"甲.md": {}}}': " 基线文件内容不对：甲.md",
    '{"version": 1, "files": {"甲.md": [{"rule": "blank-cell"}]}}': ' 基线文件内容不对：{"rule": "blank-cell"}',
    '{"version": 1, "files": {"甲.md": [{"rule": "r", "place": "", "hash": "", "count": -1}]}}': " 基线文件内容不对：",
}


class TestTrouble:
    @pytest.mark.parametrize(("text", "fault"), BROKEN.items())
    def test_a_broken_one_is_told_before_anything_is_done(self, gxlint: Run, text: str, fault: str) -> None:
        configure()
        Path(BASELINE).write_text(text, encoding="utf-8")
        for command in ("check", "fix", "baseline"):
            done = gxlint(command)
            assert (done.status, done.out) == (2, "")
            assert done.err.startswith(f"配置有误：{BASELINE}{fault}")
            assert "再用 gxlint baseline 重新写" in done.err
        assert Path(BASELINE).read_text(encoding="utf-8") == text

    def test_one_in_another_encoding(self, gxlint: Run) -> None:
        Path(BASELINE).write_bytes('{"version": "基线"}'.encode("gb18030"))
        done = gxlint("check", "--baseline", BASELINE)
        assert (done.status, done.out) == (2, "")
        assert "基线文件不是 UTF-8 编码" in done.err

    def test_a_missing_one(self, gxlint: Run) -> None:
        done = gxlint("check", "--baseline", BASELINE)
        assert (done.status, done.out) == (2, "")
        assert f"没有基线文件 {BASELINE}；可以用 gxlint baseline --baseline {BASELINE} 写一个" in done.err
        configure()
        done = gxlint("check")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith("配置有误：gxlint.toml:1 没有基线文件 ")
        assert gxlint("baseline").status == 0
        assert gxlint("check").status == 0

    def test_contradictions(self, gxlint: Run) -> None:
        done = gxlint("check", "--baseline", __file__, "--no-baseline")
        assert done.status == 2
        assert "--baseline 与 --no-baseline 不能同时使用" in done.err

    @pytest.mark.parametrize("path", ["没有/已知.json", "甲.md/已知.json", "."])
    def test_where_nothing_can_be_written(self, gxlint: Run, path: str) -> None:
        done = gxlint("baseline", "--baseline", path)
        assert (done.status, done.out) == (2, "")
        assert done.err.count("\n") == 1

    def test_two_at_once_leave_a_whole_file(self, folder: Path) -> None:
        command = [sys.executable, "-m", "gxlint", "baseline"]
        running = [subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) for _ in range(3)]
        assert {process.wait() for process in running} <= {0, 2}
        assert set(entries()) == {"甲.docx", "甲.md", "甲.txt"}
        assert not list(folder.glob(".gxlint*"))


def test_who_has_none_pays_nothing(folder: Path) -> None:
    modules = ("gxlint.baselines.known", "gxlint.git.ignoring", "gxlint.saving", "hashlib", "json", "tempfile")
    loaded = f"[name for name in {modules} if name in sys.modules]"
    code = f"import atexit, sys\natexit.register(lambda: print({loaded}, file=sys.stderr))\n"
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    assert in_a_process("check", "甲.md", cwd=folder, PYTHONPATH=str(folder)).err == "[]\n"


class TestLongRuns:
    """Several processes and the cache make no difference, whatever is wrong with the baseline that nobody asked for."""

    @pytest.fixture(autouse=True)
    def _drafts(self, drafts: None) -> None:
        for number in range(40):
            write(f"镇{number}/乙.md", KNOWN)
        configure()

    @pytest.mark.parametrize("text", [None, "坏"])
    def test_by_several_processes(self, folder: Path, text: str | None) -> None:
        if text is not None:
            Path(BASELINE).write_text(text, encoding="utf-8")
        cache = {"GXLINT_CACHE_DIR": str(folder / ".缓存")}
        for _time in range(2):
            done = in_a_process("check", "--no-baseline", "-j3", *RULES, cwd=folder, **cache)
            assert (done.status, done.err) == (1, "")
            assert "检查了 43 个文件，发现 43 个问题" in done.out
        Path(BASELINE).unlink(missing_ok=True)
        done = in_a_process("baseline", *RULES, cwd=folder, **cache)
        assert (done.status, done.err) == (0, "")
        assert done.out == f"{BASELINE}：共有 43 个已知问题，新增 43 个，删去 0 个。\n"
        for jobs in ("-j1", "-j3"):
            done = in_a_process("check", jobs, "--no-cache", *RULES, cwd=folder)
            assert done.out == "检查了 43 个文件，没有发现问题。\n另有 43 个问题已在基线中。\n"
