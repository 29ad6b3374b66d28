from __future__ import annotations

import os
from pathlib import Path

import pytest

from gxlint.files import find_files

SUFFIXES = (".md", ".docx", ".txt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "镇/报告.md",
        "镇/报告.DOCX",
        "镇/~$报告.docx",
        "镇/.隐藏.md",
        "镇/照片.png",
        "局/2023/总结.txt",
        ".git/说明.md",
        "node_modules/包/readme.md",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return tmp_path


def found(*paths: str) -> list[str]:
    return [file.path.replace(os.sep, "/") for file in find_files(paths, SUFFIXES)]


@pytest.mark.usefixtures("folder")
class TestFind:
    def test_folders_are_walked_for_what_can_be_read(self) -> None:
        assert found(".") == ["局/2023/总结.txt", "镇/报告.DOCX", "镇/报告.md"]
        assert found("镇") == ["镇/报告.DOCX", "镇/报告.md"]

    def test_patterns_are_expanded_where_the_shell_did_not(self) -> None:
        assert found("镇/*.md") == ["镇/报告.md"]
        assert found("**/*.txt") == ["局/2023/总结.txt"]
        assert found("?") == ["局/2023/总结.txt", "镇/报告.DOCX", "镇/报告.md"]

    def test_a_file_called_like_a_pattern_is_itself(self) -> None:
        Path("报告[终稿].md").touch()
        assert found("报告[终稿].md") == ["报告[终稿].md"]

    def test_each_file_once(self) -> None:
        assert found("镇", "./镇/报告.md", "镇/*") == ["./镇/报告.md", "镇/报告.DOCX"]

    def test_a_named_file_is_read_whatever_it_is(self) -> None:
        assert find_files(["镇/照片.png"], SUFFIXES) == [("镇/照片.png", True)]
        assert find_files(["镇"], SUFFIXES)[0].named is False

    def test_what_does_not_exist_stays_to_be_complained_about(self) -> None:
        assert found("没有.md", "没有*.md") == ["没有*.md", "没有.md"]


def test_what_a_program_lists_may_be_passed_over_too(tmp_path: Path) -> None:
    for name in ("报告.md", "模板.md"):
        (tmp_path / name).write_text("稿", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("报告.md", "模板.md", "没有.md")]
    listed = find_files(paths, (".md",), lambda path: "模板" in path, listed=True)
    assert [(Path(file.path).name, file.named) for file in listed] == [("报告.md", False), ("没有.md", False)]
