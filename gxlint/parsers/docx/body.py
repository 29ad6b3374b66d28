"""Reads a Word file's body, in reading order, into the linear text and blocks."""

from __future__ import annotations

from functools import partial
from xml.etree.ElementTree import Element

from gxlint.document import Block, Comment, Paragraph, Picture, Problem
from gxlint.i18n import _
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.docx.cells import Cells, trimmed
from gxlint.parsers.docx.formats import Formats
from gxlint.parsers.docx.inline import Attached, Inline
from gxlint.parsers.docx.linear import Linear
from gxlint.parsers.docx.names import (
    BODY,
    COMMENT_END,
    COMMENT_START,
    IMPORTED_CHUNK,
    PARAGRAPH,
    TABLE,
)
from gxlint.parsers.docx.notes import Notes
from gxlint.parsers.docx.package import Package
from gxlint.parsers.docx.remarks import Remarks
from gxlint.parsers.docx.styles import ParagraphFormat, RunFormat, Styles, properties_of
from gxlint.parsers.docx.stylesheet import StyleSheet
from gxlint.parsers.docx.tables import Grids, Row
from gxlint.parsers.docx.xml import Part, Path, contents
from gxlint.text import Span


class Body:
    """The reading of one file: its text, blocks and problems grow as :meth:`read` goes on."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.problems: list[Problem] = []
        self.blocks: list[Block] = []
        self.linear = Linear()
        self._remarks = Remarks()
        # Nothing here holds the reading itself, which would keep all that was read until garbage is collected.
        self._optional = partial(_optional, package, self.problems)
        styles = Styles(self._style_sheet())
        self._formats = Formats(styles, self._optional)
        self._inline = Inline(self.linear, styles, self._remarks)
        self._grids = Grids()
        self._cells = Cells(self.linear, self._inline, self._grids, self._formats)
        self._run_on: list[tuple[Element, Path, ParagraphFormat]] = []
        self._notes = Notes(self._optional)

    def read(self) -> None:
        """Read the main part.

        Raises:
            UnreadableError: a part in use exceeds a limit, or elements are nested too deeply.
        """
        main = self._package.main
        self._enter(main)
        for index, child in enumerate(main.root):
            if child.tag == BODY:
                self._blocks(child, (index,))

    def comments(self, text: str) -> list[Comment]:
        """The comments on *text*, which is all that was read."""
        return self._remarks.comments(self._optional("comments"), text) if self._remarks else []

    def _style_sheet(self) -> StyleSheet:
        try:
            return StyleSheet(self._package.unparsed("styles"))
        except UnreadableError as error:
            self.problems.append(Problem(str(error)))
            return StyleSheet(b"")

    def _enter(self, part: Part) -> None:
        self._part = part
        self.linear.part = part.name
        self._inline.enter(part)
        self._formats.enter(part)
        self._grids.enter(part)
        self._cells.enter(part)

    def _blocks(self, container: Element, path: Path) -> None:
        for child, below in contents(container, path):
            if child.tag == PARAGRAPH:
                self._paragraph(child, below)
            elif child.tag == TABLE:
                self._end_run_on()
                self._table(child, below)
            elif child.tag in (COMMENT_START, COMMENT_END):
                self._remarks.mark(child, self.linear.at)
            elif child.tag == IMPORTED_CHUNK:
                here = Span(self.linear.at, self.linear.at)
                self.problems.append(
                    Problem(_("此处嵌入了另一份文件，未能读取。请在 Word 中打开并重新保存后再检查。"), here)
                )
        self._end_run_on()

    def _paragraph(self, paragraph: Element, path: Path) -> None:
        formatting = self._formats.of(properties_of(paragraph, self._part.folds))
        if formatting.joined:
            self._run_on.append((paragraph, path, formatting))
            return
        linear = self.linear
        start, bookmark = linear.at, linear.here
        if label := self._formats.label(formatting):
            linear.write(label, path, generated=True)
        self._read_run_on()
        self._inline.read(paragraph, path, formatting)
        if linear.at > start:
            self._add_lines(linear.since(bookmark), start, formatting)
        self._end_line()

    def _read_run_on(self) -> None:
        """Write the paragraphs whose end is deleted: they begin the line of the one that follows."""
        self._inline.first = None
        pieces, self._run_on = self._run_on, []
        for paragraph, path, formatting in pieces:
            self._inline.read(paragraph, path, formatting)

    def _end_run_on(self) -> None:
        """Make a line of what is left of such paragraphs where none follows."""
        if self._run_on:
            formatting = self._run_on[-1][2]
            start, bookmark = self.linear.at, self.linear.here
            self._read_run_on()
            if self.linear.at > start:
                self._add_lines(self.linear.since(bookmark), start, formatting)
                self._end_line()

    def _add_lines(self, text: str, start: int, formatting: ParagraphFormat) -> None:
        """Make a paragraph of each line, for writers end paragraphs with soft breaks too; blank ones are none."""
        attributes = self._formats.attributes(formatting, self._inline.first or RunFormat())
        for line in text.split("\n"):
            plain = trimmed(line, start)
            end = start + len(line)
            if plain.text:
                self.blocks.append(
                    Paragraph(plain, span=Span(start, end), level=formatting.level, attributes=attributes)
                )
            start = end + 1

    def _end_line(self) -> None:
        """End the line of a paragraph or table, and read what hangs on it."""
        attached = self._inline.attached
        here = self.linear.at
        self.linear.layout("\n")
        if not (attached.pictures or attached.boxes or attached.notes):
            return
        self._inline.attached = Attached()
        self.blocks += [Picture(Span(here, here), name) for name in attached.pictures]
        for box, path in attached.boxes:
            self._blocks(box, path)
        for note in attached.notes:
            found = self._notes.take(note)
            if found is not None:
                before = self._part
                self._enter(found.part)
                self._blocks(found.element, found.path)
                self._enter(before)

    def _table(self, table: Element, path: Path) -> None:
        """Rows that only frame a part of the body are read as body, the others as tables."""
        fields: list[Row] = []
        for row in self._grids.rows(table, path):
            if not row.framed:
                fields.append(row)
                continue
            self._add_table(fields)
            fields = []
            for cell in row.cells:
                if not cell.continues:
                    self._part.folds.restore(cell.element)
                    self._blocks(cell.element, cell.path)
        self._add_table(fields)

    def _add_table(self, rows: list[Row]) -> None:
        if rows:
            self.blocks.append(self._cells.table(rows))
            self._end_line()


def _optional(package: Package, problems: list[Problem], kind: str) -> Part | None:
    """A part that the text can be read without: if it is damaged, that is a problem and no more."""
    try:
        return package.part(kind)
    except UnreadableError as error:
        problems.append(Problem(str(error)))
        return None
