"""The parser of web pages.

A document's text is the page's own source, as with Markdown: a finding names the line that an editor shows, a comment
``<!-- gxlint-disable … -->`` covers lines, and an edit of words can be carried out. (A text of our own, as for Word,
would need a way back for all three.) lxml, which keeps no places, only says how elements lie in each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.document import Comment, Document
from gxlint.findings import Edit
from gxlint.parsers.encoding import decode, garbled
from gxlint.parsers.joining import join_cut
from gxlint.text import Source, Span
from gxlint_html.article import article_of
from gxlint_html.flow import read_flow
from gxlint_html.tokens import Kind
from gxlint_html.tree import Page
from gxlint_html.writing import write


class HtmlParser:
    """Reads the article of a page."""

    name = "html"
    suffixes = (".html", ".htm")

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file's bytes; see :class:`~gxlint.parsers.base.Parser`.

        What the bytes are counts, not what ``<meta charset>`` says: a browser that saves a page may write it anew in
        another encoding.
        """
        text, encoding = decode(data)
        return self.parse_text(text.removeprefix("\ufeff"), path, encoding=encoding)  # some programs write two marks

    def parse_text(self, text: str, path: str, *, encoding: str = "utf-8") -> Document:
        """Read text; see :class:`~gxlint.parsers.base.TextParser`."""
        return read_page(Source(text, path, self.name, encoding=encoding))

    def write(self, data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:  # noqa: ARG002  the text is the file
        """See :class:`~gxlint.parsers.writing.Writer`."""
        return write(document, edits)


def read_page(source: Source) -> Document:
    """The article of a page.

    Args:
        source: of the page.

    Raises:
        UnreadableError: it is no page that a browser would show.
    """
    text = source.text
    page = Page(text)
    blocks = [] if _is_result(page) else [item.block for item in article_of(page, read_flow(page))]
    return Document(
        source,
        join_cut(page.visible(), blocks),
        comments=[_comment(text, token.span) for token in page.tokens if token.kind is Kind.COMMENT],
        problems=list(garbled(text)),
    )


def _is_result(page: Page) -> bool:
    """Whether gxlint itself wrote the page: what it shows of a draft is checked where the draft is."""
    metas = page.root.iter("meta")
    return any(meta.get("name") == "generator" and meta.get("content", "").startswith("gxlint ") for meta in metas)


def _comment(page: str, span: Span) -> Comment:
    inside = page[span.start + len("<!--") : span.end].removesuffix(">").removesuffix("!").removesuffix("--")
    return Comment(span, inside.strip())
