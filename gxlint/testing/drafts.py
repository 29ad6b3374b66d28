"""A report as its pieces, and the ways to put faults into it.

All methods return a new draft. Sections are named by their key (``overview``) or their number (``一``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gxlint.form.editions import EDITION_2021
from gxlint.form.layout import Key
from gxlint.testing.pieces import Grid, Line, Piece

#: Of a paragraph its words are enough.
Text = str | Piece


class Part(NamedTuple):
    """A section with its heading."""

    key: str
    heading: Line
    content: tuple[Piece, ...]

    @property
    def number(self) -> str:
        """The official number of the section: 一."""
        return EDITION_2021.section(self.key).number


class Draft:
    """A report of the disclosure form, with or without faults."""

    def __init__(
        self, title: Sequence[Line], preamble: Sequence[Piece], parts: Sequence[Part], signature: Sequence[Piece]
    ) -> None:
        self.title = tuple(title)
        self.preamble = tuple(preamble)
        self.parts = tuple(parts)
        self.signature = tuple(signature)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of it, from the title to the date."""
        inner = [piece for part in self.parts for piece in (part.heading, *part.content)]
        return (*self.title, *self.preamble, *inner, *self.signature)

    def part(self, section: str) -> Part:
        """A section.

        Raises:
            KeyError: the draft has no such section.
        """
        key = section_key(section)
        for part in self.parts:
            if part.key == key:
                return part
        raise KeyError(section)

    def grid(self, table: str) -> Grid:
        """An official table, by its key.

        Raises:
            KeyError: the draft has no such table.
        """
        for piece in self.pieces:
            if isinstance(piece, Grid) and piece.name == table:
                return piece
        raise KeyError(table)

    def with_title(self, *lines: str) -> Draft:
        """Another title; without lines, none."""
        return self._with(title=[Line.of(line, 1) for line in lines])

    def with_preamble(self, *content: Text) -> Draft:
        """Other paragraphs between the title and the first section."""
        return self._with(preamble=_pieces(content))

    def with_signature(self, *lines: Text) -> Draft:
        """Other lines at the end; without lines, none."""
        return self._with(signature=_pieces(lines))

    def with_section(self, section: str, *content: Text, heading: str = "") -> Draft:
        """Other content of a section, and another heading if one is given."""
        part = self.part(section)
        line = Line.of(heading, 2) if heading else part.heading
        return self._with_part(part._replace(heading=line, content=_pieces(content)))

    def with_heading(self, section: str, heading: str) -> Draft:
        """Another heading of a section."""
        return self._with_part(self.part(section)._replace(heading=Line.of(heading, 2)))

    def with_paragraph(self, section: str, *content: Text) -> Draft:
        """More at the end of a section."""
        part = self.part(section)
        return self._with_part(part._replace(content=part.content + _pieces(content)))

    def without_section(self, section: str) -> Draft:
        """The draft without a section and its heading."""
        gone = self.part(section)
        return self._with(parts=[part for part in self.parts if part is not gone])

    def with_order(self, sections: str) -> Draft:
        """The draft with its sections in another order, given by their numbers: ``一二三五四六``.

        A number may stand twice, and one left out leaves out its section.
        """
        return self._with(parts=[self.part(section) for section in sections])

    def with_cell(self, table: str, row: str, column: str, value: object) -> Draft:
        """Another figure, or text, in a cell.

        Raises:
            KeyError: the table has no such cell.
        """
        return self.with_grid(table, self.grid(table).with_figure(Key(row, column), value))

    def with_label(self, table: str, old: str, new: str) -> Draft:
        """Another label in a table, wherever it is printed."""
        return self.with_grid(table, self.grid(table).with_label(old, new))

    def without_row(self, table: str, row: str) -> Draft:
        """A table without a row."""
        grid = self.grid(table)
        at = next(cell.row for cell in grid.cells if cell.key and cell.key.row == row)
        return self.with_grid(table, grid.without_row(at))

    def without_column(self, table: str, row: str, column: str) -> Draft:
        """A table without the grid column in which that cell stands."""
        grid = self.grid(table)
        return self.with_grid(table, grid.without_column(grid[row, column].column))

    def with_grid(self, table: str, *content: Piece) -> Draft:
        """Something else in the place of an official table."""
        grid = self.grid(table)
        part = next(part for part in self.parts if grid in part.content)
        at = part.content.index(grid)
        return self._with_part(part._replace(content=(*part.content[:at], *content, *part.content[at + 1 :])))

    def without_table(self, table: str) -> Draft:
        """The draft without one of its tables."""
        return self.with_grid(table)

    def replace(self, old: str, new: str) -> Draft:
        """Other words, wherever they stand outside headings of sections.

        Raises:
            KeyError: they stand nowhere.
        """
        found = [piece for piece in self.pieces if _replaced(piece, old, new) is not piece]
        if not found:
            raise KeyError(old)
        parts = [part._replace(content=tuple(_replaced(p, old, new) for p in part.content)) for part in self.parts]
        return self._with(
            title=[Line.of(line.text.replace(old, new), line.level) for line in self.title],
            preamble=[_replaced(piece, old, new) for piece in self.preamble],
            parts=parts,
            signature=[_replaced(piece, old, new) for piece in self.signature],
        )

    def _with_part(self, part: Part) -> Draft:
        return self._with(parts=[part if part.key == other.key else other for other in self.parts])

    def _with(
        self,
        *,
        title: Sequence[Line] | None = None,
        preamble: Sequence[Piece] | None = None,
        parts: Sequence[Part] | None = None,
        signature: Sequence[Piece] | None = None,
    ) -> Draft:
        return Draft(
            self.title if title is None else title,
            self.preamble if preamble is None else preamble,
            self.parts if parts is None else parts,
            self.signature if signature is None else signature,
        )


def section_key(section: str) -> str:
    """The key of a section given by its key or its number."""
    for form in EDITION_2021.sections:
        if section in (form.key, form.number):
            return form.key
    raise KeyError(section)


def _pieces(content: Sequence[Text]) -> tuple[Piece, ...]:
    return tuple(Line.of(item) if isinstance(item, str) else item for item in content)


def _replaced(piece: Piece, old: str, new: str) -> Piece:
    if isinstance(piece, Line) and old in piece.text:
        return Line.of(piece.text.replace(old, new), piece.level)
    if isinstance(piece, Grid) and any(old in cell.text for cell in piece.cells):
        cells = [cell._replace(text=cell.text.replace(old, new)) for cell in piece.cells]
        return Grid(cells, piece.name, piece.header_rows)
    return piece
