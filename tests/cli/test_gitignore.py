"""What git ignores is passed over in folders; git itself is asked what that is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gxlint.testing.shapes import PIPE_MARKDOWN

from .conftest import WRONG, Git, Run

pytestmark = pytest.mark.usefixtures("folder")

RULE = "misused-jiezhi"
DRAFTS = ["有误.docx", "有误.md", "有误.txt"]


def draft(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(PIPE_MARKDOWN.write(WRONG))


def ignore(*lines: str, file: str = ".gitignore") -> None:
    Path(file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def paths(gxlint: Run, *arguments: str) -> list[str]:
    done = gxlint("check", "--format", "json", "--select", RULE, *arguments)
    assert done.status in (0, 1), done
    return sorted(item["path"] for item in json.loads(done.out))


def left_by(git: Git) -> list[str]:
    """The wrong drafts in the current folder that git does not ignore."""
    listed = git("ls-files", "-z", "--others", "--exclude-standard").split("\0")
    return sorted(name for name in listed if "误" in name and not name.startswith("~"))


class TestFolders:
    @pytest.mark.parametrize(
        "lines",
        [
            ["归档/"],
            ["/归档"],
            ["*.md", "!有误.md"],
            ["*", "!*/", "!有误.md"],
            ["**/归档/**", "!误.md"],
            ["归档/*", "!归档/有误.md"],
            ["归档/", "!归档/有误.md"],
            ["镇/**/有误.md"],
            ["# *", "", "\\#*", "*.txt   ", "!"],
            ["有误.[dt]*", "[!有]*"],
            ["有???.md", "有?.txt", "有误.md/", "*\\"],
        ],
    )
    def test_what_git_leaves_is_linted(self, gxlint: Run, git: Git, lines: list[str]) -> None:
        draft("归档/有误.md", "归档/又有误.md", "镇/有误.md", "镇/归档/有误.md", "镇/归档/深/又有误.md")
        ignore(*lines)
        assert paths(gxlint) == left_by(git)
        assert len(left_by(git)) < 8

    def test_in_all_formats(self, gxlint: Run, git: Git) -> None:
        assert paths(gxlint) == DRAFTS
        for name in DRAFTS:
            ignore(f"*{Path(name).suffix}")
            assert paths(gxlint) == [other for other in DRAFTS if other != name]

    def test_files_of_deeper_folders_count_more(self, gxlint: Run, git: Git) -> None:
        draft("镇/有误.md", "镇/内/有误.md", "县/有误.md")
        ignore("有误.*")
        ignore("!有误.md", file="镇/.gitignore")
        ignore("/有误.md", file="镇/内/.gitignore")
        assert paths(gxlint) == left_by(git) == ["镇/有误.md"]

    def test_the_repository_has_a_list_of_its_own(self, gxlint: Run, git: Git) -> None:
        ignore("*.md", file=".git/info/exclude")
        assert paths(gxlint) == left_by(git) == ["有误.docx", "有误.txt"]
        ignore("!有误.md")
        assert paths(gxlint) == left_by(git) == DRAFTS

    def test_in_a_linked_working_tree_too(
        self, gxlint: Run, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        git("commit", "--quiet", "--allow-empty", "--message", "起始")
        git("worktree", "add", "--quiet", "另一处")
        ignore("*.txt", file=".git/info/exclude")
        monkeypatch.chdir("另一处")
        draft("有误.md", "有误.txt")
        assert paths(gxlint) == left_by(git) == ["有误.md"]

    def test_from_a_folder_inside(self, gxlint: Run, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
        draft("镇/归档/有误.md", "镇/有误.md", "镇/又有误.md")
        ignore("/镇/归档/", "/镇/又*")
        monkeypatch.chdir("镇")
        assert paths(gxlint) == ["有误.md"]
        assert paths(gxlint, "..") == ["../有误.docx", "../有误.md", "../有误.txt", "../镇/有误.md"]
        assert paths(gxlint, str(Path.cwd())) == [str(Path.cwd() / "有误.md")]

    def test_patterns_that_the_shell_left_match_the_same(self, gxlint: Run, git: Git) -> None:
        draft("归档/有误.md")
        ignore("归档/", "*.docx")
        assert paths(gxlint, "**/*.md", "有误.*") == ["有误.md", "有误.txt"]

    def test_a_file_with_a_byte_order_mark_from_a_windows_editor(self, gxlint: Run, git: Git) -> None:
        Path(".gitignore").write_bytes("*.md\r\n有误.txt\r\n".encode("utf-8-sig"))
        assert paths(gxlint) == left_by(git) == ["有误.docx"]

    def test_only_inside_a_repository(self, gxlint: Run) -> None:
        ignore("*.md")
        assert paths(gxlint) == DRAFTS

    def test_a_repository_inside_has_its_own_say(self, gxlint: Run, git: Git) -> None:
        draft("镇/有误.md")
        ignore("*.md")
        git("init", "--quiet", "镇")
        assert paths(gxlint) == ["有误.docx", "有误.txt", "镇/有误.md"]

    def test_a_list_that_cannot_be_read_is_none(self, gxlint: Run, git: Git) -> None:
        Path(".gitignore").mkdir()
        assert paths(gxlint) == DRAFTS


class TestInsisting:
    def test_a_named_file_is_linted(self, gxlint: Run, git: Git) -> None:
        ignore("*")
        assert paths(gxlint, *DRAFTS) == DRAFTS

    def test_what_a_hook_lists_is_linted(self, gxlint: Run, git: Git) -> None:
        ignore("*")
        assert paths(gxlint, "--force-exclude", *DRAFTS) == DRAFTS

    def test_a_named_folder_is_walked_and_its_exclusions_hold(self, gxlint: Run, git: Git) -> None:
        draft("归档/有误.md", "归档/又有误.md")
        ignore("归档")
        ignore('exclude = ["又*"]', file="gxlint.toml")
        assert paths(gxlint, "归档") == ["归档/有误.md"]

    def test_an_option(self, gxlint: Run, git: Git) -> None:
        ignore("*.md")
        assert paths(gxlint, "--no-gitignore") == DRAFTS

    def test_the_configuration(self, gxlint: Run, git: Git) -> None:
        draft("镇/有误.md")
        ignore("*.md")
        ignore("gitignore = false", file="镇/gxlint.toml")
        assert paths(gxlint) == ["有误.docx", "有误.txt", "镇/有误.md"]
        shutil.move("镇/gxlint.toml", "gxlint.toml")
        assert paths(gxlint) == [*DRAFTS, "镇/有误.md"]

    def test_a_wrong_word_in_it_is_told(self, gxlint: Run, git: Git) -> None:
        ignore('gitignore = "no"', file="gxlint.toml")
        done = gxlint("check")
        assert (done.status, done.err) == (2, "配置有误：gxlint.toml:1 gitignore 写得不对，应写成 gitignore = true\n")

    def test_who_finds_nothing_is_told_why(self, gxlint: Run, git: Git) -> None:
        ignore("*")
        done = gxlint("check")
        assert done.status == 0
        assert done.err == "这里的文件都是 git 忽略的，没有检查；要检查它们，请加上 --no-gitignore\n"

    def test_fixing_passes_over_them_too(self, gxlint: Run, git: Git) -> None:
        ignore("有误.md")
        before = Path("有误.md").read_bytes()
        gxlint("fix", "--select", RULE)
        assert Path("有误.md").read_bytes() == before
        gxlint("fix", "--select", RULE, "--no-gitignore")
        assert Path("有误.md").read_bytes() != before
