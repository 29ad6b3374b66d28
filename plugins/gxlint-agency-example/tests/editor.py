"""最小的编辑器：启动语言服务，打开一份草稿，问它查到了什么。"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

#: 最多等这么多秒。
PATIENCE = 60


class Editor:
    """An editor with one draft open."""

    def __init__(self, client: LanguageClient, draft: Path) -> None:
        self._client = client
        self._document = types.TextDocumentIdentifier(draft.as_uri())

    async def found(self) -> dict[str, types.Diagnostic]:
        """What is underlined, by rule."""
        asked = self._client.text_document_diagnostic_async(types.DocumentDiagnosticParams(self._document))
        report = await asyncio.wait_for(asked, PATIENCE)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return {str(item.code): item for item in report.items}

    async def hover(self, position: types.Position) -> str:
        """What is shown under the mouse."""
        asked = self._client.text_document_hover_async(types.HoverParams(self._document, position))
        hover = await asyncio.wait_for(asked, PATIENCE)
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        return hover.contents.value

    async def fixes(self, found: types.Diagnostic) -> list[str]:
        """The titles of what is offered at a place."""
        params = types.CodeActionParams(self._document, found.range, types.CodeActionContext([found]))
        offered = await asyncio.wait_for(self._client.text_document_code_action_async(params), PATIENCE)
        return [action.title for action in offered or ()]

    async def saved(self, path: Path, rule: str, *, gone: bool) -> types.Diagnostic | None:
        """The finding of a rule once the server has read a saved file: wait until it has gone, or has come."""
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        self._client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        for _attempt in range(PATIENCE * 5):
            found = (await self.found()).get(rule)
            if (found is None) == gone:
                return found
            await asyncio.sleep(0.2)
        raise AssertionError(f"{rule}: nothing has changed")


@asynccontextmanager
async def editor(draft: Path, *arguments: str, language: str = "zh-CN") -> AsyncIterator[Editor]:
    """An editor in which a draft is open; *arguments* go to ``gxlint server``."""
    client = LanguageClient("tests", "1")
    await client.start_io(sys.executable, "-m", "gxlint", "server", *arguments)
    try:
        again = types.WorkspaceClientCapabilities(diagnostics=types.DiagnosticWorkspaceClientCapabilities(True))
        able = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
        params = types.InitializeParams(types.ClientCapabilities(again, able), locale=language)
        await asyncio.wait_for(client.initialize_async(params), PATIENCE)
        client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(draft.as_uri(), "markdown", 1, draft.read_text(encoding="utf-8"))
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        yield Editor(client, draft)
    finally:
        await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]  # pygls does not type it
