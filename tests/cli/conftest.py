from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from gxlint.cli.main import main
from gxlint.testing.drafts import Draft
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX, Shape

CORRECT = CorrectReport()
WRONG = CORRECT.with_paragraph("一", "截止2024年12月31日，全镇共公开政府信息81条。")
#: What writes a draft, by the ending of its file.
WRITERS: dict[str, Shape] = {".md": PIPE_MARKDOWN, ".txt": TABBED_TEXT, ".docx": TYPED_DOCX}


def write(path: str, draft: Draft) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(WRITERS[Path(path).suffix].write(draft))


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def gxlint(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line inside this process: fast."""

    def run(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert isinstance(left.value.code, int)
        return Outcome(left.value.code, *capsys.readouterr())

    return run


def in_a_process(*arguments: str, cwd: Path, **environment: str) -> Outcome:
    """The command line as a user starts it."""
    done = subprocess.run(
        [sys.executable, "-m", "gxlint", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def wait_for(path: Path, run: subprocess.Popen[bytes]) -> None:
    """Wait until a process has made a file, which shows that it is at work."""
    while not path.exists():
        assert run.poll() is None, "it ended before it began"
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with drafts in all formats, right and wrong, and a notice that is no report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "正确.md").write_bytes(PIPE_MARKDOWN.write(CORRECT))
    (tmp_path / "有误.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
    (tmp_path / "有误.docx").write_bytes(TYPED_DOCX.write(WRONG))
    (tmp_path / "有误.txt").write_bytes(TABBED_TEXT.write(WRONG))
    (tmp_path / "通知.md").write_text("# 关于召开政务公开培训会的通知\n\n定于3月1日开会。\n", encoding="utf-8")
    return tmp_path


Git = Callable[..., str]


@pytest.fixture
def git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Git in the folder, which is a repository from now on, free of the machine's own configuration."""
    who = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for name, value in (who | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}).items():
        monkeypatch.setenv(name, value)

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, check=True)
        return done.stdout.decode()

    git("init", "--quiet", "--initial-branch=main")
    return git


@pytest.fixture
def unruly(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder, for plugins that do not end by themselves; what they import is forgotten afterwards."""
    monkeypatch.setenv("GXLINT_TIME_LIMIT", "1")
    yield
    for name in [name for name in sys.modules if name.startswith("gxlint_local_")]:
        del sys.modules[name]
