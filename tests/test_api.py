from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.api import Linter
from gxlint.document import Document
from gxlint.engine import Status
from gxlint.filters import Filter
from gxlint.parsers.base import UnreadableError
from gxlint.plugins import hookimpl
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import Settings
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT

INCOMPLETE = CorrectReport().without_section("六")
ONLY = Settings(select=("missing-section",))


def test_text_is_linted_as_an_editor_holds_it() -> None:
    text = PIPE_MARKDOWN.write(INCOMPLETE).decode()
    for path in ("", "untitled:Untitled-1", "草稿.md"):
        result = Linter(ONLY).text(text, path)
        assert (result.path, result.status, result.kind) == (path, Status.LINTED, "disclosure")
        assert [item.rule for item in result.diagnostics] == ["missing-section"]
        assert result.document is not None
        assert result.document.text == text


def test_the_name_chooses_the_parser_unless_one_is_given() -> None:
    text = TABBED_TEXT.write(INCOMPLETE).decode()
    for result in (Linter(ONLY).text(text, "草稿.txt"), Linter(ONLY).text(text, "草稿.dat", parser="plain")):
        assert result.document is not None
        assert result.document.source.kind == "plain"


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_text_is_a_draft_not_yet_begun(text: str) -> None:
    result = Linter().text(text, "新建.md")
    assert (result.status, result.diagnostics) == (Status.EMPTY, ())


def test_text_of_a_binary_format_is_told_where_to_go() -> None:
    (found,) = Linter().text("正文", "草稿.docx").diagnostics
    assert found.rule == "unreadable-document"
    assert "保存为文件" in found.message


def test_a_path(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.md"
    draft.write_bytes(PIPE_MARKDOWN.write(INCOMPLETE))
    assert [item.rule for item in Linter(ONLY).path(str(draft)).diagnostics] == ["missing-section"]
    understood = Linter().understand(str(draft))
    assert understood.diagnostics == ()
    assert understood.report is not None
    assert understood.report.year == 2024


def test_a_run_forgets_what_its_caller_does_not_keep(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_bytes(PIPE_MARKDOWN.write(INCOMPLETE))
    run = Linter(ONLY).paths([str(tmp_path)])
    assert len(run.files) == 3
    results = iter(run)
    (tmp_path / "2.md").unlink()
    assert [result.status for result in results] == [Status.LINTED, Status.LINTED, Status.FAILED]


class Faulty:
    name = "faulty"
    suffixes = (".bad",)

    def parse(self, data: bytes, path: str) -> Document:
        if data == b"refuse":
            raise UnreadableError("请换一个文件")
        raise ZeroDivisionError("页码是 0")


class Plugin:
    @hookimpl
    def gxlint_parsers(self) -> list[Faulty]:
        return [Faulty()]


def test_a_parser_that_crashes_spoils_its_file_only(tmp_path: Path) -> None:
    (tmp_path / "a.bad").write_bytes(b"crash")
    (tmp_path / "b.bad").write_bytes(b"refuse")
    (tmp_path / "c.md").write_bytes(PIPE_MARKDOWN.write(INCOMPLETE))
    registry = Registry([("faulty", Plugin())], installed=False)
    crashed, refused, linted = Linter(ONLY, registry).paths([str(tmp_path)])
    assert [item.rule for item in crashed.diagnostics] == ["internal-error"]
    assert "ZeroDivisionError: 页码是 0" in crashed.diagnostics[0].message
    assert [(item.rule, item.message) for item in refused.diagnostics] == [("unreadable-document", "请换一个文件")]
    assert [item.rule for item in linted.diagnostics] == ["missing-section"]


def test_a_filter_has_the_last_word() -> None:
    text = PIPE_MARKDOWN.write(INCOMPLETE).decode()
    nothing = Filter("nothing", lambda source, found: [item for item in found if source.text != text])
    result = Linter(ONLY, filters=[nothing]).text(text, "草稿.md")
    assert result.diagnostics == ()
    assert [(by, found.rule) for by, found in result.withheld] == [("nothing", "missing-section")]


def test_a_client_may_leave_out_rules_and_end_the_linting_between_two() -> None:
    text = PIPE_MARKDOWN.write(INCOMPLETE).decode()
    asked: list[str] = []

    def admit(rule: Rule) -> bool:
        asked.append(rule.id)
        return rule.id != "missing-section"

    assert "missing-section" not in {item.rule for item in Linter().text(text, "草稿.md", admit=admit).diagnostics}
    assert "missing-section" in asked

    def refuse(_rule: Rule) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Linter().text(text, "草稿.md", admit=refuse)
