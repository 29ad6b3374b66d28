"""Linting again whenever a file is saved."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any
from weakref import WeakSet

import pytest

from gxlint.api import Linter
from gxlint.cli import watching
from gxlint.testing import CorrectReport
from gxlint.testing.shapes import MERGED_DOCX, PIPE_MARKDOWN, TABBED_TEXT, Shape
from tests.cli.conftest import Run

WRONG = CorrectReport().with_heading("六", "六、其他需要报告事项")
PLUGIN = '''"""一条规则。"""

from collections.abc import Iterator
from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.rule import rule


@rule(category="local", severity=Severity.INFO)
def check(report: Report) -> Iterator[Finding]:
    yield Finding(report.head, "{message}")
'''
#: The longest that a test waits, on a busy machine.
PATIENCE = 60


class Watcher:
    """A run that goes on."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "gxlint", "check", "--watch", "--format", "concise", *arguments]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        self._limit = Timer(PATIENCE, self.process.kill)
        self._limit.start()

    def round(self) -> str:
        """What the next round says."""
        assert self.process.stdout is not None
        lines: list[str] = []
        for line in self.process.stdout:
            lines.append(line)
            if "Ctrl-C" in line:
                return "".join(lines)
        raise AssertionError("".join(lines))

    def end(self) -> int:
        """End it as its user does; gives the exit status."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(PATIENCE)
        self._limit.cancel()
        return status


@pytest.fixture
def watcher(tmp_path: Path) -> Iterator[Watcher]:
    (tmp_path / "草稿.md").write_bytes(PIPE_MARKDOWN.write(CorrectReport()))
    running = Watcher(tmp_path)
    yield running
    running.process.kill()
    running.process.wait()


@pytest.mark.parametrize("shape", [PIPE_MARKDOWN, TABBED_TEXT, MERGED_DOCX])
def test_a_saved_draft_is_linted_again(watcher: Watcher, tmp_path: Path, shape: Shape) -> None:
    assert "misnamed-section" not in watcher.round()
    other = tmp_path / f"新的{shape.suffix}"
    other.write_bytes(shape.write(WRONG))
    assert other.name in watcher.round()
    other.unlink()
    assert other.name not in watcher.round()
    assert watcher.end() == 0


def test_a_broken_configuration_is_told_and_waited_for(watcher: Watcher, tmp_path: Path) -> None:
    watcher.round()
    config = tmp_path / "gxlint.toml"
    config.write_text("select = 3\n", encoding="utf-8")
    assert "gxlint.toml:1" in watcher.round()
    config.write_text('select = ["missing-signature"]\n', encoding="utf-8")
    assert "gxlint.toml" not in watcher.round()
    assert watcher.end() == 0


def test_everything_that_findings_depend_on_is_watched(watcher: Watcher, tmp_path: Path) -> None:
    def save(name: str, text: str) -> str:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return watcher.round()

    watcher.round()
    (tmp_path / "公用.toml").write_text("", encoding="utf-8")
    (tmp_path / "规则").mkdir()
    (tmp_path / "规则" / "late.py").write_text(PLUGIN.format(message="早"), encoding="utf-8")
    (tmp_path / "词.txt").write_text("", encoding="utf-8")
    config = 'extend = "公用.toml"\nplugins = ["规则"]\nrules.misspelling.extra = "词.txt"\n'
    assert "早" in save("gxlint.toml", config)
    assert "晚" in save("规则/late.py", PLUGIN.format(message="晚"))
    assert "misspelling" in save("词.txt", "云溪镇 云西镇\n")
    assert "misspelling" not in save("公用.toml", 'ignore = ["misspelling"]\n')
    assert "检查完毕" not in save("公用.toml", 'lang = "en"\n')
    assert "检查完毕" in save("公用.toml", "")


def test_a_configuration_named_may_go_and_come_back(tmp_path: Path) -> None:
    (tmp_path / "草稿.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
    config = tmp_path / "我的.toml"
    config.write_text("", encoding="utf-8")
    running = Watcher(tmp_path, "--config", config.name)
    assert "misnamed-section" in running.round()
    config.unlink()
    assert "没有配置文件" in running.round()
    config.write_text('ignore = ["misnamed-section"]\n', encoding="utf-8")
    assert "misnamed-section" not in running.round()
    assert running.end() == 0


def test_a_file_is_linted_when_it_is_whole(watcher: Watcher, tmp_path: Path) -> None:
    watcher.round()
    data = MERGED_DOCX.write(WRONG)
    with (tmp_path / "慢.docx").open("wb") as file:
        for start in range(0, len(data), len(data) // 40):
            file.write(data[start : start + len(data) // 40])
            file.flush()
            time.sleep(0.02)
    written = watcher.round()
    assert "慢.docx" in written
    assert "misnamed-section" in written
    assert "unreadable-document" not in written


def test_rounds_leave_nothing_behind(gxlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was linted with in one round is gone some rounds later."""
    monkeypatch.chdir(tmp_path)
    draft = tmp_path / "草稿.md"
    draft.write_bytes(PIPE_MARKDOWN.write(CorrectReport()))
    made: WeakSet[Linter] = WeakSet()
    alive: list[int] = []
    begin = Linter.__init__

    def noted(linter: Linter, *arguments: Any, **options: Any) -> None:
        made.add(linter)
        begin(linter, *arguments, **options)

    def next_round(_seconds: float) -> None:
        alive.append(len(made))
        if len(alive) == 12:
            raise KeyboardInterrupt
        draft.write_bytes(PIPE_MARKDOWN.write(CorrectReport()) + b"\n" * len(alive))

    monkeypatch.setattr(Linter, "__init__", noted)
    monkeypatch.setattr(watching, "sleep", next_round)
    monkeypatch.setattr(watching, "_LOOKS", 0)
    assert gxlint("check", "--watch").status == 0
    assert alive[-1] <= alive[4]


@pytest.mark.parametrize("arguments", [["--config", "没有.toml"], ["--select", "没有这条"], ["--format", "xml"]])
def test_a_wrong_command_line_is_not_waited_for(gxlint: Run, arguments: list[str]) -> None:
    assert gxlint("check", "--watch", *arguments).status == 2


def test_what_cannot_be_watched_is_refused(gxlint: Run) -> None:
    for arguments in (["-"], ["--fix"], ["--add-suppressions", "核对过"]):
        refused = gxlint("check", "--watch", *arguments)
        assert refused.status == 2
        assert "--watch" in refused.err
