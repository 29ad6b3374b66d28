"""What the rules on statements do in drafts that are no correct report with a fault."""

from __future__ import annotations

import pytest

from gxlint.api import Linter
from gxlint.findings import Diagnostic
from gxlint.settings import Settings
from gxlint.testing.running import built_in_registry

TITLE = "青禾县云溪镇人民政府2024年政府信息公开工作年度报告"
BASIS = "根据《中华人民共和国政府信息公开条例》编制本报告。"
PERIOD = "本报告统计期限为2024年1月1日至2024年12月31日。"
CONTACT = "联系电话：0955-4741110。"


def found(rule: str, text: str, path: str = "草稿.txt") -> list[Diagnostic]:
    linter = Linter(Settings(select=(rule,)), built_in_registry())
    return [diagnostic for diagnostic in linter.text(text, path).diagnostics if diagnostic.rule == rule]


def words(text: str, diagnostics: list[Diagnostic]) -> list[str]:
    return [text[item.span.start : item.span.end] for item in diagnostics if item.span]


def fixed(text: str, diagnostics: list[Diagnostic]) -> str:
    (diagnostic,) = diagnostics
    (edit,) = diagnostic.fixes[0].edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


class TestInsertion:
    def test_period_before_the_first_section_where_there_is_no_preamble(self) -> None:
        text = f"{TITLE}\n\n一、总体情况\n\n2024年，工作有序推进。\n"
        assert fixed(text, found("missing-reporting-period", text)) == text.replace(
            "一、", "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n\n一、"
        )

    def test_period_behind_the_last_finished_paragraph_of_the_preamble(self) -> None:
        text = f"{TITLE}\n\n{BASIS}\n\n现将有关情况报告如下：\n\n一、总体情况\n\n2024年，工作有序推进。\n"
        assert fixed(text, found("missing-reporting-period", text)) == text.replace(
            BASIS, BASIS + "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
        )

    def test_a_draft_of_one_line_has_no_place_for_it(self) -> None:
        (diagnostic,) = found("missing-reporting-period", TITLE)
        assert not diagnostic.fixes

    def test_fee_below_the_heading_of_an_empty_section(self) -> None:
        text = f"{TITLE}\n\n一、总体情况\n\n{BASIS}\n\n六、其他需要报告的事项\n\n青禾县云溪镇人民政府\n2025年1月10日\n"
        assert fixed(text, found("missing-fee-statement", text)) == text.replace(
            "其他需要报告的事项", "其他需要报告的事项\n\n2024年，本机关未收取信息处理费。"
        )


def test_year_of_the_report_is_that_of_the_period_where_the_title_alone_has_another() -> None:
    text = (
        f"{TITLE.replace('2024', '2023')}\n\n{BASIS}{PERIOD}\n\n一、总体情况\n\n"
        "2024年公开信息81条。2024年收到申请2件，2024年召开会议3次。\n"
    )
    assert found("wrong-reporting-period", text) == []
    assert len(found("wrong-reporting-period", text.replace("2024年12月31日", "2024年12月30日"))) == 1


def test_period_in_the_last_section_counts() -> None:
    text = f"{TITLE}\n\n{BASIS}\n\n一、总体情况\n\n公开信息81条。\n\n六、其他需要报告的事项\n\n未收费。{PERIOD}\n"
    assert found("missing-reporting-period", text) == []


@pytest.mark.parametrize(
    ("year", "number"), [(2018, 0), (2020, 0), (2021, 1), (2024, 1)], ids=["2018", "2020", "2021", "2024"]
)
def test_rules_on_the_fee_and_on_the_new_form_begin_with_2021(year: int, number: int) -> None:
    basis = "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制本报告。"
    title = TITLE.replace("2024", str(year))
    text = f"{title}\n\n{basis}\n\n一、总体情况\n\n公开信息81条。\n\n六、其他需要报告的事项\n\n无\n"
    assert len(found("missing-fee-statement", text)) == number
    assert len(found("obsolete-legal-basis", text)) == number


@pytest.mark.parametrize(
    "basis",
    [
        "根据《政府信息公开条例》编制本报告。",
        "根据《条例》要求编制本报告。",
        "根据〈中华人民共和国政府信息公开条例〉编制本报告。",
        "根据《中华人民共和国政府信息公开 条例》编制本报告。",
        "根据政府信息公开条例编制本报告。",
    ],
)
def test_legal_basis_by_any_name(basis: str) -> None:
    text = f"{TITLE}\n\n{basis}\n\n一、总体情况\n\n公开信息81条。\n"
    assert found("missing-legal-basis", text) == []


def test_legal_basis_in_section_five_is_too_late() -> None:
    text = f"{TITLE}\n\n一、总体情况\n\n公开信息81条。\n\n五、存在的主要问题及改进情况\n\n学习《条例》不够。\n"
    assert words(text, found("missing-legal-basis", text)) == [TITLE]


REQUESTS = "missing-application-statement"


@pytest.mark.parametrize(
    "passage",
    [
        "（二）依申请公开。2024年收到政府信息公开申请3件，均已答复。",
        "（二）依申请公开情况\n\n全年受理3件，办结3件。",
        "（二）依申请公开\n\n2024年度未收到申请。",
        "（二）依申请公开方面。无。",
        "（二）依申请公开。未发生依申请公开事项。",
        "（二）依申请公开。本年度依申请公开信息0条。",
        "（二）依申请公开。2024年我镇无公民、法人或者其他组织提出申请。",
        "（二）依申请公开。畅通渠道。全年共办理3宗，其中予以公开2宗。",
        "二是规范依申请公开，全年新收申请三件。",
        "（二）依申请公开。收到申请 3 件。",
        "（二）依申请公开。规范办理流程。\n\n六、其他需要报告的事项\n\n本机关未收到政府信息公开申请。",
    ],
)
def test_applications_are_stated(passage: str) -> None:
    text = f"{TITLE}\n\n{BASIS}\n\n一、总体情况\n\n（一）主动公开。公开信息81条。\n\n{passage}\n"
    assert found(REQUESTS, text) == []


@pytest.mark.parametrize(
    ("passage", "marked"),
    [
        ("（二）依申请公开。完善受理、登记、答复流程，做到依法依规办理。", ["依申请公开"]),
        ("（二）依申请公开情况\n\n公布受理渠道，安排专人负责。", ["依申请公开"]),
        ("（二）政府信息管理。落实三审三校。", []),
    ],
)
def test_applications_are_not_stated(passage: str, marked: list[str]) -> None:
    text = f"{TITLE}\n\n{BASIS}\n\n一、总体情况\n\n（一）主动公开。公开信息81条。\n\n{passage}\n"
    assert words(text, found(REQUESTS, text)) == marked
