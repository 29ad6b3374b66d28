"""The command line in English."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gxlint.cli.main import ENTRIES
from gxlint.i18n import speaking
from gxlint.options import options_of
from gxlint.rule import Rule
from gxlint.testing.running import built_in_registry
from tests.cli.conftest import Run
from tests.foreign import CHINESE, EXAMPLES, FULL_WIDTH, foreign

RULES = built_in_registry().rules


def test_help_is_english(gxlint: Run) -> None:
    assert not CHINESE.search(gxlint("--help", "--lang", "en").out)
    for name in ENTRIES:
        done = gxlint(name, "--help", "--lang=en")
        assert (done.status, CHINESE.findall(done.out), FULL_WIDTH.findall(done.out)) == (0, [], [])
        assert done.out.startswith(f"Usage: gxlint {name}")
    assert gxlint("check", "--help").out.startswith("用法：")


@pytest.mark.parametrize(
    "arguments", [("--lagn",), ("chek",), ("explain",), ("explain", "x"), ("check", "--kind", "x"), ("--lang",)]
)
def test_complaints_are_english(gxlint: Run, arguments: tuple[str, ...]) -> None:
    done = gxlint("--lang", "en", *arguments)
    assert (done.status, CHINESE.findall(done.err)) == (2, [])


def test_rules_are_english(gxlint: Run) -> None:
    assert foreign(gxlint("rules", "--lang", "en").out) == []
    for rule in json.loads(gxlint("rules", "--lang", "en", "--format", "json").out):
        shown = [rule["summary"], *(option["doc"] for option in rule["options"])]
        assert [words for text in shown for words in foreign(text)] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_explanations_are_english_as_far_as_they_go(gxlint: Run, rule: Rule) -> None:
    done = gxlint("explain", rule.id, "--lang", "en")
    head, notice, _documentation = done.out.partition("available in Chinese only:")
    assert notice
    assert foreign(re.sub(r"(?m)^Basis: .*$", "", head)) == []
    with speaking("en"):
        assert [words for option in options_of(rule) for words in foreign(option.doc)] == []


@pytest.mark.parametrize("name", ["show", "check"])
def test_reports_are_english(gxlint: Run, name: str) -> None:
    for path in EXAMPLES:
        draft = gxlint("show", str(path), "--text").out + path.name
        done = gxlint(name, str(path), "--lang", "en")
        lines = [line for line in done.out.splitlines() if not line.lstrip(" │").startswith("At: ")]
        assert [words for line in lines for words in foreign(line, draft)] == []


def test_the_environment_chooses_too_and_the_command_line_has_the_last_word(
    gxlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GXLINT_LANG", "en")
    assert gxlint("check", "--help").out.startswith("Usage:")
    assert gxlint("check", "--help", "--lang", "zh").out.startswith("用法：")


def test_an_unknown_language_is_refused(gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert gxlint("rules", "--lang", "fr").err.startswith("用法有误：--lang 只能是 zh、en")
    monkeypatch.setenv("GXLINT_LANG", "fr")
    assert gxlint("rules").status == 2


class TestConfiguration:
    @pytest.fixture(autouse=True)
    def configured(self, folder: Path) -> None:
        (folder / "gxlint.toml").write_text('lang = "en"\n', encoding="utf-8")

    def test_it_chooses_where_nobody_else_did(self, gxlint: Run) -> None:
        assert "Checked 1 file, found 1 problem:" in gxlint("check", "有误.md").out
        assert "1 problem in 1 file could be fixed" in gxlint("fix", "--dry-run", "有误.md").out

    def test_the_command_line_comes_first(self, gxlint: Run) -> None:
        assert "应为“截至”" in gxlint("check", "有误.md", "--lang", "zh").out
        assert "应为“截至”" in gxlint("--lang", "zh", "check", "有误.md").out

    def test_the_environment_comes_before_it(self, gxlint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GXLINT_LANG", "zh")
        assert "应为“截至”" in gxlint("check", "有误.md").out

    def test_it_ends_with_the_run(self, gxlint: Run, folder: Path) -> None:
        gxlint("check", "有误.md")
        (folder / "gxlint.toml").unlink()
        assert "应为“截至”" in gxlint("check", "有误.md").out
