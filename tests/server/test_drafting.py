"""Completion and formatting."""

from __future__ import annotations

from datetime import date

import pytest
from lsprotocol import types
from rich.cells import cell_len

from gxlint.api import Linter
from gxlint.testing import CorrectReport
from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, Shape
from tests.server.editor import editor
from tests.server.opened import Opened

pytestmark = pytest.mark.asyncio

REPORT = CorrectReport()
BOTH = pytest.mark.parametrize("shape", [PIPE_MARKDOWN, TABBED_TEXT])


async def offered(draft: Opened, position: types.Position) -> dict[str, types.CompletionItem]:
    params = types.CompletionParams(draft.document, position)
    items = await draft.it.client.text_document_completion_async(params)
    assert items is None or isinstance(items, list | tuple)
    return {item.label: item for item in items or ()}


def taken(draft: Opened, item: types.CompletionItem) -> str:
    assert isinstance(item.text_edit, types.TextEdit)
    return draft.edited([item.text_edit])


@pytest.mark.parametrize("text", ["", "# ", "政府"])
@pytest.mark.parametrize("name", ["visual-studio-code", "neovim@v0.7"])
async def test_an_empty_draft_becomes_a_whole_report(text: str, name: str) -> None:
    async with editor(name) as it:
        draft = Opened(it, text)
        ((label, item),) = (await offered(draft, draft.places.position(len(text)))).items()
        year = date.today().year - 1
        assert str(year) in label
        whole = taken(draft, item)
        is_snippet = item.insert_text_format == types.InsertTextFormat.Snippet
        assert is_snippet == (name == "visual-studio-code")
        assert ("${1:机关全称}" in whole) == is_snippet
        filled = whole.replace("${1:机关全称}", "青禾县云溪镇人民政府")
        found = {found.rule for found in Linter().text(filled, draft.uri).diagnostics}
        assert not {"missing-section", "missing-table", "missing-reporting-period", "missing-fee-statement"} & found


@BOTH
async def test_missing_headings_are_offered_where_a_line_begins(shape: Shape) -> None:
    text = shape.write(REPORT.without_section("五")).decode()
    mark = "## " if shape is PIPE_MARKDOWN else ""
    async with editor() as it:
        draft = Opened(it, text.replace(f"{mark}六、其他需要", f"{mark}五、存\n\n{mark}六、其他需要"), shape.suffix)
        items = await offered(draft, draft.behind("五、存"))
        whole = taken(draft, items["五、存在的主要问题及改进情况"])
        rules = {found.rule for found in Linter().text(whole, draft.uri).diagnostics}
        assert "missing-section" not in rules
        assert "六、其他需要报告的事项" not in items


@BOTH
async def test_missing_statements_are_offered_behind_a_sentence(shape: Shape) -> None:
    text = shape.write(REPORT.with_preamble("根据《中华人民共和国政府信息公开条例》编制本报告。统")).decode()
    async with editor() as it:
        draft = Opened(it, text, shape.suffix)
        items = await offered(draft, draft.behind("编制本报告。统"))
        assert {"统计期限", "联系方式"} <= set(items)
        assert "信息处理费" not in items
        whole = taken(draft, items["统计期限"])
        assert "编制本报告。本报告所列数据的统计期限自2024年1月1日" in whole
        assert "missing-reporting-period" not in {found.rule for found in Linter().text(whole, draft.uri).diagnostics}


async def test_labels_of_the_table_are_offered_in_its_cells() -> None:
    text = PIPE_MARKDOWN.write(REPORT).decode().replace("四、结转下年度继续办理", "四、结", 1)
    async with editor() as it:
        draft = Opened(it, text)
        items = await offered(draft, draft.behind("四、结"))
        assert taken(draft, items["四、结转下年度继续办理"]) == PIPE_MARKDOWN.write(REPORT).decode()


async def test_other_documents_are_offered_nothing() -> None:
    async with editor() as it:
        draft = Opened(it, "# Notes\n\nSome text.\n")
        assert not await offered(draft, draft.behind("Some"))


async def formatted(draft: Opened) -> str:
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    params = types.DocumentFormattingParams(draft.document, options)
    edits = await draft.it.client.text_document_formatting_async(params)
    return draft.edited(list(edits or ()))


async def test_the_tables_are_aligned_and_nothing_else_is_touched() -> None:
    text = PIPE_MARKDOWN.write(REPORT).decode()
    async with editor() as it:
        draft = Opened(it, text)
        tidy = await formatted(draft)
        tables = [line for line in tidy.splitlines() if line.startswith("|")]
        assert len({cell_len(line) for line in tables if "（一）予以公开" in line or "结转下年度" in line}) == 1
        assert [line for line in tidy.splitlines() if "|" not in line] == [
            line for line in text.splitlines() if "|" not in line
        ]
        before, after = draft.report, Linter().text(tidy, draft.uri).report
        assert after is not None
        for old, new in zip(before.tables, after.tables, strict=True):
            assert [(cell.key, cell.value) for cell in old] == [(cell.key, cell.value) for cell in new]
        again = Opened(it, tidy)
        assert await formatted(again) == tidy


@BOTH
async def test_numbers_get_their_usual_marks(shape: Shape) -> None:
    faulty: Draft = REPORT
    for paragraph in ("（一）、健全制度。", "（二）、加强培训。"):
        faulty = faulty.with_paragraph("六", paragraph)
    async with editor() as it:
        draft = Opened(it, shape.write(faulty).decode(), shape.suffix)
        assert "malformed-numbering" in await it.rules(draft.uri)
        tidy = await formatted(draft)
        assert "（一）健全制度" in tidy
        assert "（二）加强培训" in tidy
