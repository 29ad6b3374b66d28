"""A form that is nothing like the built-in one: no tables, no numbers of its own, headings in anybody's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.api import Linter
from gxlint.findings import Edit
from gxlint.form.completion import missing_sections
from gxlint.form.report import Report
from gxlint.parsers.writing import apply_edits
from gxlint.plugins.local import load_plugins
from gxlint.plugins.registry import Registry
from gxlint.settings import Settings

from .conftest import Run

PLUGIN = """
from gxlint.form.layout import Layout, SectionForm
from gxlint.form.report import Report, Section, Signature
from gxlint.form.titles import find_title
from gxlint.plugins import hookimpl
from gxlint.prose.items import read_item
from gxlint.text import Pattern, Span, Words

TOPIC = Pattern("安全生产")
LAYOUT = Layout(2020, tuple(SectionForm(key, "", title) for key, title in
    [("overview", "开展情况"), ("problems", "问题"), ("other_matters", "打算")]), ())

class SafetyReport(Report):
    pass

class SafetyForm:
    id, name, subject = "safety", "安全生产年度报告", SafetyReport

    def recognises(self, document, path):
        return find_title(document.paragraphs[:3], TOPIC) is not None

    def read(self, document):
        title = find_title(document.paragraphs[:3], TOPIC)
        found = []
        for paragraph in document.paragraphs:
            item = read_item(paragraph.plain)
            form = item and next((form for form in LAYOUT.sections if form.title in item.rest.text), None)
            if form:
                number = Words(item.found["han"], item.found.span_of("han"))
                found.append((form, paragraph, number, item.rest))
        stops = [paragraph.span.start for _form, paragraph, *_rest in found[1:]] + [len(document.text)]
        sections = [
            Section(form, paragraph, number, rest, tuple(document.between(Span(paragraph.span.end, stop))))
            for (form, paragraph, number, rest), stop in zip(found, stops)
        ]
        year = int(title.year.text) if title and title.year else None
        return SafetyReport(document, LAYOUT, title=title, year=year, sections=sections, preamble=(),
            signature=Signature(None, None))

    def skeleton(self, agency, year):
        return f"# {agency}{year}年安全生产年度报告\\n\\n## 一、开展情况\\n"

@hookimpl
def gxlint_forms():
    return [SafetyForm()]
"""
DRAFT = """# 青禾县云溪镇2024年安全生产年度报告

## 一、镇村两级工作开展情况

检查企业35家。

## 二、企业自查开展情况

企业自查120次。

## 三、明年的打算

继续检查。
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "safety.py").write_text(PLUGIN, encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["safety.py"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(project: Path, text: str) -> Report:
    registry = Registry(load_plugins([str(project / "safety.py")]), installed=False)
    report = Linter(Settings(), registry).text(text, "草稿.md").report
    assert report is not None
    return report


def test_places_are_named_by_the_headings_of_the_draft(project: Path) -> None:
    report = read(project, DRAFT)
    assert report.place(report.sections[1].paragraphs[0].span) == "二、企业自查开展情况 第1段"


def test_a_missing_section_goes_behind_the_last_that_tells_of_the_one_before_and_goes_on_counting(
    project: Path,
) -> None:
    report = read(project, DRAFT)
    ((form, edit),) = missing_sections(report)
    assert form.key == "problems"
    whole = apply_edits(DRAFT, [Edit(edit.span, edit.text)])
    assert [line for line in whole.splitlines() if line.startswith("## ")] == [
        "## 一、镇村两级工作开展情况",
        "## 二、企业自查开展情况",
        "## 三、问题",
        "## 三、明年的打算",
    ]


def test_what_one_form_says_at_first_of_a_section_is_no_others(project: Path) -> None:
    draft = DRAFT.partition("## 三、")[0]
    ((_problems, _edit), (form, edit)) = missing_sections(read(project, draft))
    assert form.key == "other_matters"
    assert edit.text.split() == ["##", "三、打算"]


def test_rules_of_the_built_in_form_hold_their_peace(project: Path, gxlint: Run) -> None:
    signed = DRAFT + "\n青禾县云溪镇人民政府\n\n2025年4月20日\n"
    (project / "报告.md").write_text(signed, encoding="utf-8")
    done = gxlint("check", "报告.md")
    assert "警告" not in done.out.partition("检查了")[0]
    assert done.status == 0


def test_a_new_report_of_the_form(project: Path, gxlint: Run) -> None:
    done = gxlint("new", "report", "新报告", "--kind", "safety", "--agency", "青禾县应急管理局", "--year", "2024")
    assert done.status == 0
    assert (project / "新报告.md").read_text(encoding="utf-8").startswith("# 青禾县应急管理局2024年安全生产年度报告")


@pytest.mark.parametrize(("kind", "said"), [("document", "没有报告的骨架"), ("saftey", "saftey")])
def test_a_new_report_of_what_is_no_form(project: Path, gxlint: Run, kind: str, said: str) -> None:
    done = gxlint("new", "report", "新报告", "--kind", kind)
    assert done.status == 2
    assert said in done.err
    assert not (project / "新报告.md").exists()


def test_a_draft_that_is_not_recognised_is_told_of_all_forms(project: Path, gxlint: Run) -> None:
    (project / "便笺.md").write_text("# 会议记录\n\n讨论食堂。\n", encoding="utf-8")
    out = gxlint("show", "便笺.md").out
    assert "--kind safety" in out
    assert "--kind disclosure" in out


def test_a_report_of_another_form_is_not_last_years(project: Path, gxlint: Run) -> None:
    (project / "上年.md").write_text(DRAFT.replace("2024", "2023"), encoding="utf-8")
    draft = project / "本年.md"
    gxlint("new", "report", "本年", "--agency", "青禾县云溪镇", "--year", "2024")
    assert "另一种报告" in gxlint("check", "--previous", "上年.md", str(draft)).out
