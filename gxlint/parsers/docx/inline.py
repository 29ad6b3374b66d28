"""What stands in a paragraph: text, breaks, fields, and what hangs on it (text boxes, notes, pictures)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.parsers.docx import names
from gxlint.parsers.docx.drawings import picture_name, shapes
from gxlint.parsers.docx.fields import Fields
from gxlint.parsers.docx.fold import KEY
from gxlint.parsers.docx.linear import Linear
from gxlint.parsers.docx.names import RUN, RUN_PROPERTIES, TEXT, WRAPPERS
from gxlint.parsers.docx.notes import Note
from gxlint.parsers.docx.remarks import COMMENT_MARKS, Remarks
from gxlint.parsers.docx.styles import ParagraphFormat, RunFormat, Styles
from gxlint.parsers.docx.symbols import symbol
from gxlint.parsers.docx.xml import MAX_DEPTH, Part, Path, alternative, too_deep

_SPACE = " \t\r\n"
#: In a w:t these are shown as spaces; lines end only where the document says so.
_AS_SPACE = str.maketrans("\t\r\n", "   ")
_PLAIN = RunFormat()


class Attached:
    """What hangs on paragraphs and is read after them."""

    __slots__ = ("boxes", "notes", "pictures")

    def __init__(self) -> None:
        self.boxes: list[tuple[Element, Path]] = []
        self.notes: list[Note] = []
        self.pictures: list[str] = []
        """Their names."""


class _Run(NamedTuple):
    """What is known of a folded run."""

    formatting: RunFormat
    inside: tuple[int, ...]
    keep: bool


class Inline:
    """Reads the content of paragraphs into the linear text."""

    def __init__(self, linear: Linear, styles: Styles, remarks: Remarks) -> None:
        self._linear = linear
        self._styles = styles
        self._remarks = remarks
        self._formats: dict[Element, RunFormat] = {}
        self._fields = Fields()
        self._hidden = False
        self._paragraph = _PLAIN
        self._format = _PLAIN
        self.attached = Attached()
        """What hangs on the paragraphs read; whoever uses it puts a new one in its place."""
        self.first: RunFormat | None = None
        """Format of the first words read; whoever uses it sets it back to ``None``."""

    def enter(self, part: Part) -> None:
        """Read paragraphs of *part* from now on."""
        self._folds = part.folds
        self._runs: dict[str, _Run] = {}

    def read(self, paragraph: Element, path: Path, formatting: ParagraphFormat) -> None:
        """Write a paragraph's text.

        Raises:
            UnreadableError: elements are nested too deeply.
        """
        self._paragraph = formatting.run
        self._content(paragraph, path)
        self._fields.end_instructions()

    def _content(self, parent: Element, path: Path) -> None:
        if len(path) > MAX_DEPTH:
            raise too_deep()
        for index, child in enumerate(parent):
            tag = child.tag
            if tag == RUN:
                self._run(child, (*path, index))
            elif tag in WRAPPERS:
                self._content(child, (*path, index))
            elif tag == names.ALTERNATIVES:
                for element, below in alternative(child, (*path, index)):
                    if element.tag == RUN:
                        self._run(element, below)
            elif tag in COMMENT_MARKS:
                self._remarks.mark(child, self._linear.at)
            elif tag in (names.MATH, names.MATH_PARAGRAPH):
                self._math(child, (*path, index))

    def _run(self, run: Element, path: Path) -> None:
        key = run.get(KEY)
        if key is not None:
            known = self._runs.get(key) or self._learn(key)
            self._set_format(known.formatting)
            self._write(run.text, (*path, *known.inside), keep=known.keep)
            return
        self._set_format(_PLAIN)
        for index, node in enumerate(run):
            tag = node.tag
            if tag == TEXT:
                self._text(node, (*path, index))
            elif tag == RUN_PROPERTIES:
                self._set_format(self.format_of(self._folds.properties(node)))
            elif (read := _NODES.get(tag)) is not None:
                read(self, node, (*path, index))

    def _learn(self, key: str) -> _Run:
        folded = self._folds.unfold(key)
        formatting = _PLAIN if folded.run is None else self.format_of(folded.run)
        known = self._runs[key] = _Run(formatting, folded.inside, folded.keep)
        return known

    def format_of(self, properties: Element) -> RunFormat:
        """What run properties say."""
        formatting = self._formats.get(properties)
        if formatting is None:
            formatting = self._formats[properties] = self._styles.run(properties)
        return formatting

    def _set_format(self, formatting: RunFormat) -> None:
        self._format = formatting
        self._hidden = bool(self._paragraph.hidden if formatting.hidden is None else formatting.hidden)

    def _text(self, node: Element, path: Path) -> None:
        self._write(node.text, path, keep=node.get(names.XML_SPACE) == "preserve")

    def _write(self, text: str | None, path: Path, *, keep: bool) -> None:
        if not text or self._hidden or self._fields.instructions:
            return
        if self.first is None:
            self.first = self._format
        write_text(self._linear, text, path, keep=keep)

    def _sign(self, text: str, path: Path) -> None:
        """Write what a single element stands for."""
        if not self._hidden and not self._fields.instructions:
            self._linear.write(text, path)

    def _tab(self, _node: Element, path: Path) -> None:
        if self._linear.in_cell:
            self._linear.separate(path)
        else:
            self._sign("\t", path)

    def _break(self, node: Element, path: Path) -> None:
        """A line break; a page or column break only where it stands between words."""
        if self._linear.in_cell:
            self._linear.separate(path)
        elif node.get("{w}type") in (None, "textWrapping") or self.first is not None:
            self._sign("\n", path)

    def _hyphen(self, _node: Element, path: Path) -> None:
        self._sign("-", path)

    def _symbol(self, node: Element, path: Path) -> None:
        if sign := symbol(node):
            self._sign(sign, path)

    def _field_mark(self, node: Element, _path: Path) -> None:
        self._fields.mark(node)

    def _ruby(self, node: Element, path: Path) -> None:
        """Text with its pronunciation above: the text."""
        for index, child in enumerate(node):
            if child.tag == names.RUBY_BASE:
                self._content(child, (*path, index))

    def _math(self, node: Element, path: Path) -> None:
        if len(path) > MAX_DEPTH:
            raise too_deep()
        self._hidden = bool(self._paragraph.hidden)
        for index, child in enumerate(node):
            if child.tag == names.MATH_TEXT:
                self._text(child, (*path, index))
            else:
                self._math(child, (*path, index))

    def _comment(self, node: Element, _path: Path) -> None:
        self._remarks.mark(node, self._linear.at)

    def _note(self, node: Element, _path: Path) -> None:
        kind = "footnotes" if node.tag == names.FOOTNOTE_REFERENCE else "endnotes"
        if not self._hidden:
            self.attached.notes.append(Note(kind, node.get(names.ID, "")))

    def _drawing(self, node: Element, path: Path) -> None:
        if self._hidden:
            return
        pictured = False
        for element, below in shapes(node, path):
            if element.tag == names.TEXT_BOX:
                self.attached.boxes.append((element, below))
            else:
                pictured = True
        if pictured:
            self.attached.pictures.append(picture_name(node))

    def _alternatives(self, node: Element, path: Path) -> None:
        for element, below in alternative(node, path):
            if (read := _NODES.get(element.tag)) is not None:
                read(self, element, below)


def write_text(linear: Linear, text: str, path: Path, *, keep: bool) -> None:
    """Write the text of a w:t; without *keep*, white space at its ends is none of it."""
    offset = 0
    if not keep and (text[0] in _SPACE or text[-1] in _SPACE):
        offset = len(text) - len(text.lstrip(_SPACE))
        text = text.strip(_SPACE)
    if not text.isprintable():  # quick, and rarely true
        text = text.translate(_AS_SPACE)
        if not linear.at and text[:1] == "\ufeff":  # at the start of a text this would be a byte order mark
            offset, text = offset + 1, text[1:]
    if text:
        linear.write(text, path, offset)


_NODES: dict[str, Callable[[Inline, Element, Path], None]] = {
    names.TEXT: Inline._text,
    names.TAB: Inline._tab,
    names.POSITION_TAB: Inline._tab,
    names.BREAK: Inline._break,
    names.CARRIAGE_RETURN: Inline._break,
    names.NO_BREAK_HYPHEN: Inline._hyphen,
    names.SYMBOL: Inline._symbol,
    names.FIELD_MARK: Inline._field_mark,
    names.RUBY: Inline._ruby,
    names.FOOTNOTE_REFERENCE: Inline._note,
    names.ENDNOTE_REFERENCE: Inline._note,
    names.COMMENT_REFERENCE: Inline._comment,
    names.DRAWING: Inline._drawing,
    names.VML_PICTURE: Inline._drawing,
    names.EMBEDDED_OBJECT: Inline._drawing,
    names.ALTERNATIVES: Inline._alternatives,
}
