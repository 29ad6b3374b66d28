"""The wheel works where the checkout is not."""

from __future__ import annotations

import zipfile
from pathlib import Path

from .wheel import Environment


def test_it_lints_a_draft(installed: Environment, tmp_path: Path) -> None:
    made = installed.run("gxlint", "new", "report", "草稿", "--year", "2024", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    checked = installed.run("gxlint", "check", "草稿.md", cwd=tmp_path)
    assert checked.returncode == 1
    assert "[missing-signature]" in checked.stdout


def test_it_holds_the_package_alone(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"gxlint"}
