"""What the extension for VS Code brings along fits gxlint as it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import gxlint

ROOT = Path(__file__).parent.parent
EXTENSION = ROOT / "editors" / "vscode"
#: Of what gxlint requires, what its server does without.
LEFT_OUT = {"python-docx"}


def test_its_snippets_are_those_of_the_form() -> None:
    command = [sys.executable, str(EXTENSION / "scripts" / "snippets.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_it_brings_what_gxlint_requires() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {re.split(r"[<>=~!;\[ ]", line)[0] for line in project["dependencies"]}
    lines = (EXTENSION / "bundled" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    brought = {line.partition("==")[0] for line in lines if "==" in line}
    assert required - LEFT_OUT <= brought
    assert not brought & LEFT_OUT


def test_it_has_the_version_of_gxlint() -> None:
    manifest = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    assert manifest["version"] == gxlint.__version__
