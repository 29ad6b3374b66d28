"""What a plugin may bring besides rules, parsers, forms and formats: words, translations; and for which gxlint."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gxlint.api import Linter
from gxlint.cli.main import main
from gxlint.config.finding import Nearest
from gxlint.i18n import speaking
from gxlint.plugins import INTERFACE, WordFile, hookimpl
from gxlint.plugins.registry import Registry
from gxlint.testing import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN
from tests.test_plugins import Rules, a_rule, failures, loaded

RULE = '''"""缺少热线。

## 说明
写明“12345”。
"""

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.text import Span


class Options(NamedTuple):
    number: str = "12345"
    """热线的号码。"""


@rule(category="wording", severity=Severity.WARNING, options=Options)
def check(document: Document, options: Options) -> Iterator[Finding]:
    yield Finding(Span(0, 1), _("缺少热线{number}", number=options.number))
'''
INIT = """from pathlib import Path

from gxlint.plugins import WordFile, hookimpl, walk_rules

here = Path(__file__).parent


@hookimpl
def gxlint_rules():
    import sys

    return walk_rules(sys.modules[__name__])


@hookimpl
def gxlint_translations():
    return here / "locale"


@hookimpl
def gxlint_word_lists():
    yield WordFile("misspelling", here / "错字.txt")
"""
WRONG = CorrectReport().with_paragraph("一", "布署工作，对接云溪掌上通。")


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A local plugin with its catalogue, made and translated as its author would."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "qinghe"
    folder.mkdir()
    (folder / "__init__.py").write_text(INIT, encoding="utf-8")
    (folder / "missing_hotline.py").write_text(RULE, encoding="utf-8")
    (folder / "错字.txt").write_text("云溪掌上通 掌上云溪通\n布署 -\n", encoding="utf-8")
    update(folder)
    catalogue = folder / "locale/en/LC_MESSAGES/qinghe.po"
    text = catalogue.read_text(encoding="utf-8")
    for chinese, english in (
        ("缺少热线。", "The hotline is missing."),
        ("缺少热线{number}", "hotline {number} missing"),
        ("热线的号码。", "Number of the hotline."),
    ):
        text = text.replace(f'msgid "{chinese}"\nmsgstr ""', f'msgid "{chinese}"\nmsgstr "{english}"')
    catalogue.write_text(text, encoding="utf-8")
    assert update(folder) == "All messages are translated.\n"
    (tmp_path / "草稿.md").write_bytes(PIPE_MARKDOWN.write(WRONG))
    (tmp_path / "gxlint.toml").write_text('plugins = ["qinghe"]\n', encoding="utf-8")
    yield folder
    for name in [name for name in sys.modules if name.startswith("gxlint_local_")]:
        del sys.modules[name]


def update(package: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "gxlint.locale", str(package)], capture_output=True, text=True, check=False
    )
    return done.stdout


def found() -> list[tuple[str, str]]:
    result = Linter(config=Nearest()).path("草稿.md")
    return [(item.rule, item.message) for item in result.diagnostics]


class TestWordLists:
    def test_a_plugin_adds_and_silences_words_of_a_built_in_rule(self, plugin: Path) -> None:
        assert ("misspelling", "“云溪掌上通”应为“掌上云溪通”") in found()
        assert not [message for _rule, message in found() if "布署" in message]

    def test_the_users_own_list_has_the_last_word(self, plugin: Path) -> None:
        Path("本机关.txt").write_text("布署 部署\n云溪掌上通 -\n", encoding="utf-8")
        Path("gxlint.toml").write_text(
            'plugins = ["qinghe"]\n[rules.misspelling]\nextra = "本机关.txt"\n', encoding="utf-8"
        )
        assert [message for rule, message in found() if rule == "misspelling"] == ["“布署”应为“部署”"]

    @pytest.mark.parametrize(
        ("rule", "text", "message"),
        [
            ("no-such-rule", b"", "词表是给规则 no-such-rule 的，但没有这条规则"),
            ("stale-year", b"", "规则 stale-year 不用词表；用词表的规则是：mangled-phrase、"),
            ("misspelling", "布署\n".encode(), "第1行：缺少正确写法"),
            ("misspelling", "布署 部署 限于=[\n".encode(), "不是正则表达式"),
            ("misspelling", "布署 部署\n".encode("gbk"), "不是 UTF-8 文本，请另存为 UTF-8"),
            ("misspelling", None, "读不出来"),
        ],
    )
    def test_a_list_that_is_none_is_named_and_harms_no_rule(
        self, tmp_path: Path, rule: str, text: bytes | None, message: str
    ) -> None:
        path = tmp_path / "词.txt"
        if text is not None:
            path.write_bytes(text)

        class Plugin:
            @hookimpl
            def gxlint_word_lists(self) -> Iterator[WordFile]:
                yield WordFile(rule, path)

        registry = loaded(qinghe=Plugin())
        ((name, told),) = failures(registry)
        assert name == "qinghe"
        assert message in told
        draft = PIPE_MARKDOWN.write(WRONG).decode()
        assert "misspelling" in [item.rule for item in Linter(registry=registry).text(draft).diagnostics]


class TestTranslations:
    def test_messages_and_documentation_are_translated(self, plugin: Path) -> None:
        with speaking("en"):
            assert ("qinghe/missing-hotline", "hotline 12345 missing") in found()
            linter = Linter(config=Nearest())
            linter.path("草稿.md")
            assert linter.rules["qinghe/missing-hotline"].summary == "The hotline is missing."
        assert ("qinghe/missing-hotline", "缺少热线12345") in found()

    def test_nobody_else_speaks_with_its_words(self, plugin: Path) -> None:
        rule = a_rule("other")
        registry = Registry([("other", Rules(rule))], installed=False)
        with speaking("en"):
            assert registry.rules["other/other"].translated("缺少热线。") == "缺少热线。"

    def test_a_translation_that_cannot_be_filled_in_gives_way_to_the_original(self, plugin: Path) -> None:
        catalogue = plugin / "locale/en/LC_MESSAGES/qinghe.po"
        text = catalogue.read_text(encoding="utf-8").replace("hotline {number}", "hotline {nummer}")
        catalogue.write_text(text, encoding="utf-8")
        update(plugin)
        with speaking("en"):
            assert ("qinghe/missing-hotline", "缺少热线12345") in found()

    @pytest.mark.parametrize(
        ("data", "message"),
        [(None, "里没有编译好的译文"), (b"msgid ''", "不是编译好的译文（.mo）；请重新编译")],
    )
    def test_catalogues_that_are_none_are_named(self, tmp_path: Path, data: bytes | None, message: str) -> None:
        if data is not None:
            (tmp_path / "en/LC_MESSAGES").mkdir(parents=True)
            (tmp_path / "en/LC_MESSAGES/x.mo").write_bytes(data)

        class Plugin:
            @hookimpl
            def gxlint_translations(self) -> Path:
                return tmp_path

        ((name, told),) = failures(loaded(qinghe=Plugin()))
        assert name == "qinghe"
        assert message in told


class TestInterface:
    @pytest.mark.parametrize(
        ("version", "message"),
        [
            (INTERFACE, ""),
            (INTERFACE + 1, "请升级 gxlint（pip install --upgrade gxlint）"),
            (0, "请升级这个插件"),
            ("1", "gxlint_interface 应是一个整数"),
        ],
    )
    def test_a_plugin_says_what_it_was_written_for(self, version: object, message: str) -> None:
        class Plugin(Rules):
            gxlint_interface = version

        registry = loaded(qinghe=Plugin(a_rule("one")), other=Rules(a_rule("two")))
        assert "other/two" in registry.rules
        assert ("qinghe/one" in registry.rules) == (not message)
        assert [(name, message in told) for name, told in failures(registry)] == [("qinghe", True)] * bool(message)

    def test_so_may_a_rule_in_a_file(self, plugin: Path) -> None:
        Path("rule.py").write_text(f"{RULE}\ngxlint_interface = {INTERFACE + 1}\n", encoding="utf-8")
        Path("gxlint.toml").write_text('plugins = ["rule.py"]\n', encoding="utf-8")
        linter = Linter(config=Nearest())
        linter.path("草稿.md")
        assert "local/rule" not in linter.rules
        (result,) = linter.engine("草稿.md").plugin_failures()
        assert "插件 rule.py 无法加载，其余部分不受影响：它按插件接口第" in result.diagnostics[0].message


def test_a_class_will_do_as_a_plugin() -> None:
    class Plugin:
        @hookimpl
        def gxlint_rules(self) -> Iterator[object]:
            yield a_rule("one")

    assert "qinghe/one" in loaded(qinghe=Plugin).rules


class TestSurfaces:
    """What a plugin brings is seen wherever what gxlint brings is."""

    @pytest.fixture
    def gxlint(self, plugin: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
        def run(*arguments: str) -> str:
            with pytest.raises(SystemExit):
                main(arguments)
            return capsys.readouterr().out

        return run

    def test_lists_explanations_and_the_schema(self, gxlint: Callable[..., str]) -> None:
        assert "qinghe/missing-hotline" in gxlint("rules")
        assert "The hotline is missing." in gxlint("rules", "--lang", "en")
        explained = gxlint("explain", "qinghe/missing-hotline", "--lang", "en")
        assert "Number of the hotline." in explained
        schema = json.loads(gxlint("config", "--schema"))
        options = schema["properties"]["rules"]["properties"]["qinghe/missing-hotline"]["properties"]
        assert options["number"] == {"description": "热线的号码。", "type": "string", "default": "12345"}

    def test_pages_of_its_own(self, gxlint: Callable[..., str], tmp_path: Path) -> None:
        gxlint("explain", "qinghe/*", "--pages", "网页")
        assert sorted(path.name for path in (tmp_path / "网页").iterdir()) == ["index.md", "qinghe.missing-hotline.md"]
        page = (tmp_path / "网页/qinghe.missing-hotline.md").read_text(encoding="utf-8")
        assert page.startswith("# qinghe/missing-hotline\n\n缺少热线。\n")
        assert "| `number` | `'12345'` | 热线的号码。 |" in page
        assert "(qinghe.missing-hotline.md)" in (tmp_path / "网页/index.md").read_text(encoding="utf-8")

    def test_a_page_of_nothing_is_refused(self, gxlint: Callable[..., str], tmp_path: Path) -> None:
        gxlint("explain", "qinghe/no-such", "--pages", "网页")
        assert not (tmp_path / "网页").exists()

    @pytest.mark.parametrize("name", ["qinghe/*", "qinghe/missing-hotline"])
    def test_suppressions(self, plugin: Path, name: str) -> None:
        draft = Path("草稿.md")
        draft.write_text(f"<!-- gxlint-disable-file {name}: 已核实 -->\n{draft.read_text('utf-8')}", encoding="utf-8")
        assert not {rule for rule, _message in found()} & {"qinghe/missing-hotline", "unused-suppression"}
