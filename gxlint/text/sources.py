"""The linear text of a draft, and the way from it into a file that is not text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from gxlint.text.places import LineIndex, Span


class Source:
    """The linear text of a draft and what is known of the file it came from.

    For Markdown and plain text it is the file's own text without its byte order mark; for DOCX the parser writes it
    and keeps a :class:`SourceMap` back to the package.
    """

    def __init__(
        self, text: str, path: str = "", kind: str = "plain", *, map: SourceMap | None = None, encoding: str = "utf-8"
    ) -> None:
        self.text = text
        self.path = path
        """The path as the user gave it; a name for messages, not opened again."""
        self.kind = kind
        """The parser's name: ``markdown``, ``plain``, ``docx`` or a plugin's."""
        self.map = map
        """The way back into a file that is not text; ``None`` where the text is the file."""
        self.encoding = encoding
        """The codec that wrote the file, with its byte order mark if it had one (``utf-8-sig``); for writing back."""

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]


class Anchor(NamedTuple):
    """A place in a file that is not text: which part, which paragraph in it, which run, and how far into the run."""

    part: str
    """Name of the package part, such as ``word/document.xml``."""
    path: tuple[int, ...]
    """Child indices from the part's root element down to the element that holds the text."""
    offset: int
    """Code points into that element's text."""
    generated: bool = False
    """The text is made on showing (an automatic number): it can be marked, never edited."""


class SourceMap:
    """Maps spans of a linear text to anchors, piece by piece.

    Args:
        pieces: in the order of the text and not overlapping; text in no piece (separators) has no place in the file. An
            empty piece says where text would go that is not there yet. They are read when the first one is asked for.
    """

    def __init__(self, pieces: Iterable[tuple[Span, Anchor]]) -> None:
        self._given = pieces

    @cached_property
    def pieces(self) -> Sequence[tuple[Span, Anchor]]:
        """All pieces, in order."""
        return tuple(self._given)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self.pieces]

    def anchors(self, span: Span) -> Iterator[tuple[Span, Anchor]]:
        """The parts of *span* that have a place in the file, each with the anchor of its first character."""
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self.pieces)):
            piece, anchor = self.pieces[index]
            if piece.start >= span.end:
                return
            low, high = max(piece.start, span.start), min(piece.end, span.end)
            if low < high:
                yield Span(low, high), anchor._replace(offset=anchor.offset + low - piece.start)

    def insertion(self, offset: int) -> Anchor | None:
        """Where text put in at *offset* goes: behind the character before it, else before the one after it.

        ``None`` where the file has no place for text: inside generated text, between two separators.
        """
        last = bisect_right(self._starts, offset) - 1
        for index in (last - 1, last) if last > 0 else (last,):
            piece, anchor = self.pieces[index] if index >= 0 else (Span(-1, -1), Anchor("", (), 0))
            if piece.start <= offset <= piece.end and not anchor.generated:
                return anchor._replace(offset=anchor.offset + offset - piece.start)
        return None
