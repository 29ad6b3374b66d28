"""Lines of cells: rows of a pipe table, rows that a form or a later look must judge, cells that came one a line."""

from __future__ import annotations

from types import MappingProxyType

from gxlint.document import Block, Paragraph
from gxlint.parsers.markdown.reading import BLANK, NO_ATTRIBUTES, Draft, Line, read_lines
from gxlint.parsers.rows import line_table, split_row
from gxlint.text import PlainText, Span, compiled

#: Under a header of two cells or more: a table of one column is a frame around text.
_DELIMITER = r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?"
_ONE_CELL = MappingProxyType({"cell": "1"})
_OUTER_PIPES = BLANK + "|"


class CellReader:
    """Reads lines with pipes or tabs in them.

    Rows under a header with its delimiter (``|---|---|``) are a table here and now, however few of their cells are
    filled. Other rows become paragraphs, which :func:`~gxlint.parsers.rows.gather_tables` makes tables of. What is said
    of cells that came one a line is said in ``attributes["cell"]``, as :mod:`gxlint.parsers.plain` explains.
    """

    def __init__(self, draft: Draft, blocks: list[Block]) -> None:
        self._draft = draft
        self._blocks = blocks
        """Where what is read is put."""
        self._rows: list[Span] = []
        """The row just read, in case it is a header; or the rows of a table so far."""
        self._before_rows = 0
        """How many blocks stood before that row."""
        self._in_table = False
        self._lone_pipe: Span | None = None
        """A line that was nothing but a pipe: the next line is its cell."""
        self._piped_behind = False
        """Whether the cell before carries its pipe behind it."""

    def add_row(self, body: str, span: Span) -> None:
        """Takes the next line, if cells are separated in it.

        Args:
            body: the line without white space at its ends, and without marks of a quote or list.
            span: its place.
        """
        if "|" not in body:
            self.end_rows()
            if not self.take_cell(Line(span.start, span.start, span.end, span.end)):
                self._emit(Line(span.start, span.start, span.end, span.end))
        elif self._in_table:
            self._rows.append(span)
        elif self._rows and "-" in body and compiled(_DELIMITER).fullmatch(body):
            del self._blocks[self._before_rows :]  # the line before was a header
            self._lone_pipe = None
            self._in_table = True
        else:
            self._rows = [span]
            self._before_rows = len(self._blocks)
            self._add_piped(body, span)

    def take_cell(self, line: Line) -> bool:
        """Takes a line without pipes if it is the cell of a lone pipe above it; says whether it did."""
        if self._lone_pipe is None:
            return False
        self._emit(line, 1)
        self._lone_pipe = None
        self._piped_behind = False
        return True

    def end_rows(self) -> None:
        """Ends the table: a line follows that has no cells, or is blank."""
        if self._in_table:
            text = self._draft.visible
            rows = [[self._draft.cell(cell) for cell in split_row(text, row)] for row in self._rows]
            self._blocks.append(line_table(rows, self._rows[0].cover(self._rows[-1])))
            self._in_table = False
        self._rows = []

    def end(self) -> None:
        """Ends the table, and cells that came one a line: something quite different follows."""
        self.end_rows()
        self._release_lone_pipe()

    def _add_piped(self, body: str, span: Span) -> None:
        inner = body.strip(_OUTER_PIPES)
        if not inner:
            self._add_pipes(body.count("|"), span)
            return
        self._release_lone_pipe()
        self._piped_behind = body[-1] == "|"
        start = span.start + len(body) - len(body.lstrip(_OUTER_PIPES))
        cells = body.count("|") - (body[0] == body[-1] == "|") if inner != body else 0
        self._emit(Line(span.start, start, start + len(inner), span.end), cells)

    def _add_pipes(self, count: int, span: Span) -> None:
        self._release_lone_pipe()
        if count == 1 and not self._piped_behind:
            self._lone_pipe = span
        else:
            self._add_empty(count, span)

    def _release_lone_pipe(self) -> None:
        if self._lone_pipe is not None:
            self._add_empty(1, self._lone_pipe)
            self._lone_pipe = None

    def _add_empty(self, count: int, span: Span) -> None:
        nothing = PlainText.verbatim(self._draft.text, span.at_start())
        self._blocks.append(Paragraph(nothing, span=span, attributes={"cell": str(count)}))

    def _emit(self, line: Line, cells: int = 0) -> None:
        """Reads a line, which stays one block: breaks are spaces, pictures nothing but for want of text.

        Args:
            line: the line.
            cells: how many cells it stands for if it is no row of a table; 0 if that is not known.
        """
        attributes = _ONE_CELL if cells == 1 else {"cell": str(cells)} if cells else NO_ATTRIBUTES
        text, marks = self._draft.text, self._draft.marks(line.start, line.end)
        if not marks:
            plain = PlainText.verbatim(text, Span(line.start, line.end))
            self._blocks.append(Paragraph(plain, span=Span(line.mark, line.stop), attributes=attributes))
            return
        flat = [
            mark._replace(shown=" " if mark.kind == "break" else "", kind="") if mark.kind else mark for mark in marks
        ]
        self._blocks += list(read_lines(text, [line], flat, None, attributes)) or read_lines(
            text, [line], marks, None, attributes
        )
