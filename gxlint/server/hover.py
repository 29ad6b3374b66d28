"""What an editor shows under the mouse: a finding's rule, a figure's place in the form and its sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lsprotocol import types

from gxlint.form.figures import Cell, FormTable, State
from gxlint.form.layout import Identity
from gxlint.i18n import _
from gxlint.server.cells import BALANCE, Count, Figure, breach_of, cells_of, count_at, figure_at, is_known
from gxlint.server.desk import Desk, Linted
from gxlint.server.features import Feature
from gxlint.server.pages import rule_page
from gxlint.text import Span

#: So many identities of a figure are written out.
_SHOWN = 3


async def hover(desk: Desk, params: types.HoverParams) -> types.Hover | None:
    """What there is to know of a place."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None:
        return None
    offset = linted.places.offset(params.position)
    here = Span(offset, offset)
    pieces = list(_pieces(desk, linted, here))
    if not pieces:
        return None
    spans = [span for span, _text in pieces]
    text = "\n\n---\n\n".join(text for _span, text in pieces)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), linted.places.range(min(spans)))


def _pieces(desk: Desk, linted: Linted, here: Span) -> Iterator[tuple[Span, str]]:
    report = linted.result.report
    figure = figure_at(report, here)
    if figure is not None:
        yield figure.cell.span, "\n\n".join(_figure(figure))
    count = count_at(report, here)
    if count is not None:
        yield count.span, _count(count)
    rules = desk.rules
    for found in linted.result.diagnostics:
        if found.span is not None and found.span.overlaps(here) and found.rule in rules:
            yield found.span, rule_page(rules[found.rule])


def _figure(figure: Figure) -> Iterator[str]:
    table, cell = figure.table, figure.cell
    yield f"**{table.form.label(cell.key)}**　{_shown(cell)}"
    for identity in figure.identities[:_SHOWN]:
        yield _equation(table, identity)
        if figure.totals(identity):
            yield "\n".join(_parts(table, identity))


def _equation(table: FormTable, identity: Identity) -> str:
    """14 = 9 + 5, or 14 ≠ 9 + 4（差 1）."""
    left, right = _terms(table, identity.left), _terms(table, identity.right)
    breach = breach_of(table, identity)
    if breach is not None:
        equation = _("{left} ≠ {right}（相差 {difference}）", left=left, right=right, difference=abs(breach.difference))
    elif is_known(table, identity):
        equation = f"{left} = {right}"
    else:
        equation = _("{left} = {right}（有的数读不出来，未核对）", left=left, right=right)
    return _("{name}：{equation}", name=_name(table, identity), equation=equation)


def _name(table: FormTable, identity: Identity) -> str:
    if identity.kind == BALANCE:
        column = table.form.column(identity.left[0].column).label
        return _("{column}列：本年新收＋上年结转＝总计＋结转下年度", column=column)
    return _("{cell}等于各项之和", cell=table.form.label(identity.left[0]))


def _terms(table: FormTable, keys: Iterable[tuple[str, str]]) -> str:
    """The figures added up; noughts are left out, for a column has eighteen of them."""
    cells = [table[key] for key in keys]
    shown = [cell for cell in cells if cell.state is not State.READ or cell.value]
    return " + ".join(map(_shown, shown)) or "0"


def _shown(cell: Cell) -> str:
    if cell.state is State.READ:
        return str(cell.value if cell.value is not None else Decimal(0))
    return f"“{cell.text}”" if cell.text else _("（空）") if cell.state is State.BLANK else "?"


def _parts(table: FormTable, identity: Identity) -> Iterator[str]:
    """The parts that are not nought, each with its row or column."""
    total = identity.left[0]
    for cell in cells_of(table, identity.right):
        if cell.value or cell.state is not State.READ:
            row, column = table.form.row(cell.key.row), table.form.column(cell.key.column)
            yield f"- {row.label if cell.key.column == total.column else column.label}：{_shown(cell)}"


def _count(count: Count) -> str:
    cells = _("、").join(count.table.form.label(cell.key) for cell in count.cells)
    return _("{name}：应与{cells}一致（{value}）", name=count.name, cells=cells, value=_sum(count.cells))


def _sum(cells: Iterable[Cell]) -> str:
    return " + ".join(_shown(cell) for cell in cells)


FEATURES = (Feature(types.TEXT_DOCUMENT_HOVER, hover),)
