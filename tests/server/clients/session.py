"""A real editor without a window, led through some steps with a server beside it whose words are recorded."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.server.clients.conversation import Conversation

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[2]
#: What the documentation has its user ignore.
_IGNORED = "overlong-sentence"
#: The longest that an editor may take for everything, in seconds.
_PATIENCE = 180
#: A step: what to do, and two words on it; the drivers say what they mean.
Step = tuple[str, str, str]


class Found(NamedTuple):
    """A finding as its reader sees it: lines and columns from 1, in code points."""

    rule: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str


class Seen(NamedTuple):
    """What an editor's user sees."""

    text: str
    found: list[Found]
    titles: list[str]
    """Of the actions offered."""


class Client(NamedTuple):
    """An editor that is driven."""

    name: str
    needs: str
    """The command that shows, by its status, whether the editor is there."""
    language: str
    """Of its set-up in ``docs/editors.md``."""
    command: Callable[[Path], list[str]]
    """Starts it with the set-up in a file."""

    def require(self) -> None:
        """Skip where the editor is not installed; in CI that is a failure."""
        words = shlex.split(self.needs)
        if shutil.which(words[0]) and subprocess.run(words, capture_output=True, check=False).returncode == 0:
            return
        reason = f"{self.name} not installed; see tests/setup_tools.sh"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)

    @property
    def setup(self) -> str:
        """What the documentation has its user write."""
        page = (_ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
        blocks: list[str] = re.findall(rf"```{self.language}\n(.*?)```", page, re.DOTALL)
        assert blocks, f"no set-up for {self.name} in docs/editors.md"
        return blocks[0]


def _neovim(setup: Path) -> list[str]:
    return ["nvim", "--headless", "-n", "-i", "NONE", "-u", str(setup), "-S", str(_HERE / "neovim.lua")]


def _emacs(setup: Path) -> list[str]:
    return ["emacs", "-q", "--batch", "-f", "package-activate-all", "-l", str(setup), "-l", str(_HERE / "eglot.el")]


NEOVIM = Client("Neovim", "nvim --version", "lua", _neovim)
EGLOT = Client(
    "Emacs with eglot and markdown-mode",
    "emacs -q --batch -f package-activate-all -l eglot -l markdown-mode",
    "elisp",
    _emacs,
)


def drive(
    client: Client, folder: Path, text: str, steps: Sequence[Step], *, ignored: str = ""
) -> tuple[list[Seen], Conversation]:
    """Have an editor open a draft and take some steps.

    Args:
        client: the editor.
        folder: made for it.
        text: of the draft.
        steps: what to do.
        ignored: a rule that the user's settings leave out, in place of the one in the documentation.

    Returns:
        what is seen after opening and after each step, and the conversation with the server.
    """
    client.require()
    folder.mkdir()
    draft, setup, script, seen = (folder / name for name in ("草稿.md", "setup", "steps.json", "seen.json"))
    draft.write_bytes(text.encode())
    setup = setup.with_suffix(f".{client.language}")
    setup.write_text(client.setup.replace(_IGNORED, ignored or _IGNORED), encoding="utf-8")
    script.write_text(json.dumps({"draft": str(draft), "steps": steps}, ensure_ascii=False), encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": f"{_recording_gxlint(folder)}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(_ROOT),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "GXLINT_STEPS": str(script),
        "GXLINT_SEEN": str(seen),
    }
    done = subprocess.run(
        client.command(setup), cwd=folder, env=environment, capture_output=True, timeout=_PATIENCE, check=False
    )
    said = (done.stdout + done.stderr).decode(errors="replace")
    assert seen.exists(), said
    report = json.loads(seen.read_text(encoding="utf-8"))
    assert not report["failure"], report["failure"] + said
    return [_seen(item) for item in report["seen"]], Conversation(folder)


def _recording_gxlint(folder: Path) -> Path:
    """A folder with a command ``gxlint`` that has its conversation recorded."""
    programs = folder / "bin"
    programs.mkdir()
    gxlint = programs / "gxlint"
    words = (sys.executable, str(_HERE / "recorder.py"), str(folder), sys.executable, "-m", "gxlint")
    gxlint.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n', encoding="utf-8")
    gxlint.chmod(0o755)
    return programs


def _seen(item: dict[str, Any]) -> Seen:
    return Seen(item["text"], sorted(Found(**found) for found in item["found"]), list(item["titles"]))


def checked(folder: Path, text: str) -> list[Found]:
    """What ``gxlint check`` finds in the same text.

    Args:
        folder: where the text is written.
        text: a draft.
    """
    folder.mkdir(exist_ok=True)
    (folder / "草稿.md").write_bytes(text.encode())
    command = (sys.executable, "-m", "gxlint", "check", "--exit-zero", "--format", "json", "草稿.md")
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    found = [_found(item) for item in json.loads(done.stdout)]
    return sorted(found)


def _found(item: dict[str, Any]) -> Found:
    start, end = item["start"], item["end"]
    return Found(item["rule"], start["line"], start["column"], end["line"], end["column"], item["message"])
