"""Lines with pipes that are no rows: cells that came one a line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gxlint.document import Block, Paragraph
from gxlint.parsers.lines import BLANK
from gxlint.text import PlainText, Span

#: Shared by all paragraphs without attributes, by all that stand for one cell.
NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
ONE_CELL: Mapping[str, str] = MappingProxyType({"cell": "1"})
_OUTER_PIPES = BLANK + "|"


class PipedLines:
    """Follows the lines of a draft and says which cells they are, as :mod:`gxlint.parsers.plain` explains."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self._text = text
        self._blocks = blocks
        """Where empty cells are put."""
        self._lone_pipe: Span | None = None
        """A line that was nothing but a pipe: the next line is its cell."""
        self._piped_behind = False
        """Whether the cell before carries its pipe behind it."""

    def read(self, body: str, span: Span) -> tuple[Span, Mapping[str, str]] | None:
        """Takes the next line, which has a pipe in it.

        Args:
            body: the line without white space at its ends.
            span: its place.

        Returns:
            The place of its text and the attributes of its paragraph; ``None`` for nothing but pipes.
        """
        inner = body.strip(_OUTER_PIPES)
        count = body.count("|")
        if not inner:
            self._read_pipes(count, span)
            return None
        self.release()
        self._piped_behind = body[-1] == "|"
        start = span.start + (0 if inner[0] == body[0] else body.index(inner[0]))
        cells = count - (body[0] == body[-1] == "|")
        attributes = NO_ATTRIBUTES if inner == body else ONE_CELL if cells == 1 else {"cell": str(cells)}
        return Span(start, start + len(inner)), attributes

    def take_cell(self) -> bool:
        """Takes the next line, which has no pipe in it; says whether it is the cell of a lone pipe above it."""
        if self._lone_pipe is None:
            return False
        self._lone_pipe = None
        self._piped_behind = False
        return True

    def release(self) -> None:
        """A lone pipe above has no cell on the next line: it is an empty one."""
        if self._lone_pipe is not None:
            self._add_empty(1, self._lone_pipe)
            self._lone_pipe = None

    def forget(self) -> None:
        """A lone pipe above belongs to a table."""
        self._lone_pipe = None

    def _read_pipes(self, count: int, span: Span) -> None:
        self.release()
        if count == 1 and not self._piped_behind:
            self._lone_pipe = span
        else:
            self._add_empty(count, span)

    def _add_empty(self, count: int, span: Span) -> None:
        nothing = PlainText.verbatim(self._text, span.at_start())
        self._blocks.append(Paragraph(nothing, span=span, attributes={"cell": str(count)}))
