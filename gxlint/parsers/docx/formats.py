"""What the properties of paragraphs come to: a format, the number before the text, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from gxlint.parsers.docx.numbering import Numbering
from gxlint.parsers.docx.styles import ParagraphFormat, RunFormat, Styles
from gxlint.parsers.docx.xml import Part


class Formats:
    """The formats of a file's paragraphs; the same properties are looked at once.

    Args:
        styles: of the file.
        open_part: gives the part of a kind, if the file has it.
    """

    def __init__(self, styles: Styles, open_part: Callable[[str], Part | None]) -> None:
        self._styles = styles
        self._open_part = open_part
        self._numbering: Numbering | None = None
        self._known: dict[Element | None, ParagraphFormat] = {}
        self._attributes: dict[tuple[int, RunFormat], Mapping[str, str]] = {}

    def enter(self, part: Part) -> None:
        """Read paragraphs of *part* from now on."""
        self._folds = part.folds

    def of(self, properties: Element | None) -> ParagraphFormat:
        """The format of a paragraph with these properties."""
        known = self._known.get(properties)
        if known is None:
            known = self._known[properties] = self._styles.paragraph(properties, self._folds)
        return known

    def label(self, formatting: ParagraphFormat) -> str:
        """The automatic number of the next paragraph of that format; empty if it has none."""
        if formatting.numbered.number is None:
            return ""
        if self._numbering is None:
            self._numbering = Numbering(self._open_part("numbering"), self._styles)
        return self._numbering.label(formatting)

    def attributes(self, formatting: ParagraphFormat, first: RunFormat) -> Mapping[str, str]:
        """How a paragraph looks whose first run has the format *first*."""
        key = (id(formatting), first)
        known = self._attributes.get(key)
        if known is None:
            run = first.over(formatting.run)
            given = {
                "style": formatting.style_name,
                "font": run.font,
                "size": _points(run.size),
                "align": formatting.align,
            }
            known = self._attributes[key] = {name: value for name, value in given.items() if value}
        return known


def _points(half_points: str) -> str:
    """Font size in points (32 → 16, 21 → 10.5); empty where it is not given or no number."""
    return f"{int(half_points) / 2:g}" if half_points.isdecimal() and len(half_points) < 5 else ""
