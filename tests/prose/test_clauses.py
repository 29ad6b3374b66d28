"""Sentences and clauses."""

import pytest

from gxlint.prose.clauses import COVER, Prose
from gxlint.text import PlainText, Span


def read(text: str) -> Prose:
    return Prose(PlainText.verbatim(text, Span(0, len(text))))


def clauses(text: str) -> list[str]:
    return [clause.text for sentence in read(text).sentences for clause in sentence.clauses]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收到12件，办结12件。", ["收到12件", "办结12件"]),
        ("公开1,203条,其中网站800条", ["公开1,203条", "其中网站800条"]),
        ("共2,345,678条", ["共2,345,678条"]),
        ("公开情况：网站3条；微信2条", ["公开情况", "网站3条", "微信2条"]),
        ("自然人、法人或其他组织12件", ["自然人、法人或其他组织12件"]),
        ("每日8:30至17:30办理", ["每日8:30至17:30办理"]),
        ("一句。二句！\n三句", ["一句", "二句", "三句"]),
        ("收 到 12 件 ， 办 结", ["收到12件", "办结"]),
        ("", []),
        ("\n\n。。", []),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert clauses(text) == parts


def test_titles_and_numbers_are_covered() -> None:
    (sentence,) = read("落实《2023年工作要点》（国办函〔2020〕109号）要求").sentences
    assert "2023" not in sentence.text
    assert "2020" not in sentence.text
    assert len(sentence.text) == len("落实《2023年工作要点》（国办函〔2020〕109号）要求")
    assert sentence.text.startswith("落实《" + COVER)


def test_a_bracket_is_a_clause_inside_its_sentence() -> None:
    (sentence,) = read("共收到申请12件（含上年结转1件，已办结），办结12件。").sentences
    assert [clause.text for clause in sentence.clauses if clause.aside] == ["含上年结转1件", "已办结"]
    outer = [clause.text for clause in sentence.clauses if not clause.aside]
    assert outer[0].startswith("共收到申请12件（")
    assert "结转" not in outer[0]
    assert outer[1] == "办结12件"


@pytest.mark.parametrize("text", ["收到 12 件，办结\u300012\u00a0件。", "  收到12件，办结12件", "收到12件，办结12件"])
def test_places_lead_back_to_the_source(text: str) -> None:
    prose = read(text)
    for sentence in prose.sentences:
        for clause in sentence.clauses:
            span = prose.span(clause.start, clause.end)
            assert "".join(text[span.start : span.end].split()) == clause.text


def test_the_first_sentence_of_a_paragraph_opens_it() -> None:
    assert [sentence.opens for sentence in read("甲。乙。\n丙。").sentences] == [True, False, True]


def test_the_sentence_of_an_offset() -> None:
    prose = read("甲。乙二。丙")
    assert [prose.sentence_at(offset).text for offset in (0, 1, 2, 4, 5)] == ["甲。", "甲。", "乙二。", "乙二。", "丙"]


def test_unclosed_marks_cost_no_more_than_their_number() -> None:
    text = "《" * 20_000 + "（" * 20_000
    assert read(text).text == text
