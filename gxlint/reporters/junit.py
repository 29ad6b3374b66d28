"""JUnit XML, the way most CI servers show results: each file is a test."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import TextIO

from gxlint.findings import Diagnostic, Severity
from gxlint.i18n import _
from gxlint.reporters.base import Checked, Summary
from gxlint.reporters.concise import concise
from gxlint.reporters.excerpt import visible
from gxlint.reporters.paths import STDIN

_SUITE = "gxlint"
#: Characters that XML 1.0 cannot hold in any form.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Case:
    def __init__(self) -> None:
        self.skipped = ""
        """Why the file was not checked."""
        self.findings: list[Diagnostic] = []


class JunitReporter:
    """A file with errors or warnings is a failed test, one that could not be read is in error, other files are skipped.

    Findings that are worth a look only are the output of a test that passes.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._cases: dict[str, _Case] = {}

    def add(self, checked: Checked, /) -> None:
        """Take what came of one file."""
        of_run = checked.status == "run" and not checked.path
        case = self._cases.setdefault(_SUITE if of_run else checked.path or STDIN, _Case())
        case.findings += checked.diagnostics
        case.skipped = {"skipped": _("不是年度报告"), "empty": _("没有内容")}.get(checked.status, case.skipped)

    def finish(self, _summary: Summary, /) -> None:
        """Write the document."""
        suite = ET.Element("testsuite", name=_SUITE)
        for name, case in self._cases.items():
            suite.append(_element(name, case))
        counts = {
            "tests": len(suite),
            "failures": len(suite.findall("testcase/failure")),
            "errors": len(suite.findall("testcase/error")),
            "skipped": len(suite.findall("testcase/skipped")),
        }
        for count, number in counts.items():
            suite.set(count, str(number))
        root = ET.Element("testsuites", suite.attrib)
        root.append(suite)
        ET.indent(root)
        self._stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self._stream.write(ET.tostring(root, encoding="unicode") + "\n")


def _element(name: str, case: _Case) -> ET.Element:
    element = ET.Element("testcase", classname=_SUITE, name=_legal(visible(name)))
    bad = [finding for finding in case.findings if finding.severity >= Severity.WARNING]
    if bad:
        tag = "error" if any(finding.source is None for finding in bad) else "failure"
        worst = max(finding.severity for finding in bad)
        told = ET.SubElement(element, tag, type=worst.label, message=_count(bad))
        told.text = _lines(bad)
    elif case.skipped:
        ET.SubElement(element, "skipped", message=case.skipped)
    remarks = [finding for finding in case.findings if finding.severity < Severity.WARNING]
    if remarks:
        ET.SubElement(element, "system-out").text = _lines(remarks)
    return element


def _count(findings: Sequence[Diagnostic]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return _("{errors} 个错误，{warnings} 个警告", errors=errors, warnings=len(findings) - errors)


def _lines(findings: Sequence[Diagnostic]) -> str:
    return _legal("\n".join(map(concise, findings)))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
