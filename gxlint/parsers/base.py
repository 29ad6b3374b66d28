"""What a parser is."""

from __future__ import annotations

from typing import Protocol

from gxlint.document import Document


class UnreadableError(Exception):
    """The file cannot be read as what its name says.

    ``str(error)`` names the fault and the remedy, in the writer's language, without the path.
    """


class Parser(Protocol):
    """Reads one file format. Stateless; one instance serves all files."""

    @property
    def name(self) -> str:
        """``markdown``, ``plain``, ``docx``; the ``kind`` of the sources it makes."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings in lower case, with the dot."""

    def parse(self, data: bytes, path: str) -> Document:
        """Read a file's bytes.

        Args:
            data: the whole file.
            path: for :attr:`Source.path <gxlint.text.Source.path>` and messages; never opened.

        Raises:
            UnreadableError: the bytes are not of this format, damaged, encrypted or too big.
        """


class TextParser(Parser, Protocol):
    """A parser of a text format: it also reads text that is in no file yet, as an editor holds it."""

    def parse_text(self, text: str, path: str, *, encoding: str = "utf-8") -> Document:
        """Read text; all spans refer to exactly this string (without a byte order mark)."""
