"""The guide to rules of one's own, followed to the letter by somebody who has an empty folder and pip.

* Blocks of ``sh`` are run, one after the other, in one shell.
* A block behind a line that ends in ``a name:`` is written into the file of that name.
* A block of ``text`` is what the commands before it print: every line of it, in order; ``…`` stands for anything.
* Blocks of ``console`` are for whoever publishes, and are only read.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GUIDE = Path(__file__).parent.parent / "docs" / "your-own-rules.md"
_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([^`\n]+\.\w+)`:\s*\Z")


class Block(NamedTuple):
    line: int
    language: str
    text: str
    file: str
    """That it is the content of; empty if none."""


class Shell:
    """A shell that keeps its folder and its variables from one block to the next."""

    def __init__(self, folder: Path, wheels: Path, state: Path) -> None:
        dropped = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "GXLINT_LANG")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        self.variables = {**kept, "PIP_FIND_LINKS": str(wheels), "PIP_DISABLE_PIP_VERSION_CHECK": "1", "COLUMNS": "120"}
        self.folder = folder
        self._state = state

    def run(self, script: str, worst: int) -> str:
        """Run commands, each of which must end with a status up to *worst*; what they print."""
        lines = [f"{line}\n_status=$?; [ $_status -le {worst} ] || exit $_status" for line in script.splitlines()]
        keep = f"pwd > {self._state}.folder; env -0 > {self._state}.variables"
        done = subprocess.run(
            ["bash", "-c", "\n".join([*lines, keep])],
            cwd=self.folder,
            env=self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"$ {script}{done.stdout}"
        self.folder = Path(Path(f"{self._state}.folder").read_text().strip())
        pairs = Path(f"{self._state}.variables").read_text().split("\0")
        self.variables = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
        return done.stdout


def blocks() -> Iterator[Block]:
    text = GUIDE.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text):
        before = text[: block.start()]
        file = _FILE.search(before) if block["language"] not in ("sh", "console") else None
        yield Block(before.count("\n") + 1, block["language"], block["text"], file[1] if file else "")


def assert_printed(wanted: str, output: str, where: str) -> None:
    said = " ".join(output.split())
    reached = 0
    for line in filter(str.strip, wanted.splitlines()):
        parts = [re.escape(" ".join(part.split())) for part in line.split("…")]
        found = re.compile(r".*?".join(parts)).search(said, reached)
        assert found, f"{where}: {line!r} is not printed, but\n{output}"
        reached = found.end()


def test_the_guide_can_be_followed_to_the_letter(wheel: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    shell = Shell(folder, wheel.parent, tmp_path / "state")
    output = ""
    steps = [block for block in blocks() if block.language != "console"]
    assert {"sh", "text", "toml", "python"} <= {step.language for step in steps}
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        where = f"{GUIDE.name}:{step.line}"
        if step.file:
            (shell.folder / step.file).write_text(step.text, encoding="utf-8")
        elif step.language == "sh":
            shown = following is not None and following.language == "text" and not following.file
            output = shell.run(step.text, worst=1 if shown else 0)  # 1: something is found, and shown to be
        else:
            assert step.language == "text", f"{where}: this block belongs to no file"
            assert_printed(step.text, output, where)
