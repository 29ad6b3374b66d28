"""Formats that give a line, an annotation or an issue for each finding."""

from __future__ import annotations

import json

import pytest

from gxlint.document import Document
from gxlint.engine import Result, Status
from gxlint.findings import Severity
from gxlint.text import Source, Span

from .runs import MARKDOWN, TEXT, at, diagnostic, findings, read, run, without_drafts, written

LINES = ["concise", "jsonl", "github"]
ALL_MACHINES = [*LINES, "gitlab", "junit", "sarif", "json"]


class TestConcise:
    def test_a_run(self) -> None:
        lines = written("concise", run()).splitlines()
        assert lines[0] == "gxlint: error internal-error 插件 x 无法加载"
        assert lines[6:11] == [
            "2024/云溪镇.md:31:1: warning misused-jiezhi “截止”应为“截至”",
            "2024/云溪镇.md:31:2: info overlong-sentence 句子太长",
            "2024/云溪镇.md:80:22: error outcome-sum-mismatch “（七）总计”行“商业企业”填的是 5，各项相加为 3，多 2",
            "2024/云溪镇.md:101:3: warning misspelling "
            "不认识“a<b & “c””：100%，<b>[这里](https://example.com)</b>␊第二行",
            "2024/云溪镇.md:103:15: error empty-section 这里少了内容",
        ]
        assert lines[-2:] == [
            "坏的, 旧的.docx: error unreadable-document 文件加密：请去掉密码",
            "2024/云溪镇.md:31:24: warning ningxia/copied 与上年雷同",
        ]

    def test_the_same_words_are_found_in_all_formats(self) -> None:
        lines = written("concise", run()).splitlines()
        told = [[line.partition(": ")[2] for line in lines if f"镇.{kind}:" in line] for kind in ("docx", "txt")]
        assert told[0] == told[1]
        assert len(told[0]) == 5

    def test_standard_input_without_a_name(self) -> None:
        found = diagnostic(_document("截止今年"), Span(0, 2))
        assert written("concise", [Result("", Status.LINTED, (found,))]).startswith("-:1:1: warning")


class TestJsonLines:
    def test_the_objects_of_json_each_on_a_line(self) -> None:
        results = [result for result in run() if result.status is not Status.RUN]
        lines = [json.loads(line) for line in written("jsonl", results).splitlines()]
        assert len(lines) == 16
        assert lines == json.loads(written("json", results))


class TestGithub:
    def test_text_formats_have_lines_and_columns(self) -> None:
        (line, *_others) = _annotations(MARKDOWN)
        assert line == (
            "::warning title=gxlint (misused-jiezhi),file=2024/云溪镇.md,line=31,endLine=31,col=1,endColumn=3"
            "::“截止”应为“截至”"
        )

    def test_a_word_file_has_its_place_in_words(self) -> None:
        (line, *_others) = _annotations("2024/云溪镇.docx")
        assert line == (
            "::warning title=gxlint (misused-jiezhi),file=2024/云溪镇.docx::一、总体情况 第6段：“截止”应为“截至”"
        )

    def test_severities(self) -> None:
        assert [line.split()[0] for line in _annotations(TEXT)] == [
            "::warning",
            "::notice",
            "::error",
            "::warning",
            "::error",
        ]

    def test_what_would_end_a_command_is_escaped(self) -> None:
        lines = written("github", run()).splitlines()
        assert len(lines) == 18, "a finding never takes two lines"
        assert any(line.endswith("100%25，<b>[这里](https://example.com)</b>%0A第二行") for line in lines)
        assert "::error title=gxlint (unreadable-document),file=坏的%2C 旧的.docx::文件加密：请去掉密码" in lines

    def test_a_finding_over_several_lines_has_no_columns(self) -> None:
        found = diagnostic(_document("截止\n今年"), Span(0, 4))
        line = written("github", [Result("a.md", Status.LINTED, (found._replace(path="a.md"),))])
        assert ",line=1,endLine=2::" in line


class TestGitlab:
    def test_an_issue(self) -> None:
        issues = json.loads(written("gitlab", [read(MARKDOWN)._replace(diagnostics=tuple(findings(read(MARKDOWN))))]))
        assert issues[0] == {
            "type": "issue",
            "check_name": "misused-jiezhi",
            "description": "一、总体情况 第6段：“截止”应为“截至”",
            "categories": ["Style"],
            "severity": "minor",
            "fingerprint": issues[0]["fingerprint"],
            "location": {"path": MARKDOWN, "lines": {"begin": 31, "end": 31}},
        }
        assert [issue["severity"] for issue in issues] == ["minor", "info", "major", "minor", "major"]

    def test_everything_has_a_file_and_a_fingerprint_of_its_own(self) -> None:
        issues = json.loads(written("gitlab", run()))
        assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 18
        assert all(issue["location"]["path"] and issue["location"]["lines"]["begin"] for issue in issues)

    def test_a_fingerprint_does_not_depend_on_what_stands_above_it_nor_on_figures_in_the_message(self) -> None:
        before = _document("一段。\n截止今年，有8件。\n截止明年。")
        after = _document("加了一段。\n\n一段，改过。\n截止今年，有8件。\n又一段。\n截止明年。")
        assert _fingerprints(before, "第2段", "应为 8") == _fingerprints(after, "第4段", "应为 9")

    def test_it_depends_on_the_words_and_the_rule(self) -> None:
        document = _document("截止今年，截至明年。")
        found = [
            diagnostic(document, at(document, "截止")),
            diagnostic(document, at(document, "截至")),
            diagnostic(document, at(document, "截止"), "other-rule"),
            diagnostic(document, at(document, "截止"), path="b.md"),
        ]
        issues = json.loads(written("gitlab", [Result("", Status.LINTED, (one,)) for one in found]))
        assert len({issue["fingerprint"] for issue in issues}) == 4

    def test_paths_are_those_of_the_repository(self) -> None:
        found = diagnostic(_document("截止"), Span(0, 2), path="./2024/a.md")
        (issue,) = json.loads(written("gitlab", [Result("./2024/a.md", Status.LINTED, (found,))]))
        assert issue["location"]["path"] == "2024/a.md"


@pytest.mark.parametrize("name", ALL_MACHINES)
class TestAll:
    def test_a_cache_without_drafts_makes_no_difference(self, name: str) -> None:
        assert written(name, run()) == written(name, without_drafts(run()))

    def test_a_run_twice_gives_the_same_bytes(self, name: str) -> None:
        assert written(name, run()) == written(name, run())

    def test_nothing_to_say(self, name: str) -> None:
        output = written(name, [])
        assert bool(output) == (name not in LINES)

    def test_a_hostile_draft_stays_text(self, name: str) -> None:
        text = "\x1b[2J\u202e\x00]]>&<!--\u2028\ud800"
        found = diagnostic(_document(text), Span(0, len(text)), message=text, severity=Severity.ERROR)
        path = "\x1b[2J\u202e%]]>&<\udcff"
        output = written(name, [Result(path, Status.LINTED, (found._replace(path=path),))])
        if name in LINES:
            assert len(output.split("\n")) == 2
        if name == "concise":
            assert not set("\x1b\u202e\x00\u2028") & set(output)


def _annotations(path: str) -> list[str]:
    result = read(path)
    return written("github", [result._replace(diagnostics=tuple(findings(result)))]).splitlines()


def _document(text: str) -> Document:
    return Document(Source(text), [])


def _fingerprints(document: Document, place: str, message: str) -> list[str]:
    first = document.text.index("截止")
    second = document.text.index("截止", first + 1)
    found = [
        diagnostic(document, Span(start, start + 2), path="a.md", place=f"一、总体情况 {place}", message=message)
        for start in (first, second)
    ]
    issues = json.loads(written("gitlab", [Result("a.md", Status.LINTED, tuple(found))]))
    return [issue["fingerprint"] for issue in issues]
