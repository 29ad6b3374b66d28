"""Findings in an editor, pushed and pulled."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import to_fs_path

from gxlint.testing import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN, TABBED_TEXT
from tests.server.editor import DRAFT, EDITORS, editor

pytestmark = pytest.mark.asyncio

CORRECT = PIPE_MARKDOWN.write(CorrectReport()).decode()
FAULTY = CORRECT.replace("六、其他需要报告的事项", "六、其他需要报告事项")
MISNAMED = "misnamed-section"


@pytest.mark.parametrize("name", EDITORS)
@pytest.mark.parametrize("pulls", [False, True])
async def test_any_editor_sees_findings_come_and_go(name: str, pulls: bool) -> None:
    async with editor(name, pulls=pulls) as it:
        it.open(FAULTY)
        (found,) = await it.found()
        assert found.code == MISNAMED
        assert found.source == "gxlint"
        assert found.severity == types.DiagnosticSeverity.Warning
        assert it.words(FAULTY, found.range) == "其他需要报告事项"
        it.replace(CORRECT)
        assert not await it.found()


async def test_an_editor_that_would_not_pull_again_is_pushed_to() -> None:
    async with editor(pulls=True, pulls_again=False) as it:
        assert it.capabilities.diagnostic_provider is None
        it.open(FAULTY)
        assert [found.code for found in (await it.published.of(DRAFT, 1)).diagnostics] == [MISNAMED]


async def test_only_reports_are_touched() -> None:
    async with editor() as it:
        it.open("# Read me\n\nSome notes, nothing else.\n")
        assert not await it.found()
        it.open("正文", "file:///drafts/data.bin", "binary")
        it.open(FAULTY, "untitled:Untitled-1", "plaintext")
        assert MISNAMED in await it.rules("untitled:Untitled-1")
        assert not [item for item in it.published if item.uri.endswith(".bin")]


async def test_the_name_says_how_a_draft_is_read_else_the_language() -> None:
    text = TABBED_TEXT.write(CorrectReport()).decode()
    async with editor() as it:
        for uri, language in (("file:///drafts/a.txt", "whatever"), ("untitled:Untitled-1", "plaintext")):
            it.open(text, uri, language)
            assert not await it.found(uri)
            it.replace(text.replace("六、其他需要报告的事项", "六、其他需要报告事项"), uri)
            assert await it.rules(uri) == [MISNAMED]


async def test_a_closed_draft_has_no_findings() -> None:
    async with editor() as it:
        it.open(FAULTY)
        assert await it.found()
        it.close()
        assert not (await it.published.of(DRAFT, None)).diagnostics


async def test_what_was_found_before_is_not_sent_again_to_who_pulls() -> None:
    async with editor(pulls=True) as it:
        it.open(FAULTY)
        document = types.TextDocumentIdentifier(DRAFT)
        first = await it.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document))
        assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
        assert first.result_id
        asked = types.DocumentDiagnosticParams(document, previous_result_id=first.result_id)
        again = await it.client.text_document_diagnostic_async(asked)
        assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
        it.replace(CORRECT)
        assert isinstance(
            await it.client.text_document_diagnostic_async(asked), types.RelatedFullDocumentDiagnosticReport
        )
        assert not list(it.published)  # never both


async def test_a_question_about_a_text_that_has_changed_is_to_be_asked_again() -> None:
    async with editor(pulls=True) as it:
        it.open(CORRECT * 40)
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(DRAFT))
        asked = asyncio.ensure_future(it.client.text_document_diagnostic_async(params))
        await asyncio.sleep(0)  # lets it be sent
        it.replace(FAULTY)
        with pytest.raises(JsonRpcException) as caught:
            await asked
        assert caught.value.code == types.LSPErrorCodes.ServerCancelled
        assert await it.rules() == [MISNAMED]


async def test_related_places_are_shown_to_who_can_show_them() -> None:
    broken = PIPE_MARKDOWN.write(CorrectReport().with_cell("applications", "granted", "total", "999")).decode()
    async with editor("visual-studio-code") as it:
        it.open(broken)
        sums = [item for item in await it.found() if item.code == "row-sum-mismatch"]
        assert sums[0].related_information
        assert {item.location.uri for item in sums[0].related_information} == {DRAFT}


@pytest.mark.parametrize(
    ("locale", "options", "word"),
    [(None, None, "应为"), ("en", None, "should"), ("zh-cn", None, "应为"), ("zh-cn", {"lang": "en"}, "should")],
)
async def test_messages_are_in_the_language_of_the_editor(
    locale: str | None, options: dict[str, str] | None, word: str
) -> None:
    async with editor(locale=locale, options=options) as it:
        it.open(FAULTY)
        (found,) = await it.found()
        assert word in found.message


@pytest.mark.parametrize(("locale", "words"), [(None, "依据"), ("en", "Basis")])
async def test_a_finding_links_to_its_rules_page(locale: str | None, words: str) -> None:
    async with editor("visual-studio-code", locale=locale) as it:
        it.open(FAULTY)
        (found,) = await it.found()
        assert found.code_description is not None
        path = to_fs_path(found.code_description.href)
        assert path is not None
        page = Path(path).read_text(encoding="utf-8")
        assert f"`{MISNAMED}`" in page
        assert words in page


async def test_the_client_may_say_where_the_pages_are() -> None:
    async with editor("visual-studio-code", options={"rulePages": "https://example.org/{rule}.html"}) as it:
        it.open(FAULTY)
        (found,) = await it.found()
        assert found.code_description == types.CodeDescription(f"https://example.org/{MISNAMED}.html")


async def test_where_no_page_can_be_written_the_law_is_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("GXLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    broken = PIPE_MARKDOWN.write(CorrectReport().without_section("六")).decode()
    async with editor("visual-studio-code") as it:
        it.open(broken)
        links = [found.code_description.href for found in await it.found() if found.code_description]
        assert all(link.startswith("https://") for link in links)
