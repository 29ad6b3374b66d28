"""The lines of a Markdown draft: paragraphs, headings, cells.

Every source line is a paragraph, for writers break lines where they mean to; of CommonMark's block structure there
remain the marks at the start of a line. Deliberate differences:

- A line of ``-----`` or ``=====`` makes a heading of the lines above only if they can be meant as one: at most two,
  short, without cells and without the end of a sentence. Else it is a rule across the page.
- ``#一、总体情况`` is a heading although the space is missing; a hashtag (``#政务公开#``) is none.
- Indentation makes no code: rows of a table begin with tabs, paragraphs with spaces.
- The number of an ordered item belongs to its text, the bullet of another does not. A bullet without text is text: a
  cell in which someone wrote ``-``.
- A line of cells is never anything else. Rows under a header with its delimiter (``|---|---|``) are a table here and
  now, however few of their cells are filled; of other lines :func:`~gxlint.parsers.rows.gather_tables` judges later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from gxlint.document import Block, Paragraph
from gxlint.parsers.markdown.islands import CONTAINERS
from gxlint.parsers.markdown.reading import BLANK, NO_ATTRIBUTES, Draft, Line, lines_of, read_lines
from gxlint.parsers.rows import line_table, split_row
from gxlint.text import PlainText, Span

_CONTAINERS = re.compile(CONTAINERS)
_QUOTE = re.compile(r"(?:[ \t]*+>)*+")
_HASHES = re.compile(r"(#{1,6})(?:[ \t　]+|(?=[^#\s][^#]*$)|$)")
_RULE = re.compile(r"(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|={3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_PAGE_NUMBER = re.compile(r"-\s*\d{1,3}\s*-")
#: Under a header of two cells or more: a table of one column is a frame around text.
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?")
_MOST_HEADING_LINES = 2
_LONGEST_HEADING = 60
_SENTENCE_ENDS = "。；，！？：;,"
_OUTER_PIPES = " \t　|"
_INDENTATION = " \t\u200b\u2060\ufeff"
#: Characters at the start of a line that may be marks.
_LEADING = frozenset("#>-+*=_")


class BlockReader:
    """Makes blocks of lines."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._blocks: list[Block] = []
        self._stretch: list[Line] = []
        """Lines of running text without a blank one between them: emphasis and links may run over these."""
        self._in_item = False
        """Whether the stretch began with a bullet."""
        self._rows: list[Span] = []
        """The row just read, in case it is a header; or the rows of a table so far."""
        self._before_rows = 0
        """How many blocks stood before the header."""
        self._in_table = False
        self._lone_pipe: Span | None = None
        """A line that was nothing but a pipe: the next line is its cell."""
        self._piped_behind = False
        """Whether the cell before carries its pipe behind it."""

    def add_lines(self, start: int, end: int) -> None:
        """Reads the lines between two places."""
        text, visible = self._draft.text, self._draft.visible
        for line_start, line_end in lines_of(text, start, end):
            source = visible[line_start:line_end]
            body = source.strip(BLANK)
            if body:
                first = line_start if body[0] == source[0] else line_end - len(source.lstrip(BLANK))
                self._add_line(body, Span(first, first + len(body)), text[line_start:first])
            elif visible is text or not text[line_start:line_end].strip(BLANK):
                self._end_lines()  # a line with nothing but a comment is as good as none

    def add_blocks(self, blocks: Iterable[Block]) -> None:
        """Takes what was read elsewhere."""
        self._end_lines()
        self._blocks += blocks

    def finish(self) -> list[Block]:
        """All blocks, in order."""
        self._end_lines()
        self._release_lone_pipe()
        return self._blocks

    def _add_line(self, body: str, span: Span, margin: str) -> None:
        """Reads a line.

        Args:
            body: it, without white space at its ends.
            span: its place.
            margin: what stands before it on its line; marks follow spaces and tabs only.
        """
        if "|" in body or "\t" in body:
            self._add_row(body, span)
            return
        if self._rows:
            self._end_rows()
        if body[0] not in _LEADING or margin.strip(_INDENTATION):
            self._add_text(Line(span.start, span.start, span.end, span.end))
        elif _RULE.fullmatch(body):
            self._add_rule(body, span)
        elif _PAGE_NUMBER.fullmatch(body):
            self._flush()
            self._add_text(Line(span.start, span.start, span.end, span.end))
            self._flush()
        else:
            self._add_marked(span)

    def _add_row(self, body: str, span: Span) -> None:
        """Takes a line with cells in it."""
        self._flush()
        if body[0] in _LEADING:
            containers = (_CONTAINERS if "|" in body else _QUOTE).match(body)
            body = body[containers.end() if containers else 0 :].lstrip(BLANK)
            span = Span(span.end - len(body), span.end)
        if "|" not in body:
            self._end_rows()
            self._emit_row(Line(span.start, span.start, span.end, span.end))
        elif self._in_table:
            self._rows.append(span)
        elif self._rows and body[-1] in "|-: " and _DELIMITER.fullmatch(body):
            self._start_table()
        else:
            self._rows = [span]
            self._before_rows = len(self._blocks)
            self._add_piped(body, span)

    def _start_table(self) -> None:
        """The line before was a header: its blocks are taken back."""
        del self._blocks[self._before_rows :]
        self._in_table = True
        self._lone_pipe = None

    def _end_rows(self) -> None:
        if self._in_table:
            text = self._draft.visible
            rows = [[self._draft.cell(cell) for cell in split_row(text, row)] for row in self._rows]
            self._blocks.append(line_table(rows, self._rows[0].cover(self._rows[-1])))
            self._in_table = False
        self._rows = []

    def _add_rule(self, body: str, span: Span) -> None:
        if _UNDERLINE.fullmatch(body) and self._can_be_heading():
            self._stretch[-1] = self._stretch[-1]._replace(stop=span.end)
            self._flush(level=1 if body[0] == "=" else 2)
        else:
            self._flush()

    def _can_be_heading(self) -> bool:
        if self._in_item or not 0 < len(self._stretch) <= _MOST_HEADING_LINES:
            return False
        return all(
            line.mark == line.start
            and line.end - line.start <= _LONGEST_HEADING
            and self._draft.text[line.start : line.end].rstrip("*_")[-1:] not in _SENTENCE_ENDS
            for line in self._stretch
        )

    def _add_marked(self, span: Span) -> None:
        """Reads a line that may begin with marks of a quote, a list item or a heading."""
        source = self._draft.visible[span.start : span.end]
        containers = _CONTAINERS.match(source)
        marks = containers.group() if containers else ""
        body = source[len(marks) :].lstrip(BLANK)
        start = span.end - len(body)
        has_bullet = marks.strip("> \t") != ""
        if has_bullet:
            self._flush()
            self._in_item = True
        line = Line(start if has_bullet else span.start, start, span.end, span.end)
        hashes = _HASHES.match(body)
        if hashes:
            self._add_heading(line, body, hashes)
        elif body:
            self._add_text(line)

    def _add_heading(self, line: Line, body: str, hashes: re.Match[str]) -> None:
        self._flush()
        content = body[hashes.end() :]
        open_end = content.rstrip("#")
        if not open_end or open_end[-1] in " \t　":
            content = open_end
        heading = line.within(line.start + hashes.end(), content)
        if heading.start < heading.end:
            self._emit([heading], len(hashes[1]))

    def _add_text(self, line: Line) -> None:
        if self._lone_pipe is None:
            self._stretch.append(line)
            return
        self._emit_row(line._replace(mark=self._lone_pipe.start), 1)
        self._lone_pipe = None
        self._piped_behind = False

    def _end_lines(self) -> None:
        """Ends whatever cannot go on over a blank line."""
        self._flush()
        self._end_rows()

    def _flush(self, level: int | None = None) -> None:
        """Ends the stretch: its paragraphs are read."""
        if self._stretch:
            self._emit(self._stretch, level)
            self._stretch = []
        self._in_item = False

    def _emit(
        self, lines: Sequence[Line], level: int | None = None, attributes: Mapping[str, str] = NO_ATTRIBUTES
    ) -> None:
        """Reads lines that belong together."""
        marks = self._draft.marks(lines[0].start, lines[-1].end)
        if marks:
            self._blocks += read_lines(self._draft.text, lines, marks, level, attributes)
            return
        text = self._draft.text
        for mark, start, end, stop in lines:
            plain = PlainText.verbatim(text, Span(start, end))
            self._blocks.append(Paragraph(plain, span=Span(mark, stop), level=level, attributes=attributes))

    def _emit_row(self, line: Line, cells: int = 0) -> None:
        """Reads a line of cells, which stays one block: breaks are spaces, pictures nothing but for want of text.

        Args:
            line: the line.
            cells: how many cells it stands for if it is no row of a table; 0 if that is not known.
        """
        attributes = {"cell": str(cells)} if cells else NO_ATTRIBUTES
        marks = self._draft.marks(line.start, line.end)
        flat = [
            mark._replace(shown=" " if mark.kind == "break" else "", kind="") if mark.kind else mark for mark in marks
        ]
        blocks = list(read_lines(self._draft.text, [line], flat, None, attributes))
        if flat != marks and not blocks:
            blocks = list(read_lines(self._draft.text, [line], marks, None, attributes))
        self._blocks += blocks

    # Tables that came one cell a line, as in plain text: gxlint.parsers.plain says what the attribute ``cell`` means.

    def _add_piped(self, body: str, span: Span) -> None:
        inner = body.strip(_OUTER_PIPES)
        if not inner.strip(BLANK):
            self._add_pipes(body.count("|"), span)
            return
        self._release_lone_pipe()
        self._piped_behind = body[-1] == "|"
        start = span.start + len(body) - len(body.lstrip(_OUTER_PIPES))
        outer = body.count("|") - inner.count("|")
        cells = max(outer - (body[0] == "|"), 1) if outer else 0
        self._emit_row(Line(span.start, start, span.end, span.end).within(start, inner), cells)

    def _add_pipes(self, count: int, span: Span) -> None:
        self._release_lone_pipe()
        if count == 1 and not self._piped_behind:
            self._lone_pipe = span
        else:
            self._add_empty_cells(count, span)

    def _release_lone_pipe(self) -> None:
        if self._lone_pipe is not None:
            self._add_empty_cells(1, self._lone_pipe)
            self._lone_pipe = None

    def _add_empty_cells(self, count: int, span: Span) -> None:
        nothing = PlainText.verbatim(self._draft.text, span.at_start())
        self._blocks.append(Paragraph(nothing, span=span, attributes={"cell": str(count)}))
