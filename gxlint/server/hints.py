"""What an editor writes beside figures: what a total that is off should be, by how much a balance is off."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from gxlint.form.figures import Breach, FormTable, State
from gxlint.i18n import _
from gxlint.server.cells import BALANCE
from gxlint.server.desk import Desk
from gxlint.server.features import Feature


async def hints(desk: Desk, params: types.InlayHintParams) -> list[types.InlayHint] | None:
    """The notes for a part of a draft."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.result.report is None:
        return None
    wanted = linted.places.span(params.range)
    return [
        types.InlayHint(
            position=linted.places.position(breach.total.span.end),
            label=_label(breach),
            tooltip=_tooltip(table, breach),
            padding_left=True,
        )
        for table in linted.result.report.tables
        for breach in _breaches(table)
        if wanted.overlaps(breach.total.span)
    ]


def _breaches(table: FormTable) -> Iterator[Breach]:
    for kind in dict.fromkeys(identity.kind for identity in table.form.identities):
        for breach in table.breaches(kind):
            if table[breach.total.key].state is State.READ:
                yield breach


def _label(breach: Breach) -> str:
    if breach.identity.kind == BALANCE:
        off = abs(breach.difference)
        return _("不平：{left}≠{right}，差 {difference}", left=breach.found, right=breach.expected, difference=off)
    return _("应为 {figure}", figure=breach.expected)


def _tooltip(table: FormTable, breach: Breach) -> str:
    culprit = table.culprit(breach)
    if culprit is None:
        return table.form.label(breach.total.key)
    return _("另一处算式也不平，很可能是{cell}填错", cell=table.form.label(culprit.key))


FEATURES = (Feature(types.TEXT_DOCUMENT_INLAY_HINT, hints),)
