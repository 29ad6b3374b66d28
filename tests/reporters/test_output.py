"""``--format`` and ``--output-file`` on the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from gxlint.cli.main import main
from gxlint.reporters import FORMATS
from gxlint.testing.shapes import PIPE_MARKDOWN

from .runs import DRAFT

NAMES = [form.name for form in FORMATS]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "草稿.md").write_bytes(PIPE_MARKDOWN.write(DRAFT))
    return tmp_path


def gxlint(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize("name", NAMES)
def test_every_format_writes_what_the_rules_find(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert gxlint("check", "草稿.md", "--format", name, "-o", "结果") == 1
    assert capsys.readouterr().out == ""
    written = Path("结果").read_text(encoding="utf-8")
    assert "outcome-sum-mismatch" in written
    assert gxlint("check", "草稿.md", "--format", name, "-q") == 1
    shown = capsys.readouterr().out
    assert shown.strip()
    if name != "text":  # which has a summary where it is not quiet
        assert shown == written


def test_the_html_report_shows_the_sum_that_was_expected() -> None:
    gxlint("check", "草稿.md", "--format", "html", "-o", "结果.html")
    written = Path("结果.html").read_text(encoding="utf-8")
    assert ">应为 3</span>" in written
    assert '<span class="expected"' in written
    assert "<script>alert(1)" not in written


def test_the_file_is_replaced_as_a_whole(folder: Path) -> None:
    (folder / "结果.json").write_text("旧的" * 100_000, encoding="utf-8")
    (folder / "结果.json").chmod(0o640)
    gxlint("check", "草稿.md", "--format", "json", "--output-file", "结果.json")
    assert json.loads((folder / "结果.json").read_text(encoding="utf-8"))
    assert (folder / "结果.json").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["结果.json", "草稿.md"]


def test_a_new_file_can_be_read_by_those_who_may(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        gxlint("check", "草稿.md", "--format", "json", "-o", "结果.json")
    finally:
        os.umask(before)
    assert (folder / "结果.json").stat().st_mode & 0o777 == 0o640


def test_text_in_a_file_has_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    gxlint("check", "草稿.md", "-o", "结果.txt")
    assert "\x1b" not in Path("结果.txt").read_text(encoding="utf-8")


def test_a_device_is_written_to_and_not_replaced() -> None:
    gxlint("check", "草稿.md", "-o", os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there_is_told_before_the_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert gxlint("check", "草稿.md", "-o", "没有/结果.json") == 2
    assert "没有/结果.json 写不进去：没有文件夹" in capsys.readouterr().err


def test_what_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "结果").mkdir()
    assert gxlint("check", "草稿.md", "-o", "结果") == 2
    assert "结果 写不进去：" in capsys.readouterr().err


def test_a_run_that_breaks_off_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_reporter: object, _summary: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("gxlint.reporters.json.JsonReporter.finish", breaks)
    (folder / "结果.json").write_text("旧的", encoding="utf-8")
    assert gxlint("check", "草稿.md", "--format", "json", "-o", "结果.json") == 2
    assert (folder / "结果.json").read_text(encoding="utf-8") == "旧的"
    assert sorted(path.name for path in folder.iterdir()) == ["结果.json", "草稿.md"]
