"""Hover, inlay hints, definition, references and highlights on the figures of the official tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lsprotocol import types

from gxlint.api import lint_text
from gxlint.form.disclosure import DisclosureReport
from gxlint.server.places import Places
from gxlint.testing import CorrectReport
from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import CELL_A_LINE_TEXT, HTML_MARKDOWN, PIPE_MARKDOWN, TABBED_TEXT, Shape
from tests.server.editor import Editor, editor

pytestmark = pytest.mark.asyncio

REPORT = CorrectReport()
SHAPES = pytest.mark.parametrize("shape", [PIPE_MARKDOWN, HTML_MARKDOWN, TABBED_TEXT, CELL_A_LINE_TEXT])


class Opened:
    """A draft in an editor, with its cells."""

    def __init__(self, it: Editor, draft: Draft, shape: Shape) -> None:
        self.it = it
        self.text = shape.write(draft).decode()
        self.uri = f"file:///work/草稿{shape.suffix}"
        self.document = types.TextDocumentIdentifier(self.uri)
        self.places = Places(self.text, it.encoding)
        report = lint_text(self.text, self.uri).report
        assert isinstance(report, DisclosureReport)
        self.report = report
        it.open(self.text, self.uri)

    def cell(self, row: str, column: str) -> types.Range:
        assert self.report.applications is not None
        return self.places.range(self.report.applications[row, column].span)

    def words(self, words: str) -> types.Position:
        return self.places.position(self.text.index(words))

    async def hover(self, position: types.Position) -> str:
        found = await self.it.client.text_document_hover_async(types.HoverParams(self.document, position))
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def definition(self, position: types.Position) -> list[types.Range]:
        params = types.DefinitionParams(self.document, position)
        found = await self.it.client.text_document_definition_async(params)
        assert isinstance(found, Sequence)
        return [place.range for place in found if isinstance(place, types.Location)]

    async def references(self, position: types.Position) -> list[types.Range]:
        params = types.ReferenceParams(types.ReferenceContext(include_declaration=True), self.document, position)
        return [place.range for place in await self.it.client.text_document_references_async(params) or ()]


@SHAPES
async def test_a_figure_says_what_it_is_and_what_it_is_made_of(shape: Shape) -> None:
    async with editor() as it:
        draft = Opened(it, REPORT, shape)
        told = await draft.hover(draft.cell("total", "total").start)
        assert "表三 （七）总计 总计" in told
        assert "15 = " in told
        assert "（一）予以公开：7" in told
        assert "≠" not in told


@SHAPES
async def test_a_broken_sum_is_written_beside_the_total(shape: Shape) -> None:
    async with editor() as it:
        draft = Opened(it, REPORT.with_cell("applications", "granted", "total", "9"), shape)
        hints = await it.client.text_document_inlay_hint_async(
            types.InlayHintParams(draft.document, draft.places.range(draft.report.document.blocks[-1].span))
        )
        assert not hints  # only the part of the draft that was asked for
        whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
        hints = await it.client.text_document_inlay_hint_async(types.InlayHintParams(draft.document, whole))
        labels = {str(hint.label): hint.position for hint in hints or ()}
        assert labels["应为 7"] == draft.cell("granted", "total").end
        assert "9 ≠ " in await draft.hover(draft.cell("granted", "total").start)


async def test_a_balance_that_is_off_says_by_how_much() -> None:
    async with editor() as it:
        draft = Opened(it, REPORT.with_cell("applications", "carried_out", "total", "5"), PIPE_MARKDOWN)
        whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
        hints = await it.client.text_document_inlay_hint_async(types.InlayHintParams(draft.document, whole))
        (balance,) = [str(hint.label) for hint in hints or () if "不平" in str(hint.label)]
        assert "差 3" in balance


@SHAPES
async def test_from_a_total_to_its_parts_and_from_a_part_to_its_totals(shape: Shape) -> None:
    async with editor() as it:
        draft = Opened(it, REPORT, shape)
        parts = await draft.definition(draft.cell("new", "total").start)
        columns = ("natural_person", "business", "research", "public_welfare", "legal_service", "other")
        assert parts == [draft.cell("new", column) for column in columns]
        totals = await draft.definition(draft.cell("granted", "business").start)
        assert totals == [draft.cell("granted", "total"), draft.cell("total", "business")]


async def test_from_the_text_to_the_cell_and_back() -> None:
    draft_text = "2024年，我镇共收到政府信息公开申请15件（见表三），办结15件。"
    async with editor() as it:
        draft = Opened(it, REPORT.with_paragraph("一", draft_text), PIPE_MARKDOWN)
        assert await it.rules(draft.uri) == []
        count = draft.words("15件（见表三")
        assert await draft.definition(count) == [draft.cell("new", "total")]
        assert "表三 一、本年新收政府信息公开申请数量 总计" in await draft.hover(count)
        assert count in [place.start for place in await draft.references(draft.cell("new", "total").start)]
        assert draft.report.applications is not None
        (table,) = await draft.definition(draft.words("表三），办结"))
        assert table.start == draft.places.position(draft.report.applications.span.start)


async def test_the_cells_of_one_identity_are_highlighted() -> None:
    async with editor() as it:
        draft = Opened(it, REPORT, PIPE_MARKDOWN)
        params = types.DocumentHighlightParams(draft.document, draft.cell("new", "total").start)
        found = await it.client.text_document_document_highlight_async(params)
        assert found
        assert len(found) == 7
        totals = [place.range for place in found if place.kind == types.DocumentHighlightKind.Write]
        assert totals == [draft.cell("new", "total")]


async def test_a_finding_shows_its_rule() -> None:
    async with editor() as it:
        draft = Opened(it, REPORT.with_heading("六", "六、其他需要报告事项"), PIPE_MARKDOWN)
        told = await draft.hover(draft.words("其他需要报告事项"))
        assert "misnamed-section" in told
        assert "依据" in told
        assert "有问题的写法" in told
        assert await draft.hover(types.Position(10_000, 0)) == ""


async def test_where_there_is_no_report_there_is_nothing_to_tell() -> None:
    async with editor() as it:
        uri = "file:///work/README.md"
        it.open("# 说明\n\n见表三。\n", uri)
        document = types.TextDocumentIdentifier(uri)
        here = types.Position(2, 1)
        assert await it.client.text_document_hover_async(types.HoverParams(document, here)) is None
        assert not await it.client.text_document_definition_async(types.DefinitionParams(document, here))
        assert not await it.client.text_document_document_highlight_async(types.DocumentHighlightParams(document, here))
