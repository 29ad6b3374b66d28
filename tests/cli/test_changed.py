"""Only what has changed in git: files, lines, and what git has to say against it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .changing import AFTER, BEFORE, OLD, RULE, commit, found, lay_out, paths
from .conftest import CORRECT, Git, Run, in_a_process, write


@pytest.fixture(autouse=True)
def drafts(folder: Path, git: Git) -> None:
    lay_out(folder, git)


class TestFiles:
    def test_nothing_has_changed(self, gxlint: Run) -> None:
        done = gxlint("check", "--changed")
        assert (done.status, done.out, done.err) == (0, "", "没有改动过的文件（与 HEAD 相比）\n")

    def test_changed_staged_new_and_renamed_ones_count(self, gxlint: Run, git: Git) -> None:
        write("甲.md", AFTER)
        write("乙.txt", AFTER)
        git("add", "乙.txt")
        write("新.docx", BEFORE)
        git("mv", "乙.docx", "丙.docx")
        Path("乙.md").unlink()
        assert paths(gxlint, "--changed") == ["丙.docx", "乙.txt", "新.docx", "甲.md"]

    def test_what_git_ignores_is_not_new(self, gxlint: Run) -> None:
        write("新.md", BEFORE)
        Path(".gitignore").write_text("新.*\n", encoding="utf-8")
        assert paths(gxlint, "--changed") == []

    def test_only_among_the_paths_given(self, gxlint: Run) -> None:
        write("甲.md", AFTER)
        write("镇/新.md", BEFORE)
        assert paths(gxlint, "--changed", "镇") == ["镇/新.md"]
        assert paths(gxlint, "--changed", "甲.md", "乙.md") == ["甲.md"]
        assert paths(gxlint, "--changed", "*.md") == ["甲.md"]

    def test_in_a_folder_of_the_repository(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        write("县/镇/新.md", BEFORE)
        write("甲.md", AFTER)
        monkeypatch.chdir("县")
        assert paths(gxlint, "--changed") == ["镇/新.md"]
        assert paths(gxlint, "--changed", "..") == ["../县/镇/新.md", "../甲.md"]

    def test_through_a_symbolic_link(self, gxlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write("甲.md", AFTER)
        link = tmp_path.parent / f"{tmp_path.name}-另名"
        link.symlink_to(tmp_path, target_is_directory=True)
        assert paths(gxlint, "--changed", str(link)) == [str(link / "甲.md")]

    def test_before_the_first_commit_all_are_new(self, gxlint: Run, git: Git) -> None:
        shutil.rmtree(".git")
        git("init", "--quiet")
        git("add", "甲.md")
        assert len(paths(gxlint, "--changed")) == 6

    def test_while_a_merge_waits_for_its_conflict_to_be_resolved(self, gxlint: Run, git: Git) -> None:
        git("checkout", "--quiet", "-b", "修改")
        write("甲.md", AFTER)
        commit(git)
        git("checkout", "--quiet", "main")
        write("甲.md", CORRECT.with_paragraph("一", OLD, OLD))
        commit(git)
        assert subprocess.run(["git", "merge", "--quiet", "修改"], capture_output=True, check=False).returncode
        assert paths(gxlint, "--changed") == ["甲.md"]

    def test_names_that_git_would_quote(self, gxlint: Run, git: Git) -> None:
        git("config", "core.quotepath", "true")
        write("县 局/“稿”\t一.md", BEFORE)
        git("add", "--all")
        assert paths(gxlint, "--changed") == ["县 局/“稿”\t一.md"]

    def test_other_habits_of_git_change_nothing(self, gxlint: Run, git: Git) -> None:
        for name, value in (("diff.renames", "false"), ("diff.noprefix", "true"), ("diff.external", "false")):
            git("config", name, value)
        git("config", "core.autocrlf", "true")
        git("mv", "乙.docx", "丙.docx")
        write("甲.md", AFTER)
        assert paths(gxlint, "--changed") == ["丙.docx", "甲.md"]

    def test_in_a_hook_git_says_where_it_is(self, gxlint: Run, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
        write("甲.md", AFTER)
        write("镇/新.md", BEFORE)
        monkeypatch.setenv("GIT_DIR", ".git")
        monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
        assert paths(gxlint, "--changed", "镇") == ["镇/新.md"]

    def test_each_repository_is_asked(self, gxlint: Run, git: Git) -> None:
        write("镇/甲.md", BEFORE)
        git("-C", "镇", "init", "--quiet")
        git("-C", "镇", "add", "--all")
        git("-C", "镇", "commit", "--quiet", "--message", "文稿")
        write("镇/新.md", BEFORE)
        assert paths(gxlint, "--changed") == ["镇/新.md"]

    def test_one_that_does_not_know_the_commit_is_named(self, gxlint: Run, git: Git) -> None:
        write("镇/甲.md", BEFORE)
        git("-C", "镇", "init", "--quiet", "--initial-branch=另一支")
        done = gxlint("check", "--changed=main")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(f"{Path('镇').resolve()}: git 不认识 main")

    def test_fixing_leaves_the_others_alone(self, gxlint: Run) -> None:
        write("甲.md", AFTER)
        before = Path("乙.md").read_bytes()
        assert gxlint("fix", "--changed", "--select", RULE).out.startswith("甲.md: 修复 2 处")
        assert Path("乙.md").read_bytes() == before


class TestReference:
    @pytest.fixture(autouse=True)
    def _branch(self, drafts: None, git: Git) -> None:
        """A branch that has gone on, as has the one that it came from."""
        git("checkout", "--quiet", "-b", "修改")
        write("甲.md", AFTER)
        commit(git)
        git("checkout", "--quiet", "main")
        write("乙.md", AFTER)
        commit(git)
        git("checkout", "--quiet", "修改")
        write("新.txt", BEFORE)

    @pytest.mark.parametrize("words", [("--changed=main",), ("--changed", "main"), ("--changed", "main", ".")])
    def test_files_count_from_where_a_branch_parted(self, gxlint: Run, words: tuple[str, ...]) -> None:
        assert paths(gxlint, *words) == ["新.txt", "甲.md"]
        assert paths(gxlint, "--changed") == ["新.txt"]

    @pytest.mark.parametrize("reference", ["HEAD~1", "起始", "HEAD^", "main@{1}"])
    def test_it_may_be_any_commit(self, gxlint: Run, git: Git, reference: str) -> None:
        git("tag", "--annotate", "--message", "起始", "起始", "HEAD~1")
        assert paths(gxlint, f"--changed={reference}") == ["新.txt", "甲.md"]

    def test_lines_count_from_there_too(self, gxlint: Run) -> None:
        assert [item["path"] for item in found(gxlint, "--changed-lines", "main")] == ["新.txt", "甲.md"]

    def test_a_path_that_exists_is_one(self, gxlint: Run, git: Git) -> None:
        write("main/甲.md", BEFORE)
        assert paths(gxlint, "--changed", "main") == ["main/甲.md"]
        assert paths(gxlint, "--changed=main") == ["main/甲.md", "新.txt", "甲.md"]

    def test_a_misspelt_one(self, gxlint: Run) -> None:
        done = gxlint("check", "--changed", "mian")
        assert (done.status, done.out) == (2, "")
        assert done.err == "git 不认识 mian，也没有叫这个名字的文件；是不是 main？\n"

    @pytest.mark.parametrize("reference", ["没有", "--help", "HEAD:甲.md", "main..修改", "HEAD^{tree}"])
    def test_one_that_is_none(self, gxlint: Run, reference: str) -> None:
        done = gxlint("check", f"--changed={reference}")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(f"git 不认识 {reference}，")

    def test_one_without_a_common_ancestor(self, gxlint: Run, git: Git) -> None:
        git("stash", "--quiet", "--include-untracked")
        git("checkout", "--quiet", "--orphan", "另起")
        commit(git)
        done = gxlint("check", "--changed=main")
        assert (done.status, done.err) == (2, "main 与当前提交没有共同的祖先\n")

    def test_in_a_shallow_clone(self, gxlint: Run, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        git("clone", "--quiet", "--depth=1", "--no-single-branch", Path.cwd().as_uri(), "浅")
        monkeypatch.chdir("浅")
        for reference, fault in (("没有", "git 不认识 没有"), ("origin/main", "origin/main 与当前提交没有共同的祖先")):
            done = gxlint("check", f"--changed={reference}")
            assert done.status == 2
            assert done.err.startswith(fault)
            assert "git fetch --unshallow" in done.err
        write("新.md", BEFORE)
        assert paths(gxlint, "--changed") == ["新.md"]


class TestTrouble:
    @pytest.mark.parametrize("arguments", [("--changed",), ("--changed-lines", "."), ("--changed", "甲.md")])
    def test_outside_of_a_repository(self, gxlint: Run, arguments: tuple[str, ...]) -> None:
        shutil.rmtree(".git")
        done = gxlint("check", *arguments)
        assert (done.status, done.out) == (2, "")
        assert done.err == f"{arguments[-1] if len(arguments) > 1 else '.'} 不在 git 仓库里，不能只检查改动过的文件\n"

    def test_without_git(self, folder: Path) -> None:
        (folder / "空").mkdir()
        done = in_a_process("check", "--changed", cwd=folder, PATH=str(folder / "空"))
        assert (done.status, done.out) == (2, "")
        assert "请先安装 git" in done.err

    def test_what_git_complains_of_is_passed_on(self, gxlint: Run) -> None:
        Path(".git/config").write_text("[core\n", encoding="utf-8")
        done = gxlint("check", "--changed")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(f"git 在 {Path.cwd()} 里出错：")
        assert "bad config line" in done.err

    def test_a_named_file_that_does_not_exist_is_told(self, gxlint: Run) -> None:
        done = gxlint("check", "--changed=HEAD", "没有.md")
        assert done.status == 2
        assert "没有这个文件或文件夹" in done.out

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--changed", "--changed-lines"), "--changed 与 --changed-lines 不能同时使用"),
            (("--changed=",), "等号后面要写提交"),
            (("--changed", "-"), "--changed 和 --changed-lines 不能用于标准输入"),
        ],
    )
    def test_wrong_usage(self, gxlint: Run, arguments: tuple[str, ...], message: str) -> None:
        for command in ("check", "fix"):
            done = gxlint(command, *arguments)
            assert (done.status, done.out) == (2, "")
            assert message in done.err

    def test_git_waits_for_nobody(self, gxlint: Run) -> None:
        write("甲.md", AFTER)
        Path(".git/index.lock").touch()
        assert paths(gxlint, "--changed") == ["甲.md"]


@pytest.mark.skipif(os.name == "nt", reason="drives")
def test_git_is_not_asked_without_need(folder: Path) -> None:
    write("甲.md", AFTER)
    code = "import atexit, sys\natexit.register(lambda: print('subprocess' in sys.modules, file=sys.stderr))\n"
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    assert in_a_process("check", "甲.md", cwd=folder, PYTHONPATH=str(folder)).err == "False\n"
