"""The rules of a package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from gxlint.plugins import walk_rules
from gxlint.rule import Rule

RULE = '''"""一条规则。"""

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.rule import rule


@rule(category="wording", severity=Severity.WARNING)
def check(document: Document) -> Iterator[Finding]:
    return iter(())
'''


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "some_rules"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == "some_rules"]:
        del sys.modules[name]


class TestWalk:
    def walk(self) -> list[tuple[str, str]]:
        package: ModuleType = __import__("some_rules")
        found = list(walk_rules(package))
        return [(item.id, "") if isinstance(item, Rule) else (item.plugin, str(item.error)) for item in found]

    def test_finds_rules_at_any_depth(self, package: Path) -> None:
        (package / "missing_hotline.py").write_text(RULE, encoding="utf-8")
        (package / "deep").mkdir()
        (package / "deep" / "__init__.py").touch()
        (package / "deep" / "wrong_seal.py").write_text(RULE, encoding="utf-8")
        assert sorted(self.walk()) == [("missing-hotline", ""), ("wrong-seal", "")]

    def test_passes_over_helpers(self, package: Path) -> None:
        (package / "_private.py").write_text("raise RuntimeError", encoding="utf-8")
        (package / "words.py").write_text("WORDS = ()", encoding="utf-8")
        assert self.walk() == []

    def test_goes_on_behind_a_broken_module(self, package: Path) -> None:
        (package / "broken.py").write_text("import nowhere_to_be_found", encoding="utf-8")
        (package / "missing_hotline.py").write_text(RULE, encoding="utf-8")
        (package / "undecorated.py").write_text("def check(document): ...", encoding="utf-8")
        assert self.walk() == [
            ("some_rules.broken", "No module named 'nowhere_to_be_found'"),
            ("missing-hotline", ""),
            ("some_rules.undecorated", "check 不是规则，它上面缺少 @rule(…)"),
        ]
