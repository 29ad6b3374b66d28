"""Known findings keep silent, new ones are heard; in all formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gxlint.testing.shapes import SHAPES, Shape

from .conftest import CORRECT, WRITERS, Run, in_a_process, write
from .known import BASELINE, KNOWN, MORE, NEW, OLD, RULES, configure, entries, found, lay_out


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    lay_out(folder)


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
