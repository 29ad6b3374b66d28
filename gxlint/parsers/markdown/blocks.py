"""The lines of a Markdown draft: paragraphs, headings, cells.

Every source line is a paragraph, for writers break lines where they mean to; of CommonMark's block structure there
remain the marks at the start of a line. Deliberate differences:

- A line of ``-----`` or ``=====`` makes a heading of the lines above only if they can be meant as one: at most two,
  short, without cells and without the end of a sentence. Else it is a rule across the page.
- ``#一、总体情况`` is a heading although the space is missing; a hashtag (``#政务公开#``) is none.
- Indentation makes no code: rows of a table begin with tabs, paragraphs with spaces.
- The number of an ordered item belongs to its text, the bullet of another does not. A bullet without text is text: a
  cell in which someone wrote ``-``.
- A line with cells in it is hardly ever anything else: see :mod:`gxlint.parsers.markdown.cells`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gxlint.document import Block, Paragraph
from gxlint.parsers.lines import BLANK
from gxlint.parsers.markdown.cells import CellReader
from gxlint.parsers.markdown.islands import CONTAINERS
from gxlint.parsers.markdown.reading import Draft, Line, lines_of, read_lines
from gxlint.text import PlainText, Span, compiled

_QUOTE = r"(?:[ \t]*+>)*+"
_HASHES = r"(#{1,6})(?:[ \t　]+|(?=[^#\s][^#]*$)|$)"
_RULE = r"(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|={3,}"
_UNDERLINE = r"={3,}|-{3,}"
_PAGE_NUMBER = r"-\s*\d{1,3}\s*-"
#: Lines that are a heading or a list item although there is a tab or pipe in them.
_NO_ROW = r"#{1,6}[ \t　]|[-+*][ \t]+(?![-+*\s])[^\t|]*\Z"
_MOST_HEADING_LINES = 2
_LONGEST_HEADING = 60
_SENTENCE_ENDS = "。；，！？：;,"
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
        self._cells = CellReader(draft, self._blocks)

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
                self._flush()  # blank; a line with nothing but a comment is passed over instead
                self._cells.end_rows()

    def add_blocks(self, blocks: Iterable[Block]) -> None:
        """Takes what was read elsewhere."""
        self._flush()
        self._cells.end()
        self._blocks += blocks

    def finish(self) -> list[Block]:
        """All blocks, in order."""
        self._flush()
        self._cells.end()
        return self._blocks

    def _add_line(self, body: str, span: Span, margin: str) -> None:
        """Reads a line.

        Args:
            body: it, without white space at its ends.
            span: its place.
            margin: what stands before it on its line; marks follow spaces and tabs only.
        """
        may_be_marked = body[0] in _LEADING and not margin.strip(_INDENTATION)
        if ("|" in body or "\t" in body) and not (may_be_marked and compiled(_NO_ROW).match(body)):
            self._add_row(body, span)
            return
        self._cells.end_rows()
        if not may_be_marked:
            self._add_text(Line(span.start, span.start, span.end, span.end))
        elif compiled(_RULE).fullmatch(body):
            self._add_rule(body, span)
        elif compiled(_PAGE_NUMBER).fullmatch(body):
            self._flush()
            self._add_text(Line(span.start, span.start, span.end, span.end))
            self._flush()
        else:
            self._add_marked(span)

    def _add_row(self, body: str, span: Span) -> None:
        self._flush()
        if body[0] in _LEADING:
            containers = compiled(CONTAINERS if "|" in body else _QUOTE).match(body)
            body = body[containers.end() if containers else 0 :].lstrip(BLANK)
            span = Span(span.end - len(body), span.end)
        self._cells.add_row(body, span)

    def _add_rule(self, body: str, span: Span) -> None:
        if compiled(_UNDERLINE).fullmatch(body) and self._can_be_heading():
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
        containers = compiled(CONTAINERS).match(source)
        marks = containers.group() if containers else ""
        body = source[len(marks) :].lstrip(BLANK)
        start = span.end - len(body)
        has_bullet = marks.strip("> \t") != ""
        if has_bullet:
            self._flush()
            self._in_item = True
        line = Line(start if has_bullet else span.start, start, span.end, span.end)
        hashes = compiled(_HASHES).match(body)
        if hashes:
            self._add_heading(line, body, hashes)
        elif body:
            self._add_text(line)
        else:
            self._flush()

    def _add_heading(self, line: Line, body: str, hashes: re.Match[str]) -> None:
        self._flush()
        self._cells.end()
        content = body[hashes.end() :]
        open_end = content.rstrip("#")
        if not open_end or open_end[-1] in " \t　":
            content = open_end
        heading = line.within(line.start + hashes.end(), content)
        if heading.start < heading.end:
            self._emit([heading], len(hashes[1]))

    def _add_text(self, line: Line) -> None:
        if not self._cells.take_cell(line):
            self._stretch.append(line)

    def _flush(self, level: int | None = None) -> None:
        """Ends the stretch: its paragraphs are read."""
        if self._stretch:
            self._emit(self._stretch, level)
            self._stretch = []
        self._in_item = False

    def _emit(self, lines: Sequence[Line], level: int | None = None) -> None:
        """Reads lines that belong together."""
        marks = self._draft.marks(lines[0].start, lines[-1].end)
        if marks:
            self._blocks += read_lines(self._draft.text, lines, marks, level)
            return
        text = self._draft.text
        for mark, start, end, stop in lines:
            plain = PlainText.verbatim(text, Span(start, end))
            self._blocks.append(Paragraph(plain, span=Span(mark, stop), level=level))
