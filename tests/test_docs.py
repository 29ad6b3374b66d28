"""The documentation says what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from gxlint.server.choices import Choices
from gxlint.server.commands import COMMANDS
from gxlint.server.copying import COPY

ROOT = Path(__file__).parent.parent
API = ROOT / "docs" / "api"
TEMPLATES = ROOT / "gxlint" / "cli" / "templates"
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def test_generated_pages_are_up_to_date_and_everything_public_has_a_docstring() -> None:
    done = subprocess.run(
        [sys.executable, "docs/generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "api").glob("*.md")), ids=lambda page: page.name)
def test_links_of_the_reference_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for name, anchor in re.findall(r"\]\(([\w.-]+\.md)#([\w.]+)\)", text):
        assert f'<a id="{anchor}"></a>' in (page.parent / name).read_text(encoding="utf-8"), anchor


def test_the_reference_names_what_the_examples_of_the_documentation_import() -> None:
    """What a plugin's author is told to import is public."""
    listed = set(re.findall(r'<a id="([\w.]+)"></a>', "".join(page.read_text() for page in API.glob("*.md"))))
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *TEMPLATES.rglob("*.txt")):
        for module, names in re.findall(r"^from (gxlint[\w.]*) import (.+)$", page.read_text("utf-8"), re.MULTILINE):
            assert {f"{module}.{name.strip()}" for name in names.split(",")} <= listed, page


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "README.zh-CN.md",
        "docs/architecture.md",
        "docs/ci.md",
        "docs/editors.md",
        "docs/writing-rules.md",
        "docs/toml-rules.md",
        "docs/your-own-rules.md",
    ],
)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_page_on_editors_names_every_setting_and_command() -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    settings = [re.sub("_(.)", lambda letter: letter[1].upper(), name) for name in Choices._fields]
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == settings
    assert set(re.findall(r"`(gxlint\.[a-z]+[A-Z]\w+)`", page)) == {*COMMANDS, COPY}
