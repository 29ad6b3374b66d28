"""Word files under review: drawn, linted as text, never edited."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from gxlint.testing import CorrectReport
from gxlint.testing.shapes import MERGED_DOCX, STYLED_DOCX
from tests.server.editor import PATIENCE, Editor, editor

pytestmark = pytest.mark.asyncio

COPYING = {"commands": {"commands": ["gxlint.copyReplacement"]}}
FAULTY = (
    CorrectReport()
    .with_heading("六", "六、其他需要报告事项")
    .with_paragraph("六", "截止2024年底，𠮷祥村已更新栏目8个。")
)


class Drawn(HTMLParser):
    """What a browser makes of a preview: the tags, and the text in each table cell."""

    def __init__(self, blocks: Sequence[Mapping[str, Any]]) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.feed("".join(part if isinstance(part, str) else part[2] for block in blocks for part in block["parts"]))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attributes)
        if tag in ("td", "th"):
            self.spans.append((int(found.get("rowspan") or 1), int(found.get("colspan") or 1)))


def file(folder: Path, shape: Any = MERGED_DOCX, report: Any = FAULTY, name: str = "草稿 1.docx") -> Path:
    path = folder / name
    path.write_bytes(shape.write(report))
    return path


def reviewed(path: Path) -> str:
    return path.as_uri().replace("file://", "gxlint-docx://") + ".txt"


async def preview(it: Editor, path: Path) -> Any:
    params = types.ExecuteCommandParams("gxlint.previewDocx", [path.as_uri()])
    return await asyncio.wait_for(it.client.workspace_execute_command_async(params), PATIENCE)


def words(blocks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int, str]]:
    return (
        (start, end, shown)
        for block in blocks
        for part in block["parts"]
        if isinstance(part, list)
        for start, end, shown in [part]
    )


def units(text: str, start: int, end: int, encoding: str) -> str:
    codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    size = len(" ".encode(codec))
    return text.encode(codec)[start * size : end * size].decode(codec)


async def offered(it: Editor, text: str, uri: str, rule: str) -> list[types.CodeAction]:
    (found,) = [item for item in await it.found(uri) if item.code == rule]
    context = types.CodeActionContext([found])
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), found.range, context)
    actions = await it.client.text_document_code_action_async(params)
    return [action for action in actions or () if isinstance(action, types.CodeAction)]


@pytest.mark.parametrize("shape", [MERGED_DOCX, STYLED_DOCX])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_every_word_drawn_knows_its_place_in_the_text(tmp_path: Path, shape: Any, encoding: str) -> None:
    path = file(tmp_path, shape)
    async with editor(root=tmp_path, encodings=[encoding]) as it:
        drawn = await preview(it, path)
    assert drawn["problems"] == []
    assert len(drawn["hash"]) == 64
    for start, end, shown in words(drawn["blocks"]):
        assert units(drawn["text"], start, end, encoding) == shown
    seen = "".join(shown for _start, _end, shown in words(drawn["blocks"]))
    assert "".join(seen.split()) == "".join(drawn["text"].split())
    for block in drawn["blocks"]:
        inside = [part for part in block["parts"] if isinstance(part, list)]
        assert all(block["span"][0] <= part[0] <= part[1] <= block["span"][1] for part in inside)


async def test_it_is_drawn_as_a_document(tmp_path: Path) -> None:
    async with editor(root=tmp_path) as it:
        drawn = Drawn((await preview(it, file(tmp_path)))["blocks"])
    assert drawn.tags.count("table") == 3
    assert {"h3", "h4", "p", "th", "td"} <= set(drawn.tags)
    assert any(rows > 1 for rows, _columns in drawn.spans)
    assert any(columns > 1 for _rows, columns in drawn.spans)


async def test_markup_in_a_draft_stays_text(tmp_path: Path) -> None:
    report = CorrectReport().with_paragraph("六", "<script>alert(1)</script>&amp;")
    async with editor(root=tmp_path) as it:
        blocks = (await preview(it, file(tmp_path, report=report)))["blocks"]
    markup = "".join(part for block in blocks for part in block["parts"] if isinstance(part, str))
    assert "script" not in markup
    assert any("<script>alert(1)</script>&amp;" in shown for _start, _end, shown in words(blocks))


async def test_blank_cells_have_a_place(tmp_path: Path) -> None:
    report = CorrectReport().with_cell("applications", "granted", "total", "")
    async with editor(root=tmp_path) as it:
        path = file(tmp_path, report=report)
        drawn = await preview(it, path)
        it.open(drawn["text"], reviewed(path), "plaintext")
        (found,) = [item for item in await it.found(reviewed(path)) if item.code == "blank-cell"]
        lines = drawn["text"].split("\n")
        offset = sum(len(line) + 1 for line in lines[: found.range.start.line]) + found.range.start.character
    assert (offset, offset, "") in list(words(drawn["blocks"]))


async def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"not a zip")
    async with editor(root=tmp_path) as it:
        for name in ("坏.docx", "无.docx"):
            drawn = await preview(it, tmp_path / name)
            assert drawn["blocks"] == []
            assert drawn["text"] == ""
            assert any(drawn["problems"])


async def test_fixes_are_offered_for_copying(tmp_path: Path) -> None:
    path = file(tmp_path)
    async with editor("visual-studio-code", root=tmp_path, pulls=True, experimental=COPYING) as it:
        text = (await preview(it, path))["text"]
        it.open(text, reviewed(path), "plaintext")
        (copy,) = await offered(it, text, reviewed(path), "misused-jiezhi")
        assert copy.edit is None
        assert copy.command is not None
        assert (copy.command.command, tuple(copy.command.arguments or ())) == ("gxlint.copyReplacement", ("截至",))
        assert "“截至”" in copy.title
        assert "“截止”" in copy.title


async def test_where_words_only_go_the_whole_paragraph_is_copied(tmp_path: Path) -> None:
    path = file(tmp_path, report=CorrectReport().with_paragraph("六", "𠮷祥村按照按照要求更新栏目8个。"))
    async with editor("visual-studio-code", root=tmp_path, pulls=True, experimental=COPYING) as it:
        text = (await preview(it, path))["text"]
        it.open(text, reviewed(path), "plaintext")
        found = await offered(it, text, reviewed(path), "duplicated-word")
        copied = [tuple(action.command.arguments or ()) for action in found if action.command]
        assert copied == [("𠮷祥村按照要求更新栏目8个。",)]


async def test_nothing_edits_a_word_file(tmp_path: Path) -> None:
    path = file(tmp_path)
    for experimental in (None, COPYING):
        async with editor("visual-studio-code", root=tmp_path, experimental=experimental) as it:
            text = (await preview(it, path))["text"]
            uri = reviewed(path)
            it.open(text, uri, "plaintext")
            document = types.TextDocumentIdentifier(uri)
            everywhere = types.Range(types.Position(0, 0), types.Position(len(text.split("\n")), 0))
            for only in (None, ["source.fixAll"], ["refactor"]):
                params = types.CodeActionParams(document, everywhere, types.CodeActionContext([], only=only))
                actions = await it.client.text_document_code_action_async(params) or ()
                assert all(isinstance(action, types.CodeAction) and action.edit is None for action in actions)
                assert bool(actions) == (only is None and experimental is not None)
            options = types.FormattingOptions(tab_size=4, insert_spaces=True)
            assert not await it.client.text_document_formatting_async(types.DocumentFormattingParams(document, options))
