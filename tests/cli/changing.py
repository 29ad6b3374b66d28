"""Drafts in a repository, before and after a change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .conftest import CORRECT, WRITERS, Git, Run, write

RULE = "misused-jiezhi"
OLD, NEW = "截止2024年12月31日，全镇共公开政府信息81条。", "截止2024年6月30日，全镇共召开会议两次。"
BEFORE = CORRECT.with_paragraph("一", OLD)
AFTER = CORRECT.with_paragraph("一", OLD, NEW)


def lay_out(folder: Path, git: Git) -> None:
    """Put two drafts in each format into a folder, and nothing else, and commit them."""
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()
    for suffix in WRITERS:
        write(str(folder / f"甲{suffix}"), BEFORE)
        write(str(folder / f"乙{suffix}"), BEFORE)
    commit(git)


def commit(git: Git) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "文稿")


def found(gxlint: Run, *arguments: str) -> list[dict[str, Any]]:
    done = gxlint("check", "--format", "json", "--select", RULE, *arguments)
    assert done.status in (0, 1), done
    items: list[dict[str, Any]] = json.loads(done.out)
    return items


def paths(gxlint: Run, *arguments: str) -> list[str]:
    return sorted({item["path"] for item in found(gxlint, *arguments)})
