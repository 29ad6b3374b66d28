"""Letters on paper, and the lines that they make."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from gxlint.parsers.lines import CONTINUERS

#: Letters whose middles are no further apart, in parts of their size, stand on one line.
_SAME_LINE = 0.45
#: A gap of so many sizes between two letters is a space; Han characters may be spread over the line.
_SPACE = 0.25
_WIDE_SPACE = 1.0
#: A gap of so many sizes parts two fields of a table without ruling lines.
_FIELD = 1.2
#: Radicals that some programs print in the place of the characters that look the same; compatibility characters.
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
#: What pdfminer writes for a glyph that the file does not name.
_NAMELESS = re.compile(r"\(cid:\d+\)")
#: No line ends with the one, nor begins with the other.
_OPENERS = "（《〈〔【“‘「『("
_NEVER_FIRST = CONTINUERS + "%％"
_FIGURE = re.compile(r"[0-9０-９][0-9０-９.,，．]*")
_HEAVY = re.compile(r"(?i)bold|black|heavy|hei")


class Box(NamedTuple):
    """A rectangle on a page, in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    def holds(self, letter: Letter) -> bool:
        """Whether the middle of a letter lies inside."""
        return (
            self.x0 <= (letter.box.x0 + letter.box.x1) / 2 <= self.x1 and self.top <= letter.box.middle <= self.bottom
        )


class Letter(NamedTuple):
    """A glyph."""

    text: str
    """Mostly one character."""
    box: Box
    size: float
    """Of its font, in points."""
    heavy: bool
    """It is in a bold type, or one without serifs, which headings are set in."""

    @property
    def is_nameless(self) -> bool:
        """Nobody can tell which character it is."""
        return self.text == "\ufffd"

    @property
    def is_wide(self) -> bool:
        """Whether it is a Han character or full-width mark."""
        return unicodedata.east_asian_width(self.text[-1]) in "WF"


def read_letters(characters: Iterable[Mapping[str, Any]]) -> Iterator[Letter]:
    """The letters among the characters that pdfplumber finds on a page; rotated ones are stamps and watermarks."""
    for character in characters:
        text = _meant(character["text"])
        if text and character["upright"]:
            box = Box(*(float(character[side]) for side in ("x0", "top", "x1", "bottom")))
            heavy = _HEAVY.search(str(character["fontname"])) is not None
            yield Letter(text, box, float(character["size"]), heavy)


def _meant(text: str) -> str:
    text = _NAMELESS.sub("\ufffd", text)
    text = _LOOK_ALIKE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return "".join(" " if mark.isspace() else mark for mark in text if mark.isspace() or mark.isprintable())


class Line:
    """A printed line: letters without white space at the ends."""

    def __init__(self, letters: Sequence[Letter]) -> None:
        self.letters = letters

    @cached_property
    def text(self) -> str:
        """The words; a gap that is too wide to be one between letters is a space."""
        pieces = [self.letters[0].text]
        for before, after in zip(self.letters, self.letters[1:], strict=False):
            if before.text != " " and after.text != " " and _is_gap(before, after):
                pieces.append(" ")
            pieces.append(after.text)
        return "".join(pieces)

    @cached_property
    def box(self) -> Box:
        """What it covers."""
        boxes = [letter.box for letter in self.letters]
        return Box(
            boxes[0].x0, min(box.top for box in boxes), max(box.x1 for box in boxes), max(box.bottom for box in boxes)
        )

    @cached_property
    def end(self) -> float:
        """Where its words end; a mark behind them may hang over the margin."""
        words = [letter for letter in self.letters if letter.text not in _NEVER_FIRST]
        return (words or self.letters)[-1].box.x1

    @cached_property
    def size(self) -> float:
        """The size of most of it, in half points."""
        return Counter(round(letter.size * 2) / 2 for letter in self.letters).most_common(1)[0][0]

    @cached_property
    def is_heavy(self) -> bool:
        """Whether all of its Han characters are in a heavy type."""
        wide = [letter.heavy for letter in self.letters if letter.is_wide]
        return bool(wide) and all(wide)

    @cached_property
    def fields(self) -> Sequence[Line]:
        """The parts between gaps that are too wide to be in a text."""
        letters = [letter for letter in self.letters if not letter.text.isspace()]
        starts = [number for number, pair in enumerate(pairwise(letters), 1) if _is_field_gap(*pair)]
        bounds = pairwise((0, *starts, len(letters)))
        return [self] if not starts else [Line(letters[start:stop]) for start, stop in bounds]

    @cached_property
    def is_tabular(self) -> bool:
        """Whether it looks like a row of a table without ruling lines: several fields, or words and a figure."""
        return len(self.fields) > 2 or (len(self.fields) > 1 and is_figure(self.fields[-1].text))

    @cached_property
    def first_word(self) -> float:
        """Width of what cannot be parted from its first letter: it did not fit on the line before."""
        last = self.letters[0]
        for letter in self.letters[1:]:
            parted = letter.text == " " or last.is_wide or letter.is_wide
            if parted and last.text not in _OPENERS and letter.text not in _NEVER_FIRST:
                break
            last = letter
        return last.box.x1 - self.letters[0].box.x0


def read_lines(letters: Iterable[Letter]) -> list[Line]:
    """The lines that the letters make, from top to bottom."""
    lines: list[list[Letter]] = []
    middle = 0.0
    for letter in sorted(letters, key=lambda letter: letter.box.middle):
        if not lines or letter.box.middle - middle > _SAME_LINE * letter.size:
            lines.append([])
            middle = letter.box.middle
        lines[-1].append(letter)
    read = (_trimmed(sorted(line, key=lambda letter: letter.box.x0)) for line in lines)
    return [Line(line) for line in read if line]


def _trimmed(letters: Sequence[Letter]) -> Sequence[Letter]:
    words = [number for number, letter in enumerate(letters) if not letter.text.isspace()]
    return letters[words[0] : words[-1] + 1] if words else ()


def _is_gap(before: Letter, after: Letter) -> bool:
    wide = before.is_wide or after.is_wide
    return after.box.x0 - before.box.x1 > (_WIDE_SPACE if wide else _SPACE) * max(before.size, after.size)


def is_figure(text: str) -> bool:
    """Whether a field of a table is a number."""
    return _FIGURE.fullmatch(text) is not None


def _is_field_gap(before: Letter, after: Letter) -> bool:
    return after.box.x0 - before.box.x1 > _FIELD * max(before.size, after.size)


def joined(before: str, after: str) -> str:
    """What stood between two lines of one text: a space between two words in Latin script, else nothing."""
    if not before or not after:
        return ""
    is_word = before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()
    last = before.split(" ")[-1]
    return " " if is_word and not re.search(r"[@/]|www\.", last) and "@" not in after.split(" ")[0] else ""
