"""Reading a draft as an annual report on building a law-based government."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.document import Document, Paragraph
from gxlint.form.report import Report, Section, Signature, Title
from gxlint.form.signature import find_signature
from gxlint.form.titles import find_title
from gxlint.prose.items import write_ordinal
from gxlint.text import Pattern, Span
from gxlint_rule_of_law.headings import Heading, find_headings
from gxlint_rule_of_law.layout import LAYOUT, MEASURES, OTHERS
from gxlint_rule_of_law.report import RuleOfLawReport

_TOPIC = Pattern(r"(?:推进)?法治政府建设|(?:推进)?依法行政(?=[^，。]{0,12}报告)|法治建设")
#: A title says nothing behind the topic but that it is the year's report.
_TITLE = Pattern(
    r"[^。，；：]*(?:法治政府建设|依法行政|法治建设)(?:20\d\d年度?|安排|打算|计划|及|和|与|年度|工作|开展|推进|落实|完成|进展|任务|情况|总结|的)*"
    r"(?:报告|总结|年报)(?:[（(][^（）()]{1,14}[）)])?》?"
)
_NO_REPORTS = Pattern(
    r"通知|方案|要点|办法|规定|指引|指南|解读|督察|考核|评估|示范|自查|调研|审议|意见|述法|评议|模板|范本|批复|公告|白皮书|学年"
)
_SPACE = Pattern(r"\s")
_YEAR = Pattern(r"20\d\d(?=年)")
#: So many paragraphs from the top may hold the title that makes a document a report.
_TOP = 6


class RuleOfLawForm:
    """法治政府建设年度报告, as 《法治政府建设与责任落实督察工作规定》 wants it."""

    id = "rule-of-law"
    name = "法治政府建设年度报告"
    subject: type[Report] = RuleOfLawReport

    def recognises(self, document: Document, path: str) -> bool:
        """Whether the document is such a report: by its title; without one, by its name and two of its headings."""
        paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text]
        title = find_title(paragraphs[:_TOP], _TOPIC)
        if title is not None and (title.agency is not None or title.year is not None):
            return _is_title(title.plain.text)
        name = title.plain.text if title is not None else _name_of(path)
        return _is_title(name) and _tells(paragraphs)

    def read(self, document: Document) -> RuleOfLawReport:
        """Read a document as such a report, whatever it is."""
        title = find_title(document.paragraphs[: _TOP + 4], _TOPIC)
        start = title.span.end if title else 0
        body = [paragraph for paragraph in document.paragraphs if paragraph.span.start >= start and paragraph.text]
        year = _year(title, body)
        headings = find_headings(body, year)
        first = headings[0].paragraph.span.start if headings else len(document.text)
        preamble = [paragraph for paragraph in body if paragraph.span.start < first]
        signature, end = _signature(body, headings, title)
        sections = _sections(document, headings, len(document.text) + 1 if end is None else end)
        return RuleOfLawReport(
            document,
            LAYOUT,
            title=title,
            year=year,
            sections=sections,
            covered=_covered(headings, sections),
            preamble=preamble,
            signature=signature,
        )

    def skeleton(self, agency: str, year: int) -> str:
        """The five matters, each under a heading of its own."""
        lines = [f"# {agency}{year}年法治政府建设年度报告"]
        for number, section in enumerate(LAYOUT.sections, 1):
            title = section.title.replace("上一年度", f"{year}年").replace("下一年度", f"{year + 1}年")
            lines += [f"## {write_ordinal(number)}、{title}", *section.outline]
        return "\n\n".join([*lines, agency, f"{year + 1}年3月　日"]) + "\n"


def _name_of(path: str) -> str:
    from pathlib import PurePath  # most drafts have a title

    name = PurePath(path).stem
    return name if "法治政府建设" in name else ""


def _tells(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether there are headings on two of the matters at least."""
    covers = {key for heading in find_headings(paragraphs, None) for key in heading.covers}
    return len(covers - {OTHERS}) > 1


def _is_title(written: str) -> bool:
    text = _SPACE.sub("", written)
    return _TITLE.fullmatch(text) is not None and _NO_REPORTS.search(text) is None


def _year(title: Title | None, body: Sequence[Paragraph]) -> int | None:
    """The year reported on: by the title, else the first that the text names."""
    if title is not None and title.year is not None:
        return int(title.year.text)
    found = next((match for paragraph in body if (match := _YEAR.search(paragraph.text))), None)
    return int(found.group()) if found else None


def _signature(
    body: Sequence[Paragraph], headings: Sequence[Heading], title: Title | None
) -> tuple[Signature, int | None]:
    start = headings[-1].paragraph.span.end if headings else 0
    tail = [paragraph for paragraph in body if paragraph.span.start >= start]
    return find_signature(tail, title.agency.text if title and title.agency else "")


def _sections(document: Document, headings: Sequence[Heading], end: int) -> list[Section]:
    """The sections with their content; a heading that names none of the matters is one more on the measures."""
    sections = []
    stops = [*(heading.paragraph.span.start for heading in headings[1:]), end]
    for heading, stop in zip(headings, stops, strict=False):
        form = LAYOUT.section(heading.covers[0] if heading.covers else MEASURES)
        blocks = tuple(document.between(Span(heading.paragraph.span.end, stop)))
        sections.append(Section(form, heading.paragraph, heading.number, heading.title, blocks))
    return sections


def _covered(headings: Sequence[Heading], sections: Sequence[Section]) -> dict[str, Section]:
    """The first section on each matter, in the order of the form."""
    found: dict[str, Section] = {}
    for heading, section in zip(headings, sections, strict=True):
        for key in heading.covers or (MEASURES,):
            found.setdefault(key, section)
    return {form.key: found[form.key] for form in LAYOUT.sections if form.key in found}
