from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document, Paragraph, Problem
from gxlint.engine import Status
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Report
from gxlint.rule import Citation
from gxlint.settings import DEFAULTS, Settings
from gxlint.text import PlainText, Source, Span

from .engines import TEXT, Plugin, engine, finds_year, lint, ours, parsed


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
        assert set(ran.seconds) >= {"ours/finds-year", "misused-jiezhi"}
        ran.seconds.clear()
        ran.lint(parsed("# 关于开会的通知\n"))
        assert ran.seconds == {}


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
