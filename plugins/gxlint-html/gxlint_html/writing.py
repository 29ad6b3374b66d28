"""From edits of words to a page with these words."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Sequence

from gxlint.document import Document
from gxlint.findings import Edit
from gxlint.parsers.encoding import encode
from gxlint.parsers.writing import RefusedEditError, apply_edits
from gxlint.text import LINE_END, Span
from gxlint_html.tokens import Kind, Token, tokenize


def write(document: Document, edits: Sequence[Edit]) -> bytes:
    """The bytes of a page with the edits in it, in its own encoding.

    Args:
        document: as read from the page.
        edits: sorted and not overlapping.

    Raises:
        RefusedEditError: an edit would reach over a tag, or begin a new paragraph: only the author of the page knows
            what tags that needs.
    """
    tokens = list(tokenize(document.text))
    starts = [token.span.start for token in tokens]
    codec = document.source.encoding.removesuffix("-sig")
    written = [Edit(edit.span, _written(edit, tokens, starts, codec)) for edit in edits]
    return encode(apply_edits(document.text, written), document.source.encoding)


def _written(edit: Edit, tokens: Sequence[Token], starts: Sequence[int], codec: str) -> str:
    """The new words as they stand in the source of a page; characters that its encoding lacks as references."""
    if LINE_END.search(edit.text) or not _is_text(edit.span, tokens, starts):
        raise RefusedEditError("网页里的这处修改要增删标签，请在网页编辑器中手工修改")
    return html.escape(edit.text, quote=False).encode(codec, "xmlcharrefreplace").decode(codec)


def _is_text(span: Span, tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """Whether a place is in a text, or between two tags."""
    token = tokens[max(0, bisect_right(starts, span.start) - 1)]
    if token.kind is Kind.TEXT:
        return token.span.contains(span)
    return span.length == 0 and span.start in (token.span.start, token.span.end)
