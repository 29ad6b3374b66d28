"""The commands of an editor's menu."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from gxlint.api import Linter
from gxlint.testing import CorrectReport
from gxlint.testing.shapes import MERGED_DOCX, PIPE_MARKDOWN, STYLED_DOCX, TABBED_TEXT
from tests.server.editor import PATIENCE, Editor, editor

pytestmark = pytest.mark.asyncio

FAULTY = CorrectReport().with_heading("六", "六、其他需要报告事项")


async def run(it: Editor, command: str, *arguments: Any) -> Any:
    params = types.ExecuteCommandParams(command, list(arguments))
    return await asyncio.wait_for(it.client.workspace_execute_command_async(params), PATIENCE)


async def test_a_rule_is_explained() -> None:
    async with editor() as it:
        page = await run(it, "gxlint.explainRule", "balance-mismatch")
        assert "`balance-mismatch`" in page
        assert "依据" in page
        for wrong in ("no-such-rule", 7):
            with pytest.raises(JsonRpcException):
                await run(it, "gxlint.explainRule", wrong)
        with pytest.raises(JsonRpcException):
            await run(it, "gxlint.explainRule")


async def test_the_rules_are_listed() -> None:
    async with editor() as it:
        rules = {rule["id"]: rule for rule in await run(it, "gxlint.listRules")}
        assert rules["balance-mismatch"]["enabled"] is True
        assert rules["balance-mismatch"]["severity"] == "error"
        assert rules["balance-mismatch"]["category"]
        assert rules["balance-mismatch"]["summary"]


async def test_a_new_report_has_what_the_form_asks_for() -> None:
    async with editor() as it:
        report = await run(it, "gxlint.newReport", " 青禾县云溪镇人民政府 ", 2024)
        assert report.startswith("# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告\n")
        it.open(report)
        assert not {found.code for found in await it.found()} & {"missing-section", "missing-period", "missing-table"}
        for wrong in ([], ["青禾县"], ["", 2024], ["青禾县", "2024"], ["青禾县", 24], ["青禾县", True]):
            with pytest.raises(JsonRpcException):
                await run(it, "gxlint.newReport", *wrong)


@pytest.mark.parametrize("shape", [MERGED_DOCX, STYLED_DOCX])
async def test_a_word_file_is_shown_as_the_text_that_is_linted(tmp_path: Path, shape: Any) -> None:
    path = tmp_path / "草稿 1.docx"
    path.write_bytes(shape.write(FAULTY))
    async with editor(root=tmp_path) as it:
        projection = await run(it, "gxlint.projectDocx", path.as_uri())
        document = Linter().path(str(path)).document
        assert document is not None
        assert projection["text"] == document.text
        assert len(projection["lines"]) == len(document.source.lines)
        assert projection["lines"][0]["anchor"]["part"] == "word/document.xml"
        assert len(projection["hash"]) == 64
        assert projection["problems"] == []
        uri = path.as_uri().replace("file://", "gxlint-docx://") + ".txt"
        it.open(projection["text"], uri, "plaintext")
        (found,) = await it.found(uri)
        assert found.code == "misnamed-section"
        assert it.words(projection["text"], found.range) == "其他需要报告事项"


async def test_a_projection_that_is_out_of_date_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(MERGED_DOCX.write(FAULTY))
    async with editor(root=tmp_path) as it:
        uri = path.as_uri().replace("file://", "gxlint-docx://") + ".txt"
        it.open("旧的文字", uri, "plaintext")
        assert not await it.found(uri)


async def test_a_damaged_word_file_says_why(tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"not a zip")
    async with editor(root=tmp_path) as it:
        projection = await run(it, "gxlint.projectDocx", path.as_uri())
        assert projection["text"] == ""
        assert projection["problems"]
        assert (await run(it, "gxlint.projectDocx", (tmp_path / "无.docx").as_uri()))["problems"]
        with pytest.raises(JsonRpcException):
            await run(it, "gxlint.projectDocx", "https://example.com/a.docx")


async def test_the_workspace_is_linted_with_progress(tmp_path: Path) -> None:
    for number, shape in enumerate([PIPE_MARKDOWN, TABBED_TEXT, MERGED_DOCX]):
        (tmp_path / f"{number}{shape.suffix}").write_bytes(shape.write(FAULTY))
    (tmp_path / "README.md").write_text("# Notes\n", encoding="utf-8")
    async with editor("visual-studio-code", root=tmp_path) as it:
        summary = await run(it, "gxlint.lintWorkspace")
        assert summary["files"] == 4
        assert summary["findings"] >= 3
        assert not summary["cancelled"]
        markdown = await it.published.of((tmp_path / "0.md").as_uri(), None)
        assert "misnamed-section" in [item.code for item in markdown.diagnostics]
        word = await it.published.of((tmp_path / "2.docx").as_uri(), None)
        assert len(word.diagnostics) == 1
        (reports,) = it.client.progress_reports.values()
        assert isinstance(reports[0], types.WorkDoneProgressBegin)
        assert isinstance(reports[-1], types.WorkDoneProgressEnd)


async def test_linting_the_workspace_can_be_cancelled(tmp_path: Path) -> None:
    text = PIPE_MARKDOWN.write(FAULTY)
    for number in range(300):
        (tmp_path / f"{number}.md").write_bytes(text)
    async with editor("visual-studio-code", root=tmp_path) as it:
        working = asyncio.ensure_future(run(it, "gxlint.lintWorkspace"))
        await it.published.of((tmp_path / "0.md").as_uri(), None)
        (token,) = it.client.progress_reports
        it.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
        summary = await working
        assert summary["cancelled"]
        assert summary["files"] < 300


async def test_a_broken_configuration_is_told(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text("select = 3\n", encoding="utf-8")
    async with editor(root=tmp_path) as it:
        with pytest.raises(JsonRpcException, match=r"gxlint\.toml"):
            await run(it, "gxlint.lintWorkspace")
