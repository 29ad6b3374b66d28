"""Paragraphs cut into sentences that keep the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.text import PlainText

# A half-width semicolon or stop ends nothing: both stand in addresses of the web.
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]*[”’」』]?")
_SPACE = re.compile(r"\s+")


def sentences(plain: PlainText) -> Iterator[PlainText]:
    """The sentences of a text, each with its stop and without white space around it."""
    for match in _SENTENCE.finditer(plain.text):
        sentence = plain.slice(*match.span()).strip()
        if sentence:
            yield sentence


def squeezed(text: str) -> str:
    """The text without any white space, as keywords are looked for in it."""
    return _SPACE.sub("", text)
