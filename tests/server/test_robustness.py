"""What harms nobody: plugins that misbehave, messages that make no sense, other ways to connect."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path
from typing import NamedTuple

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
        _plugin(tmp_path, "pass")
        it.published.forget()
        _saved(it, tmp_path / "odd.py")
        assert sorted(await it.rules(uri)) == ["local/odd", MISNAMED]


class Endless(NamedTuple):
    """A plugin that comes to no end before any rule runs."""

    name: str
    """As the configuration names it."""
    file: str
    """Which does not end."""
    told: str
    """Who is named."""
    code: str


LOOP = "while True: pass\n"
WAIT = "import time\ntime.sleep(10_000)\n"
HOOK = "from gxlint.plugins import hookimpl\n\n\n@hookimpl\ndef gxlint_rules():\n    while True: yield from ()\n"
ENDLESS = [
    Endless("slow.py", "slow.py", "slow.py", LOOP),
    Endless("slow.py", "slow.py", "slow.py", WAIT),
    Endless("slow.py", "slow.py", "slow", HOOK),
    Endless("slow", "slow/hotline.py", "slow", LOOP),
    Endless("slow", "slow/hotline.py", "slow", WAIT),
]


def _endless(folder: Path, plugin: Endless) -> Path:
    """Write it, and a good one beside it; gives the file."""
    _plugin(folder, "pass")
    (folder / "gxlint.toml").write_text(f'plugins = ["{plugin.name}", "odd.py"]\n', encoding="utf-8")
    file = folder / plugin.file
    file.parent.mkdir(exist_ok=True)
    file.write_text(plugin.code, encoding="utf-8")
    return file


@pytest.mark.parametrize("plugin", ENDLESS, ids=["loop", "wait", "hook", "loop in a folder", "wait in a folder"])
async def test_a_plugin_that_does_not_end_loading_is_given_up_until_it_is_saved(
    tmp_path: Path, plugin: Endless
) -> None:
    file = _endless(tmp_path, plugin)
    async with editor(root=tmp_path, options={"trusted": True, "timeLimit": 0.5}) as it:
        uri = _draft(it, tmp_path)
        named, *others = await it.found(uri)
        assert named.code == "internal-error"
        assert f"{plugin.told} 无法加载，其余部分不受影响：运行超过 0.5 秒没有结束" in named.message
        assert "改好文件后保存" in named.message
        assert sorted(str(found.code) for found in others) == ["local/odd", MISNAMED]
        it.replace(FAULTY + "\n", uri)
        assert [str(found.code) for found in await it.found(uri)].count("internal-error") == 1
        assert len([told for told in it.client.log_messages if plugin.told in told.message]) == 1
        file.write_text(RULE.format(body="pass").replace("没有热线", "没有地址"), encoding="utf-8")
        it.published.forget()
        _saved(it, file)
        assert {found.message for found in await it.found(uri)} >= {"没有热线", "没有地址"}


FORM = """
import time
from gxlint.plugins import hookimpl


class Slow:
    id = "slow-form"
    name = "慢"

    def recognises(self, document, path):
        time.sleep(10_000)

    def read(self, document):
        raise NotImplementedError


@hookimpl
def gxlint_forms():
    return [Slow()]
"""


async def test_a_form_that_does_not_end_is_given_up_and_the_others_are_asked(tmp_path: Path) -> None:
    _endless(tmp_path, Endless("slow.py", "slow.py", "slow", FORM))
    async with editor(root=tmp_path, options={"trusted": True, "timeLimit": 0.5}) as it:
        uri = _draft(it, tmp_path)
        found = await it.found(uri)
        assert sorted(str(item.code) for item in found) == ["internal-error", "local/odd", MISNAMED]
        assert any("slow-form" in item.message and "改好文件后保存" in item.message for item in found)


async def test_typing_while_a_plugin_does_not_end_loading_does_not_put_off_giving_it_up(tmp_path: Path) -> None:
    _endless(tmp_path, Endless("slow.py", "slow.py", "slow.py", LOOP))
    async with editor(root=tmp_path, options={"trusted": True, "timeLimit": 1}) as it:
        uri = _draft(it, tmp_path)
        for number in range(1000):
            it.replace(FAULTY + "\n" * number, uri)
            await asyncio.sleep(0.1)
            if any("slow.py" in told.message for told in it.client.log_messages):
                break
        assert sorted(await it.rules(uri)) == ["internal-error", "local/odd", MISNAMED]


def _saved(it: Editor, file: Path) -> None:
    """Tell the server, as an editor that watches files does."""
    change = types.FileEvent(file.as_uri(), types.FileChangeType.Changed)
    it.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))


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
