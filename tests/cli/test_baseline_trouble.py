"""Baselines that cannot be read or written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run
from .known import BASELINE, configure, entries, lay_out

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


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    lay_out(folder)


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
