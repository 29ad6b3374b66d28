"""SARIF 2.1.0, the exchange format of static analysis.

The same findings give the same bytes: no times, no absolute paths that the user did not give, no machine names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TextIO

from gxlint import __version__
from gxlint.findings import Diagnostic, Edit, Fix, Severity
from gxlint.i18n import _, language
from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.explained import explained, reason
from gxlint.reporters.fingerprints import Fingerprints
from gxlint.reporters.paths import as_uri, belongs_to_file
from gxlint.rule import Rule
from gxlint.text import Source, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "gxlint/v1"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
#: Longer texts are not repeated beside their place.
_LONGEST_SNIPPET = 1_000

Object = dict[str, Any]


class SarifReporter:
    """Keeps results, not drafts, and writes one run at the end."""

    def __init__(self, stream: TextIO, rules: Mapping[str, Rule]) -> None:
        self._stream = stream
        self._rules = rules
        self._artifacts: dict[str, int] = {}
        self._fingerprints = Fingerprints()
        self._results: list[tuple[tuple[str, int, int, str], Object]] = []
        self._notifications: list[Object] = []

    def add(self, checked: Checked, /) -> None:
        """Take what came of one file."""
        if checked.status != "run":
            self._artifact(checked.path)
        if checked.status in ("skipped", "empty"):
            self._notifications.append(self._passed_over(checked))
        for diagnostic in checked.diagnostics:
            if diagnostic.source is None:
                self._notifications.append(self._notification(diagnostic))
            else:
                self._results.append((diagnostic.sort_key, self._result(diagnostic, diagnostic.source)))

    def finish(self, _summary: Summary, /) -> None:
        """Write the log."""
        self._results.sort(key=lambda item: item[0])
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [self._run([result for _key, result in self._results])]}
        json.dump(log, self._stream, ensure_ascii=False, indent=2)
        self._stream.write("\n")

    def _run(self, results: list[Object]) -> Object:
        failed = any(notification["level"] == "error" for notification in self._notifications)
        invocation: Object = {"executionSuccessful": not failed}
        if self._notifications:
            invocation["toolExecutionNotifications"] = self._notifications
        return {
            "tool": {"driver": self._driver(results)},
            "language": _LANGUAGES[language()],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "invocations": [invocation],
            "artifacts": [{"location": {"uri": uri}, "roles": ["analysisTarget"]} for uri in self._artifacts],
            "results": results,
        }

    def _driver(self, results: list[Object]) -> Object:
        """The tool with the rules that found something; the indices that refer to them are set here."""
        driver: Object = {"name": "gxlint", "version": __version__, "semanticVersion": __version__}
        driver["language"] = _LANGUAGES[language()]
        driver["rules"] = self._descriptors(results, "ruleId", "ruleIndex")
        if mentioned := [notification["descriptor"] for notification in self._notifications]:
            driver["notifications"] = self._descriptors(mentioned, "id", "index")
        return driver

    def _descriptors(self, references: list[Object], name: str, place: str) -> list[Object]:
        """Descriptors of the rules that are named, in alphabetical order; references are told their place in it."""
        names: list[str] = sorted({reference[name] for reference in references})
        for reference in references:
            reference[place] = names.index(reference[name])
        return [_descriptor(rule, self._rules.get(rule)) for rule in names]

    def _artifact(self, path: str) -> Object:
        """Where a file is; it is entered in the list of files."""
        uri = as_uri(path)
        return {"uri": uri, "index": self._artifacts.setdefault(uri, len(self._artifacts))}

    def _result(self, diagnostic: Diagnostic, source: Source) -> Object:
        location = self._location(diagnostic.path, source, diagnostic.span)
        if diagnostic.place:
            location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.place}]
        result: Object = {
            "ruleId": diagnostic.rule,
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": _plain(diagnostic.message)},
            "locations": [location],
            "partialFingerprints": {FINGERPRINT: self._fingerprints.of(diagnostic)},
        }
        related = [
            {"id": number, **self._location(diagnostic.path, source, span), "message": {"text": _plain(message)}}
            for number, (span, message) in enumerate(diagnostic.related, 1)
        ]
        if related:
            result["relatedLocations"] = related
        if diagnostic.fixes and source.map is None:  # the edits of a Word file are none to its bytes
            result["fixes"] = [self._fix(diagnostic.path, source, fix) for fix in diagnostic.fixes]
        return result

    def _location(self, path: str, source: Source, span: Span | None) -> Object:
        physical: Object = {"artifactLocation": self._artifact(path)}
        if span is not None:
            physical["region"] = _region(source, span)
            if 0 < span.length <= _LONGEST_SNIPPET:
                physical["region"]["snippet"] = {"text": source[span]}
        return {"physicalLocation": physical}

    def _fix(self, path: str, source: Source, fix: Fix) -> Object:
        change = {
            "artifactLocation": self._artifact(path),
            "replacements": [_replacement(source, edit) for edit in fix.edits],
        }
        return {
            "description": {"text": _plain(fix.title)},
            "artifactChanges": [change],
            "properties": {"safety": fix.safety.value},
        }

    def _notification(self, diagnostic: Diagnostic) -> Object:
        notification: Object = {
            "descriptor": {"id": diagnostic.rule},
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": _plain(diagnostic.message)},
        }
        if belongs_to_file(diagnostic):
            location = {"physicalLocation": {"artifactLocation": self._artifact(diagnostic.path)}}
            notification["locations"] = [location]
        return notification

    def _passed_over(self, checked: Checked) -> Object:
        skipped = checked.status == "skipped"
        return {
            "descriptor": {"id": f"{checked.status}-document"},
            "level": "note",
            "message": {"text": _("不是年度报告，没有检查") if skipped else _("没有内容，没有检查")},
            "locations": [{"physicalLocation": {"artifactLocation": self._artifact(checked.path)}}],
        }


def _region(source: Source, span: Span) -> Object:
    start, end = source.lines.position(span.start), source.lines.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _replacement(source: Source, edit: Edit) -> Object:
    replacement: Object = {"deletedRegion": _region(source, edit.span)}
    if edit.text:
        replacement["insertedContent"] = {"text": edit.text}
    return replacement


def _descriptor(name: str, rule: Rule | None) -> Object:
    if rule is None:
        return {"id": name}
    documentation = explained(rule)
    descriptor: Object = {
        "id": name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": reason(rule)},
        "help": {"text": documentation or rule.summary, "markdown": documentation or rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.enabled},
        "properties": {
            "tags": [rule.category],
            "problem.severity": _PROBLEMS[rule.severity],
            "basis": [" ".join(filter(None, (citation.source, citation.locus))) for citation in rule.basis],
        },
    }
    if url := next((citation.url for citation in rule.basis if citation.url), ""):
        descriptor["helpUri"] = url
    return descriptor


def _plain(text: str) -> str:
    """A message in which nothing of a draft is taken for a link."""
    return re.sub(r"[\[\]\\]", r"\\\g<0>", text) if "](" in text else text
