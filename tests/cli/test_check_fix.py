"""``gxlint check --fix``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run
from .fixing import TWO, fixed, save

pytestmark = pytest.mark.usefixtures("folder")


class TestCheckFix:
    def test_fixes_and_reports_what_is_left(self, gxlint: Run) -> None:
        before = save("草稿.md", TWO)
        done = gxlint("check", "--fix", "--format", "json", "草稿.md")
        assert done.status == 1
        assert [item["rule"] for item in json.loads(done.out)] == ["dispute-sum-mismatch"]
        assert "草稿.md: 修复 1 处（misused-jiezhi 1）" in done.err
        assert Path("草稿.md").read_bytes() == fixed(before)

    def test_nothing_left(self, gxlint: Run) -> None:
        save("草稿.md", TWO)
        done = gxlint("check", "--fix", "--unsafe-fixes", "草稿.md")
        assert done.status == 0
        assert "没有发现问题" in done.out

    def test_a_word_file_stays_and_its_findings_are_reported(self, gxlint: Run) -> None:
        before = Path("有误.docx").read_bytes()
        done = gxlint("check", "--fix", "有误.docx")
        assert done.status == 1
        assert "misused-jiezhi" in done.out
        assert "还不能修改这种文件" in done.err
        assert Path("有误.docx").read_bytes() == before

    def test_of_the_rules_chosen(self, gxlint: Run) -> None:
        before = save("草稿.md")
        assert gxlint("check", "--fix", "--select", "table", "草稿.md").status == 0
        assert Path("草稿.md").read_bytes() == before

    @pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
    def test_what_cannot_be_written_is_a_failure(self, folder: Path) -> None:
        before = save("草稿.md")
        limited = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        script = f"{limited}from gxlint.cli.main import main\nmain(['check', '--fix', '--exit-zero', '草稿.md'])"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
        assert done.returncode == 2
        assert "写不进去" in done.stderr.decode()
        assert Path("草稿.md").read_bytes() == before
