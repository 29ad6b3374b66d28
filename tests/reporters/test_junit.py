from __future__ import annotations

import xml.etree.ElementTree as ET

from gxlint.engine import Result, Status
from gxlint.findings import Severity

from .runs import MARKDOWN, WORD, at, diagnostic, read, run, written


def suite() -> ET.Element:
    root = ET.fromstring(written("junit", run()))
    assert root.tag == "testsuites"
    (found,) = root
    return found


def test_each_file_is_a_test() -> None:
    outcomes = {case.get("name"): [child.tag for child in case] for case in suite()}
    assert outcomes == {
        "gxlint": ["error"],
        WORD: ["failure", "system-out"],
        MARKDOWN: ["failure", "system-out"],
        "2024/云溪镇.txt": ["failure", "system-out"],
        "坏的, 旧的.docx": ["error"],
        "没问题.md": [],
        "空.txt": ["skipped"],
        "说明.md": ["skipped"],
    }


def test_the_counts_are_those_of_the_tests() -> None:
    counts = {"tests": "8", "failures": "3", "errors": "2", "skipped": "2"}
    assert {name: suite().get(name) for name in counts} == counts


def test_a_failure_tells_what_is_wrong() -> None:
    failure = suite().find(f"testcase[@name='{MARKDOWN}']/failure")
    assert failure is not None
    assert failure.attrib == {"type": "error", "message": "2 个错误，3 个警告"}
    lines = (failure.text or "").splitlines()
    assert lines[0] == "2024/云溪镇.md:31:1: warning misused-jiezhi “截止”应为“截至”"
    assert len(lines) == 5, "with what was found when all files were read"


def test_what_is_worth_a_look_fails_no_test() -> None:
    document = read(MARKDOWN).document
    assert document is not None
    found = diagnostic(document, at(document, "截止"), severity=Severity.INFO)
    root = ET.fromstring(written("junit", [Result(MARKDOWN, Status.LINTED, (found,))]))
    assert root.get("failures") == "0"
    assert root.findtext("testsuite/testcase/system-out") == "2024/云溪镇.md:31:1: info misused-jiezhi “截止”应为“截至”"
