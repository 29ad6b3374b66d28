"""Automatic numbers: what Word shows before a numbered paragraph and no text node holds."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.parsers.docx.names import VALUE
from gxlint.parsers.docx.numerals import numeral
from gxlint.parsers.docx.styles import ParagraphFormat, Styles
from gxlint.parsers.docx.xml import Part, integer, switched_on

LEVELS = 9
_LARGEST = 32767
#: More text than this Word does not let a level have.
_LONGEST = 255
_WHITE_SPACE = re.compile(r"[\t\r\n]")
_PLACEHOLDER = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    """One level of a list."""

    start: int
    form: str
    """Name of the number format."""
    text: str
    """What is shown, with %1 for the first level's number."""
    decimal: bool
    """Numbers of other levels are shown in plain digits."""
    restart: int
    """Restarts where a paragraph of a level before this one (from 0, exclusive) has come."""
    style: str


class _List:
    """A w:num: the levels it shows, and the counters, which it may share with others of the same definition."""

    __slots__ = ("counters", "levels", "overrides")

    def __init__(self, levels: dict[int, _Level], counters: list[int | None], overrides: dict[int, int]) -> None:
        self.levels = levels
        self.counters = counters
        self.overrides = overrides
        """Numbers to start with again, by level, when this w:num is first used there."""

    def level_of(self, formatting: ParagraphFormat) -> int:
        """The level that a paragraph is on: of a style's numbering, the one that is linked to the style."""
        if formatting.style_numbered:
            for index, level in self.levels.items():
                if level.style == formatting.style:
                    return index
        return formatting.numbered.level or 0

    def next(self, index: int) -> str:
        """Count one paragraph of level *index* and return its number as shown."""
        level = self.levels.get(index)
        if level is None:
            return ""
        before = self.counters[index]
        value = level.start if before is None else before + 1
        self.counters[index] = self.overrides.pop(index, value)
        for deeper in range(index + 1, LEVELS):
            if deeper not in self.levels or index < self.levels[deeper].restart:
                self.counters[deeper] = None
        return self._shown(level)

    def _shown(self, level: _Level) -> str:
        if level.form == "bullet":
            return ""

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            other = self.levels.get(index)
            if other is None:
                return ""
            value = self.counters[index]
            form = "decimal" if level.decimal and other.form != "none" else other.form
            return numeral(other.start if value is None else value, form)

        return _PLACEHOLDER.sub(number, level.text)


class Numbering:
    """The lists of a document, counting as its paragraphs are read in order."""

    def __init__(self, part: Part | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = _by_id(part, "num", "numId")
        self._definitions = _by_id(part, "abstractNum", "abstractNumId")
        self._counters: dict[str, list[int | None]] = {}
        self._lists: dict[str, _List | None] = {}

    def label(self, formatting: ParagraphFormat) -> str:
        """The number of the next paragraph, with a space where it would run into the text; empty if it has none.

        Word sets a tab or a space between number and text; after 一、 or （一） or 1. a reader takes it for layout.
        """
        number = formatting.numbered.number
        if number is None or number == "0":
            return ""
        if number not in self._lists:
            self._lists[number] = self._list(number)
        used = self._lists[number]
        if used is None:
            return ""
        label = _WHITE_SPACE.sub(" ", used.next(used.level_of(formatting))).strip(" ")
        last = label[-1:]
        return f"{label} " if last.isalpha() or last.isdecimal() else label

    def _list(self, number: str) -> _List | None:
        num = self._nums.get(number)
        key = self._definition_key(num)
        definition = self._definitions.get(key)
        if num is None or definition is None:
            return None
        levels = {index: _level(element, index) for index, element in _indexed(definition, "lvl")}
        overrides: dict[int, int] = {}
        for index, override in _indexed(num, "lvlOverride"):
            if (own := override.find("{w}lvl")) is not None:
                levels[index] = _level(own, index)
            if (start := override.find("{w}startOverride")) is not None:
                overrides[index] = integer(start.get(VALUE), 1, 0, _LARGEST)
        return _List(levels, self._counters.setdefault(key, [None] * LEVELS), overrides)

    def _definition_key(self, num: Element | None) -> str:
        """Id of the w:abstractNum of a w:num; one that only names a list style stands for that style's own."""
        for _ in range(LEVELS):
            reference = None if num is None else num.find("{w}abstractNumId")
            key = "" if reference is None else reference.get(VALUE, "")
            definition = self._definitions.get(key)
            link = None if definition is None else definition.find("{w}numStyleLink")
            if link is None:
                return key
            num = self._nums.get(self._styles.numbering_of(link.get(VALUE, "")) or "")
        return ""


def _by_id(part: Part | None, name: str, attribute: str) -> dict[str, Element]:
    elements = part.root.iterfind(f"{{w}}{name}") if part else ()
    return {element.get(f"{{w}}{attribute}", ""): element for element in elements}


def _indexed(parent: Element, name: str) -> list[tuple[int, Element]]:
    """Children by their level."""
    return [(integer(element.get("{w}ilvl"), 0, 0, LEVELS - 1), element) for element in parent.iterfind(f"{{w}}{name}")]


def _level(element: Element, index: int) -> _Level:
    def value(name: str) -> str | None:
        child = element.find(f"{{w}}{name}")
        return None if child is None else child.get(VALUE)

    return _Level(
        integer(value("start"), 0, 0, _LARGEST),
        value("numFmt") or "decimal",
        (value("lvlText") or "")[:_LONGEST],
        bool(switched_on(element.find("{w}isLgl"))),
        integer(value("lvlRestart"), index, 0, LEVELS),
        value("pStyle") or "",
    )
