from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest

from gxlint.document import Document, Paragraph, Problem
from gxlint.engine import Engine, Result, Status
from gxlint.filters import Filter
from gxlint.findings import Diagnostic, Edit, Finding, Fix, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Condensed, Form, Report
from gxlint.gathered import Gathered
from gxlint.plugins import hookimpl
from gxlint.plugins.registry import Registry
from gxlint.rule import Citation, Rule
from gxlint.settings import DEFAULTS, Settings
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN
from gxlint.text import PlainText, Source, Span

TEXT = PIPE_MARKDOWN.write(CorrectReport()).decode()


class Plugin:
    def __init__(self, *checks: Callable[..., Iterator[Finding]], forms: Sequence[Form] = (), **fields: Any) -> None:
        self.checks = checks
        self.forms = forms
        self.fields = fields

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule]:
        for check in self.checks:
            rule = Rule(check.__name__.replace("_", "-"), "wording", Severity.WARNING, (), check)
            yield rule._replace(**self.fields)

    @hookimpl
    def gxlint_forms(self) -> Iterable[Form]:
        return self.forms


def parsed(text: str = TEXT, path: str = "草稿.md") -> Document:
    return Registry(installed=False).parser("markdown").parse(text.encode(), path)


def engine(plugin: Plugin, settings: Settings = DEFAULTS) -> Engine:
    return Engine(Registry([("ours", plugin)], installed=False), settings)


def lint(plugin: Plugin, settings: Settings = DEFAULTS, document: Document | None = None) -> Result:
    return engine(plugin, settings).lint(document or parsed())


def ours(result: Result) -> list[Diagnostic]:
    return [item for item in result.diagnostics if item.rule.startswith("ours/") or item.rule == "internal-error"]


def finds_year(document: Document) -> Iterator[Finding]:
    for found in document.prose.find("2024"):
        yield Finding(found.span, "年份")


class TestBinding:
    def test_a_rule_gets_what_its_annotation_names(self) -> None:
        got: list[object] = []

        def any_file(document: Document) -> Iterator[Finding]:
            got.append(document)
            return iter(())

        def any_report(report: Report) -> Iterator[Finding]:
            got.append(report)
            return iter(())

        def this_form(report: DisclosureReport) -> Iterator[Finding]:
            got.append(report)
            return iter(())

        result = lint(Plugin(any_file, any_report, this_form))
        assert result.kind == "disclosure"
        assert got == [result.document, result.report, result.report]

    def test_a_rule_for_another_form_does_not_run(self) -> None:
        class LawReport(Report):
            pass

        def other_form(report: LawReport) -> Iterator[Finding]:
            raise AssertionError("not for this report")

        def check(report: object) -> Iterator[Finding]:
            return other_form(report)  # type: ignore[arg-type]  # the annotation is set below

        check.__annotations__ = {"report": LawReport}
        assert ours(lint(Plugin(check))) == []

    def test_document_rules_read_the_tables_that_the_form_found(self) -> None:
        got: list[Document] = []

        def any_file(document: Document) -> Iterator[Finding]:
            got.append(document)
            return iter(())

        result = lint(Plugin(any_file))
        assert result.report is not None
        assert got[0] is result.report.document

    def test_options_are_handed_on(self) -> None:
        class Options:
            limit = 3

        got: list[int] = []

        def limited(document: Document, options: Options) -> Iterator[Finding]:
            got.append(options.limit)
            return iter(())

        chosen = Options()
        chosen.limit = 7
        limited.__annotations__["document"] = Document
        lint(Plugin(limited, options=Options))
        lint(Plugin(limited, options=Options), Settings(options={"ours/limited": chosen}))
        assert got == [3, 7]


class TestStamping:
    def test_a_rule_that_finds_something_everywhere_comes_to_an_end(self) -> None:
        def finds_every_character(document: Document) -> Iterator[Finding]:
            while True:
                yield from [Finding(Span(at, at + 1), f"{at}") for at in range(len(document.text))]

        assert len({item.span for item in ours(lint(Plugin(finds_every_character)))}) == len(TEXT)

    def test_a_finding_becomes_a_diagnostic(self) -> None:
        citation = Citation("《条例》", "第五十条", "https://example.gov.cn/711")
        result = lint(Plugin(finds_year, basis=(Citation("无链接"), citation)))
        first = ours(result)[0]
        assert first.path == "草稿.md"
        assert (first.rule, first.category, first.severity) == ("ours/finds-year", "wording", Severity.WARNING)
        assert first.span is not None
        assert first.source is not None
        assert first.source[first.span] == "2024"
        assert first.place == "标题"
        assert first.url == "https://example.gov.cn/711"

    def test_its_own_severity_counts_where_declared(self) -> None:
        def grave(document: Document) -> Iterator[Finding]:
            yield Finding(Span(0, 1), "重", severity=Severity.ERROR)

        undeclared = ours(lint(Plugin(grave)))[0]
        declared = ours(lint(Plugin(grave, severities=frozenset({Severity.ERROR}))))[0]
        overridden = ours(
            lint(
                Plugin(grave, severities=frozenset({Severity.ERROR})),
                Settings(severities={"ours/grave": Severity.INFO}),
            )
        )[0]
        assert undeclared.severity is Severity.WARNING
        assert declared.severity is Severity.ERROR
        assert overridden.severity is Severity.INFO

    def test_sorted_by_place_and_each_once(self) -> None:
        def backwards(document: Document) -> Iterator[Finding]:
            for start in (30, 10, 20, 10):
                yield Finding(Span(start, start + 1), "处")

        spans = [item.span for item in ours(lint(Plugin(backwards)))]
        assert spans == [Span(10, 11), Span(20, 21), Span(30, 31)]

    def test_time_is_taken_for_each_rule(self) -> None:
        ran = engine(Plugin(finds_year))
        ran.lint(parsed())
        assert ran.seconds["ours/finds-year"] >= 0


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


LONG = len(TEXT)


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


class TestKinds:
    notice = "# 会议通知\n\n定于2024年3月1日开会。\n"

    def test_what_no_form_recognises_is_left_alone(self) -> None:
        result = lint(Plugin(finds_year), document=parsed(self.notice))
        assert (result.status, result.kind, result.diagnostics) == (Status.SKIPPED, "none", ())

    def test_the_user_may_call_it_a_document(self) -> None:
        result = lint(Plugin(finds_year), Settings(kind="document"), parsed(self.notice))
        assert (result.status, result.kind, result.report) == (Status.LINTED, "document", None)
        assert [item.rule for item in ours(result)] == ["ours/finds-year"]
        assert not any(item.category == "structure" for item in result.diagnostics)

    def test_or_a_report(self) -> None:
        result = lint(Plugin(finds_year), Settings(kind="disclosure"), parsed(self.notice))
        assert result.report is not None
        assert "missing-section" in {item.rule for item in result.diagnostics}

    def test_or_nothing_to_do_with_him(self) -> None:
        result = lint(Plugin(finds_year), Settings(kind="none"))
        assert (result.status, result.diagnostics) == (Status.SKIPPED, ())

    def test_a_form_that_crashes_does_not_silence_the_rest(self) -> None:
        class Bad:
            id = "law"
            name = "法治政府建设年度报告"
            subject = Report

            def recognises(self, document: Document, path: str) -> bool:
                raise LookupError("没有词典")

            def read(self, document: Document) -> Report:
                raise AssertionError

        result = lint(Plugin(finds_year, forms=[Bad()]))
        assert result.kind == "disclosure"
        assert "格式 law" in next(item for item in ours(result) if item.rule == "internal-error").message
        assert "ours/finds-year" in {item.rule for item in result.diagnostics}


class TestProblems:
    def document(self, *problems: Problem, text: str = TEXT) -> Document:
        whole = PlainText.verbatim(text, Span(0, len(text)))
        return Document(Source(text, "草稿.md", "markdown"), [Paragraph(whole)], problems=problems)

    def unreadable(self, document: Document, settings: Settings = DEFAULTS) -> list[tuple[str, Span | None]]:
        result = lint(Plugin(), settings, document)
        return [(item.message, item.span) for item in result.diagnostics if item.rule == "unreadable-document"]

    def test_of_a_report_are_findings_once_each(self) -> None:
        document = self.document(Problem("整个坏了"), Problem("此处坏了", Span(3, 4)))
        settings = Settings(kind="disclosure")
        assert self.unreadable(document, settings) == [("整个坏了", None), ("此处坏了", Span(3, 4))]

    def test_small_ones_elsewhere_are_not_ours(self) -> None:
        assert self.unreadable(self.document(Problem("此处坏了", Span(0, 1)), text="会议通知")) == []

    def test_a_text_too_spoilt_to_be_recognised_is(self) -> None:
        document = self.document(Problem("满篇乱码", Span(0, 1), whole=True), text="会议通知")
        assert self.unreadable(document) == [("满篇乱码", Span(0, 1))]
        assert lint(Plugin(), document=document).status is Status.FAILED

    def test_are_reported_whatever_was_selected(self) -> None:
        document = self.document(Problem("整个坏了"))
        assert self.unreadable(document, Settings(select=("wording",))) == [("整个坏了", None)]
        assert self.unreadable(document, Settings(ignore=("unreadable-document",))) == []


class TestTogether:
    def reports(self, reader: Engine, *paths: str) -> list[Gathered]:
        reports = [reader.understand(parsed(path=path)).report for path in paths]
        return [reader.gather(report) for report in reports if report is not None]

    def test_a_rule_reads_all_reports_and_says_which_it_means(self) -> None:
        def compares(reports: Sequence[Report]) -> Iterator[Finding]:
            for report in reports[1:]:
                yield Finding(report.head, f"共 {len(reports)} 份", source=report.document.source)

        together = engine(Plugin(compares))
        assert together.reads_all
        results = list(together.lint_together(self.reports(together, "甲.md", "乙.md", "丙.md")))
        assert [(result.path, result.status) for result in results] == [("丙.md", Status.RUN), ("乙.md", Status.RUN)]
        (item,) = [item for item in results[0].diagnostics if item.rule == "ours/compares"]
        assert (item.path, item.message, item.place) == ("丙.md", "共 3 份", "标题")

    def test_without_saying_so_it_is_at_fault(self) -> None:
        def vague(reports: Sequence[Report]) -> Iterator[Finding]:
            yield Finding(reports[0].head, "哪一份？")

        together = engine(Plugin(vague))
        (result,) = together.lint_together(self.reports(together, "甲.md", "乙.md"))
        assert [(item.path, item.rule) for item in result.diagnostics] == [("", "internal-error")]
        assert "ours/vague" in result.diagnostics[0].message

    def test_it_never_runs_for_one_file_alone(self) -> None:
        def compares(reports: Sequence[Report]) -> Iterator[Finding]:
            raise AssertionError

        assert ours(lint(Plugin(compares))) == []

    def test_a_rule_that_condenses_opens_only_what_it_speaks_of(self) -> None:
        def condense(report: Report) -> int:
            return len(report.document.source.path)

        def longest(items: Sequence[Condensed]) -> Iterator[Finding]:
            report = max(items, key=lambda item: item.value).open()
            assert report is not None
            yield Finding(report.head, "名字最长", source=report.document.source)

        together = engine(Plugin(longest, condense=condense))
        gathered = self.reports(together, "甲.md", "乙乙.md", "丙.md")
        (result,) = together.lint_together(gathered)
        assert [(item.path, item.message) for item in result.diagnostics] == [("乙乙.md", "名字最长")]
        assert [item.path for item in gathered if item.is_open] == ["乙乙.md"]

    def test_a_rule_that_cannot_condense_a_report_goes_on_with_the_others(self) -> None:
        def condense(report: Report) -> str:
            if report.document.source.path == "甲.md":
                raise ValueError("脱轨")
            return ""

        def counts(items: Sequence[Condensed]) -> Iterator[Finding]:
            report = items[0].open()
            assert report is not None
            yield Finding(report.head, f"共 {len(items)} 份", source=report.document.source)

        together = engine(Plugin(counts, condense=condense))
        results = list(together.lint_together(self.reports(together, "甲.md", "乙.md", "丙.md")))
        found = [(item.path, item.rule, item.message) for result in results for item in result.diagnostics]
        assert found[0][::2] == ("乙.md", "共 2 份")
        assert found[1][:2] == ("甲.md", "internal-error")
