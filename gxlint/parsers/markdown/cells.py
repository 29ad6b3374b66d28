"""Lines of cells: rows of a pipe table, rows that a form or a later look must judge, cells that came one a line."""

from __future__ import annotations

from collections.abc import Mapping

from gxlint.document import Block, Paragraph
from gxlint.parsers.markdown.reading import Draft, Line, read_lines
from gxlint.parsers.pipes import NO_ATTRIBUTES, ONE_CELL, PipedLines
from gxlint.parsers.rows import line_table, split_row
from gxlint.text import PlainText, Span, compiled

#: Under a header of two cells or more: a table of one column is a frame around text.
_DELIMITER = r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?"


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
        self._piped_lines = PipedLines(draft.text, blocks)

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
            self._piped_lines.forget()
            self._in_table = True
        else:
            self._rows = [span]
            self._before_rows = len(self._blocks)
            piped = self._piped_lines.read(body, span)
            if piped:
                (start, end), attributes = piped
                self._emit(Line(span.start, start, end, span.end), attributes)

    def take_cell(self, line: Line) -> bool:
        """Takes a line without pipes if it is the cell of a lone pipe above it; says whether it did."""
        if not self._piped_lines.take_cell():
            return False
        self._emit(line, ONE_CELL)
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
        self._piped_lines.release()

    def _emit(self, line: Line, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> None:
        """Reads a line, which stays one block: breaks are spaces, pictures nothing but for want of text."""
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
