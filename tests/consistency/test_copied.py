"""Reports that share their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from gxlint.api import Linter
from gxlint.findings import Finding
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Condensed, Report
from gxlint.rules.consistency import copied_report
from gxlint.rules.consistency._similarity import alike, bands, sentences_of
from gxlint.settings import Settings
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN

WHO = ("青禾县云溪镇人民政府", "青禾县竹坪乡人民政府", "临江市教育局", "澄湖市白石区柳岸街道办事处")
#: As many sentences as a report has, none of them in two reports.
OWN = "第{n}个村的{who}服务点由专人值守，登记群众查阅需求并当日反馈。"


def draft(agency: str, overview: str, year: int = 2024) -> str:
    """A report whose first section is made of certain sentences, and whose fifth is empty."""
    text = PIPE_MARKDOWN.write(CorrectReport(agency, year)).decode()
    before, heading, rest = text.partition("## 一、总体情况")
    tables, last = rest.partition("## 二、")[2].partition("## 五、")[::2]
    end = last.partition("## 六、")[2]
    return f"{before}{heading}\n\n{overview}\n\n## 二、{tables}## 五、存在的主要问题及改进情况\n\n无。\n\n## 六、{end}"


def read(agency: str, overview: str, year: int = 2024) -> DisclosureReport:
    """The same, read."""
    report = Linter(Settings(select=())).text(draft(agency, overview, year), f"{agency}{year}.md").report
    assert isinstance(report, DisclosureReport)
    return report


def own_words(who: str, count: int = 12) -> str:
    return "".join(OWN.format(n=number, who=who) for number in range(count))


def _itself(report: Report) -> Report:
    return report


def copied(*reports: DisclosureReport) -> list[str]:
    options = copied_report.Options()
    condensed = [Condensed(copied_report.condense(report), partial(_itself, report)) for report in reports]
    found: Iterator[Finding] = copied_report.check.run(condensed, options)
    return [finding.source.path for finding in found if finding.source]


def test_bodies_with_words_of_their_own() -> None:
    assert copied(*(read(agency, own_words(str(number))) for number, agency in enumerate(WHO))) == []


def test_a_copy_under_another_name_is_told_of_both() -> None:
    words = own_words("甲").replace("第3个村", "云溪镇第3个村")
    other = words.replace("云溪镇", "竹坪乡")
    assert copied(read(WHO[0], words), read(WHO[1], other), read(WHO[2], own_words("乙"))) == [
        f"{WHO[0]}2024.md",
        f"{WHO[1]}2024.md",
    ]


@pytest.mark.parametrize(("shared", "told"), [(6, False), (9, True)])
def test_the_share_decides(shared: int, told: bool) -> None:
    one = own_words("甲")
    other = own_words("甲", shared) + own_words("乙", 12 - shared)
    assert bool(copied(read(WHO[0], one), read(WHO[1], other))) is told


def test_few_sentences_prove_nothing() -> None:
    assert copied(read(WHO[0], own_words("甲", 5)), read(WHO[1], own_words("甲", 5))) == []


def test_one_body_in_two_years_is_a_matter_of_the_previous_report() -> None:
    this, last = read(WHO[0], own_words("甲")), read(WHO[0], own_words("甲"), 2023)
    assert copied(this, last) == []
    this.previous = last
    assert copied(this, last) == [f"{WHO[0]}2024.md"]


def test_of_many_copies_each_meets_only_a_few() -> None:
    sets = [bands(list(sentences_of(read(WHO[0], own_words("甲")))))] * 300
    candidates = dict(alike(sets))
    assert len(candidates) == 300
    assert max(map(len, candidates.values())) < 10


def test_it_runs_at_the_end_of_a_run(tmp_path: Path) -> None:
    for agency in WHO[:2]:
        (tmp_path / f"{agency}.md").write_text(draft(agency, own_words("甲")), encoding="utf-8")
    run = Linter(Settings(select=("copied-report",))).paths([str(tmp_path)])
    told = [Path(item.path).stem for result in run for item in result.diagnostics]
    assert sorted(told) == sorted(WHO[:2])
