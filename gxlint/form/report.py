"""A draft read against an official form: what rules ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Protocol, runtime_checkable

from gxlint.document import Block, Document, Paragraph
from gxlint.form.figures import FormTable
from gxlint.form.layout import Layout, SectionForm
from gxlint.form.places import place_in_preamble, place_in_section, place_in_table
from gxlint.prose.dates import WrittenDate
from gxlint.text import PlainText, Span, Words


class Title(NamedTuple):
    """The title of a report, on one line or two."""

    plain: PlainText
    """The reader's text of all title lines, joined."""
    paragraphs: tuple[Paragraph, ...]
    agency: Words | None
    """The body that reports, as written."""
    year: Words | None
    """The four digits of the year."""

    @property
    def span(self) -> Span:
        """All of it."""
        return self.plain.source


class Section:
    """A section of the form as it stands in the draft."""

    def __init__(
        self, form: SectionForm, heading: Paragraph, number: Words | None, title: PlainText, blocks: Sequence[Block]
    ) -> None:
        self.form = form
        """What the form says of it."""
        self.heading = heading
        self.number = number
        """The Chinese number as written (一), without the mark behind it."""
        self.title = title
        """The heading without number and mark, and without anything that follows it on the line."""
        self.blocks = tuple(blocks)
        """Its content, the heading left out."""

    @property
    def key(self) -> str:
        """The section's key in the form."""
        return self.form.key

    @property
    def name(self) -> str:
        """By what people know it: the official heading; the draft's own where the form leaves the numbers free."""
        if self.form.number:
            return self.form.heading
        return f"{self.number.text}、{self.title.text}" if self.number else self.title.text

    @property
    def span(self) -> Span:
        """From the heading to the end of the content."""
        return Span(self.heading.span.start, self.blocks[-1].span.end if self.blocks else self.heading.span.end)

    @property
    def head(self) -> Span:
        """Where something is reported that is missing from it: its heading."""
        return self.heading.plain.source

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of its content."""
        return tuple([block for block in self.blocks if isinstance(block, Paragraph)])

    @cached_property
    def prose(self) -> PlainText:
        """Its paragraphs as one text, one a line."""
        return PlainText.join([paragraph.plain for paragraph in self.paragraphs], "\n")

    def paragraph_number(self, span: Span) -> int:
        """The number (from 1) of its paragraph in which *span* starts; 0 if it starts in none."""
        number = bisect_right(self._paragraph_starts, span.start)
        if number and span.start < max(self.paragraphs[number - 1].span.end, self._paragraph_starts[number - 1] + 1):
            return number
        return 0

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]


class Statement(NamedTuple):
    """A sentence that a report should carry."""

    span: Span
    text: str


class Period(NamedTuple):
    """The statement on the reporting period."""

    span: Span
    text: str
    first: WrittenDate | None
    last: WrittenDate | None
    """Its year is the first date's where the draft leaves it out."""


class ContactEntry(NamedTuple):
    """One datum of the contact statement."""

    kind: str
    """``address``, ``phone``, ``postcode``, ``email`` or ``fax``."""
    label: Words | None
    value: Words
    """Empty where the label has nothing behind it."""


class Contact(NamedTuple):
    """The statement that says where to ask."""

    span: Span
    text: str
    entries: tuple[ContactEntry, ...]


class Signature(NamedTuple):
    """署名 and 成文日期 at the end."""

    agency: Words | None
    date: WrittenDate | None
    blank_date: Words | None = None
    """A date of which the month or the day is still to be filled in, as ``2025年1月　日``."""

    def holds(self, span: Span) -> bool:
        """Whether a part of it is at *span*."""
        return any(part.span.overlaps(span) for part in self if part is not None)


class Report:
    """A report of any official form. Rules for one form bind to its subclass."""

    def __init__(
        self,
        document: Document,
        layout: Layout,
        *,
        title: Title | None,
        year: int | None,
        sections: Sequence[Section],
        preamble: Sequence[Paragraph],
        signature: Signature,
    ) -> None:
        self.document = document
        """The draft, with tables of the form as tables even where they were loose lines."""
        self.layout = layout
        """The edition of the form that it is read against."""
        self.title = title
        self.year = year
        """The year reported on; ``None`` where nothing in the draft tells."""
        self.sections = tuple(sections)
        """In the order of the draft, duplicates included."""
        self.preamble = tuple(preamble)
        """The paragraphs between the title and the first section."""
        self.signature = signature
        self.form = ""
        """The id of the form that it was read by; whoever chose the form says so."""
        self.find_previous: Callable[[Report], Report | None] = lambda _report: None
        """Reads last year's report; whoever linted the draft knows where it is. It is given the report, for one that
        held it would make each report garbage that only a collection frees."""

    @property
    def agency(self) -> str:
        """The body that reports, by its title or else its signature; empty if unknown."""
        if self.title and self.title.agency:
            return self.title.agency.text
        return self.signature.agency.text if self.signature.agency else ""

    def section(self, key: str) -> Section | None:
        """The first section with that key."""
        return self._first_sections.get(key)

    @cached_property
    def _first_sections(self) -> dict[str, Section]:
        return {section.key: section for section in reversed(self.sections)}

    def section_at(self, span: Span) -> Section | None:
        """The section that *span* starts in."""
        number = bisect_right(self._section_starts, span.start)
        section = self.sections[number - 1] if number else None
        return section if section is not None and span.start < section.span.end else None

    def head_at(self, span: Span) -> Span:
        """Where something is reported of a table, which is too much to mark: the heading that it stands under.

        Args:
            span: of the table; it is given back where it stands under none.
        """
        section = self.section_at(span)
        return section.head if section else span

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.heading.span.start for section in self.sections]

    @cached_property
    def preamble_prose(self) -> PlainText:
        """The preamble as one text, one paragraph a line."""
        return PlainText.join([paragraph.plain for paragraph in self.preamble], "\n")

    @cached_property
    def previous(self) -> Report | None:
        """Last year's report of the same body, read when first asked for; ``None`` if there is none."""
        return self.find_previous(self)

    @property
    def tables(self) -> Sequence[FormTable]:
        """The official tables that the draft has."""
        return ()

    @property
    def statements(self) -> dict[str, Statement | Period | Contact | None]:
        """The customary statements by name."""
        return {}

    @property
    def head(self) -> Span:
        """Where something is reported that is missing from the report as a whole: the title, else the first block."""
        if self.title:
            return self.title.span
        blocks = self.document.paragraphs or self.document.blocks
        return blocks[0].span if blocks else Span(0, 0)

    def place(self, span: Span) -> str:
        """Where a person would look for *span*: 表三 （七）总计 自然人; 引言 第1段; empty if unknown."""
        for table in self.tables:
            if table.span.start <= span.start < table.span.end or table.span.contains(span):
                return place_in_table(table, span)
        section = self.section_at(span)
        if section is not None:
            return place_in_section(section, span)
        if self.title and self.title.span.overlaps(span):
            return "标题"
        return "落款" if self.signature.holds(span) else place_in_preamble(self, span)


class Condensed(NamedTuple):
    """What a rule needs of one report of a run, and the way to the report itself."""

    value: Any
    """As the rule's ``condense`` made it, perhaps in another process or an earlier run."""
    open: Callable[[], Report | None]
    """The report, read again where need be; ``None`` where its file has gone or become something else."""


class Form(Protocol):
    """An official form: how to tell its reports, and how to read them."""

    @property
    def id(self) -> str:
        """Its name in ``--kind`` and the configuration."""

    @property
    def name(self) -> str:
        """Its name for people."""

    @property
    def subject(self) -> type[Report]:
        """The class of its reports, to which its rules bind."""

    def recognises(self, document: Document, path: str) -> bool:
        """Whether the document is a report of this form."""

    def read(self, document: Document) -> Report:
        """Read a document as a report of this form, whatever it is."""


@runtime_checkable
class Drafting(Form, Protocol):
    """A form that can begin a report: for ``gxlint new report``, and for an editor with an empty file."""

    def skeleton(self, agency: str, year: int) -> str:
        """A report in Markdown with everything that the form asks for and nothing filled in.

        Args:
            agency: the body's full name.
            year: reported on.
        """
