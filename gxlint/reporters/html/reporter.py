"""Gathers a run and writes the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.html.article import File
from gxlint.reporters.html.page import page
from gxlint.rule import Rule


class HtmlReporter:
    """Keeps the drafts, for what rules find that read all files comes last, and writes all at the end."""

    def __init__(self, stream: TextIO, rules: Mapping[str, Rule]) -> None:
        self._stream = stream
        self._rules = rules
        self._files: dict[str | None, File] = {}

    def add(self, checked: Checked, /) -> None:
        """Take what came of one file."""
        of_run = checked.status == "run" and not checked.path
        key = None if of_run else checked.path
        if key not in self._files:
            number = 0 if of_run else len(self._files) + (None not in self._files)
            self._files[key] = File(number, checked)
        self._files[key].diagnostics += checked.diagnostics

    def finish(self, summary: Summary, /) -> None:
        """Write the page."""
        self._stream.write(page(list(self._files.values()), self._rules, summary))
