"""The shape of a report in an editor: outline, folding, selections that grow, links to the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from gxlint.form.figures import FormTable, State
from gxlint.form.report import Report, Section
from gxlint.prose.documents import find_titles
from gxlint.rules.citations import REGULATION_URL
from gxlint.server.desk import Desk, Linted
from gxlint.server.features import Feature
from gxlint.text import Pattern, Span

_SENTENCE = Pattern(r"[^。！？；\n]*[。！？；\n]?")
_REGULATION = "政府信息公开条例"


async def symbols(
    desk: Desk, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """The sections, with the tables and their rows."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.result.report is None:
        return None
    found = list(_symbols(linted, linted.result.report))
    client = desk.client.text_document
    nests = client and client.document_symbol and client.document_symbol.hierarchical_document_symbol_support
    return found if nests else list(_flat(linted, found))


def _symbols(linted: Linted, report: Report) -> Iterator[types.DocumentSymbol]:
    if report.title is not None:
        yield _symbol(linted, report.title.plain.text, types.SymbolKind.File, report.title.span, report.title.span)
    for section in report.sections:
        children = [_table(linted, table) for table in report.tables if section.span.contains(table.span)]
        heading = section.heading.text
        yield _symbol(linted, heading, types.SymbolKind.Namespace, section.span, section.heading.span, children)


def _table(linted: Linted, table: FormTable) -> types.DocumentSymbol:
    rows = [_row(linted, table, label.key, label.span) for label in table.row_labels]
    name = f"{table.form.name} {table.form.title}"
    return _symbol(linted, name, types.SymbolKind.Array, table.span, table.span.at_start(), rows)


def _row(linted: Linted, table: FormTable, key: str, label: Span) -> types.DocumentSymbol:
    """A row with its last figure, which is the total where there is one."""
    cells = [cell for cell in table.row(key) if cell.state is not State.ABSENT]
    whole = label.cover(cells[-1].span) if cells else label
    detail = cells[-1].text if cells and cells[-1].state is State.READ else None
    return _symbol(linted, table.form.row(key).label, types.SymbolKind.Key, whole, label, detail=detail)


def _symbol(
    linted: Linted,
    name: str,
    kind: types.SymbolKind,
    span: Span,
    selection: Span,
    children: Sequence[types.DocumentSymbol] = (),
    detail: str | None = None,
) -> types.DocumentSymbol:
    whole, chosen = linted.places.range(span.cover(selection)), linted.places.range(selection)
    return types.DocumentSymbol(name or "—", kind, whole, chosen, detail=detail, children=list(children) or None)


def _flat(
    linted: Linted, found: Sequence[types.DocumentSymbol], container: str | None = None
) -> Iterator[types.SymbolInformation]:
    for symbol in found:
        location = types.Location(linted.draft.uri, symbol.range)
        yield types.SymbolInformation(location, symbol.name, symbol.kind, container_name=container)
        yield from _flat(linted, symbol.children or (), symbol.name)


async def folds(desk: Desk, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    """Sections and tables."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.result.report is None:
        return None
    report = linted.result.report
    spans = [*(section.span for section in report.sections), *(table.span for table in report.tables)]
    return [
        types.FoldingRange(whole.start.line, whole.end.line, kind=types.FoldingRangeKind.Region)
        for whole in map(linted.places.range, spans)
        if whole.end.line > whole.start.line
    ]


async def selections(desk: Desk, params: types.SelectionRangeParams) -> list[types.SelectionRange] | None:
    """For each cursor what lies around it: sentence or cell, paragraph or table, section, draft."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.result.document is None:
        return None
    return [_selection(linted, linted.places.offset(position)) for position in params.positions]


def _selection(linted: Linted, offset: int) -> types.SelectionRange:
    outer: types.SelectionRange | None = None
    last: Span | None = None
    for span in sorted(_around(linted, Span(offset, offset)), key=lambda span: -span.length):
        if last is None or (last != span and last.contains(span)):
            outer, last = types.SelectionRange(linted.places.range(span), parent=outer), span
    assert outer is not None  # the draft itself is around everything
    return outer


def _around(linted: Linted, here: Span) -> Iterator[Span]:
    document, report = linted.result.document, linted.result.report
    yield Span(0, len(linted.text))
    yield here
    section: Section | None = report.section_at(here) if report else None
    if section is not None:
        yield section.span
    for table in document.tables if document else ():
        if table.span.contains(here):
            yield table.span
            yield from (cell.span for cell in table.cells if cell.span.contains(here))
    paragraph = document.paragraph_at(here) if document else None
    if paragraph is not None:
        yield paragraph.span
        yield from (found.span for found in paragraph.plain.find(_SENTENCE) if found.span.contains(here))


async def links(desk: Desk, params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
    """Where the regulation is cited by its title, a link to its text."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.result.report is None:
        return None
    return [
        types.DocumentLink(linted.places.range(title.span), target=REGULATION_URL)
        for title in find_titles(linted.result.report.document.prose)
        if title.text.endswith(_REGULATION)
    ]


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols),
    Feature(types.TEXT_DOCUMENT_FOLDING_RANGE, folds),
    Feature(types.TEXT_DOCUMENT_SELECTION_RANGE, selections),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, links),
)
