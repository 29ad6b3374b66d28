"""Configuration, settings, trust and last year's report, as an editor's user changes them."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from gxlint.testing import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN
from tests.server.editor import PATIENCE, Editor, editor

pytestmark = pytest.mark.asyncio

FAULTY = PIPE_MARKDOWN.write(CorrectReport()).decode().replace("六、其他需要报告的事项", "六、其他需要报告事项")
MISNAMED = "misnamed-section"
PLUGIN = '''"""没有热线。"""

from collections.abc import Iterator
from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.rule import rule


@rule(category="local", severity=Severity.WARNING)
def check(report: Report) -> Iterator[Finding]:
    print("a plugin's print must not end the conversation")
    if "12345" not in report.document.prose.text:
        yield Finding(report.head, "没有热线")
'''


def _open(it: Editor, folder: Path, text: str = FAULTY, name: str = "草稿.md") -> str:
    uri = (folder / name).as_uri()
    it.open(text, uri)
    return uri


def _saved(it: Editor, path: Path) -> None:
    """The editor tells of a file that was changed."""
    it.published.forget()
    change = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    it.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))


async def test_the_configuration_counts_and_may_change(tmp_path: Path) -> None:
    config = tmp_path / "gxlint.toml"
    config.write_text(f'ignore = ["{MISNAMED}"]\n', encoding="utf-8")
    async with editor(root=tmp_path) as it:
        uri = _open(it, tmp_path)
        assert await it.rules(uri) == []
        config.write_text("", encoding="utf-8")
        _saved(it, config)
        assert await it.rules(uri) == [MISNAMED]


async def test_each_folder_has_its_own_configuration(tmp_path: Path) -> None:
    for name, text in (("甲", f'ignore = ["{MISNAMED}"]\n'), ("乙", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gxlint.toml").write_text(text, encoding="utf-8")
    async with editor(root=tmp_path) as it:
        assert await it.rules(_open(it, tmp_path / "甲")) == []
        assert await it.rules(_open(it, tmp_path / "乙")) == [MISNAMED]


async def test_a_broken_configuration_is_told_in_the_draft_until_it_is_mended(tmp_path: Path) -> None:
    config = tmp_path / "gxlint.toml"
    config.write_text('ignore = ["misnamed-sektion"]\n', encoding="utf-8")
    async with editor(root=tmp_path) as it:
        uri = _open(it, tmp_path)
        (found,) = await it.found(uri)
        assert found.code == "configuration"
        assert "gxlint.toml:1" in found.message
        assert MISNAMED in found.message
        config.write_text("", encoding="utf-8")
        _saved(it, config)
        assert await it.rules(uri) == [MISNAMED]
        assert not it.client.messages


async def test_settings_of_the_editor_count_and_may_change() -> None:
    async with editor(options={"ignore": [MISNAMED]}) as it:
        it.open(FAULTY)
        assert await it.rules() == []
        it.published.forget()
        settings: dict[str, Any] = {"gxlint": {"ignore": []}}
        it.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        assert await it.rules() == [MISNAMED]


async def test_what_is_asked_after_a_change_of_settings_is_answered_by_them() -> None:
    async with editor(pulls=True, options={"ignore": ["row-sum-mismatch"]}) as it:
        it.open(FAULTY)
        for ignored, expected in (([MISNAMED], []), ([], [MISNAMED]), ([MISNAMED], [])):
            settings: dict[str, Any] = {"gxlint": {"ignore": ignored}}
            it.published.asked_again.clear()
            it.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
            assert await it.rules() == expected
            await asyncio.wait_for(it.published.asked_again.wait(), PATIENCE)
            assert await it.rules() == expected


async def test_a_setting_that_is_given_no_more_is_again_what_it_was() -> None:
    async with editor(options={"lang": "en"}) as it:
        for settings, word in (({"lang": "zh"}, "应为"), ({}, "should")):
            it.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"gxlint": settings}))
            it.open(FAULTY)
            (found,) = await it.found()
            assert word in found.message
            it.close()
            it.published.forget()


async def test_settings_are_asked_for_where_the_editor_wants_to_be_asked() -> None:
    async with editor("visual-studio-code", settings={"ignore": [MISNAMED]}) as it:
        it.open(FAULTY)
        while await it.rules():
            it.published.forget()
        assert await it.rules() == []


async def test_settings_that_make_no_sense_are_told_in_the_log() -> None:
    async with editor(options={"ignore": "misnamed-section", "timeLimit": -1, "select": ["no-such-rule"]}) as it:
        it.open(FAULTY)
        assert await it.rules() == [MISNAMED]
        told = "\n".join(message.message for message in it.client.log_messages)
        assert "gxlint.ignore" in told
        assert "gxlint.timeLimit" in told
        assert not it.client.messages


async def test_plugins_of_the_workspace_wait_for_trust(tmp_path: Path) -> None:
    (tmp_path / "hotline.py").write_text(PLUGIN, encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["hotline.py"]\n', encoding="utf-8")
    async with editor(root=tmp_path) as it:
        uri = _open(it, tmp_path)
        assert await it.rules(uri) == [MISNAMED]
        assert any("hotline.py" in message.message for message in it.client.log_messages)
        it.published.forget()
        it.client.protocol.notify("gxlint/trust", {"trusted": True})
        assert sorted(await it.rules(uri)) == ["local/hotline", MISNAMED]


async def test_a_local_plugin_is_read_again_when_it_is_saved(tmp_path: Path) -> None:
    plugin = tmp_path / "hotline.py"
    plugin.write_text(PLUGIN, encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["hotline.py"]\n', encoding="utf-8")
    async with editor(root=tmp_path, options={"trusted": True}) as it:
        uri = _open(it, tmp_path)
        assert "local/hotline" in await it.rules(uri)
        plugin.write_text(PLUGIN.replace("12345", "政府"), encoding="utf-8")
        _saved(it, plugin)
        assert await it.rules(uri) == [MISNAMED]


async def test_a_plugin_that_is_broken_on_the_way_comes_back_when_it_is_mended(tmp_path: Path) -> None:
    folder = tmp_path / "青禾县"
    folder.mkdir()
    (folder / "_words.py").write_text('WORDS = "12345"\n', encoding="utf-8")
    rule, helper = folder / "hotline.py", folder / "_words.py"
    rule.write_text(PLUGIN.replace('"12345"', "WORDS") + "\n\nfrom ._words import WORDS\n", encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["青禾县"]\n', encoding="utf-8")
    async with editor(root=tmp_path, options={"trusted": True}) as it:
        uri = _open(it, tmp_path)
        assert "青禾县/hotline" in await it.rules(uri)
        for text, found in (
            ('WORDS = "政府"\n', False),
            ('WORDS = "12345"\n', True),
            ("WORDS = (\n", False),
            ('WORDS = "12345"\n', True),
        ):
            helper.write_text(text, encoding="utf-8")
            _saved(it, helper)
            rules = await it.rules(uri)
            assert ("青禾县/hotline" in rules, MISNAMED in rules) == (found, True), text


TOML_RULE = """namespace = "qinghe"

[[rule]]
id = "empty-words"
kind = "wording"
summary = "用了空话"
doc = "县里不写空话。"
forbid = ["圆满完成"]
"""


async def test_a_rule_in_toml_is_read_again_when_it_is_saved(tmp_path: Path) -> None:
    rules = tmp_path / "规则.toml"
    rules.write_text(TOML_RULE, encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["规则.toml"]\n', encoding="utf-8")
    text = f"{FAULTY}\n各项工作圆满完成。\n"
    async with editor(root=tmp_path, options={"trusted": True}) as it:
        uri = _open(it, tmp_path, text)
        assert sorted(await it.rules(uri)) == sorted([MISNAMED, "qinghe/empty-words"])
        rules.write_text(TOML_RULE.replace("圆满完成", "史无前例"), encoding="utf-8")
        _saved(it, rules)
        assert await it.rules(uri) == [MISNAMED]
        rules.write_text(TOML_RULE.replace("forbid", "forbit"), encoding="utf-8")
        _saved(it, rules)
        found = await it.found(uri)
        assert {item.code for item in found} == {"internal-error", MISNAMED}
        assert any("规则.toml:8" in item.message and "forbid" in item.message for item in found)
        assert any(
            "规则.toml:8" in message.message and "forbid" in message.message for message in it.client.log_messages
        )


async def test_last_years_report_beside_the_draft_may_change(tmp_path: Path) -> None:
    draft = PIPE_MARKDOWN.write(CorrectReport()).decode()
    async with editor(root=tmp_path) as it:
        uri = _open(it, tmp_path, draft, "报告2024.md")
        assert await it.rules(uri) == []
        last = tmp_path / "报告2023.md"
        carried = CorrectReport().preceding().with_cell("applications", "carried_out", "total", "77")
        last.write_bytes(PIPE_MARKDOWN.write(carried))
        _saved(it, last)
        assert "carried-over-mismatch" in await it.rules(uri)


async def test_what_the_baseline_knows_is_silent_until_it_changes(tmp_path: Path) -> None:
    draft, baseline = tmp_path / "草稿.md", tmp_path / "已知.json"
    draft.write_text(FAULTY, encoding="utf-8")
    baseline.write_text('{"version": 1, "files": {}}', encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('baseline = "已知.json"\n', encoding="utf-8")
    async with editor(root=tmp_path) as it:
        uri = _open(it, tmp_path)
        assert await it.rules(uri) == [MISNAMED]
        subprocess.run([sys.executable, "-m", "gxlint", "baseline", "-q"], cwd=tmp_path, check=True)
        _saved(it, baseline)
        assert await it.rules(uri) == []
        baseline.write_text("坏", encoding="utf-8")
        _saved(it, baseline)
        (found,) = await it.found(uri)
        assert (found.code, "已知.json:1" in found.message) == ("configuration", True)
