"""The number of parts that the preamble names."""

from __future__ import annotations

import pytest

from gxlint.api import Linter
from gxlint.settings import Settings

RULE = "wrong-part-count"
SIX = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
    "存在的主要问题及改进情况、其他需要报告的事项"
)


def marked(correct: str, sentence: str) -> list[str]:
    before, heading, behind = correct.partition("## 一、")
    text = f"{before}{sentence}\n\n{heading}{behind}"
    found = Linter(Settings(select=(RULE,))).text(text, "草稿.md").diagnostics
    return [text[item.span.start : item.span.end] for item in found if item.rule == RULE and item.span]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        (f"本报告由{SIX}等七部分组成。", "七"),
        (f"本报告由{SIX}等5个部分组成。", "5"),
        (f"本报告由{SIX.replace('政府信息公开行政复议、行政诉讼情况、', '')}等六部分组成。", "六"),
        (f"本年报包括：{SIX.replace('、存在的主要问题及改进情况', '')}，共六个部分。", "六"),
        ("本报告共五部分。", "五"),
        ("全文分为八个部分。", "八"),
    ],
)
def test_wrong_numbers(correct: str, sentence: str, number: str) -> None:
    assert marked(correct, sentence) == [number]


@pytest.mark.parametrize(
    "sentence",
    [
        f"本报告由{SIX}等六部分组成。",
        f"本报告由{SIX}六个部分组成。",
        f"本报告由{SIX.replace('情况、', '情况，')}等6部分组成。",
        f"本报告由{SIX.replace('行政复议、行政诉讼', '行政复议和行政诉讼')}等六部分组成。",
        f"本报告由{SIX.replace('问题及改进情况', '问题、改进情况')}等六部分组成。",
        f"本报告由“{SIX}”六部分构成。",
        "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。",
        "本报告共六部分。",
        "部分栏目更新不及时。",
        "本报告由综合部分和统计部分组成。",
        "三部分群众反映，报告不够通俗。",
    ],
)
def test_right_numbers(correct: str, sentence: str) -> None:
    assert marked(correct, sentence) == []
