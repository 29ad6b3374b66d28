"""Bodies that do not fit the title's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gxlint.api import Linter
from gxlint.settings import Settings
from gxlint.testing.reports import CorrectReport
from gxlint.testing.shapes import PIPE_MARKDOWN

RULE = "conflicting-agency"
Marked = Callable[..., list[str]]


def found(agency: str, old: str, new: str) -> list[str]:
    """What is marked in a body's correct report after a replacement, from the end."""
    text = PIPE_MARKDOWN.write(CorrectReport(agency)).decode()
    before, _old, after = text.rpartition(old)
    assert _old
    result = Linter(Settings(select=(RULE,))).text(before + new + after, "草稿.md")
    return [(before + new + after)[item.span.start : item.span.end] for item in result.diagnostics if item.span]


@pytest.mark.parametrize(
    ("agency", "signed"),
    [
        ("青禾县云溪镇人民政府", "青禾县石桥镇人民政府"),
        ("青禾县云溪镇人民政府", "石桥镇人民政府"),
        ("青禾县云溪镇人民政府", "青禾县人民政府"),
        ("临江市教育局", "临江市民政局"),
        ("临江市教育局", "青禾县教育局"),
        ("青禾县市场监督管理局", "青禾县农业农村局"),
    ],
)
def test_another_signs(agency: str, signed: str) -> None:
    assert found(agency, agency, signed) == [signed]


@pytest.mark.parametrize(
    ("agency", "signed"),
    [
        ("青禾县云溪镇人民政府", "云溪镇人民政府"),
        ("青禾县云溪镇人民政府", "云溪镇党政办公室"),
        ("青禾县云溪镇人民政府", "临江市青禾县云溪镇人民政府"),
        ("临江市教育局", "市教育局"),
        ("临江市教育局", "临江市教育局办公室"),
        ("青禾县市场监督管理局", "青禾县市场监管局"),
        ("青禾县人民政府", "青禾县人民政府办公室"),
        ("澄湖市白石区柳岸街道办事处", "柳岸街道办事处"),
    ],
)
def test_the_same_signs_by_another_name(agency: str, signed: str) -> None:
    assert found(agency, agency, signed) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("我局明确专人负责。", ["我局?"]),
        ("我局明确专人负责，本局网站每周更新，我乡持续改进。", ["我局?", "我乡?"]),
        ("我街道明确专人负责。", ["我街道?"]),
        ("我镇按照我县、我市要求明确专人负责。", []),
        ("本机关、本单位、本级政府明确专人负责。", []),
        ("群众来信说“我局不受理”，我镇已协调解决。", []),
        ("挖掘本乡本土人才。", []),
    ],
)
def test_self_mentions_in_a_town(marked: Marked, sentence: str, words: list[str]) -> None:
    assert marked(RULE, sentence) == words


@pytest.mark.parametrize(
    ("agency", "right", "wrong"),
    [
        ("青禾县竹坪乡人民政府", "我乡", "我镇"),
        ("临江市教育局", "我局", "我委"),
        ("澄湖市白石区柳岸街道办事处", "我街道", "我镇"),
        ("青禾县人民政府", "我县", "我局"),
    ],
)
def test_self_mentions_of_other_bodies(agency: str, right: str, wrong: str) -> None:
    assert found(agency, right, right) == []
    assert found(agency, right, wrong) == [wrong]


def test_the_preamble_opens_the_report_of_another() -> None:
    assert found("青禾县云溪镇人民政府", "编制了本报告", "现公布《青禾县石桥镇2024年政府信息公开工作年度报告》") == [
        "青禾县石桥镇"
    ]
    assert found("青禾县云溪镇人民政府", "编制了本报告", "现公布《云溪镇2024年政府信息公开工作年度报告》") == []
    assert found("青禾县云溪镇人民政府", "编制了本报告", "总结青禾县石桥镇2024年政府信息公开工作情况") == [
        "青禾县石桥镇"
    ]
