"""Rules that crash, or say what makes no sense."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from gxlint.document import Document
from gxlint.engine import Engine
from gxlint.filters import Filter
from gxlint.findings import Edit, Finding, Fix, Related, Severity
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings
from gxlint.text import Source, Span

from .engines import TEXT, Plugin, finds_year, lint, ours, parsed

LONG = len(TEXT)


def crashes_late(document: Document) -> Iterator[Finding]:
    yield Finding(Span(0, 2), "崩溃之前")
    raise ValueError("表头\n没有了")


class TestCrashes:
    def test_what_was_found_before_stays_and_others_go_on(self) -> None:
        result = lint(Plugin(crashes_late, finds_year))
        messages = [(item.rule, item.message) for item in ours(result)]
        assert ("ours/crashes-late", "崩溃之前") in messages
        assert ("ours/finds-year", "年份") in messages
        (crash,) = [item for item in result.diagnostics if item.rule == "internal-error"]
        assert crash.severity is Severity.ERROR
        assert crash.path == "草稿.md"
        assert crash.span is None
        assert crash.message == "规则 ours/crashes-late 运行出错，其余规则不受影响：ValueError: 表头 没有了"

    def test_also_where_the_rule_wants_to_leave(self) -> None:
        def leaves(document: Document) -> Iterator[Finding]:
            raise SystemExit(0)

        assert "SystemExit" in ours(lint(Plugin(leaves)))[0].message

    def test_the_keyboard_interrupts(self) -> None:
        def interrupted(document: Document) -> Iterator[Finding]:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            lint(Plugin(interrupted))

    @pytest.mark.parametrize(
        "settings",
        [
            Settings(ignore=("internal-error", "document")),
            Settings(severities={"internal-error": None, "document": Severity.INFO}),
            Settings(select=("ours/crashes-late",)),
        ],
    )
    def test_cannot_be_switched_off(self, settings: Settings) -> None:
        (crash,) = [item for item in lint(Plugin(crashes_late), settings).diagnostics if item.rule == "internal-error"]
        assert crash.severity is Severity.ERROR

    def test_a_filter_does_not_see_them(self) -> None:
        registry = Registry([("ours", Plugin(crashes_late))], installed=False)
        result = Engine(registry).lint(parsed()).filtered([Filter("nothing", lambda source, diagnostics: [])])
        assert [item.rule for item in result.diagnostics] == ["internal-error"]

    def test_the_traceback_goes_to_the_log(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG, logger="gxlint"):
            lint(Plugin(crashes_late))
        assert "in crashes_late" in caplog.text


def _findings(*findings: object) -> Plugin:
    def odd(document: Document) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "好的")
        yield from findings  # type: ignore[misc]  # what a careless author may yield
        yield Finding(Span(1, 2), "后面的")

    return Plugin(odd)


@pytest.mark.parametrize(
    ("finding", "fault"),
    [
        (Finding(Span(0, LONG + 1), "过了"), "不在文稿的"),
        (Finding(Span(-1, 3), "负"), "不在文稿的"),
        (Finding(Span(5, 3), "倒"), "不在文稿的"),
        (Finding((0, 1), "不是 Span"), "应是 Span"),  # type: ignore[arg-type]  # a careless author
        (Finding(Span(0.5, 1), "半个字"), "应是 Span"),  # type: ignore[arg-type]  # a careless author
        ("一句话", "应给出 Finding"),
        (None, "应给出 Finding"),
        (Finding(Span(0, 1), None), "应给出 Finding"),  # type: ignore[arg-type]  # a careless author
        (Finding(Span(0, 1), "相关", related=(Related(Span(0, LONG + 9), ""),)), "不在文稿的"),
        (Finding(Span(0, 1), "修复", fixes=(Fix.replace(Span(0, LONG + 9), "", ""),)), "不在文稿的"),
        (
            Finding(Span(0, 1), "重叠", fixes=(Fix("", (Edit(Span(0, 3), "a"), Edit(Span(2, 4), "b"))),)),
            "两个位置重叠",
        ),
        (Finding(Span(0, 1), "别处", source=Source("别的文稿")), "source"),
    ],
)
def test_a_finding_that_makes_no_sense_is_the_rules_fault(finding: object, fault: str) -> None:
    found = ours(lint(_findings(finding)))
    assert [item.message for item in found if item.rule == "ours/odd"] == ["好的", "后面的"]
    (crash,) = [item for item in found if item.rule == "internal-error"]
    assert "规则 ours/odd" in crash.message
    assert fault in crash.message


def test_edits_that_touch_are_fine() -> None:
    fix = Fix("", (Edit(Span(2, 4), "b"), Edit(Span(0, 2), "a"), Edit(Span(4, 4), "c")))
    assert [item.rule for item in ours(lint(_findings(Finding(Span(0, 1), "挨着", fixes=(fix,)))))] == ["ours/odd"] * 3
