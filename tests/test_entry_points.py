"""Plugins that are installed."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from gxlint.plugins.entry_points import installed_plugins
from gxlint.plugins.registry import Registry

METADATA = "Metadata-Version: 2.1\nName: gxlint-ningxia\nVersion: 1.0\n"
ENTRY_POINTS = "[console_scripts]\nfoo = foo:main\n\n[gxlint]\n# ours\nningxia = gxlint_ningxia.plugin:rules [extra]\n"
PLUGIN = """
from gxlint.findings import Severity
from gxlint.document import Document
from gxlint.plugins import hookimpl
from gxlint.rule import Rule


def check(document: Document):
    return iter(())


class rules:
    @hookimpl
    def gxlint_rules(self):
        yield Rule("missing-hotline", "structure", Severity.WARNING, (), check)
"""


class TestEntryPoints:
    def distribution(self, folder: Path, name: str = "gxlint_ningxia-1.0.dist-info") -> Path:
        info = folder / name
        info.mkdir(parents=True)
        (info / "METADATA").write_text(METADATA, encoding="utf-8")
        (info / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")
        return info

    def test_are_found_in_folders(self, tmp_path: Path) -> None:
        self.distribution(tmp_path)
        (tmp_path / "other-1.0.dist-info").mkdir()
        (found,) = installed_plugins([str(tmp_path), str(tmp_path / "missing")])
        assert found == ("ningxia", "gxlint_ningxia.plugin:rules [extra]", "1.0")

    def test_of_a_distribution_on_the_path_twice_the_first_counts(self, tmp_path: Path) -> None:
        self.distribution(tmp_path / "a")
        self.distribution(tmp_path / "b", "gxlint_ningxia-0.9.dist-info")
        assert len(list(installed_plugins([str(tmp_path / "a"), str(tmp_path / "b")]))) == 1

    def test_are_found_in_an_archive(self, tmp_path: Path) -> None:
        info = self.distribution(tmp_path / "tree")
        archive = tmp_path / "all.pyz"
        with zipfile.ZipFile(archive, "w") as file:
            for member in info.iterdir():
                file.write(member, f"{info.name}/{member.name}")
        assert [(found.name, found.version) for found in installed_plugins([str(archive)])] == [("ningxia", "1.0")]

    def test_are_loaded_with_extras_and_attributes(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.distribution(tmp_path)
        package = tmp_path / "gxlint_ningxia"
        package.mkdir()
        (package / "__init__.py").touch()
        (package / "plugin.py").write_text(PLUGIN, encoding="utf-8")
        monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
        try:
            assert "ningxia/missing-hotline" in Registry().rules
        finally:
            for name in [name for name in sys.modules if name.partition(".")[0] == "gxlint_ningxia"]:
                del sys.modules[name]

    def test_one_that_cannot_be_imported_is_a_failure(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.distribution(tmp_path)
        monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
        registry = Registry()
        assert ("ningxia 1.0", "No module named 'gxlint_ningxia'") in [
            (plugin, str(error)) for plugin, error in registry.failures
        ]
        assert "internal-error" in registry.rules
