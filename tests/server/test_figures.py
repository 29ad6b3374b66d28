"""Hover, inlay hints, definition, references and highlights on the figures of the official tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lsprotocol import types

from gxlint.testing import CorrectReport
from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import CELL_A_LINE_TEXT, HTML_MARKDOWN, PIPE_MARKDOWN, TABBED_TEXT, Shape
from tests.server.editor import Editor, editor
from tests.server.opened import Opened

pytestmark = pytest.mark.asyncio

REPORT = CorrectReport()
SHAPES = pytest.mark.parametrize("shape", [PIPE_MARKDOWN, HTML_MARKDOWN, TABBED_TEXT, CELL_A_LINE_TEXT])


async def hover(draft: Opened, position: types.Position) -> str:
    found = await draft.it.client.text_document_hover_async(types.HoverParams(draft.document, position))
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


async def definition(draft: Opened, position: types.Position) -> list[types.Range]:
    found = await draft.it.client.text_document_definition_async(types.DefinitionParams(draft.document, position))
    assert isinstance(found, Sequence)
    return [place.range for place in found if isinstance(place, types.Location)]


async def references(draft: Opened, position: types.Position) -> list[types.Range]:
    params = types.ReferenceParams(types.ReferenceContext(include_declaration=True), draft.document, position)
    return [place.range for place in await draft.it.client.text_document_references_async(params) or ()]


def opened(it: Editor, draft: Draft, shape: Shape) -> Opened:
    return Opened(it, shape.write(draft).decode(), shape.suffix)


@SHAPES
async def test_a_figure_says_what_it_is_and_what_it_is_made_of(shape: Shape) -> None:
    async with editor() as it:
        draft = opened(it, REPORT, shape)
        told = await hover(draft, draft.cell("total", "total").start)
        assert "表三 （七）总计 总计" in told
        assert "15 = " in told
        assert "（一）予以公开：7" in told
        assert "≠" not in told


@SHAPES
async def test_a_broken_sum_is_written_beside_the_total(shape: Shape) -> None:
    async with editor() as it:
        draft = opened(it, REPORT.with_cell("applications", "granted", "total", "9"), shape)
        hints = await it.client.text_document_inlay_hint_async(
            types.InlayHintParams(draft.document, draft.places.range(draft.report.document.blocks[-1].span))
        )
        assert not hints  # only the part of the draft that was asked for
        whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
        hints = await it.client.text_document_inlay_hint_async(types.InlayHintParams(draft.document, whole))
        labels = {str(hint.label): hint.position for hint in hints or ()}
        assert labels["应为 7"] == draft.cell("granted", "total").end
        assert "9 ≠ " in await hover(draft, draft.cell("granted", "total").start)


async def test_a_balance_that_is_off_says_by_how_much() -> None:
    async with editor() as it:
        draft = opened(it, REPORT.with_cell("applications", "carried_out", "total", "5"), PIPE_MARKDOWN)
        whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
        hints = await it.client.text_document_inlay_hint_async(types.InlayHintParams(draft.document, whole))
        (balance,) = [str(hint.label) for hint in hints or () if "不平" in str(hint.label)]
        assert "差 3" in balance


@SHAPES
async def test_from_a_total_to_its_parts_and_from_a_part_to_its_totals(shape: Shape) -> None:
    async with editor() as it:
        draft = opened(it, REPORT, shape)
        parts = await definition(draft, draft.cell("new", "total").start)
        columns = ("natural_person", "business", "research", "public_welfare", "legal_service", "other")
        assert parts == [draft.cell("new", column) for column in columns]
        totals = await definition(draft, draft.cell("granted", "business").start)
        assert totals == [draft.cell("granted", "total"), draft.cell("total", "business")]


async def test_from_the_text_to_the_cell_and_back() -> None:
    draft_text = "2024年，我镇共收到政府信息公开申请15件（见表三），办结15件。"
    async with editor() as it:
        draft = opened(it, REPORT.with_paragraph("一", draft_text), PIPE_MARKDOWN)
        assert await it.rules(draft.uri) == []
        count = draft.before("15件（见表三")
        assert await definition(draft, count) == [draft.cell("new", "total")]
        assert "表三 一、本年新收政府信息公开申请数量 总计" in await hover(draft, count)
        assert count in [place.start for place in await references(draft, draft.cell("new", "total").start)]
        assert draft.report.applications is not None
        (table,) = await definition(draft, draft.before("表三），办结"))
        assert table.start == draft.places.position(draft.report.applications.span.start)


async def test_the_cells_of_one_identity_are_highlighted() -> None:
    async with editor() as it:
        draft = opened(it, REPORT, PIPE_MARKDOWN)
        params = types.DocumentHighlightParams(draft.document, draft.cell("new", "total").start)
        found = await it.client.text_document_document_highlight_async(params)
        assert found
        assert len(found) == 7
        totals = [place.range for place in found if place.kind == types.DocumentHighlightKind.Write]
        assert totals == [draft.cell("new", "total")]


async def test_a_finding_shows_its_rule() -> None:
    async with editor() as it:
        draft = opened(it, REPORT.with_heading("六", "六、其他需要报告事项"), PIPE_MARKDOWN)
        told = await hover(draft, draft.before("其他需要报告事项"))
        assert "misnamed-section" in told
        assert "依据" in told
        assert "有问题的写法" in told
        assert await hover(draft, types.Position(10_000, 0)) == ""


async def test_where_there_is_no_report_there_is_nothing_to_tell() -> None:
    async with editor() as it:
        uri = "file:///drafts/README.md"
        it.open("# 说明\n\n见表三。\n", uri)
        document = types.TextDocumentIdentifier(uri)
        here = types.Position(2, 1)
        assert await it.client.text_document_hover_async(types.HoverParams(document, here)) is None
        assert not await it.client.text_document_definition_async(types.DefinitionParams(document, here))
        assert not await it.client.text_document_document_highlight_async(types.DocumentHighlightParams(document, here))
