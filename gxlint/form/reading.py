"""Reading a draft as an annual report on government information disclosure."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from gxlint.document import Block, Document, Paragraph
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.editions import EDITION_2021, EDITIONS
from gxlint.form.figures import FormTable
from gxlint.form.gather import Region, find_tables, forms_of, with_tables
from gxlint.form.layout import Layout
from gxlint.form.lines import lines_of
from gxlint.form.report import Period, Report, Section, Signature, Title
from gxlint.form.sections import Candidate, find_headings
from gxlint.form.signature import find_signature
from gxlint.form.statements import find_contact, find_fee, find_period
from gxlint.form.tables import read_table
from gxlint.form.titles import find_title
from gxlint.prose.folding import has_any
from gxlint.text import Pattern, Span

_TITLE = Pattern(r"(?:报告|总结|年报)(?:[（(][^（）()]{1,14}[）)])?$")
_REPORTS = ("报告", "总结", "年报")
_TOPICS = ("信息公开", "政务公开")
_NO_REPORTS = ("关于", "通知", "格式", "指南", "办法", "模板", "解读", "方案", "统计年报")
#: Universities report by school years, in sections of their own, on information that is not the government's.
_SCHOOL_YEAR = "学年"
_YEAR = Pattern(r"20\d\d(?=\s*年)")
#: Behind a year: it is that of a day, such as the one on which the report was published.
_DAY = Pattern(r"\s*年\s*\d{1,2}\s*月")
#: The table that is the same in all editions.
_UNCHANGED = "disputes"
#: So many paragraphs from the top may hold the title that makes a document a report.
TOP = 6


class DisclosureForm:
    """政府信息公开工作年度报告, editions of 2021 and 2019."""

    id = "disclosure"
    name = "政府信息公开工作年度报告"
    subject: type[Report] = DisclosureReport

    def recognises(self, document: Document, path: str) -> bool:
        """Whether the document is such a report: by its title, its headings, or its name and one heading."""
        paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text]
        title = find_title(paragraphs[:TOP])
        if title is not None:
            text = re.sub(r"\s", "", title.plain.text)
            if _SCHOOL_YEAR in text:
                return False
            if _is_about_disclosure(text) and (text.endswith(_REPORTS) or _TITLE.search(text)):
                return True
        headings = {candidate.form.key for candidate in find_headings(document.paragraphs, EDITION_2021)}
        name = os.path.splitext(os.path.basename(path))[0]
        named = "报告" in name and _is_about_disclosure(name)
        return len(headings) >= 2 or (named and len(headings) >= 1)

    def skeleton(self, agency: str, year: int) -> str:
        """Headings, statements and the three tables, noughts in their cells."""
        from gxlint.form.skeleton import skeleton  # a run that checks has no use for it

        return skeleton(agency, year)

    def read(self, document: Document) -> DisclosureReport:
        """Read a document as such a report, whatever it is."""
        headings = find_headings(document.paragraphs, EDITION_2021)
        first = headings[0].paragraph.span.start if headings else len(document.text)
        lead = [paragraph for paragraph in document.paragraphs if paragraph.span.start < first]
        title = find_title(lead)
        segments = {key: list(lines_of(blocks)) for key, blocks in _segments(document, headings).items()}
        regions = find_tables(segments, forms_of(chain.from_iterable(segments.values()), EDITIONS))
        document = with_tables(document, list(regions.values()))
        signature, end = find_signature(_tail(document, headings), title.agency.text if title and title.agency else "")
        period = find_period(document)
        year = _year(title, period, signature, document)
        tables = {region.form.key: _table(region) for region in _by_place(regions.values())}
        edition = _edition_for(year, tables.values())
        sections = _sections(document, headings, edition, len(document.text) + 1 if end is None else end)
        others = next((section for section in sections if section.key == "other_matters"), None)
        return DisclosureReport(
            document,
            edition,
            title=title,
            year=year,
            sections=sections,
            preamble=[paragraph for paragraph in lead if not title or paragraph.span.start >= title.span.end],
            signature=signature,
            tables=tables,
            period=period,
            contact=find_contact(document),
            fee=find_fee(document, others),
        )


def _is_about_disclosure(name: str) -> bool:
    """Whether a title or a file's name may be that of a report, and not of a notice about reports."""
    return has_any(name, _TOPICS) and not has_any(name, _NO_REPORTS)


def _table(region: Region) -> FormTable:
    """The table, read by the edition of the form that fits it best."""
    table = read_table(region.form, region.lines)
    if not (table.missing_rows or table.doubtful_rows):
        return table
    forms = [layout.table(region.form.key) for layout in EDITIONS]
    shared = set[str].intersection(*({row.key for row in form.rows} for form in forms))
    others = [read_table(form, region.lines) for form in forms if form is not region.form]
    return min((table, *others), key=lambda table: _misfit(table, shared))


def _misfit(table: FormTable, shared: set[str]) -> int:
    """How many rows of the form the draft lacks, and of the draft the form, less the columns that both have.

    Where the draft has none of the rows that only this edition has (a table cut short), they count as one: how many
    they are tells nothing of which edition it is.
    """
    lacking = (*table.missing_rows, *table.doubtful_rows)
    own = {row.key for row in table.form.rows} - shared
    lacked = own.intersection(lacking)
    columns = {label.key for label in table.column_labels}
    return len(lacking) + table.surplus - len(columns) - (len(own) - 1 if own and lacked == own else 0)


def _by_place(regions: Iterable[Region]) -> list[Region]:
    return sorted(regions, key=lambda region: region.lines[0].span)


def _edition_for(year: int | None, tables: Iterable[FormTable]) -> Layout:
    """The edition in force for a year's report; that of its tables where the year is unknown, else the newest."""
    if year is None:
        year = next((table.form.edition for table in tables if table.form.key != _UNCHANGED), EDITIONS[0].edition)
    return next((layout for layout in EDITIONS if year >= layout.edition), EDITIONS[-1])


def _tail(document: Document, headings: Sequence[Candidate]) -> list[Paragraph]:
    """The paragraphs behind the last heading; in a draft without headings those behind the title's reach."""
    if not headings:
        return list(document.paragraphs[TOP:])
    start = headings[-1].paragraph.span.end
    return [paragraph for paragraph in document.paragraphs if paragraph.span.start >= start]


def _segments(document: Document, headings: Sequence[Candidate]) -> dict[str, list[Block]]:
    """The blocks of each section by its key, those before the first under the empty key."""
    keys = {id(candidate.paragraph): candidate.form.key for candidate in headings}
    segments: dict[str, list[Block]] = {"": []}
    key = ""
    for block in document.blocks:
        if id(block) in keys:
            key = keys[id(block)]
            segments.setdefault(key, [])
        else:
            segments[key].append(block)
    return segments


def _sections(document: Document, headings: Sequence[Candidate], layout: Layout, end: int) -> list[Section]:
    """The sections with their content, each up to the next heading, the last up to *end*."""
    starts = [candidate.paragraph.span.start for candidate in headings]
    sections = []
    for candidate, stop in zip(headings, [*starts[1:], end], strict=False):
        blocks = document.between(Span(candidate.paragraph.span.end, stop))
        form = layout.section(candidate.form.key)
        sections.append(Section(form, candidate.paragraph, candidate.number, candidate.title, tuple(blocks)))
    return sections


def _year(title: Title | None, period: Period | None, signature: Signature, document: Document) -> int | None:
    """The year reported on: by the title, else the period, the most frequent year, the year before the signing."""
    if title and title.year:
        return int(title.year.text)
    if period and period.first and period.first.year:
        return period.first.year
    text = document.prose.text
    named = [match.group() for match in _YEAR.finditer(text) if not _DAY.match(text, match.end())]
    years = Counter(named or [match.group() for match in _YEAR.finditer(text)]).most_common(1)
    if years:
        return int(years[0][0])
    return signature.date.year - 1 if signature.date and signature.date.year else None
