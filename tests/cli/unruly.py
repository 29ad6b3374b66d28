"""Plugins that misbehave, for the tests that see what becomes of a run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .conftest import Run

HEAD = '''"""一条规则。"""

import os
import sys
import threading
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Edit, Finding, Fix, Related, Severity
from gxlint.form.report import Report
from gxlint.plugins import hookimpl
from gxlint.reporters.base import Format
from gxlint.rule import Rule, rule
from gxlint.text import Span

'''
RULE = """
@rule(category="wording", severity=Severity.WARNING)
def check(document: Document) -> Iterator[Finding]:
"""
GOOD = HEAD + RULE + '    yield Finding(Span(0, 2), "好的规则")\n'


def write(code: str, *others: str) -> None:
    Path("bad.py").write_text(HEAD + code, encoding="utf-8")
    Path("good.py").write_text(GOOD, encoding="utf-8")
    plugins = ", ".join(f'"{name}"' for name in ("bad.py", "good.py", *others))
    Path("gxlint.toml").write_text(f"plugins = [{plugins}]\n", encoding="utf-8")


def checked(gxlint: Run, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    done = gxlint("check", "--format", "json", *arguments)
    return done.status, json.loads(done.out)


def others_of(found: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [
        (item["path"], item["rule"], item["message"])
        for item in found
        if item["rule"] not in ("internal-error", "local/bad")
    ]
