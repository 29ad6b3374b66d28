"""Styles and direct formatting, as far as they decide what is text, what is a heading and how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.parsers.docx.fold import Folds
from gxlint.parsers.docx.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VALUE
from gxlint.parsers.docx.stylesheet import StyleSheet
from gxlint.parsers.docx.xml import integer, switched_on

#: Word follows at most this many styles that are based on one another.
MAX_CHAIN = 16
_LEVELS = 9
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$")


class RunFormat(NamedTuple):
    """What a run's properties or a style say of characters; empty where they say nothing."""

    hidden: bool | None = None
    font: str = ""
    """The East Asian font."""
    size: str = ""
    """In half points, as Word writes it."""

    def over(self, base: RunFormat) -> RunFormat:
        """This format with what it leaves open taken from *base*."""
        hidden = base.hidden if self.hidden is None else self.hidden
        return RunFormat(hidden, self.font or base.font, self.size or base.size)


class Numbered(NamedTuple):
    """A reference to automatic numbering; what is ``None`` is inherited."""

    number: str | None
    """The w:num it uses; ``0`` takes a number away."""
    level: int | None
    """From 0."""


class ParagraphFormat(NamedTuple):
    """What is known of a paragraph from its properties and its style."""

    style: str
    """Id of the style."""
    style_name: str
    level: int | None
    """Heading level, from 1."""
    numbered: Numbered
    style_numbered: bool
    """The numbering comes from the style, whose level the numbering definition may decide."""
    joined: bool
    """Its end is deleted or hidden: the next paragraph goes on in the same line."""
    run: RunFormat
    align: str


class Styles:
    """What the styles of a document come to."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._runs: dict[str, RunFormat] = {}
        self._defaults = _own_run(sheet.defaults) if sheet.defaults is not None else RunFormat()

    def paragraph(self, properties: Element | None, folds: Folds) -> ParagraphFormat:
        """What a paragraph's properties, which may be missing, come to together with its style."""
        if properties is None:
            return self._with_style(self._sheet.default, Numbered(None, None), None, joined=False, align="")
        style = _value(properties, "{w}pStyle") or self._sheet.default
        align = _value(properties, "{w}jc")
        mark = properties.find(RUN_PROPERTIES)
        joined = mark is not None and _is_joined(folds.properties(mark))
        return self._with_style(style, _numbered(properties), _outline(properties), joined=joined, align=align)

    def run(self, properties: Element) -> RunFormat:
        """What a run's properties say, its character style included."""
        own = _run_format(properties)
        style = _value(properties, "{w}rStyle")
        return own.over(self._style_run(style)) if style else own

    def numbering_of(self, style: str) -> str | None:
        """The w:num that a style refers to, itself or through the styles it is based on."""
        return self._style_numbered(style).number

    def _with_style(
        self, style: str, own: Numbered, outline: int | None, *, joined: bool, align: str
    ) -> ParagraphFormat:
        inherited = self._style_numbered(style)
        number = inherited.number if own.number is None else own.number
        level = inherited.level if own.level is None else own.level
        return ParagraphFormat(
            style,
            self._name(style),
            self._heading(style) if outline is None else outline or None,
            Numbered(number, level),
            own.number is None and own.level is None,
            joined,
            self._style_run(style).over(self._defaults),
            align,
        )

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those it is based on, nearest first."""
        for _ in range(MAX_CHAIN):
            element = self._sheet.style(style)
            if element is None:
                return
            yield element
            style = _value(element, "{w}basedOn")

    def _name(self, style: str) -> str:
        element = self._sheet.style(style)
        return _value(element, "{w}name") or style if element is not None else style

    def _heading(self, style: str) -> int | None:
        """Heading level of a style: an outline level, or the built-in name, in the nearest style that has one."""
        for element in self._chain(style):
            properties = element.find(PARAGRAPH_PROPERTIES)
            outline = None if properties is None else _outline(properties)
            if outline is not None:
                return outline or None
            if level := _named_level(_value(element, "{w}name")):
                return level
        return _named_level(style) if self._sheet.style(style) is None else None

    def _style_numbered(self, style: str) -> Numbered:
        number: str | None = None
        level: int | None = None
        for element in self._chain(style):
            properties = element.find(PARAGRAPH_PROPERTIES)
            found = Numbered(None, None) if properties is None else _numbered(properties)
            number = found.number if number is None else number
            level = found.level if level is None else level
        return Numbered(number, level)

    def _style_run(self, style: str) -> RunFormat:
        known = self._runs.get(style)
        if known is None:
            known = RunFormat()
            for element in self._chain(style):
                known = known.over(_own_run(element))
            self._runs[style] = known
        return known


def _own_run(parent: Element) -> RunFormat:
    properties = parent.find(RUN_PROPERTIES)
    return RunFormat() if properties is None else _run_format(properties)


def properties_of(paragraph: Element, folds: Folds) -> Element | None:
    """The w:pPr of a paragraph, if it has one."""
    if len(paragraph) and paragraph[0].tag == PARAGRAPH_PROPERTIES:
        return folds.properties(paragraph[0])
    return None


def _value(parent: Element, name: str) -> str:
    element = parent.find(name)
    return "" if element is None else element.get(VALUE, "")


def _named_level(name: str) -> int | None:
    """Level of a built-in heading style by its name or id (``heading 1``, ``Heading1``, ``Title``, ``标题 1``)."""
    lower = name.lower()
    if lower == "title":
        return 1
    match = _HEADING.match(lower)
    return int(match[1]) if match else None


def _outline(properties: Element) -> int | None:
    """The heading level of an outline level: 1 to 9; 0 for body text; ``None`` where it is not given."""
    element = properties.find("{w}outlineLvl")
    if element is None:
        return None
    value = integer(element.get(VALUE), _LEVELS, 0, _LEVELS)
    return 0 if value == _LEVELS else value + 1


def _numbered(properties: Element) -> Numbered:
    element = properties.find("{w}numPr")
    if element is None:
        return Numbered(None, None)
    level = element.find("{w}ilvl")
    number = element.find("{w}numId")
    return Numbered(
        None if number is None else number.get(VALUE, "0"),
        None if level is None else integer(level.get(VALUE), 0, 0, _LEVELS - 1),
    )


def _is_joined(mark: Element) -> bool:
    """Whether the properties of a paragraph's end say that it is deleted, moved away or hidden."""
    if mark.find("{w}del") is not None or mark.find("{w}moveFrom") is not None:
        return True
    return bool(switched_on(mark.find("{w}vanish")))


def _run_format(properties: Element) -> RunFormat:
    fonts = properties.find("{w}rFonts")
    font = "" if fonts is None else fonts.get("{w}eastAsia", "")
    return RunFormat(switched_on(properties.find("{w}vanish")), font, _value(properties, "{w}sz"))
