"""Edits of a draft as an editor makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lsprotocol import types

from gxlint.findings import Edit
from gxlint.parsers.writing import own_line_ends
from gxlint.server.desk import Linted
from gxlint.text import LINE_END, Span


def workspace_edit(linted: Linted, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """Edits of the text that was linted, with the line ends that it has."""
    return types.WorkspaceEdit(changes={linted.draft.uri: text_edits(linted, edits)})


def text_edits(linted: Linted, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """The same as a list."""
    ordered = own_line_ends(linted.text, sorted(edits))
    return [types.TextEdit(linted.places.range(span), text) for span, text in ordered]


def difference(before: str, after: str) -> Iterator[Edit]:
    """What to edit in one text to have another: whole lines where they differ, so that the cursor stays elsewhere."""
    from difflib import SequenceMatcher  # needed for actions on a whole draft only

    old, new = _lines(before), _lines(after)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    for tag, first, last, other, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(Span(starts[first], starts[last]), "".join(new[other:end]))


def _lines(text: str) -> list[str]:
    """Lines with their ends."""
    starts = [0, *(match.end() for match in LINE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts) if start < end]
