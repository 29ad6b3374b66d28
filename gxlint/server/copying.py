"""Fixes of a Word file under review: its text cannot be edited there, so the words to put in are copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lsprotocol import types

from gxlint.document import Document
from gxlint.findings import Diagnostic, Edit, Fix, Safety
from gxlint.i18n import _
from gxlint.parsers.writing import apply_edits
from gxlint.server.desk import Linted
from gxlint.text import Span

#: The client's command that copies its argument.
COPY = "gxlint.copyReplacement"
#: So many characters of the words are shown in a menu.
_SHOWN = 24


def title_of(fix: Fix) -> str:
    """What a fix is called in a menu."""
    return fix.title if fix.safety is Safety.SAFE else _("{title}（需人工确认）", title=fix.title)


def copies(
    client: types.ClientCapabilities, linted: Linted, found: Sequence[tuple[Diagnostic, types.Diagnostic]]
) -> Iterator[types.CodeAction]:
    """An offer to copy what each fix would put in, for a client that can copy.

    Args:
        client: what it can do.
        linted: the text of a Word file.
        found: findings in it, as they are and as they are shown.
    """
    document = linted.result.document
    if document is None or not _can_copy(client):
        return
    for finding, shown in found:
        for number, fix in enumerate(finding.fixes):
            span = _replaced(document, fix.edits)
            words = _after(linted.text, span, fix.edits)
            if words:
                yield types.CodeAction(
                    title=_title(fix, linted.text[span.start : span.end], words),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[shown],
                    command=types.Command(_("复制"), COPY, arguments=[words]),
                    is_preferred=number == 0 and fix.safety is Safety.SAFE,
                )


def _can_copy(client: types.ClientCapabilities) -> bool:
    commands = _member(_member(client.experimental, "commands"), "commands")
    return isinstance(commands, Sequence) and COPY in commands


def _member(value: object, name: str) -> object:
    """A member of a JSON object, whatever the protocol's reader has made of it."""
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _replaced(document: Document, edits: Sequence[Edit]) -> Span:
    """What the words to be copied stand for: all that is edited, and where nothing is put in the paragraph or cell."""
    whole = Span(min(edit.span.start for edit in edits), max(edit.span.end for edit in edits))
    if any(edit.text for edit in edits):
        return whole
    cells = (cell.span for table in document.tables for cell in table.cells)
    units = [*cells, *(paragraph.span for paragraph in document.paragraphs)]
    return next((unit for unit in units if unit.contains(whole)), whole)


def _after(text: str, span: Span, edits: Sequence[Edit]) -> str:
    moved = sorted(Edit(Span(start - span.start, end - span.start), new) for (start, end), new in edits)
    return apply_edits(text[span.start : span.end], moved)


def _title(fix: Fix, before: str, words: str) -> str:
    if not before:
        told = _("复制要补入的“{words}”", words=_short(words))
    else:
        told = _("复制“{words}”，到 Word 中替换“{before}”", words=_short(words), before=_short(before))
    return _("{fix}：{told}", fix=title_of(fix), told=told)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
