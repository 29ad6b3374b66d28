"""The shapes in which the same report arrives: six writers, one for each of the usual ones.

A shape is a value; tests may add their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Piece
from gxlint.testing.shapes import docx, markdown, plain


class Shape(NamedTuple):
    """One way to write a draft down."""

    name: str
    suffix: str
    """Of its files, with the dot."""
    render: Callable[[Sequence[Piece]], bytes]
    """A file's bytes, from the pieces of a draft."""

    def write(self, draft: Draft) -> bytes:
        """The draft as a file of this shape."""
        return self.render(draft.pieces)


PIPE_MARKDOWN = Shape("markdown", ".md", markdown.with_pipe_tables)
HTML_MARKDOWN = Shape("markdown-html", ".md", markdown.with_html_tables)
TABBED_TEXT = Shape("plain-tabs", ".txt", plain.with_tabs)
CELL_A_LINE_TEXT = Shape("plain-cells", ".txt", plain.with_a_cell_a_line)
MERGED_DOCX = Shape("docx", ".docx", docx.without_styles)
STYLED_DOCX = Shape("docx-styles", ".docx", docx.with_numbering)
#: Not among the six: heading styles and typed numbers, which is what examples are rewritten as.
TYPED_DOCX = Shape("docx-typed", ".docx", docx.with_styles)

#: Six ways to write a draft down: two each of Markdown, plain text and Word.
SHAPES = (PIPE_MARKDOWN, HTML_MARKDOWN, TABBED_TEXT, CELL_A_LINE_TEXT, MERGED_DOCX, STYLED_DOCX)
