"""Drafts of a few paragraphs, for the tests of statements."""

from __future__ import annotations

from gxlint.document import Document, Paragraph
from gxlint.form.editions import EDITION_2021
from gxlint.form.report import Section
from gxlint.text import PlainText, Source, Span


def paragraphs(text: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    offset = 0
    for line in text.split("\n"):
        plain = PlainText.verbatim(text, Span(offset, offset + len(line))).strip()
        if plain:
            lines.append(Paragraph(plain))
        offset += len(line) + 1
    return lines


def document(text: str) -> Document:
    return Document(Source(text), paragraphs(text))


def section_six(text: str) -> tuple[Document, Section]:
    draft = document("六、其他需要报告的事项\n" + text)
    heading, *content = draft.paragraphs
    return draft, Section(EDITION_2021.section("other_matters"), heading, None, heading.plain, content)
