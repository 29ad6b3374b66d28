from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from gxlint.api import Linter
from gxlint.document import Document
from gxlint.engine import Status
from gxlint.findings import Finding, Severity
from gxlint.form.report import Form, Report
from gxlint.parsers.base import Parser
from gxlint.plugins import DeferredParser, hookimpl
from gxlint.plugins.builtin import BuiltIn
from gxlint.plugins.registry import Registry
from gxlint.plugins.vetting_rules import subject_of
from gxlint.reporters.base import Format
from gxlint.rule import Rule

DRAFT = "# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年公开信息81条。\n"


def _silent(document: Document) -> Iterator[Finding]:
    return iter(())


def a_rule(id: str, check: Callable[..., Iterator[Finding]] = _silent) -> Rule:
    return Rule(id, "wording", Severity.WARNING, (), check)


class Rules:
    def __init__(self, *rules: object) -> None:
        self._rules = rules

    @hookimpl
    def gxlint_rules(self) -> Iterable[object]:
        yield from self._rules


def loaded(**plugins: object) -> Registry:
    return Registry(plugins.items(), installed=False)


def failures(registry: Registry) -> list[tuple[str, str]]:
    return [(plugin, str(error)) for plugin, error in registry.failures]


class TestRules:
    def test_those_of_a_plugin_get_its_namespace(self) -> None:
        registry = loaded(ningxia=Rules(a_rule("missing-hotline")))
        assert "ningxia/missing-hotline" in registry.rules
        assert registry.rules["ningxia/missing-hotline"].id == "ningxia/missing-hotline"
        assert registry.failures == ()

    def test_a_namespace_already_there_is_not_doubled(self) -> None:
        assert "ningxia/missing-hotline" in loaded(ningxia=Rules(a_rule("ningxia/missing-hotline"))).rules

    def test_a_plugin_cannot_replace_a_built_in_rule(self) -> None:
        registry = loaded(ningxia=Rules(a_rule("internal-error")))
        assert registry.rules["internal-error"].check is not _silent

    @pytest.mark.parametrize("id", ["other/missing-hotline", "has space", "", "a/b/c"])
    def test_a_bad_id_is_refused_and_named(self, id: str) -> None:
        registry = loaded(ningxia=Rules(a_rule(id), a_rule("good")))
        assert "ningxia/good" in registry.rules
        assert failures(registry) == [("ningxia", f"规则编号“{id}”只能由字母、数字、下划线和短横线组成")]

    def test_the_second_of_two_alike_is_refused(self) -> None:
        registry = loaded(ningxia=Rules(a_rule("twice"), a_rule("twice"), a_rule("good")))
        assert "ningxia/good" in registry.rules
        assert failures(registry) == [("ningxia", "已有编号为“ningxia/twice”的规则")]

    def test_what_is_no_rule_is_refused(self) -> None:
        registry = loaded(ningxia=Rules("not a rule", a_rule("good")))
        assert "ningxia/good" in registry.rules
        assert failures(registry) == [("ningxia", "gxlint_rules 给出的不是规则：'not a rule'")]

    def test_a_rule_must_say_what_it_reads(self) -> None:
        def check(document: bytes) -> Iterator[Finding]:
            return iter(())

        registry = loaded(ningxia=Rules(a_rule("odd", check)))
        assert "ningxia/odd" not in registry.rules
        assert "Document、Report" in failures(registry)[0][1]

    def test_the_annotation_binds(self) -> None:
        def one(report: Report) -> Iterator[Finding]:
            return iter(())

        def all_(reports: Sequence[Report]) -> Iterator[Finding]:
            return iter(())

        assert subject_of(a_rule("a")) == (Document, False)
        assert subject_of(a_rule("b", one)) == (Report, False)
        assert subject_of(a_rule("c", all_)) == (Report, True)


class TestIsolation:
    def test_a_plugin_that_fails_harms_no_other(self) -> None:
        class Bad:
            @hookimpl
            def gxlint_rules(self) -> Iterable[Rule]:
                yield a_rule("before-the-crash")
                raise RuntimeError("数据库连不上")

        registry = loaded(first=Rules(a_rule("one")), bad=Bad(), last=Rules(a_rule("two")))
        assert {"first/one", "last/two", "bad/before-the-crash"} <= set(registry.rules)
        assert failures(registry) == [("bad", "数据库连不上")]

    def test_even_one_that_wants_to_leave(self) -> None:
        class Bad:
            @hookimpl
            def gxlint_rules(self) -> Iterable[Rule]:
                raise SystemExit(3)

        registry = loaded(bad=Bad(), good=Rules(a_rule("one")))
        assert "good/one" in registry.rules
        assert [plugin for plugin, _ in failures(registry)] == ["bad"]

    def test_the_failure_is_a_diagnostic_and_drafts_are_linted(self, tmp_path: Path) -> None:
        class Bad:
            @hookimpl
            def gxlint_rules(self) -> Iterable[Rule]:
                raise RuntimeError("数据库连不上")

        draft = tmp_path / "草稿.md"
        draft.write_text(DRAFT, encoding="utf-8")
        results = list(Linter(registry=loaded(bad=Bad())).paths([str(draft)]))
        assert [result.status for result in results[:2]] == [Status.RUN, Status.LINTED]
        (failure,) = results[0].diagnostics
        assert failure.rule == "internal-error"
        assert failure.severity is Severity.ERROR
        assert "插件 bad" in failure.message
        assert "RuntimeError: 数据库连不上" in failure.message
        assert results[1].diagnostics

    def test_a_misspelt_hook_is_refused(self) -> None:
        class Bad:
            @hookimpl
            def gxlint_rule(self) -> Iterable[Rule]:
                return []

        registry = loaded(bad=Bad(), good=Rules(a_rule("one")))
        assert "good/one" in registry.rules
        ((plugin, message),) = failures(registry)
        assert plugin == "bad"
        assert "gxlint_rule" in message

    def test_a_hook_with_an_unknown_argument_is_refused(self) -> None:
        class Bad:
            @hookimpl
            def gxlint_rules(self, config: object) -> Iterable[Rule]:
                return [a_rule("never")]

        registry = loaded(bad=Bad(), good=Rules(a_rule("one")))
        assert set(registry.rules) >= {"good/one"}
        assert "bad/never" not in registry.rules
        assert [plugin for plugin, _ in failures(registry)] == ["bad"]

    def test_a_plugin_without_hooks_is_pointed_out(self) -> None:
        class Forgetful:
            def gxlint_rules(self) -> Iterable[Rule]:
                return [a_rule("never")]

        assert failures(loaded(forgetful=Forgetful())) == [("forgetful", "插件没有任何带 @hookimpl 的函数")]

    @pytest.mark.parametrize("name", ["gxlint", "has space", "a/b"])
    def test_a_name_that_is_taken_or_malformed_is_refused(self, name: str) -> None:
        registry = Registry([(name, Rules(a_rule("one")))], installed=False)
        assert f"{name}/one" not in registry.rules
        assert [plugin for plugin, _ in failures(registry)] == [name]


class TestOtherHooks:
    def test_parser_form_and_format_can_be_added(self) -> None:
        class Plugin:
            @hookimpl
            def gxlint_parsers(self) -> Iterable[Parser | DeferredParser]:
                yield DeferredParser("pages", (".pages",), "nowhere:PagesParser")

            @hookimpl
            def gxlint_forms(self) -> Iterable[Form]:
                yield LawReport()

            @hookimpl
            def gxlint_reporters(self) -> Iterable[Format]:
                yield Format("short", "一行一个", lambda stream, style, rules: pytest.fail("not opened"))

        registry = loaded(law=Plugin())
        assert registry.parser_name("报告.PAGES") == "pages"
        assert list(registry.forms) == ["law", "disclosure"], "a plugin's form is asked first"
        assert {"text", "json", "short"} <= set(registry.formats)
        assert registry.kinds == ("law", "disclosure", "document", "none")

    def test_what_is_taken_stays(self) -> None:
        class Plugin:
            @hookimpl
            def gxlint_parsers(self) -> Iterable[Parser | DeferredParser]:
                yield DeferredParser("markdown", (".mdx",), "nowhere:Parser")
                yield DeferredParser("other", (".md",), "nowhere:Parser")

            @hookimpl
            def gxlint_reporters(self) -> Iterable[Format]:
                yield Format("json", "", lambda stream, style, rules: pytest.fail("not opened"))

        registry = loaded(greedy=Plugin())
        assert registry.parser_name("a.md") == "markdown"
        assert registry.parser_name("a.mdx") is None
        assert [message for _, message in failures(registry)] == [
            "名称“markdown”已被占用",
            "名称“.md”已被占用",
            "名称“json”已被占用",
        ]

    def test_a_deferred_parser_says_of_itself_what_it_was_said_to_be(self) -> None:
        for deferred in BuiltIn().gxlint_parsers():
            assert isinstance(deferred, DeferredParser)
            parser = deferred.load()
            assert (parser.name, set(parser.suffixes)) == (deferred.name, set(deferred.suffixes))


class LawReport:
    id = "law"
    name = "法治政府建设年度报告"
    subject = Report

    def recognises(self, document: Document, path: str) -> bool:
        return False

    def read(self, document: Document) -> Report:
        raise AssertionError("not recognised")


def test_built_in_rules_have_no_failures() -> None:
    assert Registry(installed=False).failures == ()
