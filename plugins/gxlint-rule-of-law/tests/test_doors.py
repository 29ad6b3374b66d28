"""The form at the doors of gxlint: the command line and an editor."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

DRAFT = """# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、2025年主要安排

组织持证考试考前培训。

青禾县云溪镇人民政府

2025年4月20日
"""
Answer = TypeVar("Answer")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告.md").write_text(DRAFT, encoding="utf-8")


def gxlint(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gxlint", *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


class TestCommandLine:
    def test_what_is_wrong_is_named(self) -> None:
        done = gxlint("check", "报告.md")
        assert done.returncode == 1
        assert "rule-of-law/missing-part" in done.stdout
        assert "rule-of-law/late-date" in done.stdout
        assert "没有写“存在的不足和原因”" in done.stdout

    def test_and_in_english(self) -> None:
        done = gxlint("--lang", "en", "check", "报告.md")
        assert "the report does not tell of “存在的不足和原因”" in done.stdout

    def test_what_is_read_is_shown(self) -> None:
        shown = json.loads(gxlint("show", "--format", "json", "报告.md").stdout)
        assert (shown["kind"], shown["year"], shown["tables"]) == ("rule-of-law", 2024, {})
        assert [section["title"] for section in shown["sections"]] == ["主要举措和成效", "2025年主要安排"]
        done = gxlint("show", "报告.md")
        assert done.returncode == 0
        assert "2025年主要安排" in done.stdout
        assert "各项说明" not in done.stdout  # the form asks for none

    def test_a_draft_without_a_title_by_its_kind(self) -> None:
        Path("草稿.md").write_text(DRAFT.partition("\n")[2], encoding="utf-8")
        assert gxlint("check", "草稿.md").returncode == 0
        assert "rule-of-law/missing-part" in gxlint("check", "草稿.md", "--kind", "rule-of-law").stdout

    def test_a_new_report_lacks_nothing_but_its_contents(self) -> None:
        about = ("--agency", "青禾县人民政府", "--year", "2024")
        assert gxlint("new", "report", "新", "--kind", "rule-of-law", *about).returncode == 0
        found = json.loads(gxlint("check", "--format", "json", "新.md").stdout)
        assert {item["rule"] for item in found if item["severity"] != "info"} == {"rule-of-law/empty-part"}

    @pytest.mark.parametrize("name", ["missing-part", "cursory-duties"])
    def test_rules_are_explained(self, name: str) -> None:
        assert "示例" in gxlint("explain", f"rule-of-law/{name}").stdout


def in_an_editor(ask: Callable[[LanguageClient, str], Awaitable[Answer]], text: str = DRAFT) -> Answer:
    """What the server answers about a draft that is open."""

    async def session() -> Answer:
        client = LanguageClient("tests", "1")
        await client.start_io(sys.executable, "-m", "gxlint", "server")
        try:
            diagnostic = types.DiagnosticClientCapabilities()
            symbols = types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True)
            able = types.TextDocumentClientCapabilities(diagnostic=diagnostic, document_symbol=symbols)
            again = types.WorkspaceClientCapabilities(diagnostics=types.DiagnosticWorkspaceClientCapabilities(True))
            await client.initialize_async(types.InitializeParams(types.ClientCapabilities(again, able)))
            client.initialized(types.InitializedParams())
            uri = Path("报告.md").absolute().as_uri()
            opened = types.TextDocumentItem(uri, "markdown", 1, text)
            client.text_document_did_open(types.DidOpenTextDocumentParams(opened))
            return await asyncio.wait_for(ask(client, uri), 60)
        finally:
            await asyncio.wait_for(client.shutdown_async(None), 60)
            client.exit(None)
            await client.stop()  # type: ignore[no-untyped-call]  # pygls does not type it

    return asyncio.run(session())


class TestEditor:
    def test_findings_are_underlined(self) -> None:
        async def ask(client: LanguageClient, uri: str) -> object:
            params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            return await client.text_document_diagnostic_async(params)

        report = in_an_editor(ask)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        found = {item.code: item.range.start.line for item in report.items}
        assert (found["rule-of-law/missing-part"], found["rule-of-law/late-date"]) == (0, 13)

    def test_the_outline_has_the_parts(self) -> None:
        async def ask(client: LanguageClient, uri: str) -> object:
            params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            return await client.text_document_document_symbol_async(params)

        symbols = in_an_editor(ask)
        assert isinstance(symbols, list | tuple)
        assert [symbol.name for symbol in symbols] == [
            "青禾县云溪镇人民政府2024年法治政府建设年度报告",
            "一、主要举措和成效",
            "二、2025年主要安排",
        ]

    def test_missing_parts_and_the_whole_skeleton_are_offered(self) -> None:
        async def ask(client: LanguageClient, uri: str) -> list[str]:
            position = types.Position(len(DRAFT.splitlines()), 0)
            params = types.CompletionParams(types.TextDocumentIdentifier(uri), position)
            items = await client.text_document_completion_async(params)
            assert isinstance(items, list | tuple)
            return [item.label for item in items]

        assert "存在的不足和原因" in in_an_editor(ask)
        assert "下一年度推进法治政府建设的主要安排" not in in_an_editor(ask)

        async def ask_at_the_start(client: LanguageClient, uri: str) -> list[str]:
            params = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
            items = await client.text_document_completion_async(params)
            assert isinstance(items, list | tuple)
            return [item.label for item in items]

        offered = in_an_editor(ask_at_the_start, "")
        assert [label.partition("（")[0] for label in offered] == ["法治政府建设年度报告", "政府信息公开工作年度报告"]
