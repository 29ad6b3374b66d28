"""Rules that read all reports of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.engine import Engine, Status
from gxlint.findings import Finding
from gxlint.form.report import Condensed, Report
from gxlint.gathered import Gathered

from .engines import Plugin, engine, lint, ours, parsed


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
