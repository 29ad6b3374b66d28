"""Drafts with known findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .conftest import CORRECT, WRITERS, Run, write

BASELINE = "gxlint-baseline.json"
RULES = ("--select", "misused-jiezhi,misspelling")
OLD, NEW = "截止2024年12月31日，全镇共公开政府信息81条。", "全镇共布署会议两次。"
KNOWN = CORRECT.with_paragraph("一", OLD)
MORE = CORRECT.with_paragraph("一", "已经核实。", OLD, NEW)


def lay_out(folder: Path) -> None:
    """Put a draft in each format into a folder, each with one finding, and nothing else."""
    for path in folder.iterdir():
        path.unlink()
    for suffix in WRITERS:
        write(str(folder / f"甲{suffix}"), KNOWN)


def found(gxlint: Run, *arguments: str) -> list[tuple[str, str]]:
    done = gxlint("check", "--format", "json", *RULES, *arguments)
    assert done.status in (0, 1), done
    return [(item["path"], item["rule"]) for item in json.loads(done.out)]


def entries(path: str = BASELINE) -> dict[str, list[tuple[str, int]]]:
    content: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
    assert content["version"] == 1
    return {name: [(item["rule"], item["count"]) for item in items] for name, items in content["files"].items()}


def configure(text: str = f'baseline = "{BASELINE}"\n', path: str = "gxlint.toml") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
