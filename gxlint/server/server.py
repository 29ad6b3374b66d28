"""The server: its life, and the messages on open drafts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from gxlint import __version__
from gxlint.i18n import SOURCE, speaking, spoken_in
from gxlint.server.answers import COMMANDS, FEATURES
from gxlint.server.desk import Desk
from gxlint.server.diagnostics import NAME, Pusher, pulled
from gxlint.server.drafts import Draft
from gxlint.server.features import Command, Feature
from gxlint.server.guard import guarded

#: Files that say how drafts are linted, or that drafts are compared with.
_WATCHED = "**/*.{toml,json,py,mo,md,markdown,txt,docx}"
#: Files saved within so many seconds are one change.
_SETTLING = 0.1
#: Tells whether the workspace is trusted: ``{"trusted": true}``.
TRUST = "gxlint/trust"
_logger = logging.getLogger("gxlint")


class _Protocol(LanguageServerProtocol):
    """The protocol, with texts kept by the server itself; see :mod:`gxlint.server.drafts`."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A draft was opened."""
        cast("GxlintServer", self._server).opened(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A draft was changed."""
        cast("GxlintServer", self._server).changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A draft was closed."""
        cast("GxlintServer", self._server).closed(params)


class GxlintServer(LanguageServer):
    """gxlint for one editor."""

    def __init__(self, *, trusted: bool = False) -> None:
        """Get ready.

        Args:
            trusted: whether plugins that a configuration names by path are loaded without the editor's word.
        """
        super().__init__(NAME, __version__, protocol_cls=_Protocol)
        self.desk = Desk(self.tell, trusted=trusted)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pusher: Pusher | None = None
        self._settling = False
        self._first_choices = self.desk.choices
        self._locale = SOURCE
        handlers: Mapping[str, Callable[[Any], None]] = {
            types.INITIALIZE: self._initialize,
            types.INITIALIZED: self._initialized,
            types.TEXT_DOCUMENT_DID_SAVE: self._saved,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self._settings_changed,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._files_changed,
            TRUST: self._trust_changed,
        }
        for method, handle in handlers.items():
            self.feature(method)(partial(handle))  # pygls marks what it is given, and a method cannot be marked
        for feature in FEATURES:
            self._register(feature)
        for name, command in COMMANDS.items():
            self.command(name)(self._command(name, command))

    def _register(self, feature: Feature) -> None:
        async def answer(params: Any) -> object:
            return await guarded(feature.method, self.desk.language, lambda: feature.handler(self.desk, params))

        self.feature(feature.method, feature.options)(answer)

    def _command(self, name: str, command: Command) -> Callable[..., Coroutine[Any, Any, object]]:
        async def answer(*arguments: Any) -> object:
            return await guarded(name, self.desk.language, lambda: command(self, *arguments))

        return answer

    def tell(self, message: str, *, warning: bool = False) -> None:
        """Say something in the editor's log; from any thread, once the editor has said hello."""
        level = types.MessageType.Warning if warning else types.MessageType.Info
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.window_log_message, types.LogMessageParams(level, message))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002  pygls hands it over
        """Write an error to the log; a pop-up per keystroke helps nobody."""
        _logger.error("%s", error, exc_info=error)

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take up a draft."""
        self.desk.close(params.text_document.uri)
        self._due(self.desk.drafts.open(params.text_document, self.desk.encoding))

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Make edits in a draft; one that is not open is none of ours."""
        draft = self.desk.drafts.get(params.text_document.uri)
        if draft is not None:
            draft.change(params.content_changes, params.text_document.version)
            self.desk.outdated(draft)
            self._due(draft, typing=True)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a draft."""
        draft = self.desk.close(params.text_document.uri)
        if draft is not None and self._pusher is not None:
            self._pusher.clear(draft)

    def refresh(self) -> None:
        """Lint all drafts anew, with everything read again that may have changed in files."""
        if not self._settling:
            self._settling = True
            self.desk.do(self._reload())

    def _due(self, draft: Draft, *, typing: bool = False) -> None:
        if self._pusher is not None:
            with speaking(self.desk.language):
                self._pusher.due(draft, typing=typing)

    def _initialize(self, params: types.InitializeParams) -> None:
        self._loop = asyncio.get_running_loop()
        self._locale = params.locale or SOURCE
        self.desk.client = params.capabilities
        self.desk.encoding = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value
        roots = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        self.desk.root = (to_fs_path(roots[0]) if roots[0] else None) or ""
        self._choose(params.initialization_options)
        self._first_choices = self.desk.choices
        if _trusted(params.initialization_options):
            self.desk.trusted = True
        self.desk.reload()
        if not _pulls(params.capabilities):
            self._pusher = Pusher(self)
        else:
            options = types.DiagnosticOptions(
                inter_file_dependencies=False, workspace_diagnostics=False, identifier=NAME
            )
            self._register(Feature(types.TEXT_DOCUMENT_DIAGNOSTIC, pulled, options))

    def _initialized(self, _params: types.InitializedParams) -> None:
        self.desk.do(self._introduce())

    async def _introduce(self) -> None:
        """Ask for what an editor gives only on request."""
        if self._watches:
            watcher = types.FileSystemWatcher(glob_pattern=_WATCHED)
            options = types.DidChangeWatchedFilesRegistrationOptions([watcher])
            registration = types.Registration("gxlint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await self.client_register_capability_async(types.RegistrationParams([registration]))
        await self._ask_settings()

    @property
    def _watches(self) -> bool:
        """Whether the editor tells of changed files when asked to."""
        workspace = self.client_capabilities.workspace
        files = workspace.did_change_watched_files if workspace else None
        return bool(files and files.dynamic_registration)

    def _saved(self, _params: types.DidSaveTextDocumentParams) -> None:
        if not self._watches:  # it may be the configuration, or last year's report
            self.refresh()

    def _files_changed(self, _params: types.DidChangeWatchedFilesParams) -> None:
        self.refresh()

    def _trust_changed(self, params: Any) -> None:
        self.desk.trusted = _trusted(params)
        self.refresh()

    def _settings_changed(self, params: types.DidChangeConfigurationParams) -> None:
        settings = params.settings
        if isinstance(settings, Mapping) and NAME in settings:
            self._choose_anew(settings[NAME])
        else:
            self.desk.do(self._ask_settings())

    async def _ask_settings(self) -> None:
        workspace = self.client_capabilities.workspace
        if workspace is None or not workspace.configuration:
            return
        items = [types.ConfigurationItem(section=NAME)]
        answers = await self.workspace_configuration_async(types.ConfigurationParams(items))
        self._choose_anew(answers[0] if answers else None)

    def _choose_anew(self, given: object) -> None:
        before = self.desk.choices
        self._choose(given)
        if self.desk.choices != before:
            self.desk.reload()  # what is asked from now on is answered by the new choices
            self.refresh()

    def _choose(self, given: object) -> None:
        """Take up choices; one that is not given any more is again what it was at the start."""
        choices, wrong = self._first_choices.over(given)
        self.desk.choices = choices
        self.desk.language = choices.lang or spoken_in(self._locale)
        for message in wrong:
            self.tell(message, warning=True)

    async def _reload(self) -> None:
        await asyncio.sleep(_SETTLING)
        self._settling = False
        self.desk.reload()
        for draft in self.desk.drafts:
            self._due(draft)
        await self._ask_to_ask()

    async def _ask_to_ask(self) -> None:
        """Have the editor ask again what it has asked."""
        workspace = self.client_capabilities.workspace
        if self._pusher is None:
            await self.workspace_diagnostic_refresh_async(None)
        if workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support:
            await self.workspace_inlay_hint_refresh_async(None)


def _pulls(client: types.ClientCapabilities) -> bool:
    """Whether an editor asks for findings, and again when something else than the draft has changed."""
    asks = client.text_document is not None and client.text_document.diagnostic is not None
    again = client.workspace.diagnostics if client.workspace else None
    return asks and again is not None and bool(again.refresh_support)


def _trusted(given: object) -> bool:
    if isinstance(given, Mapping):
        return given.get("trusted") is True
    return getattr(given, "trusted", None) is True
