"""A plugin as ``gxlint new plugin`` writes it: installed beside the wheel, tested, listed, and at work on a draft."""

from __future__ import annotations

from pathlib import Path

from .wheel import Environment

DRAFT = "# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n县政公办组织培训2场。\n"


def test_a_new_plugin_is_whole(installed: Environment, tmp_path: Path) -> None:
    assert installed.run("gxlint", "new", "plugin", "ningxia", cwd=tmp_path).returncode == 0
    project = tmp_path / "gxlint-ningxia"
    installed.install("--editable", f"{project}[test]")
    tested = installed.run("pytest", cwd=project)
    assert tested.returncode == 0, tested.stdout
    assert "8 passed" in tested.stdout
    assert "ningxia/short-office-name" in installed.run("gxlint", "rules", cwd=tmp_path).stdout
    explained = installed.run("gxlint", "explain", "ningxia/short-office-name", cwd=tmp_path)
    assert "读者不一定知道机构的简称" in explained.stdout
    (tmp_path / "草稿.md").write_text(DRAFT, encoding="utf-8")
    checked = installed.run("gxlint", "check", "草稿.md", cwd=tmp_path)
    assert "[ningxia/short-office-name]" in checked.stdout
    assert "“县政公办”是简称，应写全称“县政务公开办公室”" in checked.stdout

    assert installed.run("gxlint", "new", "rule", "missing-hotline", cwd=project).returncode == 0
    tested = installed.run("pytest", cwd=project)
    assert tested.returncode == 1, "a rule that is not yet written has an example that fails"
    assert "missing-hotline" in tested.stdout
