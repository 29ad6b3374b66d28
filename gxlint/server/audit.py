"""Linting whole folders for an editor, with progress, until the user has enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from gxlint.config.values import ConfigError
from gxlint.engine import Result
from gxlint.findings import Diagnostic
from gxlint.i18n import _
from gxlint.server.diagnostics import NAME, SEVERITIES
from gxlint.server.jobs import in_thread
from gxlint.server.places import Places
from gxlint.text import Span

if TYPE_CHECKING:
    from gxlint.server.server import GxlintServer


async def audit(server: GxlintServer, folders: Sequence[str]) -> Mapping[str, object]:
    """Lint the drafts in some folders and show what is found in those that are not open.

    Args:
        server: that is asked.
        folders: their paths.

    Returns:
        ``files`` linted, ``findings``, and whether it was ``cancelled``.

    Raises:
        JsonRpcException: a configuration is broken.
    """
    try:
        run = await in_thread(partial(server.desk.linter.paths, folders))[1]
    except ConfigError as error:
        message = _("配置有误：{error}", error=error)
        raise JsonRpcException(message, types.LSPErrorCodes.RequestFailed) from None
    progress, results = _Progress(server, len(run.files)), iter(run)
    found: dict[str, list[Diagnostic]] = {}
    await progress.begin()
    while not progress.is_cancelled:
        result: Result | None = await in_thread(partial(next, results, None))[1]
        if result is None:
            break
        found.setdefault(result.path, []).extend(result.diagnostics)  # rules on all reports come in the end
        _show(server, result, found[result.path])
        progress.step()
    progress.end()
    count = sum(map(len, found.values()))
    return {"files": min(progress.done, len(run.files)), "findings": count, "cancelled": progress.is_cancelled}


def _show(server: GxlintServer, result: Result, found: Sequence[Diagnostic]) -> None:
    """Put findings where the user sees them; an open draft shows its own."""
    uri = Path(result.path).absolute().as_uri()
    if result.path and server.desk.drafts.get(uri) is None:
        items = list(map(partial(_shown, server), found)) if _is_text(result) else _summary(found)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items))


def _is_text(result: Result) -> bool:
    """Whether the editor shows the text that the findings refer to."""
    return result.document is None or result.document.source.map is None


def _shown(server: GxlintServer, found: Diagnostic) -> types.Diagnostic:
    whole = types.Range(types.Position(0, 0), types.Position(0, 0))
    place = Places(found.source.text, server.desk.encoding, found.source.lines) if found.source else None
    return types.Diagnostic(
        range=place.range(found.span or Span(0, 0)) if place else whole,
        message=found.message,
        severity=SEVERITIES[found.severity],
        code=found.rule,
        source=NAME,
    )


def _summary(found: Sequence[Diagnostic]) -> list[types.Diagnostic]:
    """One word on a Word file: no line of it is known to the editor."""
    if not found:
        return []
    start = types.Position(0, 0)
    message = _("发现 {count} 个问题，请用“审阅 Word 文稿”查看", count=len(found))
    severity = SEVERITIES[max(item.severity for item in found)]
    return [types.Diagnostic(types.Range(start, start), message, severity, source=NAME)]


class _Progress:
    """What the user sees of it; nothing where the editor cannot show it."""

    def __init__(self, server: GxlintServer, total: int) -> None:
        self._progress = server.work_done_progress
        self._token = uuid4().hex
        self._total = total
        window = server.desk.client.window
        self._is_shown = bool(window and window.work_done_progress)
        self.done = 0

    @property
    def is_cancelled(self) -> bool:
        """Whether the user has enough."""
        return self._is_shown and self._progress.tokens[self._token].cancelled()

    async def begin(self) -> None:
        """Show it."""
        if self._is_shown:
            await self._progress.create_async(self._token)
            begin = types.WorkDoneProgressBegin(_("gxlint 检查工作区"), cancellable=True, percentage=0)
            self._progress.begin(self._token, begin)

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self._is_shown:
            share = min(100, 100 * self.done // max(1, self._total))
            report = types.WorkDoneProgressReport(message=f"{self.done}/{self._total}", percentage=share)
            self._progress.report(self._token, report)

    def end(self) -> None:
        """Take it away."""
        if self._is_shown:
            self._progress.end(self._token, types.WorkDoneProgressEnd())
