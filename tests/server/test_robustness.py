"""What harms nobody: plugins that misbehave, messages that make no sense, other ways to connect."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from gxlint.testing import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN
from tests.server.editor import DRAFT, PATIENCE, Editor, connected, editor

pytestmark = pytest.mark.asyncio

FAULTY = PIPE_MARKDOWN.write(CorrectReport()).decode().replace("六、其他需要报告的事项", "六、其他需要报告事项")
MISNAMED = "misnamed-section"
RULE = '''"""一条有毛病的规则。"""

import os
import sys
import time
from collections.abc import Iterator
from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.rule import rule


@rule(category="local", severity=Severity.WARNING)
def check(report: Report) -> Iterator[Finding]:
    {body}
    yield Finding(report.head, "没有热线")
'''


def _draft(it: Editor, folder: Path) -> str:
    uri = (folder / "草稿.md").as_uri()
    it.open(FAULTY, uri)
    return uri


def _plugin(folder: Path, body: str) -> None:
    (folder / "odd.py").write_text(RULE.format(body=body), encoding="utf-8")
    (folder / "gxlint.toml").write_text('plugins = ["odd.py"]\n', encoding="utf-8")


@pytest.mark.parametrize("body", ["while True: pass", "time.sleep(10_000)"])
async def test_a_rule_without_end_is_given_up_with_one_notice(tmp_path: Path, body: str) -> None:
    _plugin(tmp_path, body)
    async with editor(root=tmp_path, options={"trusted": True, "timeLimit": 0.5}) as it:
        uri = _draft(it, tmp_path)
        assert await it.rules(uri) == [MISNAMED]
        for _again in range(3):
            it.replace(FAULTY + "\n", uri)
            assert await it.rules(uri) == [MISNAMED]
        notices = [message for message in it.client.log_messages if "local/odd" in message.message]
        assert len(notices) == 1
        assert not it.client.messages


@pytest.mark.parametrize(
    "body", ["print('x' * 100_000)", "os.write(1, b'Content-Length: 5')", "sys.stdin.read()", "sys.stdout.close()"]
)
async def test_a_plugin_cannot_disturb_the_conversation(tmp_path: Path, body: str) -> None:
    _plugin(tmp_path, body)
    async with editor(root=tmp_path, options={"trusted": True}) as it:
        uri = _draft(it, tmp_path)
        assert sorted(await it.rules(uri)) == ["local/odd", MISNAMED]


@pytest.mark.parametrize("body", ["raise ValueError('脱轨')", "sys.exit(3)"])
async def test_a_plugin_that_crashes_is_named(tmp_path: Path, body: str) -> None:
    _plugin(tmp_path, body)
    async with editor(root=tmp_path, options={"trusted": True}) as it:
        uri = _draft(it, tmp_path)
        assert sorted(await it.rules(uri)) == ["internal-error", MISNAMED]
        crash = next(found for found in await it.found(uri) if found.code == "internal-error")
        assert "local/odd" in crash.message


async def test_what_a_plugin_leaves_behind_is_cleared_away_in_a_pause(tmp_path: Path) -> None:
    _plugin(tmp_path, "rubbish = [bytearray(1_000_000)]; rubbish.append(rubbish)")
    async with editor(root=tmp_path, options={"trusted": True}) as it:
        uri = _draft(it, tmp_path)
        await it.found(uri)
        at_first = it.memory
        for number in range(120):
            it.replace(FAULTY + "。" * number, uri)
            await it.found(uri)
        left = it.memory
        assert left > at_first + 100_000
        for _moment in range(int(PATIENCE)):
            if it.memory > left - 100_000:
                await asyncio.sleep(1)
        assert it.memory < left - 100_000


async def test_messages_about_drafts_that_are_not_open_are_passed_over() -> None:
    async with editor() as it:
        it.open(FAULTY)
        assert await it.rules() == [MISNAMED]
        document = types.VersionedTextDocumentIdentifier(version=7, uri="file:///nowhere.md")
        change = types.TextDocumentContentChangeWholeDocument("x")
        it.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        it.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(document.uri)))
        it.send(b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"nonsense": true}}')
        it.replace(FAULTY)
        assert await it.rules() == [MISNAMED]
        assert not it.client.messages


async def test_the_server_leaves_with_the_editor() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "gxlint", "server", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0


@pytest.mark.parametrize("way", ["tcp", "ws"])
async def test_an_editor_may_come_over_the_network(way: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with connected(way, port) as it:
        it.open(FAULTY)
        assert await it.rules() == [MISNAMED]
        assert (await it.published.of(DRAFT, 1)).version == 1
