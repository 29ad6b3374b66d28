"""Outline, folding, growing selections, links to the law."""

from __future__ import annotations

import pytest
from lsprotocol import types

from gxlint.testing import CorrectReport
from gxlint.testing.shapes import CELL_A_LINE_TEXT, HTML_MARKDOWN, PIPE_MARKDOWN, TABBED_TEXT, Shape
from tests.server.editor import editor
from tests.server.opened import Opened

pytestmark = pytest.mark.asyncio

SHAPES = pytest.mark.parametrize("shape", [PIPE_MARKDOWN, HTML_MARKDOWN, TABBED_TEXT, CELL_A_LINE_TEXT])
REPORT = CorrectReport()


def _text(shape: Shape) -> str:
    return shape.write(REPORT).decode()


@SHAPES
async def test_the_outline_has_the_sections_and_their_tables(shape: Shape) -> None:
    async with editor("visual-studio-code") as it:
        draft = Opened(it, _text(shape), shape.suffix)
        symbols = await it.client.text_document_document_symbol_async(types.DocumentSymbolParams(draft.document))
        found = [symbol for symbol in symbols or () if isinstance(symbol, types.DocumentSymbol)]
        assert [symbol.name[0] for symbol in found[1:]] == list("一二三四五六")
        (table,) = found[3].children or ()
        assert table.name.startswith("表三")
        totals = {row.name: row.detail for row in table.children or ()}
        assert totals["（七）总计"] == "15"
        lines = [symbol.range.start.line for symbol in found]
        assert lines == sorted(lines)


async def test_an_editor_without_nesting_gets_a_list() -> None:
    async with editor(nests=False) as it:
        draft = Opened(it, _text(PIPE_MARKDOWN))
        symbols = await it.client.text_document_document_symbol_async(types.DocumentSymbolParams(draft.document))
        assert symbols
        assert all(isinstance(symbol, types.SymbolInformation) for symbol in symbols)
        assert any(symbol.name.startswith("表三") for symbol in symbols)


@SHAPES
async def test_sections_and_tables_fold(shape: Shape) -> None:
    async with editor() as it:
        draft = Opened(it, _text(shape), shape.suffix)
        folds = await it.client.text_document_folding_range_async(types.FoldingRangeParams(draft.document))
        starts = [fold.start_line for fold in folds or ()]
        assert draft.before("三、收到和处理").line in starts
        report = draft.report
        assert report.applications is not None
        assert draft.places.position(report.applications.span.start).line in starts


async def test_a_selection_grows_from_the_sentence_to_the_draft() -> None:
    async with editor() as it:
        text = PIPE_MARKDOWN.write(REPORT.with_paragraph("六", "加强培训。严格考核。")).decode()
        draft = Opened(it, text)
        params = types.SelectionRangeParams(draft.document, [draft.before("格考核"), draft.cell("new", "total").start])
        ranges = await it.client.text_document_selection_range_async(params)
        assert ranges
        sentence, cell = [_chain(draft, selection) for selection in ranges]
        assert sentence[1:3] == ["严格考核。", "加强培训。严格考核。"]
        assert sentence[3].startswith("## 六、")
        assert sentence[-1] == text
        assert cell[1] == "15"
        assert cell[2].startswith("|")


def _chain(draft: Opened, selection: types.SelectionRange | None) -> list[str]:
    texts: list[str] = []
    while selection is not None:
        start, end = draft.places.span(selection.range)
        texts.append(draft.text[start:end])
        selection = selection.parent
    return texts


async def test_the_regulation_is_linked_where_it_is_cited() -> None:
    async with editor() as it:
        draft = Opened(it, _text(PIPE_MARKDOWN))
        links = await it.client.text_document_document_link_async(types.DocumentLinkParams(draft.document))
        assert links
        start, end = draft.places.span(links[0].range)
        assert draft.text[start:end] == "《中华人民共和国政府信息公开条例》"
        assert str(links[0].target).startswith("https://www.gov.cn/")
