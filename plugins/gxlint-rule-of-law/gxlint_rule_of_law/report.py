"""The report as rules see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gxlint.document import Document, Paragraph
from gxlint.form.layout import Layout
from gxlint.form.report import Report, Section, Signature, Title
from gxlint.text import PlainText


class RuleOfLawReport(Report):
    """A 法治政府建设年度报告."""

    def __init__(
        self,
        document: Document,
        layout: Layout,
        *,
        title: Title | None,
        year: int | None,
        sections: Sequence[Section],
        covered: Mapping[str, Section],
        preamble: Sequence[Paragraph],
        signature: Signature,
    ) -> None:
        super().__init__(
            document, layout, title=title, year=year, sections=sections, preamble=preamble, signature=signature
        )
        self._covered = covered

    def section(self, key: str) -> Section | None:
        """The first section that tells of a matter, perhaps together with another (存在问题及下一步打算)."""
        return self._covered.get(key)

    def covers(self, section: Section) -> tuple[str, ...]:
        """The matters that a section is the first to tell of, in the order of the form."""
        return tuple(key for key, first in self._covered.items() if first is section)


def content(section: Section) -> list[PlainText]:
    """All that a section says: what stands on the heading's line behind the title, and the paragraphs below."""
    heading = section.heading.plain
    glued = heading.slice(heading.index(section.title.end), len(heading.text)).strip()
    below = [paragraph.plain for paragraph in section.paragraphs if paragraph.text]
    return [glued, *below] if glued.text.strip("。：:") else below
