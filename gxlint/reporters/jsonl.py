"""Findings as JSON lines: the objects of the JSON format, each as soon as its file is done."""

from __future__ import annotations

import json
from typing import TextIO

from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.json import as_json


class JsonLinesReporter:
    """Writes each file's findings as they come and keeps nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, checked: Checked, /) -> None:
        """Write the findings of one file."""
        for diagnostic in checked.diagnostics:
            self._stream.write(json.dumps(as_json(diagnostic), ensure_ascii=False) + "\n")

    def finish(self, _summary: Summary, /) -> None:
        """Nothing is left to write."""
