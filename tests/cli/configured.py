"""Drafts in folders with configurations, and what is found in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gxlint.testing.shapes import PIPE_MARKDOWN

from .conftest import WRONG, Run

RULE = "misused-jiezhi"
DRAFTS = ("有误.docx", "有误.md", "有误.txt")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def draft(path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(PIPE_MARKDOWN.write(WRONG))


def found(gxlint: Run, *arguments: str) -> list[dict[str, Any]]:
    """The findings about the wrong sentence of the drafts."""
    done = gxlint("check", "--format", "json", *arguments)
    assert done.status in (0, 1), done
    return [item for item in json.loads(done.out) if item["rule"] == RULE]


def paths(gxlint: Run, *arguments: str) -> list[str]:
    return [item["path"] for item in found(gxlint, *arguments)]
