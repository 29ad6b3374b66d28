"""A text as an editor keeps it, written down from the protocol's words alone: it shares nothing with the server."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol import types

_CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_UNITS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Mirror(NamedTuple):
    """A text with places in code units of an encoding."""

    text: str
    encoding: str

    def position(self, offset: int) -> types.Position:
        """The place before a code point."""
        ends = [end.end() for end in re.finditer("\r\n|\r|\n", self.text) if end.end() <= offset]
        start = ends[-1] if ends else 0
        return types.Position(len(ends), self._width(self.text[start:offset]))

    def offset(self, position: types.Position) -> int:
        """The code point behind a place; a column past the end of its line stands for the end of that line."""
        lines = re.split("(\r\n|\r|\n)", self.text)  # each line, then its end
        if 2 * position.line >= len(lines):
            return len(self.text)
        before, line = "".join(lines[: 2 * position.line]), lines[2 * position.line]
        bytes_before = position.character * _UNITS[self.encoding]
        return len(before) + len(line.encode(_CODECS[self.encoding])[:bytes_before].decode(_CODECS[self.encoding]))

    def range(self, start: int, end: int) -> types.Range:
        """The range of code points."""
        return types.Range(self.position(start), self.position(end))

    def changed(self, changes: Iterable[types.TextDocumentContentChangeEvent]) -> Mirror:
        """The text after edits, each in what the one before has left."""
        text = self.text
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                before = Mirror(text, self.encoding)
                start, end = before.offset(change.range.start), before.offset(change.range.end)
                text = text[:start] + change.text + text[end:]
            else:
                text = change.text
        return Mirror(text, self.encoding)

    def _width(self, words: str) -> int:
        return len(words.encode(_CODECS[self.encoding])) // _UNITS[self.encoding]
