"""Word files: merged tables throughout, headings by style or by nothing but their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gxlint.testing.pieces import Grid, Image, Line, Piece, Remark
from gxlint.testing.shapes import wordml

_DIGITS = "一二三四五六七八九十"
#: Takes away the number that the style of sections brings.
_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_NUMBERS = {2: re.compile("([一二三四五六七八九十])、"), 3: re.compile("（([一二三四五六七八九十])）")}


def without_styles(pieces: Sequence[Piece]) -> bytes:
    """Every paragraph, headings too, in the default style."""
    return _Writer().write(pieces)


def with_styles(pieces: Sequence[Piece]) -> bytes:
    """Headings in heading styles, their numbers typed."""
    return _StyledWriter().write(pieces)


def with_numbering(pieces: Sequence[Piece]) -> bytes:
    """Headings in heading styles, their numbers (一、 and （一）) generated wherever they are in order."""
    return _NumberingWriter().write(pieces)


class _Writer:
    """Writes one document; a remark becomes a comment on what follows it."""

    def __init__(self) -> None:
        self._comments: list[str] = []
        self._pending: list[int] = []

    def write(self, pieces: Sequence[Piece]) -> bytes:
        """The whole file."""
        body = [self._piece(piece) for piece in pieces]
        if self._pending:
            body.append(self._line(Line(())))
        return wordml.package("".join(body), self._comments)

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Line():
                return self._line(piece)
            case Grid():
                return wordml.table(piece, *self._marks())
            case Image():
                return wordml.paragraph(wordml.picture(piece.name))
            case Remark():
                self._pending.append(len(self._comments))
                self._comments.append(wordml.comment(len(self._comments), piece.text))
                return ""

    def _line(self, line: Line) -> str:
        before, behind = self._marks()
        properties, texts = self._format(line)
        return wordml.paragraph(before + wordml.runs(texts) + behind, properties)

    def _marks(self) -> tuple[str, str]:
        marks = wordml.commented(self._pending)
        self._pending.clear()
        return marks

    def _format(self, line: Line) -> tuple[str, Sequence[str]]:
        """Paragraph properties and the text that is typed."""
        return '<w:jc w:val="center"/>' if line.level == 1 else "", line.runs


class _StyledWriter(_Writer):
    """Headings in the styles of their levels."""

    def _format(self, line: Line) -> tuple[str, Sequence[str]]:
        if line.level is None:
            return "", line.runs
        return f'<w:pStyle w:val="Heading{line.level}"/>' + (_UNNUMBERED if line.level == 1 else ""), line.runs


class _NumberingWriter(_Writer):
    """The title in the title style, sections and their parts in numbered heading styles."""

    def __init__(self) -> None:
        super().__init__()
        self._counted = {2: 0, 3: 0}

    def _format(self, line: Line) -> tuple[str, Sequence[str]]:
        if line.level not in _NUMBERS:
            return '<w:pStyle w:val="Title"/>' if line.level == 1 else "", line.runs
        style = f'<w:pStyle w:val="Heading{line.level - 1}"/>'
        number = _NUMBERS[line.level].match(line.text)
        if not number or _DIGITS.index(number[1]) != self._counted[line.level]:
            return style + _UNNUMBERED, line.runs
        self._count(line.level)
        if line.level > 2:  # sections have their number from the style
            style += f'<w:numPr><w:ilvl w:val="{line.level - 2}"/><w:numId w:val="1"/></w:numPr>'
        return style, (line.text[number.end() :],)

    def _count(self, level: int) -> None:
        self._counted[level] += 1
        if level == 2:
            self._counted[3] = 0
