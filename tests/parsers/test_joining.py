"""Which lines of a draft are one sentence, and which are not."""

from __future__ import annotations

import pytest

from gxlint.document import Block, Paragraph, Picture
from gxlint.parsers.joining import is_page_number, join_cut, wrap_width
from gxlint.text import LineIndex, PlainText, Span


def lines_as_blocks(text: str) -> list[Block]:
    """Every line that is not blank, as a parser of text hands it over."""
    index = LineIndex(text)
    lines = [PlainText.verbatim(text, index.line(number)).strip() for number in range(1, len(index) + 1)]
    return [Paragraph(line) for line in lines if line]


def joined(text: str) -> list[str]:
    blocks = join_cut(text, lines_as_blocks(text))
    return [block.text for block in blocks if isinstance(block, Paragraph)]


CUT_AT_A_PAGE = [
    (
        "2024年，云溪镇不断完善政府信息公开制度，健全政府信息公开保障机制，深化机关效能，密切",
        "干群关系，助推政务公开工作稳中有进。",
    ),
    ("（二）依申请公开。2024年云溪镇人民政府未收到自然人、法", "人或者其他组织提交的政府信息公开申请。"),
    (
        "三是加强监督考核。将政务公开落实情况纳入年度目标考核的重要内容，推动政务公开工作与",
        "各项中心工作融合发展。通过设立举报电话，主动接受社会监督。",
    ),
    (
        "改进措施：一是制定公开清单，加强对业务人员的培训指导，定期开展自查，倒",
        "逼业务人员履职尽责。",
    ),
    ("2024年，云溪镇坚持把政府信息公开工作摆在重要位置来", "抓，成效明显。"),
]


@pytest.mark.parametrize(("first", "second"), CUT_AT_A_PAGE)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n", "\n\n7\n\n", "\n- 7 -\n", "\n第7页 共9页\n\f"])
def test_halves_of_a_sentence_are_one_paragraph(first: str, second: str, between: str) -> None:
    assert joined(first + between + second) == [first + second]


def test_a_short_line_without_an_end_is_no_half() -> None:
    assert joined("人居环境\n整治、国土绿化均已公开。") == ["人居环境", "整治、国土绿化均已公开。"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("按照省、市关于政务公开工作的部署，", "全镇公开政府信息81条。"),
        ("根据《", "中华人民共和国政府信息公开条例》（国务院令第711号），编制本报告。"),
        ("危及“三安全", "一稳定”"),
        ("可在县政府网站（http://www.qinghe.gov.cn）", "，下载。"),
        ("本年度未收到政府信息公开申请", "。"),
        ("地址：青禾县云溪镇人民路，邮编：", "755300，电话：0955-4741110。"),
        ("联系电话：", "0955-4741110"),
    ],
)
def test_short_halves_with_an_open_end(first: str, second: str) -> None:
    assert joined(f"{first}\n{second}") == [first + second]


def test_more_than_two_pieces() -> None:
    pieces = [
        "2024年，云溪镇不断完善政府信息公开制度，健全政府信息公开保障机制，深化机关效能，密切",
        "干群关系，主动公开涉农补贴、救助结果、项目建设等群众关心关注的重要信息，全年公开政",
        "府信息81条。",
    ]
    assert joined("\n\n".join(pieces)) == ["".join(pieces)]


def test_links_that_broke_a_sentence_into_lines() -> None:
    text = "根据《\n中华人民共和国政府信息公开条例》（以下简称\n《条例》）和\n临江市人民政府通知要求，编制本报告。"
    assert joined(text) == [text.replace("\n", "")]


def test_marks_may_hang_over_the_margin() -> None:
    full = "云溪镇公开政府信息，做好政府信息公开申请的答复工作，接受监督"
    lines = [full, full + "”。", full, full, full[:-1] + "3", "件以上，电话：0955-4741110。"]
    assert joined("\n".join(lines)) == ["".join(lines[:2]), "".join(lines[2:])]


APART = [
    # titles and headings, however long
    ("青禾县云溪镇人民政府2024年政府信息公开工作年度报告", "根据《中华人民共和国政府信息公开条例》，编制本报告。"),
    ("青禾县云溪镇人民政府2024年政府信息公开工作情况汇报和说明", "云溪镇依法公开政府信息，成效明显。"),
    ("一、总体情况", "云溪镇依法公开政府信息，成效明显。"),
    ("（三）加强政务公开平台建设，推动政务公开工作标准化规范化发展", "全镇设公开栏12处，公开专区1处。"),
    ("加强政务公开平台建设，推动政务公开工作标准化规范化发展", "全镇设公开栏12处，公开专区1处。"),
    # what begins as an item does
    ("存在以下几个方面的问题，一些栏目更新不够及时，内容偏少", "二是政策解读形式单一。"),
    ("按照省、市关于政务公开工作的部署和要求，结合云溪镇实际，", "（一）主动公开。全年公开81条。"),
    ("按照省、市关于政务公开工作的部署和要求，结合云溪镇实际，", "1.主动公开。全年公开81条。"),
    ("按照省、市关于政务公开工作的部署和要求，结合云溪镇实际，", "二、主动公开政府信息情况"),
    # data, dates, signatures
    ("地址：青禾县云溪镇人民政府党政综合办公室（云溪镇人民路），", "电话：0555-1234567。"),
    ("如有疑问，请与云溪镇党政办公室联系，电话0555-1234567", "本报告在县人民政府网站公布。"),
    ("本机关按照规定的收费标准，本年度没有产生政府信息公开信息处理费", "青禾县云溪镇人民政府"),
    ("本机关按照规定的收费标准，本年度没有产生政府信息公开信息处理费", "2025年1月15日"),
    ("本机关按照规定的收费标准，本年度没有产生政府信息公开信息处理费", "特此报告。"),
    ("全年通过政府网站、公众号等渠道公开政府信息，接受群众监督", "2024年，云溪镇未收到申请。"),
    # what has an end
    ("2024年，云溪镇不断完善政府信息公开制度，成效明显。", "全镇设公开栏12处。"),
    ("2024年，云溪镇不断完善政府信息公开制度，做法如下：", "全镇设公开栏12处。"),
    # cells of a table that came one a line
    ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "0"),
    ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "12"),
]


@pytest.mark.parametrize(("first", "second"), APART)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_that_are_no_halves(first: str, second: str, between: str) -> None:
    assert joined(first + between + second) == [first, second]


def test_cells_one_a_line_stay_apart() -> None:
    cells = [
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        *("申请人情况", "自然人", "法人或其他组织", "总计"),
        *("一、本年新收政府信息公开申请数量", "1", "2", "3"),
        *("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1", "2", "3"),
        *("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "4", "5", "6"),
        "3.其他",
    ]
    assert joined("\n\n".join(cells)) == cells


@pytest.mark.parametrize("between", ["\n\n7\n\n8\n\n", "\n\n----\n\n", "\n\n// 此处有改动\n\n"])
def test_what_lies_between_keeps_them_apart(between: str) -> None:
    first, second = CUT_AT_A_PAGE[0]
    assert first in joined(first + between + second)


def test_headings_cells_and_pictures_are_not_joined() -> None:
    first, second = CUT_AT_A_PAGE[0]
    text = f"{first}\n{second}"
    spans = [Span(0, len(first)), Span(len(first) + 1, len(text))]
    plains = [PlainText.verbatim(text, span) for span in spans]
    for blocks in (
        [Paragraph(plains[0], level=2), Paragraph(plains[1])],
        [Paragraph(plains[0]), Paragraph(plains[1], level=2)],
        [Paragraph(plains[0], attributes={"cell": "1"}), Paragraph(plains[1])],
        [Paragraph(plains[0]), Picture(Span(len(first), len(first) + 1)), Paragraph(plains[1])],
    ):
        assert join_cut(text, blocks) == blocks


def test_the_way_back_from_a_joined_paragraph() -> None:
    first, second = CUT_AT_A_PAGE[0]
    text = f"一、总体情况\n\n　　{first}\n\n- 7 -\n\n{second}\n"
    heading, paragraph = join_cut(text, lines_as_blocks(text))
    assert heading.span == Span(0, 6)
    assert isinstance(paragraph, Paragraph)
    found = paragraph.plain.search("密切干群关系")
    assert found is not None
    assert text[slice(*found.span)] == "密切\n\n- 7 -\n\n干群关系"
    assert paragraph.span == paragraph.plain.source


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("如有疑问，请与党政办公室联系（地址：青禾县人民路12号，电话：", "0555-1234567）。"),
        ("编制依据是国务院办公厅的《关于印发年度报告格式的通知》", "（国办公开办函〔2021〕30号）和市里的要求。"),
        ("2024年，云溪镇依法公开政府信息，全年作出行政许可48", "8件、行政处罚28件。"),
        ("如有疑问，请联系云溪镇党政办公室（邮箱为xxgk@qing", "he.gov.cn），欢迎来信。"),
    ],
)
def test_brackets_figures_and_addresses_that_were_cut(first: str, second: str) -> None:
    assert joined(f"{first}\n{second}") == [first + second]


def test_words_in_latin_script_stay_two() -> None:
    text = "2024年，全镇推广使用政务公开小程序，名为Open\nGovernment，方便群众查阅，提出意见建议。"
    assert joined(text) == [text.replace("\n", " ")]


WRAPPED = """青禾县云溪镇人民政府
2024年政府信息公开工作年度报告

　　根据《中华人民共和国政府信息公开条例》
规定，现发布云溪镇2024年政府信息公开工作
年度报告。统计数据自2024年1月1日起至2024
年12月31日止。
一、总体情况
　　2024年，云溪镇坚持以公开为常态，不断拓
展公开渠道，公开信息81条。
　　（一）主动公开。全年公开81条，其中网站
40条；公众号41条。
　　（二）依申请公开。本年度未收到自然人、
法人或者其他组织提交的政府信息公开申请；
也没有上年结转的申请。
　　（三）政府信息管理。严格落实三审三校。
青禾县云溪镇人民政府
2025年1月15日
"""


def test_a_hard_wrap_is_undone() -> None:
    assert [text[:8] for text in joined(WRAPPED)] == [
        "青禾县云溪镇人民",
        "2024年政府信",
        "根据《中华人民共",
        "一、总体情况",
        "2024年，云溪",
        "（一）主动公开。",
        "（二）依申请公开",
        "（三）政府信息管",
        "青禾县云溪镇人民",
        "2025年1月1",
    ]
    assert joined(WRAPPED)[6].endswith("政府信息公开申请；也没有上年结转的申请。")


def test_a_hard_wrap_without_indentation_or_blank_lines() -> None:
    lines = ["云溪镇坚持以公开为常态、不公开为例外，不断拓", "展公开渠道，丰富公开形式，主动公开政府信息，"]
    text = "\n".join([*lines * 3, "成效明显。", "一、总体情况"])
    assert joined(text) == ["".join(lines * 3) + "成效明显。", "一、总体情况"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("四、政府信息公开行政复议、行政诉讼情况", "本年度没有发生行政复议、行政诉讼。"),
        ("青禾县发展局2024年政府信息工作年度报告", "根据有关规定，编制本报告。"),
        ("联系地址：青禾县云溪镇人民路东段28号", "邮政编码：245000"),
        ("没有其他需要报告的事项和应当说明的情况。", "青禾县云溪镇人民政府"),
    ],
)
def test_lines_that_only_happen_to_reach_the_margin(first: str, second: str) -> None:
    lines = joined(f"{WRAPPED}\n{first}\n{second}\n")
    assert lines[-2:] == [first, second]


def test_the_margin_of_a_wrapped_text() -> None:
    assert wrap_width(WRAPPED, lines_as_blocks(WRAPPED)) == 42


def test_paragraphs_of_any_length_have_no_margin() -> None:
    text = "\n".join("云溪镇依法公开政府信息，" * count + "成效明显。" for count in range(1, 12))
    assert wrap_width(text, lines_as_blocks(text)) == 0
    assert len(joined(text)) == 11


@pytest.mark.parametrize("line", ["7", "123", "- 7 -", "— 7 —", "－7－", "·7·", "第 7 页", "第7页 共12页", "7/12"])
def test_page_numbers(line: str) -> None:
    assert is_page_number(Paragraph(PlainText.verbatim(line, Span(0, len(line)))))


@pytest.mark.parametrize("line", ["0", "2024", "7件", "一", "7.5", "", "第七页"])
def test_other_numbers(line: str) -> None:
    assert not is_page_number(Paragraph(PlainText.verbatim(line, Span(0, len(line)))))
