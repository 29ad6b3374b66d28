"""The exit status: --fail-on, --max-warnings and --exit-zero together, the same in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX

from .conftest import CORRECT, Run

RULES = ("--select", "misused-jiezhi,misspelling,missing-section,short-law-name")
SENTENCE = "截止2024年12月31日，依据《条例》布署会议两次。"
#: Two warnings, and an error; an info may be among them.
WARNINGS = CORRECT.with_paragraph("一", SENTENCE)
ERRORS = WARNINGS.without_section("六")


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    for shape in (PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX):
        (folder / f"警告{shape.suffix}").write_bytes(shape.write(WARNINGS))
        (folder / f"错误{shape.suffix}").write_bytes(shape.write(ERRORS))


FORMATS = ("text", "concise", "html", "json", "jsonl", "sarif", "github", "gitlab", "junit")


@pytest.mark.parametrize("suffix", [".md", ".txt", ".docx"])
@pytest.mark.parametrize(
    ("arguments", "warnings", "errors"),
    [
        ((), 1, 1),
        (("--max-warnings", "2"), 0, 1),
        (("--max-warnings", "1"), 1, 1),
        (("--max-warnings", "0"), 1, 1),
        (("--fail-on", "error"), 0, 1),
        (("--fail-on", "error", "--max-warnings", "1"), 1, 1),
        (("--fail-on", "error", "--max-warnings", "2"), 0, 1),
        (("--fail-on", "warning", "--max-warnings", "2"), 0, 1),
        (("--fail-on", "never", "--max-warnings", "0"), 0, 0),
        (("--exit-zero", "--max-warnings", "0"), 0, 0),
        (("--exit-zero", "--fail-on", "info"), 0, 0),
    ],
)
def test_together(gxlint: Run, suffix: str, arguments: tuple[str, ...], warnings: int, errors: int) -> None:
    assert gxlint("check", f"警告{suffix}", *RULES, *arguments).status == warnings
    assert gxlint("check", f"错误{suffix}", *RULES, *arguments).status == errors


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_makes_no_difference(gxlint: Run, name: str) -> None:
    command = ("check", "警告.md", *RULES, "--format", name)
    assert gxlint(*command).status == 1
    assert gxlint(*command, "--max-warnings", "2").status == 0
    done = gxlint(*command, "--max-warnings", "1")
    assert (done.status, done.err) == (1, "警告有 2 个，超过了 --max-warnings 允许的 1 个\n")
    assert gxlint(*command, "--exit-zero").status == 0


def test_warnings_of_all_files_count(gxlint: Run) -> None:
    files = ("警告.md", "警告.txt")
    assert gxlint("check", *files, *RULES, "--max-warnings", "4").status == 0
    assert gxlint("check", *files, *RULES, "--max-warnings", "3").status == 1


def test_severities_are_those_of_the_configuration(gxlint: Run) -> None:
    Path("gxlint.toml").write_text('fail-on = "error"\n[severity]\nmisspelling = "info"\n', encoding="utf-8")
    assert gxlint("check", "警告.md", *RULES).status == 0
    assert gxlint("check", "警告.md", *RULES, "--max-warnings", "1").status == 0
    assert gxlint("check", "警告.md", *RULES, "--max-warnings", "0").status == 1
    assert gxlint("check", "警告.md", *RULES, "--fail-on", "info", "--max-warnings", "1").status == 1


def test_known_ones_do_not_count(gxlint: Run) -> None:
    gxlint("baseline", "警告.md", *RULES)
    command = ("check", "警告.md", *RULES, "--baseline", "gxlint-baseline.json", "--max-warnings", "0")
    assert gxlint(*command).status == 0


def test_what_could_not_be_checked_weighs_more(gxlint: Run) -> None:
    done = gxlint("check", "警告.md", "没有.md", *RULES, "--max-warnings", "0")
    assert (done.status, done.err) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--max-warnings", "-1"), "--max-warnings 应是不小于 0 的整数"),
        (("--max-warnings", "许多"), "--max-warnings 应是不小于 0 的整数"),
        (("--max-warnings",), "选项 --max-warnings 的用法不对，它后面要有一个值"),
    ],
)
def test_wrong_numbers(gxlint: Run, arguments: tuple[str, ...], message: str) -> None:
    done = gxlint("check", *arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
