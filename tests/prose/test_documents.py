"""Documents cited by title and number."""

import pytest

from gxlint.prose.documents import find_numbers, find_titles, find_unmarked_titles
from gxlint.text import PlainText, Span


def plain(text: str) -> PlainText:
    return PlainText.verbatim(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("学习《条例》和《办法》。", ["条例", "办法"]),
        (
            "依据《县政府办关于印发〈云溪镇方案〉的通知》编制",
            ["县政府办关于印发〈云溪镇方案〉的通知"],
        ),
        ("依据《县政府办关于印发《云溪镇方案》的通知》编制", ["县政府办关于印发《云溪镇方案》的通知"]),
        ("书名号《没有结束", []),
        ("《跨行\n不算》", []),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    found = list(find_titles(plain(text)))
    assert [title.text for title in found] == titles
    assert all(text[title.span.start : title.span.end] == f"《{title.text}》" for title in found)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("《管理办法》（国办函〔2020〕109号）", ("国办函", "〔", "2020", "〕", None, "109")),
        ("根据国办公开办函[2021]30号文件", ("国办公开办函", "[", "2021", "]", None, "30")),
        ("依据临政办发（2023）第05号", ("临政办发", "（", "2023", "）", "第", "05")),
        ("和青政发【23】 7号精神", ("青政发", "【", "23", "】", None, "7")),
        ("国办公开办函 〔2021〕 30 号", ("国办公开办函", "〔", "2021", "〕", None, "30")),
    ],
)
def test_numbers_in_all_brackets(text: str, parts: tuple[str | None, ...]) -> None:
    (number,) = find_numbers(plain(text))
    words = (number.series, number.opening, number.year, number.closing, number.ordinal, number.number)
    assert tuple(word and word.text for word in words) == parts
    assert all(text[word.span.start : word.span.end] == word.text for word in words if word)
    assert text[number.span.start : number.span.end].startswith(number.series.text)


@pytest.mark.parametrize(
    "text",
    ["国务院令第711号", "（2023）京01行终15号判决", "拨打热线（12345）", "云溪大道（东段）30号", "全年（2024）共30件"],
)
def test_no_document_number(text: str) -> None:
    assert not list(find_numbers(plain(text)))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("结合关于做好2024年度报告编制工作的通知,现编制", "关于做好2024年度报告编制工作的通知"),
        ("落实县政府办公室关于进一步规范公开工作的指导意见。", "关于进一步规范公开工作的指导意见"),
    ],
)
def test_titles_without_marks(text: str, title: str) -> None:
    (found,) = find_unmarked_titles(plain(text))
    assert found.text == title == text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    "text",
    [
        "按照《县政府办关于做好公开工作的通知》要求",
        "贯彻“关于开展自查的通知”要求",
        "听取群众关于道路维修的意见，及时办理",
        "关于政务公开，我镇下发通知两次",
        "关于政务公开工作的方案设计",
    ],
)
def test_nothing_to_mark(text: str) -> None:
    assert not list(find_unmarked_titles(plain(text)))
