"""Two languages: nothing untranslated, nothing translated that belongs into a draft."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest

import gxlint
from gxlint.api import Linter
from gxlint.findings import Diagnostic
from gxlint.i18n import LANGUAGES, SOURCE, _, language, later, speak, speaking, spoken_in, translated
from gxlint.locale import upkeep
from gxlint.locale.catalogue import catalogue
from gxlint.locale.extraction import Message, faults, messages, notes, placeholders
from gxlint.rule import Rule
from gxlint.testing.notation import read_examples
from gxlint.testing.running import Bench, built_in_registry
from gxlint.testing.trials import Trial
from tests.foreign import EXAMPLES, FULL_WIDTH, QUOTED, foreign

RULES = built_in_registry().rules


@cache
def sources() -> list[Path]:
    return list(upkeep.sources())


class TestCatalogue:
    @pytest.fixture(params=upkeep.TRANSLATIONS)
    def spoken(self, request: pytest.FixtureRequest) -> str:
        return str(request.param)

    def test_it_has_each_message_and_no_other(self, spoken: str) -> None:
        wanted = {message.id for message in upkeep.template(sources()) if message.id}
        known = {message.id for message in upkeep.read(spoken) if message.id}
        assert (wanted - known, known - wanted) == (set(), set()), "run `make messages`"
        assert not upkeep.read(spoken).obsolete

    def test_every_message_is_translated(self, spoken: str) -> None:
        assert upkeep.missing(upkeep.read(spoken)) == []

    def test_the_compiled_catalogue_is_up_to_date(self, spoken: str) -> None:
        compiled = GNUTranslations(BytesIO(upkeep.compiled(upkeep.read(spoken))))
        for message in upkeep.read(spoken):
            shipped = catalogue(spoken).message(str(message.id), {}) if message.id else ""
            assert not message.id or shipped == compiled.gettext(str(message.id)), "run `make messages`"

    def test_there_is_one_for_each_language(self) -> None:
        assert {SOURCE, *upkeep.TRANSLATIONS} == set(LANGUAGES)

    def test_placeholders_agree(self, spoken: str) -> None:
        filled = {message.text for path in sources() if path.suffix == ".py" for message in _messages(path)}
        for message in upkeep.read(spoken):
            if message.id in filled and message.string and not message.fuzzy:
                assert placeholders(str(message.string)) == placeholders(str(message.id)), message.id

    def test_english_is_english(self) -> None:
        for message in upkeep.read("en"):
            if message.id:
                assert foreign(str(message.string)) == [], message.id
                assert not FULL_WIDTH.search(QUOTED.sub("", str(message.string))), message.string


def _messages(path: Path) -> Iterator[Message]:
    return (message for message in messages(path.read_text(encoding="utf-8")) if message.filled)


class TestExtraction:
    @pytest.mark.parametrize(
        "path", [path for path in sources() if path.suffix == ".py" and path.name != "i18n.py"], ids=str
    )
    def test_every_message_can_be_translated(self, path: Path) -> None:
        assert list(faults(path.read_text(encoding="utf-8"))) == []

    @pytest.mark.parametrize(
        ("code", "fault"),
        [
            ('def f(n): return _(f"共{n}件")', "not a literal text"),
            ("def f(text): return _(text)", "not a literal text"),
            ('NAMES = {"a": _("甲")}', "no language is known at import: write later()"),
            ('@option(help=_("说明"))\ndef f(): ...', "no language is known at import: write later()"),
            ('def f(name=_("甲")): ...', "no language is known at import: write later()"),
            ('def f(): return _("写成 {{a}}")', "doubled braces without placeholders are shown doubled"),
            ('def f(): return _("共{n}件", count=1)', "placeholders and values differ"),
        ],
    )
    def test_what_cannot_be_is_found(self, code: str, fault: str) -> None:
        assert [found.text for found in faults(code)] == [fault]

    @pytest.mark.parametrize(
        "code",
        [
            'NAMES = {"a": later("甲")}',
            'def f(n): return _("共{n}件", n=n)',
            'def f(facts): return _("共{n}件", **facts)',
            'KEY = lambda: _("甲")',
            'def f():\n    def g(): return _("甲")',
        ],
    )
    def test_what_can_be_is_not(self, code: str) -> None:
        assert list(faults(code)) == []

    def test_a_rule_is_documented_in_messages(self) -> None:
        code = (
            '"""摘要。\n\n说明。"""\n@dataclass\nclass Options:\n    """选项。"""\n    most: int = 3\n'
            '    """最多几个。"""\n'
            '@rule(category="x", options=Options)\ndef check(report): yield Finding(_("甲"\n"乙"))\n'
        )
        assert {message.text for message in messages(code)} == {"摘要。", "最多几个。", "甲乙"}
        assert [message.text for message in messages('"""模块。"""\nclass A:\n    """类。"""')] == []

    def test_notes_in_word_lists_are_messages(self) -> None:
        assert [(note.text, note.line) for note in notes("# 说\n错 对 须核对 说明=“错”不通\n")] == [("“错”不通", 2)]


class TestLanguage:
    def test_chinese_is_spoken_where_nobody_chose(self) -> None:
        assert language() == "zh"
        assert _("没有这条规则") == "没有这条规则"

    def test_a_language_ends_with_its_block(self) -> None:
        with speaking("en"):
            speak("zh")
            speak("en")
        assert language() == "zh"

    def test_an_unknown_one_is_refused(self) -> None:
        with pytest.raises(ValueError, match="fr"):
            speak("fr")

    def test_requests_at_the_same_time_keep_theirs(self) -> None:
        async def request(name: str) -> list[str]:
            speak(name)
            heard = []
            for _turn in range(3):
                heard.append(_("已中断"))
                await asyncio.sleep(0)
            return heard

        async def both() -> list[list[str]]:
            return list(await asyncio.gather(request("zh"), request("en")))

        assert asyncio.run(both()) == [["已中断"] * 3, ["Interrupted"] * 3]
        assert language() == "zh"

    def test_what_is_written_down_at_import_is_translated_when_shown(self) -> None:
        text = later("已中断")
        with speaking("en"):
            assert (text, translated(text)) == ("已中断", "Interrupted")

    def test_numbers_choose_their_words(self) -> None:
        with speaking("en"):
            several = [_("{count} 个文件跳过：没有内容。", count=count) for count in (0, 1, 2)]
        assert several == ["0 files skipped: empty.", "1 file skipped: empty.", "2 files skipped: empty."]

    def test_what_no_catalogue_has_stays(self) -> None:
        with speaking("en"):
            assert translated("插件自己的话") == "插件自己的话"
            assert translated("") == ""

    @pytest.mark.parametrize(
        ("locale", "spoken"),
        [("zh-cn", "zh"), ("zh", "zh"), ("zh-TW", "zh"), ("en", "en"), ("en-GB", "en"), ("de", "en")],
    )
    def test_of_an_editor(self, locale: str, spoken: str) -> None:
        assert spoken_in(locale) == spoken
        assert spoken in LANGUAGES

    def test_chinese_costs_nothing(self) -> None:
        code = "import sys; from gxlint.i18n import _; _('应为 {n}', n=1); print('gxlint.locale' in sys.modules)"
        assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"

    def test_english_from_a_zip(self, tmp_path: Path) -> None:
        package = Path(gxlint.__file__).parent
        archive = tmp_path / "gxlint.zip"
        with zipfile.ZipFile(archive, "w") as file:
            for path in [package / "__init__.py", package / "i18n.py", *(package / "locale").rglob("*")]:
                file.write(path, path.relative_to(package.parent))
        code = "import gxlint.i18n as i18n; i18n.speak('en'); print(i18n.__file__, i18n._('已中断'))"
        environment = {**os.environ, "PYTHONPATH": str(archive)}
        done = subprocess.check_output([sys.executable, "-c", code], env=environment, cwd=tmp_path, text=True)
        assert done.split()[0].startswith(str(archive))
        assert done.split()[1] == "Interrupted"


def told(diagnostic: Diagnostic) -> list[str]:
    """All that a finding says."""
    places = [place.message for place in diagnostic.related]
    return [diagnostic.message, *places, *(fix.title for fix in diagnostic.fixes)]


class TestFindings:
    @pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
    def test_of_every_rule_are_english_and_mend_in_chinese(self, rule: Rule) -> None:
        for example in read_examples(rule.doc):
            if not example.bad:
                continue
            chinese = Trial(Bench(rule), example)
            assert chinese.found
            english = Trial(Bench(rule), example, "en")
            assert english.found
            assert english.edits == chinese.edits
            assert [finding.span for finding in english.found] == [finding.span for finding in chinese.found]
            for finding in english.found:
                assert [words for text in told(finding) for words in foreign(text, english.spliced.text)] == []

    def test_of_the_example_drafts_are_english(self) -> None:
        linter = Linter()
        for path in EXAMPLES:
            with speaking("en"):
                result = linter.path(str(path))
            assert result.diagnostics
            assert result.document
            for finding in result.diagnostics:
                assert [words for text in told(finding) for words in foreign(text, result.document.text)] == []
