"""Years: left from last year, relative, conflicting. The tester's report is for 2024."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Marked = Callable[..., list[str]]


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，我镇通过公示栏公开信息35条。",
        "2023 年 ，我镇通过公示栏公开信息 35 条。",
        "2023年我镇公开信息35条。",
        "2023年度，我镇认真落实条例各项规定。",
        "2023年云溪镇人民政府严格按照上级要求开展工作。",
        "截至2023年12月31日，共发布信息35条。",
        "截止2023年底，共发布信息35条。",
        "我镇2023年未收到政府信息公开申请。",
        "（二）政府信息管理情况 2023年，云溪镇人民政府共制定规范性文件0件。",
        "（二）依申请公开。2023年未收到政府信息公开申请。",
        "二是规范办理。2023年共办理申请3件。",
        "2023年全年开展培训3次。",
        "2023年主动公开信息35条，其中网站30条、公示栏5条。",
    ],
)
def test_last_year_left_over(marked: Marked, sentence: str) -> None:
    assert marked("stale-year", sentence) == ["2023?"]


@pytest.mark.parametrize(
    "sentence",
    [
        "较2023年增加12条，共公开信息47条。",
        "与2023年相比，公开信息增加12条。",
        "2023年公开信息35条，2024年公开信息47条。",
        "2023年公开信息35条，今年公开47条。",
        "2023年公开信息35条，同比下降5%。",
        "2022—2023年，我镇共公开信息70条。",
        "自2023年起，我镇每月公开一次财务收支。",
        "2023年以来，我镇累计公开信息82条。",
        "2023年结转的申请2件已办结。",
        "按照《青禾县2023年政务公开工作要点》开展工作。",
        "公开2023年度部门决算和三公经费决算。",
        "2023年度决算已公开。",
        "针对2023年存在的问题，我镇逐项整改到位。",
        "2023年存在的更新不及时问题，已整改。",
        "2023年设立的查阅点继续开放。",
        "公布2023年度法治政府建设情况。",
        "2025年，我镇将公开信息50条。",
        "2022年，我镇公开信息35条。",
        "2023年12月印发的方案继续执行。",
        "2024年，我镇公开信息47条。",
        "2023年县政府对我镇考核为优秀。",
    ],
)
def test_last_year_where_it_belongs(marked: Marked, sentence: str) -> None:
    assert marked("stale-year", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("今年来，我镇公开信息35条。", ["今年来"]),
        ("今年以来，我镇公开信息35条，去年为30条。", ["今年以来", "去年"]),
        ("现就今年来我镇政务公开工作总结如下。", ["今年来"]),
        ("今年，我镇公开信息35条。", ["今年"]),
        ("如今年轻人习惯上网查阅。", []),
        ("过去年度的台账已归档。", []),
        ("下一步，今年将公开信息50条。", []),
        ("今年（2024年）公开信息35条。", []),
        ("今年来信来访共35件。", ["今年"]),
        ("《今年工作要点》已印发。", []),
    ],
)
def test_relative_years(marked: Marked, sentence: str, words: list[str]) -> None:
    assert marked("relative-year", sentence) == [f"{word}?" for word in words]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("### （六）2023年工作亮点", ["2023"]),
        ("### （六）2022 年度主要做法", ["2022"]),
        ("### （六）2024年工作亮点", []),
        ("### （六）2025年工作计划", []),
        ("### （六）2025年重点工作安排", []),
        ("### （六）与2023年相比的变化", []),
        ("### （六）2023—2024年建设情况", []),
        ("### （六）落实《2023年工作要点》情况", []),
        ("（六）2023年工作亮点。为老年人提供服务，得到群众好评，经验在全县推广。", []),
    ],
)
def test_headings_of_section_one(marked: Marked, sentence: str, words: list[str]) -> None:
    assert marked("conflicting-year", sentence) == words


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("现公布青禾县云溪镇人民政府2023年政府信息公开工作年度报告。", ["2023"]),
        ("编制完成了《云溪镇2023年政府信息公开工作年度报告》。", ["2023"]),
        ("现将2023年政府信息公开工作情况报告如下。", ["2023"]),
        ("本报告依照条例编制，总结云溪镇2023年政府信息公开工作情况。", ["2023"]),
        ("现将2024年政府信息公开工作情况报告如下。", []),
        ("根据《关于编制2023年政府信息公开工作年度报告的通知》要求，编制本报告。", []),
        ("可在“政府信息公开年报”栏目与2023年政府信息公开工作年度报告一并查阅。", []),
    ],
)
def test_what_the_preamble_is_of(marked: Marked, sentence: str, years: list[str]) -> None:
    assert marked("conflicting-year", sentence, section="引言") == years


def test_a_title_outvoted_is_no_reason_to_mark_the_text(marked: Marked, correct: str) -> None:
    titled = correct.replace("人民政府2024年政府信息公开工作年度报告", "人民政府2025年政府信息公开工作年度报告", 1)
    assert titled != correct
    assert marked("stale-year", "2024年，我镇公开信息35条。", report=titled) == []


def test_a_text_left_from_last_year_is_marked_although_it_is_the_greater_part(marked: Marked, correct: str) -> None:
    stale = correct.replace("2024年，", "2023年，").replace("2024年1月1日至2024年", "2023年1月1日至2023年")
    assert marked("stale-year", "2023年，我镇公开信息35条。", report=stale) == ["2023?"]
