"""Places in a draft: the one kind of position that everything else uses.

A draft, whatever its file format, is one linear text. A :class:`Span` is a half-open range of code points in it.
Lines, columns, UTF-16 units and Word ranges are computed from spans at the edges and never travel inward.
"""

from gxlint.text.places import LINE_END, LineIndex, Position, Span, Words
from gxlint.text.plain import Found, PlainText, Segment
from gxlint.text.regex import Pattern, compiled
from gxlint.text.sources import Anchor, Source, SourceMap

__all__ = [
    "LINE_END",
    "Anchor",
    "Found",
    "LineIndex",
    "Pattern",
    "PlainText",
    "Position",
    "Segment",
    "Source",
    "SourceMap",
    "Span",
    "Words",
    "compiled",
]
