"""GitLab's code quality report: a subset of the Code Climate format."""

from __future__ import annotations

import json
from typing import Any, TextIO

from gxlint.findings import Diagnostic, Severity
from gxlint.i18n import _
from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.fingerprints import Fingerprints
from gxlint.reporters.paths import belongs_to_file, slashed

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
#: GitLab refuses issues without a file.
_NO_FILE = "."


class GitlabReporter:
    """Keeps the issues and writes them as one array at the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._fingerprints = Fingerprints()
        self._issues: list[tuple[tuple[str, int, int, str], dict[str, Any]]] = []

    def add(self, checked: Checked, /) -> None:
        """Take the findings of one file."""
        for diagnostic in checked.diagnostics:
            self._issues.append((diagnostic.sort_key, self._issue(diagnostic)))

    def finish(self, _summary: Summary, /) -> None:
        """Write the array, sorted by path and place."""
        self._issues.sort(key=lambda item: item[0])
        json.dump([issue for _key, issue in self._issues], self._stream, ensure_ascii=False, indent=2)
        self._stream.write("\n")

    def _issue(self, diagnostic: Diagnostic) -> dict[str, Any]:
        message = diagnostic.message
        if diagnostic.place:
            message = _("{place}：{message}", place=diagnostic.place, message=message)
        return {
            "type": "issue",
            "check_name": diagnostic.rule,
            "description": message,
            "categories": ["Style"],
            "severity": _SEVERITIES[diagnostic.severity],
            "fingerprint": self._fingerprints.of(diagnostic),
            "location": {
                "path": slashed(diagnostic.path) if belongs_to_file(diagnostic) else _NO_FILE,
                "lines": _lines(diagnostic),
            },
        }


def _lines(diagnostic: Diagnostic) -> dict[str, int]:
    if diagnostic.source is None or diagnostic.span is None:
        return {"begin": 1, "end": 1}
    lines = diagnostic.source.lines.lines(diagnostic.span)
    return {"begin": lines[0], "end": lines[-1]}
