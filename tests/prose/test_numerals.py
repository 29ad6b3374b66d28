"""Numbers as drafts have them."""

from decimal import Decimal

import pytest

from gxlint.prose.numerals import read_chinese, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("１２", 12),
        ("1,203", 1203),
        ("1,203,004", 1203004),
        ("1.25", Decimal("1.25")),
        ("1.05", Decimal("1.05")),
        ("3.2万", 32000),
        ("3.00005万", Decimal("30000.5")),
        ("3千", 3000),
        ("5百万", 5_000_000),
        ("零", 0),
        ("〇", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("百", 100),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("一百一十二", 112),
        ("一百十二", 112),
        ("两百零三", 203),
        ("一千二百", 1200),
        ("一千零五", 1005),
        ("三千零五十", 3050),
        ("一千零二十三", 1023),
        ("一万二千", 12000),
        ("一万零二百", 10200),
        ("两万零五", 20005),
        ("十二万三千", 123000),
        ("一亿零三万", 100_030_000),
        ("二〇二四", 2024),
        ("二零二四", 2024),
        ("二○二四", 2024),
        ("一九九八", 1998),
    ],
)
def test_numbers(text: str, number: int | Decimal) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "件", "12,34", "1,2345", "十二件", "-3", "1.", ".5", "一百二", "二百五", "一万二", "三五", "七八十", "两三百"],
)
def test_no_number_or_no_clear_one(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    ["百千", "千百", "十十", "一百零", "零一百", "一千零二百", "一百零零五", "万万"],
)
def test_malformed_numerals(text: str) -> None:
    assert read_number(text) is None


def test_every_number_is_read_back() -> None:
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")

    def written(number: int) -> str:
        text = ""
        for order in range(3, -1, -1):
            digit = number // 10**order % 10
            if digit:
                text += digits[digit] + units[order]
            elif text and not text.endswith("零") and number % 10**order:
                text += "零"
        return text

    assert all(read_chinese(written(number)) == number for number in range(1, 10_000))
