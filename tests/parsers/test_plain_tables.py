"""Tables as they arrive in plain text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.document import Document, Paragraph, Table
from gxlint.parsers.plain import PlainParser
from gxlint.parsers.rows import split_row
from gxlint.testing.conformance import check_document
from gxlint.text import Span


def read(text: str) -> Document:
    document = PlainParser().parse_text(text, "草稿.txt")
    check_document(document)
    return document


def outline(text: str) -> list[str | list[list[str]]]:
    """Paragraphs by their text (with the number of cells they stand for), tables by their cells."""
    shown: list[str | list[list[str]]] = []
    for block in read(text).blocks:
        if isinstance(block, Table):
            assert not block.exact
            shown.append([[cell.text for cell in row] for row in block.rows])
        elif isinstance(block, Paragraph):
            cells = block.attributes.get("cell")
            shown.append(f"{block.text}:{cells}" if cells else block.text)
    return shown


TABBED = """二、主动公开政府信息情况
第二十条第（一）项\t\t\t
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t
\t\t1\t
三、收到和处理政府信息公开申请情况"""


def test_rows_of_tabs() -> None:
    assert outline(TABBED) == [
        "二、主动公开政府信息情况",
        [
            ["第二十条第（一）项", "", "", ""],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "0", "0", ""],
            ["", "", "1", ""],
        ],
        "三、收到和处理政府信息公开申请情况",
    ]


def test_cells_know_their_places() -> None:
    document = read(TABBED)
    (table,) = document.tables
    places = [document.text[slice(*cell.span)] for cell in table.cells]
    assert places == [cell.text for cell in table.cells]
    blank = table.rows[2][3]
    assert document.text[blank.span.start - 2 : blank.span.start] == "0\t"
    assert document.text[slice(*table.span)] == TABBED.partition("\n")[2].rpartition("\n")[0]


@pytest.mark.parametrize("between", ["\n\n", "\n \t \n", "\n\n12\n\n", "\n- 3 -\n", "\n------\t------\n", "\n-----\n"])
def test_what_does_not_end_a_table(between: str) -> None:
    text = f"规章\t0\t0{between}行政规范性文件\t2\t1\t9"
    assert outline(text) == [[["规章", "0", "0"], ["行政规范性文件", "2", "1", "9"]]]


@pytest.mark.parametrize("between", ["本页无正文", "# 续表", "7\n8"])
def test_what_ends_a_table(between: str) -> None:
    blocks = read(f"规章\t0\t0\n{between}\n行政规范性文件\t2\t1\t9").blocks
    assert len(blocks) == 2 + len(between.splitlines())
    assert isinstance(blocks[0], Table)
    assert isinstance(blocks[-1], Table)


def test_a_header_with_a_delimiter_begins_a_new_table() -> None:
    text = "规章|0|0\n\n行政许可 | 行政处罚\n---|---\n3|4\n5|6"
    assert outline(text) == [[["规章", "0", "0"]], [["行政许可", "行政处罚"], ["3", "4"], ["5", "6"]]]


@pytest.mark.parametrize(
    "line",
    [
        "一、\t总体情况",
        "（一）\t主动公开",
        "1.\t主动公开政府信息",
        "一是\t加强领导",
        "\t全年公开政府信息81条。",
        "\t\t全年公开政府信息81条。",
        "青禾县云溪镇人民政府\t2025年1月15日",
        "联系电话：\t0555-1234567",
        "全年公开81条，\t其中网站40条。",
        "青禾县云溪镇人民政府\t2024年政府信息公开工作年度报告",
    ],
)
def test_tabs_that_make_no_table(line: str) -> None:
    assert outline(f"{line}\n无") == [line.strip(), "无"]


def test_a_single_row_needs_three_cells() -> None:
    assert outline("0\t0\t0") == [[["0", "0", "0"]]]
    assert outline("规章 | 0") == ["规章 | 0"]


def test_two_columns_of_pipes() -> None:
    assert outline("正文。\n信息内容 | 数量\n行政许可 | 3\n无") == [
        "正文。",
        [["信息内容", "数量"], ["行政许可", "3"]],
        "无",
    ]
    facts = ["联系电话：0555-1234567 | 邮箱：yx@example.gov.cn", "地址：云溪镇 | 邮编：1"]
    assert outline("\n".join(facts)) == facts


@pytest.mark.parametrize("left", ["| ", "|", ""])
@pytest.mark.parametrize("right", [" |", "|", ""])
def test_rows_of_pipes_with_or_without_outer_ones(left: str, right: str) -> None:
    rows = [["第二十条第（一）项", "", "", ""], ["规章", "0", "", "3"], ["", "2", "1", "9"]]
    if not left:
        rows[2][0] = "文件"
    if not right:
        rows[0][3] = "件"
    text = "\n".join(left + " | ".join(row) + right for row in rows)
    assert outline(text) == [rows]


def test_ragged_rows_with_a_closing_pipe_and_labels_alone_in_their_rows() -> None:
    text = """第二十条第（一）项 |
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
第二十条第（五）项 |
信息内容 | 本年处理决定数量 |
行政许可 | 146 |
三、收到和处理政府信息公开申请情况
（一）予以公开 | 5 | 2 |"""
    assert outline(text) == [
        "第二十条第（一）项:1",
        [
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "0", "0", "0"],
            ["第二十条第（五）项"],
            ["信息内容", "本年处理决定数量"],
            ["行政许可", "146"],
        ],
        "三、收到和处理政府信息公开申请情况",
        [["（一）予以公开", "5", "2"]],
    ]


def test_empty_cells_glued_together() -> None:
    text = "第二十条第（五）项 | |||\n信息内容 | 本年处理决定数量 | ||\n行政许可 | 146 | ||"
    assert outline(text) == [
        [["第二十条第（五）项", "", "", ""], ["信息内容", "本年处理决定数量", "", ""], ["行政许可", "146", "", ""]]
    ]


def test_an_empty_row_of_pipes() -> None:
    assert outline("| 规章 | 0 |\n| | |\n| 文件 | 2 |") == [[["规章", "0"], ["", ""], ["文件", "2"]]]


def test_escaped_pipes_and_marks_in_cells() -> None:
    text = r"| **规章** | a\|b | <http://a.cn> |"
    assert outline(text) == [[["规章", r"a\|b", "http://a.cn"]]]


def test_a_cell_a_line_behind_pipes() -> None:
    text = "二、主动公开政府信息情况\n第二十条第（一）项 |\n|||\n规章 |\n0 |\n||\n行政规范性文件 |\n2 |\n|\n文件 |\n无"
    assert outline(text) == [
        "二、主动公开政府信息情况",
        *("第二十条第（一）项:1", ":3", "规章:1", "0:1", ":2", "行政规范性文件:1", "2:1", ":1", "文件:1"),
        "无",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\n\n"])
def test_a_pipe_alone_before_each_cell(line_end: str) -> None:
    lines = ["正文。", "|", "规章", "|", "0", "|", "|", "3", "四、行政复议"]
    assert outline(line_end.join(lines)) == ["正文。", "规章:1", "0:1", ":1", "3:1", "四、行政复议"]


def test_hundreds_of_pipes_before_the_body() -> None:
    text = (
        "|" * 300
        + "\n云溪镇政府信息公开工作年度报告 |\n| 根据《条例》，编制本报告。 |\n一、总体情况 | | |\n"
        + "| " * 40
        + "无"
    )
    assert outline(text) == [
        ":300",
        "云溪镇政府信息公开工作年度报告:1",
        "根据《条例》，编制本报告。:1",
        "一、总体情况:3",
        "无:40",
    ]


def test_a_body_inside_a_layout_table() -> None:
    prose = "统计期限为2024年1月1日至2024年12月31日，所列数据来自各内设机构的台账，已经逐项核对，全文可在网站查阅。"
    text = f"""| 云溪镇2024年政府信息公开工作年度报告 | | |
| 索引号 | 123 | 456 |
| {prose} | | |
| 二、主动公开政府信息情况 | | |
| 第二十条第（一）项 | | |
| 规章 | 0 | 0 |
| 三、收到和处理政府信息公开申请情况 | | |
| 一、本年新收政府信息公开申请数量 | | |
| 二、上年结转政府信息公开申请数量 | 0 | 0 |"""
    assert outline(text) == [
        "云溪镇2024年政府信息公开工作年度报告:3",
        [["索引号", "123", "456"]],
        f"{prose}:3",
        "二、主动公开政府信息情况:3",
        [["第二十条第（一）项", "", ""], ["规章", "0", "0"]],
        "三、收到和处理政府信息公开申请情况:3",
        [["一、本年新收政府信息公开申请数量", "", ""], ["二、上年结转政府信息公开申请数量", "0", "0"]],
    ]


CELLS = st.lists(st.text(st.sampled_from("规章0 　𠮷\u0301"), max_size=4), min_size=1, max_size=6)


@given(CELLS, st.sampled_from("|\t"))
@settings(max_examples=100)
def test_splitting_a_line_and_putting_it_together(cells: list[str], separator: str) -> None:
    line = separator.join(cells)
    outer = "|" if separator == "|" else ""
    text = f"前\n{outer}{line}{outer}\n后"
    places = split_row(text, Span(2, len(text) - 2))
    assert [text[slice(*place)] for place in places] == [cell.strip() for cell in cells]
    assert all(before.end < after.start for before, after in pairwise(places))
