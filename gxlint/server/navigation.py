"""From a total to its parts, from words about a table to its cells, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from gxlint.form.layout import Identity
from gxlint.form.report import Report
from gxlint.server.cells import Figure, cells_of, count_at, counts, figure_at
from gxlint.server.desk import Desk, Linted
from gxlint.server.features import Feature
from gxlint.text import Pattern, Span

_TABLE = Pattern(r"表\s*([二三四234])")
_NUMBERS = {"2": "二", "3": "三", "4": "四"}


async def definition(desk: Desk, params: types.DefinitionParams) -> list[types.Location] | None:
    """Where a figure comes from: the parts of a total, the totals of a part, the cells that a text speaks of."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None:
        return None
    return _locations(linted, _sources(linted.result.report, _here(linted, params.position)))


async def references(desk: Desk, params: types.ReferenceParams) -> list[types.Location] | None:
    """Everything that must agree with a figure: the other cells of its identities, the numbers in the text."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None:
        return None
    report, here = linted.result.report, _here(linted, params.position)
    figure = figure_at(report, here)
    if figure is None:
        return _locations(linted, _sources(report, here))
    spans = [*_fellows(figure, figure.identities), *_said(report, figure)]
    if params.context.include_declaration:
        spans.append(figure.cell.span)
    return _locations(linted, spans)


async def highlights(desk: Desk, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
    """The cells of one identity: the one that a total closes, or else the first that the figure is in."""
    linted = await desk.linted(params.text_document.uri)
    figure = figure_at(linted.result.report, _here(linted, params.position)) if linted else None
    if linted is None or figure is None or not figure.identities:
        return None
    identity = figure.identities[0]
    return [
        types.DocumentHighlight(linted.places.range(cell.span), kind)
        for keys, kind in (
            (identity.left, types.DocumentHighlightKind.Write),
            (identity.right, types.DocumentHighlightKind.Read),
        )
        for cell in cells_of(figure.table, keys)
    ]


def _here(linted: Linted, position: types.Position) -> Span:
    offset = linted.places.offset(position)
    return Span(offset, offset)


def _locations(linted: Linted, spans: Iterable[Span]) -> list[types.Location] | None:
    found = [types.Location(linted.draft.uri, linted.places.range(span)) for span in sorted(set(spans))]
    return found or None


def _sources(report: Report | None, here: Span) -> Iterator[Span]:
    figure = figure_at(report, here)
    if figure is not None:
        yield from _definition(figure)
        return
    count = count_at(report, here)
    if count is not None:
        yield from (cell.span for cell in count.cells)
    elif report is not None:
        yield from _mentioned(report, here)


def _definition(figure: Figure) -> Iterator[Span]:
    totals = [identity for identity in figure.identities if figure.totals(identity)]
    if totals:
        keys = [key for identity in totals for key in identity.right]
    else:
        keys = [key for identity in figure.identities for key in identity.left]
    return (cell.span for cell in cells_of(figure.table, keys) if cell.key != figure.cell.key)


def _fellows(figure: Figure, identities: Sequence[Identity]) -> Iterator[Span]:
    keys = [key for identity in identities for key in (*identity.left, *identity.right)]
    return (cell.span for cell in cells_of(figure.table, keys) if cell.key != figure.cell.key)


def _said(report: Report | None, figure: Figure) -> Iterator[Span]:
    for count in counts(report):
        if count.table is figure.table and any(cell.key == figure.cell.key for cell in count.cells):
            yield count.span


def _mentioned(report: Report, here: Span) -> Iterator[Span]:
    """The table that a text names: 见表三."""
    paragraph = report.document.paragraph_at(here)
    for found in paragraph.plain.find(_TABLE, near="表") if paragraph else ():
        number = _NUMBERS.get(found[1], found[1])
        if found.span.overlaps(here):
            yield from (table.span.at_start() for table in report.tables if table.form.name == f"表{number}")


FEATURES = (
    Feature(types.TEXT_DOCUMENT_DEFINITION, definition),
    Feature(types.TEXT_DOCUMENT_REFERENCES, references),
    Feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, highlights),
)
