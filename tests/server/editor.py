"""An editor for tests: a real server in a process of its own, and a client with the abilities of a given editor."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

#: The longest that a test waits for an answer, on a busy machine.
PATIENCE = 30.0
#: Editors whose abilities pytest-lsp knows.
EDITORS = ("visual-studio-code", "neovim@v0.7", "neovim@v0.11", "emacs")
DRAFT = "file:///drafts/草稿.md"

Published = types.PublishDiagnosticsParams


class Editor:
    """An editor with a server at work."""

    def __init__(self, client: LanguageClient, capabilities: types.ServerCapabilities, published: Inbox) -> None:
        self.client = client
        self.capabilities = capabilities
        self.published = published
        self._versions: dict[str, int] = {}

    @property
    def memory(self) -> int:
        """Kilobytes that the server holds, where the system tells; the test is skipped where it does not."""
        assert self.client._server is not None
        status = Path(f"/proc/{self.client._server.pid}/status")
        if not status.exists():
            pytest.skip("the system does not tell how much memory a process holds")
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS"))

    def open(self, text: str, uri: str = DRAFT, language: str = "markdown") -> None:
        """Open a draft."""
        version = self._versions[uri] = self._versions.get(uri, 0) + 1  # what is still under way is of another opening
        item = types.TextDocumentItem(uri, language, version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, *changes: types.TextDocumentContentChangeEvent, uri: str = DRAFT) -> int:
        """Edit a draft; gives its new version."""
        version = self._versions[uri] = self._versions[uri] + 1
        document = types.VersionedTextDocumentIdentifier(version=version, uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))
        return version

    def replace(self, text: str, uri: str = DRAFT) -> int:
        """Replace a draft's whole text."""
        return self.change(types.TextDocumentContentChangeWholeDocument(text), uri=uri)

    def close(self, uri: str = DRAFT) -> None:
        """Close a draft."""
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def send(self, body: bytes) -> None:
        """Send something that no client would."""
        writer: Any = self.client.protocol.writer
        writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    async def found(self, uri: str = DRAFT) -> Sequence[types.Diagnostic]:
        """What the server finds in the draft as it is, pulled or pushed."""
        if self.capabilities.diagnostic_provider is None:
            return (await self.published.of(uri, self._versions[uri])).diagnostics
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        report = await asyncio.wait_for(self.client.text_document_diagnostic_async(params), PATIENCE)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return report.items

    def words(self, text: str, range: types.Range) -> str:
        """What stands in a range, counted as the server counts."""
        codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[self.encoding]
        unit = len(" ".encode(codec))
        lines = [line.encode(codec) for line in re.split(r"\r\n|\r|\n", text)[range.start.line : range.end.line + 1]]
        lines[-1] = lines[-1][: range.end.character * unit]
        lines[0] = lines[0][range.start.character * unit :]
        return "\n".join(line.decode(codec) for line in lines)

    @property
    def encoding(self) -> str:
        """Of positions."""
        return types.PositionEncodingKind(self.capabilities.position_encoding or "utf-16").value

    async def rules(self, uri: str = DRAFT) -> list[str]:
        """The rules of what is found, in the order of the draft."""
        return [str(item.code) for item in await self.found(uri)]


class Inbox:
    """Diagnostics that were pushed."""

    def __init__(self) -> None:
        self._all: list[Published] = []
        self.asked_again = asyncio.Event()
        """The server wants to be asked for diagnostics anew."""
        self._arrived = asyncio.Condition()

    async def put(self, params: Published) -> None:
        """Take in what was pushed."""
        async with self._arrived:
            self._all.append(params)
            self._arrived.notify_all()

    async def of(self, uri: str, version: int | None) -> Published:
        """The last that was pushed for a version of a draft, as soon as there is one."""

        def latest() -> Published | None:
            mine = [item for item in self._all if item.uri == uri and item.version == version]
            return mine[-1] if mine else None

        async with self._arrived:
            await asyncio.wait_for(self._arrived.wait_for(lambda: latest() is not None), PATIENCE)
        found = latest()
        assert found is not None
        return found

    def __iter__(self) -> Any:
        return iter(tuple(self._all))

    def forget(self) -> None:
        """Empty it."""
        self._all.clear()


@asynccontextmanager
async def editor(
    name: str = "neovim@v0.7",
    *,
    root: Path | None = None,
    options: Mapping[str, Any] | None = None,
    settings: Mapping[str, Any] | None = None,
    pulls: bool = False,
    pulls_again: bool = True,
    nests: bool = True,
    encodings: Sequence[str] = (),
    locale: str | None = None,
    experimental: Any = None,
    arguments: Sequence[str] = (),
) -> AsyncIterator[Editor]:
    """A server, started as an editor starts it, that has been said hello to.

    Args:
        name: whose abilities the client has.
        root: the folder of the workspace.
        options: ``initializationOptions``.
        settings: under ``gxlint``, for a server that asks.
        pulls: whether the client asks for diagnostics, as newer editors do.
        pulls_again: whether it does so, too, when the server wants to be asked.
        nests: whether it shows an outline as a tree.
        encodings: of positions, in the order of the client's preference.
        locale: the editor's language.
        experimental: abilities that are not of the protocol.
        arguments: for ``gxlint server``.
    """
    client, inbox = _client(settings)
    await client.start_io(sys.executable, "-m", "gxlint", "server", *arguments)
    try:
        abilities = _abilities(name, pulls=pulls, pulls_again=pulls_again, nests=nests, encodings=encodings)
        abilities.experimental = experimental
        params = types.InitializeParams(
            capabilities=abilities,
            initialization_options=options,
            workspace_folders=[types.WorkspaceFolder(root.as_uri(), root.name)] if root else None,
            locale=locale,
        )
        result = await asyncio.wait_for(client.initialize_session(params), PATIENCE)
        yield Editor(client, result.capabilities, inbox)
        await asyncio.wait_for(client.shutdown_session(), PATIENCE)
    finally:
        process = client._server  # the client would wait for ever for a server that nobody ends
        if process is not None and process.returncode is None:
            process.kill()
        await client.stop()  # type: ignore[no-untyped-call]  # pygls


@asynccontextmanager
async def connected(way: str, port: int) -> AsyncIterator[Editor]:
    """A server that waits at a port, and an editor that has come there.

    Args:
        way: ``tcp`` or ``ws``.
        port: a free one.
    """
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "gxlint", "server", f"--{way}", str(port))
    client, inbox = _client(None)
    connect = client.start_tcp if way == "tcp" else client.start_ws
    try:
        for _attempt in range(int(PATIENCE * 10)):
            try:
                await connect("127.0.0.1", port)
                break
            except OSError:
                await asyncio.sleep(0.1)
        params = types.InitializeParams(capabilities=_abilities("neovim@v0.7"))
        result = await asyncio.wait_for(client.initialize_session(params), PATIENCE)
        yield Editor(client, result.capabilities, inbox)
    finally:
        process.kill()
        await process.wait()
        await client.stop()  # type: ignore[no-untyped-call]  # pygls


def _converter() -> Any:
    """The protocol's reader, which takes an action with a command for a bare command."""
    converter = default_converter()  # type: ignore[no-untyped-call]  # pygls

    def action(read: Any, _type: Any) -> Any:
        return converter.structure(read, types.Command if isinstance(read.get("command"), str) else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, action)
    return converter


def _client(settings: Mapping[str, Any] | None) -> tuple[LanguageClient, Inbox]:
    client = LanguageClient(converter_factory=_converter, configuration={"": {"gxlint": settings}})
    inbox = Inbox()
    features = {
        **DEFAULT_CLIENT_FEATURES,
        types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: partial(inbox.put),
        types.CLIENT_REGISTER_CAPABILITY: lambda _params: None,
        types.WORKSPACE_DIAGNOSTIC_REFRESH: lambda _params: inbox.asked_again.set(),
        types.WORKSPACE_INLAY_HINT_REFRESH: lambda _params: None,
    }
    register_lsp_features(client, features)
    return client, inbox


def _abilities(
    name: str, *, pulls: bool = False, pulls_again: bool = True, nests: bool = True, encodings: Sequence[str] = ()
) -> types.ClientCapabilities:
    abilities = deepcopy(client_capabilities(name))
    assert abilities.text_document is not None
    assert abilities.workspace is not None
    abilities.text_document.diagnostic = types.DiagnosticClientCapabilities() if pulls else None
    abilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=pulls_again)
    if not nests:
        abilities.text_document.document_symbol = types.DocumentSymbolClientCapabilities()
    if encodings:
        abilities.general = types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(encoding) for encoding in encodings]
        )
    return abilities
