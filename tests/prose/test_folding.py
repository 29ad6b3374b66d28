"""Text folded for searching finds its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.prose.folding import Folded, fold
from gxlint.text import PlainText, Span


def folded(text: str) -> Folded:
    return Folded(PlainText.verbatim(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电　话：０９５５—４７４１１１０", "电话:0955-4741110"),
        ("2024 年 1 月 1 日 至", "2024年1月1日至"),
        ("2021 1  9 日", "2021 1 9日"),
        ("（地址：A 座，B座）", "(地址:A座,B座)"),
        ("yx @qinghe.gov.cn", "yx@qinghe.gov.cn"),
        ("一行 \n 二行", "一行\n二行"),
        ("“引号”、顿号。", "“引号”、顿号。"),
    ],
)
def test_folds(text: str, expected: str) -> None:
    assert folded(text).text == expected


def test_sentences_end_at_stops_and_semicolons() -> None:
    text = folded("第一句。第二 句；第三句\n第四句！")
    assert [text.text[start:end] for start, end in text.sentences()] == ["第一句。", "第二句;", "第三句", "第四句！"]


def test_lines_leave_out_empty_ones() -> None:
    text = folded("甲\n\n乙 丙\n")
    assert [text.text[start:end] for start, end in text.lines()] == ["甲", "乙丙"]


def test_words_are_as_written() -> None:
    text = folded("截至 2024 年，共 81 条")
    start = text.text.index("2024年")
    words = text.words(start, start + 5)
    assert words.text == "2024 年"
    assert words.span == Span(3, 9)


def test_an_empty_range_is_a_place() -> None:
    text = folded("邮 编： ）")
    assert text.words(3, 3).span == Span(5, 5)
    assert text.words(len(text.text), len(text.text)).span.start <= 6


def test_the_same_text_is_folded_once() -> None:
    plain = PlainText.verbatim("甲 乙", Span(0, 3))
    assert fold(plain) is fold(plain)


@given(st.text(alphabet="甲乙 \u3000\t\n12aB（），：—。"))
def test_every_character_comes_from_its_place(text: str) -> None:
    whole = folded(text)
    for offset, char in enumerate(whole.text):
        written = whole.words(offset, offset + 1).text
        assert folded(written).text in (char, "")
        assert char == " " or not char.isspace() or char == "\n"
