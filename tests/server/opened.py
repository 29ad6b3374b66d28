"""A draft that is open in an editor, with what is known of it."""

from __future__ import annotations

from lsprotocol import types

from gxlint.api import Linter
from gxlint.findings import Edit
from gxlint.form.disclosure import DisclosureReport
from gxlint.parsers.writing import apply_edits
from gxlint.server.places import Places
from tests.server.editor import Editor


class Opened:
    """A draft in an editor."""

    def __init__(self, it: Editor, text: str, suffix: str = ".md") -> None:
        self.it = it
        self.text = text
        self.uri = f"file:///drafts/草稿{suffix}"
        self.document = types.TextDocumentIdentifier(self.uri)
        self.places = Places(text, it.encoding)
        it.open(text, self.uri)

    @property
    def report(self) -> DisclosureReport:
        """As it is read on this side."""
        report = Linter().text(self.text, self.uri).report
        assert isinstance(report, DisclosureReport)
        return report

    def cell(self, row: str, column: str) -> types.Range:
        """Where a figure of table three stands."""
        table = self.report.applications
        assert table is not None
        return self.places.range(table[row, column].span)

    def before(self, words: str) -> types.Position:
        """The place before some words."""
        return self.places.position(self.text.index(words))

    def behind(self, words: str) -> types.Position:
        """The place behind some words."""
        return self.places.position(self.text.index(words) + len(words))

    def edited(self, edits: list[types.TextEdit]) -> str:
        """The text after some edits."""
        return apply_edits(self.text, sorted(Edit(self.places.span(edit.range), edit.new_text) for edit in edits))
