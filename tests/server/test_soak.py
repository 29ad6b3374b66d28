"""A long day: ten thousand edits in one session, with questions in between."""

from __future__ import annotations

import random

import pytest
from lsprotocol import types

from gxlint.api import Linter
from gxlint.testing import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN
from tests.server.editor import DRAFT, Editor, editor
from tests.server.mirror import Mirror

EDITS = 10_000
#: So many edits after which memory is measured for the first time.
SETTLED = 1_000
#: After so many edits the typist stops to look at what is found.
LOOK = 40
#: After so many edits everything else is asked, too.
ASK = 500
#: By how much memory may have grown in the end.
GROWTH = 1.1
PIECES = ("甲", "𠮷", "。", "7", "\n", "\u2028", "|", "（", "截止12月底", "## 一、总体情况\n")


class Typist:
    """Types at a random place and takes back what was typed at the last."""

    def __init__(self, it: Editor, text: str) -> None:
        self._it = it
        self.mirror = Mirror(text, it.encoding)
        self._random = random.Random(2024)
        self._typed: tuple[int, int] | None = None
        it.open(text)

    def edit(self) -> None:
        """The next edit."""
        if self._typed is None:
            start = self._random.randrange(len(self.mirror.text))
            words = self._random.choice(PIECES)
            self._typed = start, start + len(words)
            self._replace(start, start, words)
        else:
            self._replace(*self._typed, "")
            self._typed = None

    def _replace(self, start: int, end: int, words: str) -> None:
        text = self.mirror.text
        self._it.change(types.TextDocumentContentChangePartial(self.mirror.range(start, end), words))
        self.mirror = self.mirror._replace(text=text[:start] + words + text[end:])

    async def ask(self) -> None:
        """Ask what editors ask all the time; an error would be raised here."""
        client, document = self._it.client, types.TextDocumentIdentifier(DRAFT)
        everything = self.mirror.range(0, len(self.mirror.text))
        here = self.mirror.position(self._random.randrange(len(self.mirror.text)))
        context = types.CodeActionContext(())
        await client.text_document_code_action_async(types.CodeActionParams(document, everything, context))
        await client.text_document_hover_async(types.HoverParams(document, here))
        await client.text_document_completion_async(types.CompletionParams(document, here))
        await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        await client.text_document_folding_range_async(types.FoldingRangeParams(document))
        await client.text_document_document_link_async(types.DocumentLinkParams(document))
        await client.text_document_inlay_hint_async(types.InlayHintParams(document, everything))


@pytest.mark.asyncio
async def test_ten_thousand_edits(capfd: pytest.CaptureFixture[str]) -> None:
    async with editor() as it:
        typist = Typist(it, PIPE_MARKDOWN.write(CorrectReport()).decode())
        settled = 0
        for number in range(1, EDITS + 1):
            typist.edit()
            if number % LOOK == 0:
                await it.found()
                it.published.forget()
            if number % ASK == 0:
                await typist.ask()
            if number == SETTLED:
                settled = it.memory
        assert it.memory <= GROWTH * settled
        typist.edit()
        expected = Linter().text(typist.mirror.text, "/srv/草稿.md").diagnostics
        assert await it.rules() == [found.rule for found in expected]
        assert not it.client.messages
        assert not it.client.log_messages
    assert capfd.readouterr().err == ""
