"""Plugins that a configuration names by their path."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gxlint.api import Linter
from gxlint.config.finding import Nearest

from .conftest import Run

RULE = '''"""不写“81条”。

## 说明
举例用。
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.rule import rule


@dataclass(frozen=True)
class Options:
    """选项。"""

    words: tuple[str, ...] = ("81条",)
    """不写的词。"""


@rule(category="wording", severity=Severity.WARNING, options=Options)
def check(document: Document, options: Options) -> Iterator[Finding]:
    for word in options.words:
        for found in document.prose.find(word):
            yield Finding(found.span, MESSAGE)


MESSAGE = "本地规则"
'''
HOOKS = '''"""插件。"""

from gxlint.plugins import hookimpl
from gxlint.reporters.base import Format


class Reporter:
    def __init__(self, stream):
        self.stream = stream

    def add(self, checked):
        self.stream.write(f"{checked.path} {len(checked.diagnostics)}\\n")

    def finish(self, summary):
        pass


@hookimpl
def gxlint_reporters():
    yield Format("brief", "一行一个文件", lambda stream, style, rules: Reporter(stream))
'''


@pytest.fixture(autouse=True)
def _clean(folder: Path) -> Iterator[None]:
    yield
    for name in [name for name in sys.modules if name.startswith("gxlint_local_")]:
        del sys.modules[name]


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def local(gxlint: Run, *arguments: str) -> dict[str, list[str]]:
    """Paths by rule, of the rules that are not built in."""
    done = gxlint("check", "--format", "json", *arguments)
    found: list[dict[str, Any]] = json.loads(done.out)
    rules = {item["rule"] for item in found if "/" in item["rule"]}
    return {rule: [item["path"] for item in found if item["rule"] == rule] for rule in sorted(rules)}


ALL = ["有误.docx", "有误.md", "有误.txt"]


class TestLoading:
    def test_a_rule_in_a_file_is_local(self, gxlint: Run) -> None:
        write("规则/forbidden_words.py", RULE)
        write("gxlint.toml", 'plugins = ["规则/forbidden_words.py"]')
        assert local(gxlint) == {"local/forbidden-words": ALL}

    def test_several_files(self, gxlint: Run) -> None:
        write("forbidden_words.py", RULE)
        write("other-words.py", RULE)
        write("gxlint.toml", 'plugins = ["forbidden_words.py", "other-words.py"]')
        assert list(local(gxlint)) == ["local/forbidden-words", "local/other-words"]

    def test_a_folder_of_rules_has_its_own_name(self, gxlint: Run) -> None:
        write("青禾县/forbidden_words.py", RULE.replace("MESSAGE = ", "from ._shared import MESSAGE  # "))
        write("青禾县/_shared.py", 'MESSAGE = "县里的规则"')
        write("青禾县/深/deep_words.py", RULE)
        write("青禾县/深/__init__.py", "")
        write("gxlint.toml", 'plugins = ["青禾县/"]')
        assert list(local(gxlint)) == ["青禾县/deep-words", "青禾县/forbidden-words"]
        assert "县里的规则" in gxlint("check").out

    def test_a_package_of_rules(self, gxlint: Run) -> None:
        write("qinghe/__init__.py", '"""青禾县的规则。"""')
        write("qinghe/forbidden_words.py", RULE)
        write("gxlint.toml", 'plugins = ["qinghe"]')
        assert local(gxlint) == {"qinghe/forbidden-words": ALL}

    def test_a_module_with_hooks_has_its_own_name(self, gxlint: Run) -> None:
        write("brief.py", HOOKS)
        write("gxlint.toml", 'plugins = ["brief.py"]')
        assert gxlint("check", "--format", "brief", "正确.md").out == "正确.md 0\n"

    def test_relative_to_the_file_that_names_it(self, gxlint: Run) -> None:
        write("公用/规则/forbidden_words.py", RULE)
        write("公用/公用.toml", 'plugins = ["规则/forbidden_words.py"]')
        write("gxlint.toml", 'extend = "公用/公用.toml"')
        assert local(gxlint) == {"local/forbidden-words": ALL}

    def test_only_where_the_configuration_counts(self, gxlint: Run) -> None:
        write("甲/forbidden_words.py", RULE)
        write("甲/gxlint.toml", 'plugins = ["forbidden_words.py"]')
        Path("甲", "草稿.md").write_bytes(Path("有误.md").read_bytes())
        assert local(gxlint) == {"local/forbidden-words": ["甲/草稿.md"]}
        assert local(gxlint, "--select", "local/*") == {"local/forbidden-words": ["甲/草稿.md"]}
        assert local(gxlint, "--no-config") == {}

    def test_nothing_is_left_in_the_folder(self, gxlint: Run) -> None:
        write("规则/forbidden_words.py", RULE)
        write("gxlint.toml", 'plugins = ["规则"]')
        gxlint("check")
        assert [path.name for path in Path("规则").iterdir()] == ["forbidden_words.py"]

    def test_a_rule_that_was_saved_is_read_again(self, gxlint: Run) -> None:
        write("规则/forbidden_words.py", RULE)
        write("gxlint.toml", 'plugins = ["规则"]')
        assert "本地规则" in gxlint("check").out
        write("规则/forbidden_words.py", RULE.replace("本地规则", "改过规则"))
        assert "改过规则" in gxlint("check").out


class TestConfiguring:
    @pytest.fixture(autouse=True)
    def _plugin(self, _clean: None) -> None:
        write("规则/forbidden_words.py", RULE)

    @pytest.mark.parametrize(
        ("text", "rules"),
        [
            ('ignore = ["规则/forbidden-words"]', []),
            ('ignore = ["规则/*"]', []),
            ('ignore = ["wording"]', []),
            ('select = ["规则/*"]', ["规则/forbidden-words"]),
            ('[severity]\n"规则/*" = "off"', []),
            ('[per-file-ignores]\n"有误.*" = ["规则/*"]', []),
            ('[rules."规则/forbidden-words"]\nwords = ["没有的词"]', []),
        ],
    )
    def test_by_its_namespace(self, gxlint: Run, text: str, rules: list[str]) -> None:
        write("gxlint.toml", 'plugins = ["规则"]\n' + text)
        assert list(local(gxlint)) == rules

    def test_severity(self, gxlint: Run) -> None:
        write("gxlint.toml", 'plugins = ["规则"]\nselect = ["规则/*"]\n[severity]\n"规则/*" = "error"')
        assert {item["severity"] for item in json.loads(gxlint("check", "--format", "json").out)} == {"error"}

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ('ignore = ["规则/forbiden-words"]', "是不是 规则/forbidden-words？"),
            ('[rules."规则/forbidden-words"]\nwords = 3', "规则 规则/forbidden-words 的选项 words 应是一列值"),
            ('[rules."规则/forbidden-words"]\nword = []', "没有选项 word；它的选项是：words"),
        ],
    )
    def test_mistakes(self, gxlint: Run, text: str, message: str) -> None:
        write("gxlint.toml", 'plugins = ["规则"]\n' + text)
        done = gxlint("check")
        assert (done.status, done.out) == (2, "")
        assert message in done.err

    def test_it_is_listed_and_explained_and_shown(self, gxlint: Run) -> None:
        write("gxlint.toml", 'plugins = ["规则"]\n')
        assert "规则/forbidden-words" in gxlint("rules").out
        assert "不写的词。" in gxlint("explain", "规则/forbidden-words").out
        assert 'rules."规则/forbidden-words".words = ["81条"]  # 默认' in gxlint("config").out
        assert "规则/forbidden-words" in gxlint("config", "--schema").out
        assert "规则/forbidden-words" not in gxlint("rules", "--no-config").out


class TestFailing:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
            ("def check(:", "SyntaxError: "),
            ("raise SystemExit(3)", "SystemExit: 3"),
            ("def check(document): ...", "@rule(…)"),
            (RULE.replace("document: Document", "document: bytes"), "check 的第一个参数应标注为 Document、Report"),
        ],
    )
    def test_it_is_told_once_and_everything_else_goes_on(self, gxlint: Run, text: str, reason: str) -> None:
        write("规则/bad.py", text)
        write("规则/good.py", RULE)
        for plugins in ('["规则/bad.py", "规则/good.py"]', '["规则"]'):
            write("gxlint.toml", f"plugins = {plugins}\n")
            done = gxlint("check", "--format", "json")
            assert done.status == 2
            found = json.loads(done.out)
            (crash,) = [item for item in found if item["rule"] == "internal-error"]
            assert reason in crash["message"]
            assert {item["path"] for item in found if item["rule"].endswith("/good")} == set(ALL)

    def test_it_is_named_by_its_path(self, gxlint: Run) -> None:
        write("规则/bad.py", "raise RuntimeError('数据库连不上')")
        write("gxlint.toml", 'plugins = ["规则"]\n')
        done = gxlint("check", "正确.md")
        assert done.status == 2
        assert "插件 规则/bad.py 无法加载，其余部分不受影响：RuntimeError: 数据库连不上" in done.out
        for command in ("rules", "config"):
            shown = gxlint(command)
            assert shown.status == 0
            assert "插件 规则/bad.py 无法加载" in shown.err
        fixing = gxlint("fix", "正确.md")
        assert fixing.status == 2
        assert "插件 规则/bad.py 无法加载" in fixing.err

    def test_settings_of_its_rules_are_no_mistake(self, gxlint: Run) -> None:
        write("规则/bad.py", "raise RuntimeError")
        write("gxlint.toml", 'plugins = ["规则/bad.py"]\nignore = ["local/bad"]\n[rules."local/bad"]\nwords = 3\n')
        done = gxlint("check", "正确.md")
        assert done.status == 2
        assert "插件 规则/bad.py 无法加载" in done.out

    def test_what_is_no_plugin(self, gxlint: Run) -> None:
        write("说明.txt", "")
        write("没有规则.py", "x = 1")
        Path("空").mkdir()
        write("gxlint.toml", 'plugins = ["说明.txt", "空", "没有规则.py"]\n')
        done = gxlint("check", "正确.md")
        assert done.status == 2
        assert "插件 说明.txt 无法加载，其余部分不受影响：不是规则文件（.py、.toml），也不是文件夹" in done.out
        assert "文件里没有规则：需要一个带 @rule(…) 的函数 check" in done.out
        assert "插件 空 无法加载，其余部分不受影响：文件夹里没有规则文件" in done.out

    def test_two_of_the_same_name(self, gxlint: Run) -> None:
        write("甲/规则/words.py", RULE)
        write("乙/规则/words.py", RULE)
        write("gxlint.toml", 'plugins = ["甲/规则", "乙/规则"]\n')
        done = gxlint("check", "正确.md")
        assert done.status == 2
        assert "已有名为“规则”的插件" in done.out


def test_whoever_does_not_trust_a_folder_runs_nothing_of_it(folder: Path) -> None:
    write("规则/words.py", "raise RuntimeError")
    write("gxlint.toml", 'plugins = ["规则"]\nignore = ["规则/words", "misused-jiezhi"]\n')
    linter = Linter(config=Nearest(), trusting=False)
    assert "misused-jiezhi" not in [item.rule for item in linter.path("有误.md").diagnostics]
    assert not [name for name in sys.modules if name.startswith("gxlint_local_")]
