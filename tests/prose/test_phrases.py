"""Phrases made of known words."""

import pytest

from gxlint.prose.phrases import Lexicon, has_any

LEXICON = Lexicon("共 收到 的 、 政府 信息", {"申请": "application", "申请人": "person", "公开": "disclosure"})


@pytest.mark.parametrize(
    ("phrase", "meanings"),
    [
        ("", []),
        ("共收到的申请", ["application"]),
        ("申请人申请公开", ["person", "application", "disclosure"]),
        ("2024年政府信息公开申请", ["disclosure", "application"]),
        ("2024年度申请", ["application"]),
        ("收到投诉", None),
        ("2024申请", None),
        ("共收到，申请", None),
    ],
)
def test_reading(phrase: str, meanings: list[str] | None) -> None:
    assert LEXICON.read(phrase) == meanings
    assert LEXICON.covers(phrase) == (meanings is not None)


def test_more_words() -> None:
    wider = LEXICON.with_words("，", {"投诉": "complaint", "申请": ""})
    assert wider.read("收到，投诉申请") == ["complaint"]
    assert LEXICON.read("收到，投诉") is None


def test_words_in_a_text() -> None:
    assert has_any("同比增长", ("环比", "同比"))
    assert not has_any("同比增长", ("环比", "较上年"))
