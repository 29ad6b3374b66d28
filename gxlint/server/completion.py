"""What an editor offers while typing: the report's skeleton, missing headings, statements, labels of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lsprotocol import types

from gxlint.form.disclosure import DisclosureReport
from gxlint.form.editions import FEE_SENTENCE
from gxlint.form.report import Drafting, Report
from gxlint.form.skeleton import contact_sentence, period_sentence
from gxlint.i18n import _
from gxlint.server.desk import Desk, Linted
from gxlint.server.features import Feature
from gxlint.text import Pattern, Span

#: What stands before the words at the cursor and is none of them: hashes, or a sentence that is complete.
_MARKS = Pattern(r"\s*(?:#{1,6}[ \t]*)?")
_SENTENCE_END = Pattern(r"[。！？；]")
_CELL_END = Pattern(r"[|\t]")
#: Stands for the body where nothing says its name.
_AGENCY = "机关全称"


class _Cursor(NamedTuple):
    """Where something is being typed."""

    linted: Linted
    offset: int
    before: str
    """The line up to the cursor."""
    snippets: bool
    """Whether the editor takes texts with places to be filled in."""

    def span(self, skip: int) -> Span:
        """The words before the cursor without so many characters at the start of the line."""
        return Span(self.offset - len(self.before) + skip, self.offset)

    def item(
        self, label: str, text: str, skip: int, *, kind: types.CompletionItemKind, detail: str, snippet: str = ""
    ) -> types.CompletionItem:
        """An item that replaces what stands behind so many characters of the line."""
        fills = bool(snippet) and self.snippets
        return types.CompletionItem(
            label=label,
            kind=kind,
            detail=detail,
            filter_text=f"{label} {text}" if skip else f"{self.before}{label} {text}",
            insert_text_format=types.InsertTextFormat.Snippet if fills else types.InsertTextFormat.PlainText,
            text_edit=types.TextEdit(self.linted.places.range(self.span(skip)), snippet if fills else text),
        )


async def completion(desk: Desk, params: types.CompletionParams) -> list[types.CompletionItem] | None:
    """What may be meant at the cursor."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.draft.is_projection:
        return None
    offset = linted.places.offset(params.position)
    before = linted.text[linted.places.line(offset).start : offset]
    cursor = _Cursor(linted, offset, before, _takes_snippets(desk.client))
    report = linted.result.report
    if _is_blank(linted):
        return list(_skeletons(cursor, desk, report))
    if report is None:
        return None
    if _CELL_END.search(before):
        return list(_labels(cursor, report))
    return [*_headings(cursor, report), *_statements(cursor, report)]


def _takes_snippets(client: types.ClientCapabilities) -> bool:
    told = client.text_document.completion if client.text_document else None
    return bool(told and told.completion_item and told.completion_item.snippet_support)


def _is_blank(linted: Linted) -> bool:
    """Whether there is nothing yet but the line that is being typed."""
    return "\n" not in linted.text.strip()


def _skeletons(cursor: _Cursor, desk: Desk, report: Report | None) -> Iterator[types.CompletionItem]:
    """A report of each form that can begin one; once the title tells the form, of that alone."""
    agency, year = (report.agency if report else "") or _AGENCY, _year(report)
    for form in desk.forms(cursor.linted.draft.path):
        if isinstance(form, Drafting) and (report is None or form.id == cursor.linted.result.kind):
            yield cursor.item(
                _("{form}（{year}年，完整格式）", form=form.name, year=year),
                form.skeleton(agency, year),
                0,
                kind=types.CompletionItemKind.Snippet,
                detail=_("各个部分、表格和说明齐全，待填写"),
                snippet=form.skeleton(f"${{1:{agency}}}", year),
            )


def _year(report: Report | None) -> int:
    """Of the report, or last year: reports are written in January."""
    return (report.year if report else None) or date.today().year - 1


def _headings(cursor: _Cursor, report: Report) -> Iterator[types.CompletionItem]:
    """The headings that the report lacks, at the start of a line."""
    match = _MARKS.match(cursor.before)
    skip = match.end() if match else 0
    mark = "" if "#" in cursor.before[:skip] or report.document.source.kind != "markdown" else "## "
    if len(cursor.before) - skip > max(len(form.heading) for form in report.layout.sections):
        return
    for form in report.layout.sections:
        if report.section(form.key) is None:
            yield cursor.item(
                form.heading,
                mark + form.heading,
                skip,
                kind=types.CompletionItemKind.Module,
                detail=_("报告的第{number}部分", number=form.number) if form.number else _("报告的一个部分"),
            )


def _statements(cursor: _Cursor, report: Report) -> Iterator[types.CompletionItem]:
    """The statements that the report lacks, where a sentence may begin."""
    if not isinstance(report, DisclosureReport):
        return
    ends = [match.end() for match in _SENTENCE_END.finditer(cursor.before)]
    skip, agency, year = ends[-1] if ends else 0, report.agency or _AGENCY, _year(report)
    missing = (
        (report.period, _("统计期限"), period_sentence(year)),
        (report.contact, _("联系方式"), contact_sentence(agency)),
        (report.fee, _("信息处理费"), FEE_SENTENCE),
    )
    for statement, label, sentence in missing:
        if statement is None:
            yield cursor.item(label, sentence, skip, kind=types.CompletionItemKind.Text, detail=sentence)


def _labels(cursor: _Cursor, report: Report) -> Iterator[types.CompletionItem]:
    """The official labels of the table's rows, in a cell."""
    section = report.section_at(Span(cursor.offset, cursor.offset))
    skip = [match.end() for match in _CELL_END.finditer(cursor.before)][-1]
    skip += len(cursor.before[skip:]) - len(cursor.before[skip:].lstrip())
    for key in section.form.tables if section else ():
        for row in report.layout.table(key).rows:
            yield cursor.item(
                row.label,
                row.label,
                skip,
                kind=types.CompletionItemKind.Field,
                detail=report.layout.table(key).name,
            )


FEATURES = (
    Feature(types.TEXT_DOCUMENT_COMPLETION, completion, types.CompletionOptions(trigger_characters=["#", "|"])),
)
