"""Markdown drafts, read with the eyes of their reader and with exact places.

The way of a draft: what stands apart is found first (:mod:`~gxlint.parsers.markdown.islands`); the lines in between
become paragraphs (:mod:`~gxlint.parsers.markdown.blocks`), cells (:mod:`~gxlint.parsers.markdown.cells`) or grids
(:mod:`~gxlint.parsers.markdown.html_tables`), their marks left out (:mod:`~gxlint.parsers.markdown.inline`); then rows
become tables and cut sentences whole, as in plain text.
"""

from __future__ import annotations

from gxlint.document import Block, Comment, Document, Paragraph, Verbatim
from gxlint.parsers.encoding import decode, garbled
from gxlint.parsers.gathering import gather_tables
from gxlint.parsers.joining import is_page_number, join_cut
from gxlint.parsers.markdown.blocks import BlockReader
from gxlint.parsers.markdown.islands import Island, find_islands, front_matter
from gxlint.parsers.markdown.reading import Draft, lines_of
from gxlint.parsers.rows import is_delimiter
from gxlint.text import Source, Span


class MarkdownParser:
    """Reads Markdown."""

    name = "markdown"
    suffixes = (".md", ".markdown")

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file's bytes; see :class:`~gxlint.parsers.base.Parser`."""
        text, encoding = decode(data)
        return self.parse_text(text, path, encoding=encoding)

    def parse_text(self, text: str, path: str, *, encoding: str = "utf-8") -> Document:
        """Read text; see :class:`~gxlint.parsers.base.TextParser`."""
        front = front_matter(text, lines_of(text, 0, len(text)))
        start = front.end if front else 0
        islands = find_islands(text, start)
        draft = Draft(text, [island.span for island in islands if island.kind == "comment"])
        blocks = gather_tables(draft.visible, _blocks(draft, start, islands), lambda _, cell: draft.cell(cell))
        blocks = [block for block in join_cut(draft.visible, blocks) if not _is_furniture(block)]
        return Document(
            Source(text, path, self.name, encoding=encoding),
            [Verbatim(front), *blocks] if front else blocks,
            comments=[_comment(text, span) for span in draft.comments],
            problems=list(garbled(text)),
        )


def _blocks(draft: Draft, start: int, islands: list[Island]) -> list[Block]:
    """The blocks of all lines and islands, each line by itself."""
    reader = BlockReader(draft)
    for island in islands:
        if island.kind == "comment":
            continue
        reader.add_lines(start, island.span.start)
        if island.kind == "table":
            from gxlint.parsers.markdown.html_tables import read_html_table  # seldom needed

            reader.add_blocks(read_html_table(draft, island.span, lambda span: _text(draft, span)))
        else:
            reader.add_blocks([Verbatim(island.span)])
        start = island.span.end
    reader.add_lines(start, len(draft.text))
    return reader.finish()


def _text(draft: Draft, span: Span) -> list[Block]:
    """The blocks of the lines of a stretch."""
    reader = BlockReader(draft)
    reader.add_lines(*span)
    return reader.finish()


def _comment(text: str, span: Span) -> Comment:
    inside = text[span.start + len("<!--") : span.end].removesuffix(">").removesuffix("--").removesuffix("-")
    return Comment(span, inside.strip())


def _is_furniture(block: Block) -> bool:
    """Whether a line is certainly a page number (a bare number may be a figure of a table), or ruled."""
    if not isinstance(block, Paragraph) or len(block.text) < 3:
        return False
    if is_page_number(block):
        return not block.text[0].isdigit() and not block.text[-1].isdigit()
    return block.text[0] in ":-|" and is_delimiter(block.text)
