"""The linear text as it grows, and the way back from it into the package."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.parsers.docx.xml import Path
from gxlint.text import Anchor, SourceMap, Span


class Linear:
    """Writes the text piece by piece.

    Body text is written line by line. In a cell (between :meth:`open_cell` and :meth:`close_cell`) whatever separates
    words is only noted, by :meth:`separate`, and becomes one space before the next words: a cell is a single field of a
    line and has no space at its ends that its author did not type.
    """

    def __init__(self) -> None:
        self.at = 0
        """Code points written so far."""
        self.part = ""
        """Name of the part that is being read."""
        self.in_cell = False
        self._pieces: list[str] = []
        self._marks: list[tuple[int, int, str, Path, int, bool]] = []
        self._cell_start = 0
        self._separated = False
        self._separator: Path | None = None

    def write(self, text: str, path: Path, offset: int = 0, *, generated: bool = False) -> None:
        """Write what the element at *path* holds from *offset* on; no text at all marks a place for some."""
        if self._separated:
            self._write_separator()
        end = self.at + len(text)
        self._marks.append((self.at, end, self.part, path, offset, generated))
        self._pieces.append(text)
        self.at = end

    def layout(self, text: str) -> None:
        """Write what only the linear text has: line ends, tabs between fields."""
        self._pieces.append(text)
        self.at += len(text)

    def separate(self, path: Path | None = None) -> None:
        """Note that words end here; *path* leads to the tab or break that says so, if it is an element."""
        if not self._separated:
            self._separated = True
            self._separator = path

    def open_cell(self) -> None:
        """Begin a field."""
        self.in_cell = True
        self._cell_start = self.at
        self._separated = False

    def close_cell(self) -> None:
        """End a field."""
        self.in_cell = False
        self._separated = False

    def _write_separator(self) -> None:
        self._separated = False
        if self.at > self._cell_start:
            if self._separator is not None:
                self._marks.append((self.at, self.at + 1, self.part, self._separator, 0, False))
            self.layout(" ")

    @property
    def here(self) -> int:
        """A bookmark for :meth:`since`."""
        return len(self._pieces)

    def since(self, bookmark: int) -> str:
        """What was written since :attr:`here` had that value."""
        return "".join(self._pieces[bookmark:])

    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)

    def source_map(self) -> SourceMap:
        """The way back from the text; worked out when it is first needed, for most drafts are only read."""
        return SourceMap(self._anchors())

    def _anchors(self) -> Iterator[tuple[Span, Anchor]]:
        for start, end, part, path, offset, generated in self._marks:
            yield Span(start, end), Anchor(part, path, offset, generated)
