"""From text edits back to the bytes of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from gxlint.document import Document
from gxlint.findings import Edit
from gxlint.i18n import _
from gxlint.parsers.encoding import encode
from gxlint.text import LINE_END


class RefusedEditError(Exception):
    """An edit cannot be carried over to the file; the text says why, in the writer's language."""


@runtime_checkable
class Writer(Protocol):
    """Puts edits of a document's text into the file that the document was read from.

    A parser that has this method writes the files that it reads; for a parser of text :class:`TextWriter` does.
    """

    def write(self, data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:
        """The file's bytes with the edits in it and everything else as it was.

        Args:
            data: the bytes that *document* was read from.
            document: as its parser made it.
            edits: sorted and not overlapping.

        Raises:
            RefusedEditError: one of the edits has no counterpart in the file.
        """


class TextWriter:
    """Writes text files in their own encoding, byte order mark and line ends."""

    def write(self, data: bytes, document: Document, edits: Sequence[Edit]) -> bytes:  # noqa: ARG002  the text is the file
        """See :class:`Writer`."""
        text = apply_edits(document.text, own_line_ends(document.text, edits))
        try:
            return encode(text, document.source.encoding)
        except UnicodeEncodeError as error:
            message = _(
                "文件的编码 {encoding} 写不出“{text}”，请先另存为 UTF-8",
                encoding=document.source.encoding,
                text=error.object[error.start : error.end],
            )
            raise RefusedEditError(message) from error


def own_line_ends(text: str, edits: Sequence[Edit]) -> Sequence[Edit]:
    """The edits with the line ends that the text itself has most."""
    if not any("\n" in edit.text for edit in edits):
        return edits
    ends = Counter(LINE_END.findall(text))
    usual = ends.most_common(1)[0][0] if ends else "\n"
    return [Edit(edit.span, LINE_END.sub(usual, edit.text)) for edit in edits]


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """*text* with all edits made; they are sorted and do not overlap."""
    pieces: list[str] = []
    done = 0
    for span, new in edits:
        pieces += (text[done : span.start], new)
        done = span.end
    return "".join([*pieces, text[done:]])
