"""A draft as rules in TOML ask it: parts by their names, cells by theirs, and what messages may say of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.document import Block, Document, Paragraph, Table
from gxlint.form.report import Report, Section
from gxlint.text import Found, Pattern, PlainText, Span, compiled
from gxlint.toml_rules.message import AGENCY, YEAR
from gxlint.toml_rules.names import PREAMBLE, SIGNATURE, TITLE, section_of

_SPACE = Pattern(r"[^\S\n]+")


class Part(NamedTuple):
    """A part of a draft."""

    name: str
    """For people: 六、其他需要报告的事项."""
    head: Span
    """Where something is reported that it lacks."""
    blocks: Sequence[Block]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs, without its heading."""
        return [block for block in self.blocks if isinstance(block, Paragraph)]

    @property
    def prose(self) -> PlainText:
        """Its paragraphs as one text, one a line."""
        return PlainText.join([paragraph.plain for paragraph in self.paragraphs], "\n")

    def find(self, pattern: Pattern) -> Iterator[Found]:
        """Every match in its paragraphs; none runs over a line end."""
        plain = self.prose
        text, start = plain.text, 0
        for line in text.split("\n"):
            end = start + len(line)
            for match in compiled(pattern).finditer(text, start, end):
                if match.group():
                    yield Found(plain, match)
            start = end + 1

    def says(self, pattern: Pattern) -> bool:
        """Whether it says something in a paragraph or a table, spaces and full-width signs aside."""
        return any(pattern.search(way) for text in self._texts() for way in _ways(text))

    def _texts(self) -> Iterator[str]:
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from (cell.text for cell in row)
                    yield "".join(cell.text for cell in row)


def _ways(text: str) -> Iterator[str]:
    """A text as written, without spaces, and with its full-width signs made half."""
    yield text
    bare = _SPACE.sub("", text)
    yield bare
    yield unicodedata.normalize("NFKC", bare)


class Draft(NamedTuple):
    """A document, and the report that it is if a form has read it."""

    document: Document
    report: Report | None = None

    @property
    def values(self) -> Mapping[str, object]:
        """What messages may say of the report; the year only where it is known."""
        if self.report is None:
            return {}
        year = {} if self.report.year is None else {YEAR: self.report.year}
        return {AGENCY: self.report.agency or "本机关", **year}

    @property
    def whole(self) -> Part:
        """All of it."""
        if self.report is not None:
            return Part("报告", self.report.head, self.document.blocks)
        blocks = self.document.paragraphs or self.document.blocks
        return Part("文中", blocks[0].span if blocks else Span(0, 0), self.document.blocks)

    def parts(self, names: Sequence[str]) -> list[Part]:
        """The parts that it has of those named, in the order of the names; all of it as one where none is named."""
        if not names or self.report is None:
            return [self.whole]
        return [part for name in names for part in self._parts(self.report, name)]

    def _parts(self, report: Report, name: str) -> Iterator[Part]:
        if name == TITLE:
            yield from [Part(TITLE, report.title.span, report.title.paragraphs)] if report.title else []
        elif name == PREAMBLE:
            # without any section there is no telling where it ends
            yield from [Part(PREAMBLE, report.head, report.preamble)] if report.sections else []
        elif name == SIGNATURE:
            yield from self._signature(report)
        else:
            key = _key_of(name, report)
            yield from (_part(section) for section in report.sections if section.key == key)

    def _signature(self, report: Report) -> Iterator[Part]:
        words = [item.span for item in (report.signature.agency, report.signature.date) if item is not None]
        if words:
            blocks = [block for block in self.document.paragraphs if any(block.span.overlaps(span) for span in words)]
            yield Part(SIGNATURE, words[-1], blocks)


def _key_of(name: str, report: Report) -> str | None:
    """The key of a section; ``None`` where the report's form has none of that name: a rule may be for any report."""
    try:
        return section_of(name, [report.layout]).key
    except LookupError:
        return None


def _part(section: Section) -> Part:
    return Part(section.form.heading, section.heading.span, section.blocks)


def literal(words: Sequence[str]) -> str:
    """A regular expression for any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
