"""Dates and periods as drafts write them."""

from __future__ import annotations

from datetime import date

import pytest

from gxlint.prose.dates import WrittenDate, find_dates, find_periods
from gxlint.text import PlainText, Span

Parts = tuple[int | None, int | None, int | None]


def plain(text: str) -> PlainText:
    return PlainText.verbatim(text, Span(0, len(text)))


def parts(written: WrittenDate) -> Parts:
    return (written.year, written.month, written.day)


def dates(text: str) -> list[tuple[str, Parts]]:
    return [(written.text, parts(written)) for written in find_dates(plain(text))]


def periods(text: str) -> list[tuple[str, Parts, Parts]]:
    return [(found.text, parts(found.first), parts(found.last)) for found in find_periods(plain(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至2024年1月9日，", (2024, 1, 9)),
        ("2024 年 1 月 9 日", (2024, 1, 9)),
        ("20 24 年 1 月 9 日", (2024, 1, 9)),
        ("2024年\u30001 2 月 3 1 日", (2024, 12, 31)),
        ("２０２４年１月９日", (2024, 1, 9)),
        ("2024年1月9号", (2024, 1, 9)),
        ("2024-01-09", (2024, 1, 9)),
        ("2024.1.9", (2024, 1, 9)),
        ("2024．1．9", (2024, 1, 9)),
        ("2024/1/9", (2024, 1, 9)),
        ("二〇二四年一月九日", (2024, 1, 9)),
        ("二零二四年十二月三十一日", (2024, 12, 31)),
        ("二○二四年元月二十日", (2024, 1, 20)),
        ("一九九九年十月十日", (1999, 10, 10)),
        ("二〇二三年12月31日", (2023, 12, 31)),
        ("12月31日", (None, 12, 31)),
        ("十二月廿一日", (None, 12, 21)),
        ("2024年12月份", (2024, 12, None)),
        ("2024年度", (2024, None, None)),
        ("二〇二四年", (2024, None, None)),
        ("13月", (None, 13, None)),
        ("2月30日", (None, 2, 30)),
        ("2024年13月1日", (2024, 13, 1)),
        ("202年1月1日", (202, 1, 1)),
        ("20244年1月1日", (20244, 1, 1)),
        # what web pages lose
        ("2021 1 9 日", (2021, 1, 9)),
        ("2021年1 9日", (2021, 1, 9)),
        ("20211月9日", (2021, 1, 9)),
        ("202112月31日", (2021, 12, 31)),
        ("20211231日", (2021, 12, 31)),
        ("202119日", (2021, 1, 9)),
        # 日 left out
        ("至2024年12月31止", (2024, 12, 31)),
        ("至12月31止", (None, 12, 31)),
    ],
)
def test_one_date(text: str, expected: Parts) -> None:
    assert [found for _, found in dates(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "三年行动，20年历程，三个月，每月一次，第十二条",
        "http://www.qinghe.gov.cn/art/2024/1/21/art_1.html",
        "http://www.qinghe.gov.cn/col/2024-01-09/index.html?day=2024-01-09",
        "t20240115_1.html",
        "国办公开办函〔2021〕30号",
        "电话：0955-4741110，邮编：755200",
        "编号12024-1-99",
        "2024\n年",
    ],
)
def test_no_date(text: str) -> None:
    assert dates(text) == []


def test_counts_by_month_have_no_day() -> None:
    assert dates("其中1月5件、2月6，3月9件") == [
        ("1月", (None, 1, None)),
        ("2月", (None, 2, None)),
        ("3月", (None, 3, None)),
    ]


def test_ambiguous_digits_give_the_year_only() -> None:
    assert dates("自2024111日起") == [("2024111日", (2024, None, None))]


def test_written_date_knows_its_place_and_text() -> None:
    text = "本报告数据截至2024 年 12 月 31 日。"
    (found,) = find_dates(plain(text))
    assert text[found.span.start : found.span.end] == found.text == "2024 年 12 月 31 日"
    assert found.date == date(2024, 12, 31)


def test_place_skips_marks_between_the_pieces() -> None:
    source = "截至**2024年**1月9日"
    text = PlainText.pieces(source, [Span(0, 2), Span(4, 9), Span(11, len(source))])
    (found,) = find_dates(text)
    assert found.text == "2024年1月9日"
    assert source[found.span.start : found.span.end] == "2024年**1月9日"


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("2月30日", True),
        ("2月29日", False),
        ("2023年2月29日", True),
        ("13月", True),
        ("2024年", False),
        ("0月1日", True),
    ],
)
def test_impossible(text: str, impossible: bool) -> None:
    (found,) = find_dates(plain(text))
    assert found.impossible is impossible


@pytest.mark.parametrize(("text", "clipped"), [("12月31止", True), ("12月31日止", False), ("2024-12-31", False)])
def test_clipped(text: str, clipped: bool) -> None:
    (found,) = find_dates(plain(text))
    assert found.clipped is clipped


WHOLE_2024 = ((2024, 1, 1), (2024, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "自2024年1月1日起至2024年12月31日止",
        "自2024年1月1日起，至2024年12月31日止",
        "自2024年1月1日始至12月31日止",
        "从2024年1月1日到2024年12月31日止",
        "从2024年1月1日开始，到2024年12月31日截止",
        "2024年1月1日至12月31日",
        "2024年1月1日至当年12月31日",
        "2024年1月1日—2024年12月31日",
        "2024年1月1日－12月31日",
        "2024年1月1日-12月31日",
        "2024年1月1日～12月31日",
        "2024年1月1日--12月31日",
        "2024年1月1日一12月31日",
        "2024年1月1日2024年12月31日",
        "2024年1月1日起，2024年12月31日止",
        "2024 年 1 月 1 日 至 2024 年 12 月 31 日",
        "2024年1月1日（含）至2024年12月31日（含）",
        "2024年1月1日零时至12月31日24时",
        "2024.1.1-2024.12.31",
        "2024-01-01至2024-12-31",
        "二〇二四年一月一日至十二月三十一日",
        "1月1日至2024年12月31日",
        "20241月1日起至202412月31日止",
        "202411日至20241231日止",
        "2024 1 1 日至2024 12 31 日",
        "2024 1 1 起至2024 12 31 止",
        "自2024年1月1日起至12月31止",
    ],
)
def test_period(text: str) -> None:
    assert [found[1:] for found in periods(text)] == [WHOLE_2024]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年1月至12月", (2024, 1, None), (2024, 12, None)),
        ("2024年1-12月", (2024, 1, None), (2024, 12, None)),
        ("2024年度1月—12月", (2024, 1, None), (2024, 12, None)),
        ("1—12月", (None, 1, None), (None, 12, None)),
        ("1月1日至12月31日", (None, 1, 1), (None, 12, 31)),
        ("2021年至2025年", (2021, None, None), (2025, None, None)),
        ("2021—2025年", (2021, None, None), (2025, None, None)),
        ("2023年12月1日至次年11月30日", (2023, 12, 1), (2024, 11, 30)),
        ("2024年3月1日至10月8日", (2024, 3, 1), (2024, 10, 8)),
    ],
)
def test_other_periods(text: str, first: Parts, last: Parts) -> None:
    assert [found[1:] for found in periods(text)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月1日成立，2024年12月31日验收",
        "2024年1月、12月",
        "1月1日 12月31日",
        "2023年和2024年",
        "2024年1月1日起施行。2024年12月31日止",
        "2024年1月1日\n2024年12月31日",
    ],
)
def test_no_period(text: str) -> None:
    assert periods(text) == []


def test_place_of_a_period() -> None:
    text = "统计期限自2024年1月1日起至12月31日止。"
    (found,) = find_periods(plain(text))
    assert text[found.span.start : found.span.end] == "2024年1月1日起至12月31日"
    assert found.last.text == "12月31日"
