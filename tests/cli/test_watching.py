"""Linting again whenever a file is saved."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from gxlint.testing import CorrectReport
from gxlint.testing.shapes import MERGED_DOCX, PIPE_MARKDOWN, TABBED_TEXT, Shape
from tests.cli.conftest import Run

WRONG = CorrectReport().with_heading("六", "六、其他需要报告事项")
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


def test_what_cannot_be_watched_is_refused(gxlint: Run) -> None:
    for arguments in (["-"], ["--fix"], ["--add-suppressions", "核对过"]):
        refused = gxlint("check", "--watch", *arguments)
        assert refused.status == 2
        assert "--watch" in refused.err
