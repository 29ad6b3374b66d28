"""The light bulb: fixes, suppressions, missing sections, renumbering, in both text formats."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lsprotocol import types

from gxlint.api import Linter
from gxlint.findings import Edit
from gxlint.parsers.writing import apply_edits
from gxlint.server.places import Places
from gxlint.testing import CorrectReport
from gxlint.testing.drafts import Draft
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT, Shape
from tests.server.editor import DRAFT, Editor, editor

pytestmark = pytest.mark.asyncio

REPORT = CorrectReport()
DATED = REPORT.with_paragraph("六", "截止2024年底，已更新栏目8个。")
FORMATS = [(PIPE_MARKDOWN, "file:///drafts/草稿.md"), (TABBED_TEXT, "file:///drafts/草稿.txt")]
BOTH = pytest.mark.parametrize(("shape", "uri"), FORMATS)


def written(report: Draft, shape: Shape = PIPE_MARKDOWN) -> str:
    return shape.write(report).decode()


def rules_of(text: str, uri: str = DRAFT) -> list[str]:
    return [found.rule for found in Linter().text(text, uri).diagnostics]


async def offered(
    it: Editor, text: str, words: str, uri: str = DRAFT, only: Sequence[str] | None = None
) -> dict[str, types.CodeAction]:
    """The actions at some words of an open draft, by title."""
    start = text.index(words)
    places = Places(text, it.encoding)
    here = types.Range(places.position(start), places.position(start + len(words)))
    context = types.CodeActionContext(await it.found(uri), only=only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), here, context)
    actions = await it.client.text_document_code_action_async(params)
    return {action.title: action for action in actions or () if isinstance(action, types.CodeAction)}


def done(text: str, action: types.CodeAction, encoding: str = "utf-16") -> str:
    """The text after an action."""
    assert action.edit is not None
    assert action.edit.changes is not None
    ((_uri, edits),) = action.edit.changes.items()
    places = Places(text, encoding)
    return apply_edits(text, sorted(Edit(places.span(edit.range), edit.new_text) for edit in edits))


@BOTH
async def test_a_finding_is_fixed(shape: Shape, uri: str) -> None:
    text = written(REPORT, shape).replace("六、其他需要报告的事项", "六、𠮷其他需要报告事项", 1)
    async with editor() as it:
        it.open(text, uri)
        assert await it.rules(uri) == ["misnamed-section"]
        actions = await offered(it, text, "𠮷其他需要报告事项", uri)
        (fix,) = [action for action in actions.values() if action.is_preferred]
        assert fix.kind == types.CodeActionKind.QuickFix
        assert fix.diagnostics
        assert not rules_of(done(text, fix), uri)


@BOTH
async def test_all_of_a_kind_are_fixed(shape: Shape, uri: str) -> None:
    faulty = REPORT.with_paragraph("六", "截止2024年底，已更新栏目8个。").with_paragraph(
        "六", "截止2024年6月，无变化。"
    )
    text = written(faulty, shape)
    async with editor() as it:
        it.open(text, uri)
        assert (await it.rules(uri)).count("misused-jiezhi") == 2
        actions = await offered(it, text, "截止2024年底", uri)
        (all_of_them,) = [action for title, action in actions.items() if "全部 2 处 misused-jiezhi" in title]
        assert "misused-jiezhi" not in rules_of(done(text, all_of_them), uri)


@BOTH
async def test_all_that_is_safe_is_fixed_on_request(shape: Shape, uri: str) -> None:
    faulty = REPORT.with_paragraph("六", "截止2024年底，已更新栏目8个。").with_heading(
        "五", "五、存在主要问题及改进情况"
    )
    text = written(faulty, shape)
    async with editor() as it:
        it.open(text, uri)
        actions = await offered(it, text, text[:1], uri, only=["source.fixAll"])
        (fix_all,) = actions.values()
        assert fix_all.kind == "source.fixAll.gxlint"
        fixed = done(text, fix_all)
        assert not rules_of(fixed, uri)
        it.replace(fixed, uri)
        assert not await offered(it, fixed, fixed[:1], uri, only=["source.fixAll.gxlint"])


@BOTH
async def test_a_finding_is_suppressed_with_a_reason_to_be_filled_in(shape: Shape, uri: str) -> None:
    text = written(DATED, shape)
    async with editor() as it:
        it.open(text, uri)
        actions = await offered(it, text, "截止2024年底", uri)
        for title in ("在此处压下 misused-jiezhi", "在本文件中压下 misused-jiezhi"):
            silenced = done(text, actions[title])
            assert "理由" in silenced
            assert not rules_of(silenced, uri)


@BOTH
@pytest.mark.parametrize("section", "一三五六")
async def test_a_missing_section_is_put_where_it_belongs(shape: Shape, uri: str, section: str) -> None:
    text = written(REPORT.without_section(section), shape)
    before = rules_of(text, uri)
    assert "missing-section" in before
    async with editor() as it:
        it.open(text, uri)
        actions = await offered(it, text, text.splitlines()[0], uri)
        (insert,) = [action for title, action in actions.items() if f"“{section}、" in title]
        after = rules_of(done(text, insert), uri)
        assert not {"missing-section", "misplaced-section", "misnumbered-section"}.intersection(after)


@BOTH
async def test_several_missing_sections_are_put_in_at_once(shape: Shape, uri: str) -> None:
    text = written(REPORT.without_section("四").without_section("五").without_section("一"), shape)
    async with editor() as it:
        it.open(text, uri)
        actions = await offered(it, text, text.splitlines()[0], uri)
        whole = done(text, next(action for title, action in actions.items() if "全部 3 个" in title))
        assert not {"missing-section", "misplaced-section"}.intersection(rules_of(whole, uri))


@BOTH
async def test_a_missing_statement_is_put_in(shape: Shape, uri: str) -> None:
    text = written(REPORT.with_preamble("根据《中华人民共和国政府信息公开条例》编制。联系电话：0955-4741110。"), shape)
    async with editor() as it:
        it.open(text, uri)
        assert "missing-reporting-period" in await it.rules(uri)
        actions = await offered(it, text, text.splitlines()[0], uri)
        fix = next(action for title, action in actions.items() if "统计期限" in title)
        assert "需人工确认" in fix.title
        assert "missing-reporting-period" not in rules_of(done(text, fix), uri)


@BOTH
@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (["（一）健全制度。", "（三）加强培训。", "（三）严格考核。"], "（三）加强", "（一）|（二）|（三）"),
        (["1.健全制度。", "3.加强培训。"], "1.健全", "1.|2."),
        (["一是健全制度；三是加强培训；四是严格考核。"], "三是加强", "一是|二是|三是"),
    ],
)
async def test_a_series_is_renumbered(shape: Shape, uri: str, before: list[str], words: str, after: str) -> None:
    faulty: Draft = REPORT
    for paragraph in before:
        faulty = faulty.with_paragraph("六", paragraph)
    text = written(faulty, shape)
    async with editor() as it:
        it.open(text, uri)
        actions = await offered(it, text, words, uri)
        renumbered = done(text, actions["重新编号"])
        assert "broken-numbering" not in rules_of(renumbered, uri)
        place = 0
        for number in after.split("|"):
            place = renumbered.index(number, max(place, renumbered.index("六、其他")))


async def test_a_right_series_and_a_right_report_offer_nothing() -> None:
    text = written(REPORT)
    async with editor() as it:
        it.open(text)
        assert not await offered(it, text, "（二）")
        assert not await offered(it, text, text.splitlines()[0])
