"""Findings in the editor: pulled by it where it can, else pushed; never both."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from gxlint.findings import Diagnostic, Severity
from gxlint.server.desk import Desk, Linted, SupersededError
from gxlint.server.drafts import Draft
from gxlint.server.jobs import in_thread
from gxlint.suppress.suppressor import UNUSED
from gxlint.text import Span

if TYPE_CHECKING:
    from gxlint.server.server import GxlintServer

#: The source of all diagnostics, and the section of the settings.
NAME = "gxlint"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
#: A draft that takes long to lint is left in peace for as long between keystrokes, but not longer than this.
_PATIENCE = 0.3


class Display(NamedTuple):
    """What of a finding an editor can show."""

    related: bool = False
    """Other places."""
    tags: bool = False
    links: bool = False
    """The address of the rule's page."""

    @classmethod
    def of(cls, client: types.ClientCapabilities) -> Display:
        """What an editor says of itself."""
        told = client.text_document.publish_diagnostics if client.text_document else None
        if told is None:
            return cls()
        return cls(bool(told.related_information), bool(told.tag_support), bool(told.code_description_support))


def shown_diagnostics(desk: Desk, linted: Linted) -> list[types.Diagnostic]:
    """What is found in a draft, as the editor shows it."""
    return list(map(Presentation(desk, linted).of, linted.result.diagnostics))


class Presentation:
    """How the findings in a draft are shown."""

    def __init__(self, desk: Desk, linted: Linted) -> None:
        self._linted = linted
        self._display = Display.of(desk.client)
        self._template = desk.choices.rule_pages
        self._pages = desk.pages
        self._rules = desk.rules

    def of(self, found: Diagnostic) -> types.Diagnostic:
        """A finding as the editor shows it; one on the file as a whole stands at its start."""
        linted, display = self._linted, self._display
        address = self._address(found) if display.links else ""
        return types.Diagnostic(
            range=linted.places.range(found.span or Span(0, 0)),
            message=found.message,
            severity=SEVERITIES[found.severity],
            code=found.rule,
            code_description=types.CodeDescription(address) if address else None,
            source=NAME,
            tags=[types.DiagnosticTag.Unnecessary] if found.rule == UNUSED and display.tags else None,
            related_information=(list(_related(linted, found)) or None) if display.related else None,
        )

    def _address(self, found: Diagnostic) -> str:
        """Where the rule's page is: as the client says, else a file; the law where there is neither."""
        if self._template:
            return self._template.replace("{rule}", found.rule)
        rule = self._rules.get(found.rule)
        return (self._pages.address(rule) if rule else "") or found.url


def _related(linted: Linted, found: Diagnostic) -> Iterator[types.DiagnosticRelatedInformation]:
    for related in found.related:
        place = types.Location(linted.draft.uri, linted.places.range(related.span))
        yield types.DiagnosticRelatedInformation(place, related.message)


async def pulled(desk: Desk, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """Answer an editor that asks."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    if params.previous_result_id == linted.state:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=linted.state)
    items = await _shown(desk, linted)
    if not linted.is_current:
        raise SupersededError
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=linted.state)


async def _shown(desk: Desk, linted: Linted) -> list[types.Diagnostic]:
    """As :func:`shown_diagnostics`, away from the event loop: of thousands of findings it takes a while."""
    _thread, shown = in_thread(partial(shown_diagnostics, desk, linted))
    return await shown


class Pusher:
    """Sends findings to an editor that does not ask."""

    def __init__(self, server: GxlintServer) -> None:
        self._server = server
        self._tasks: dict[Draft, asyncio.Task[None]] = {}

    def due(self, draft: Draft, *, typing: bool = False) -> None:
        """Lint a draft and send what is found, unless it changes before.

        Args:
            draft: that was opened or changed.
            typing: another keystroke may follow.
        """
        self.forget(draft)
        delay = min(self._server.desk.seconds, _PATIENCE) if typing else 0
        self._tasks[draft] = self._server.desk.do(self._push(draft, delay))

    def forget(self, draft: Draft) -> None:
        """Send nothing more of a draft."""
        task = self._tasks.pop(draft, None)
        if task is not None:
            task.cancel()

    def clear(self, draft: Draft) -> None:
        """A closed draft has no findings."""
        self.forget(draft)
        self._send(draft, None, [])

    async def _push(self, draft: Draft, delay: float) -> None:
        await asyncio.sleep(delay)
        desk = self._server.desk
        try:
            linted = await desk.linted(draft.uri)
        except SupersededError:
            return
        if linted is None or not linted.is_current:
            return
        items = await _shown(desk, linted)
        if linted.is_current:
            self._send(draft, linted.version, items)

    def _send(self, draft: Draft, version: int | None, items: list[types.Diagnostic]) -> None:
        params = types.PublishDiagnosticsParams(uri=draft.uri, diagnostics=items, version=version)
        self._server.text_document_publish_diagnostics(params)
