"""Sentences put into the tester's correct report, and what one rule says of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gxlint.api import Linter
from gxlint.engine import Status
from gxlint.settings import Settings
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN

#: Headings behind the sections that a sentence may be put into.
_BEHIND = {"引言": "## 一、", "一": "## 二、", "四": "## 五、", "五": "## 六、"}

Marked = Callable[..., list[str]]


@pytest.fixture(scope="session")
def correct() -> str:
    """The tester's report: 青禾县云溪镇人民政府, 2024."""
    return PIPE_MARKDOWN.write(CorrectReport()).decode()


@pytest.fixture(scope="session")
def marked(correct: str) -> Marked:
    """The words that a rule marks in a paragraph at the end of a section; with a `?` where it is not an error."""

    def mark(rule: str, sentence: str, section: str = "一", report: str = correct) -> list[str]:
        heading = _BEHIND[section]
        before, _heading, behind = report.partition(heading)
        whole = f"{before}{sentence}\n\n{heading}{behind}"
        result = Linter(Settings(select=(rule,))).text(whole, "草稿.md")
        assert not [item for item in result.diagnostics if item.rule not in (rule, "unreadable-document")]
        assert result.status is Status.LINTED
        inside = range(len(before), len(before) + len(sentence))
        found = [item for item in result.diagnostics if item.span and item.span.start in inside]
        return [
            whole[item.span.start : item.span.end] + ("" if item.severity.label == "error" else "?")
            for item in found
            if item.span
        ]

    return mark
