"""Plain text as paragraphs and comments: marks, headings, whatever characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.document import Document
from gxlint.parsers.base import UnreadableError
from gxlint.parsers.plain import PlainParser
from gxlint.testing.conformance import check_document
from gxlint.text import LINE_END

FRAGMENTS = st.sampled_from(
    [
        *(
            "一、总体情况",
            "（一）主动公开",
            "全年公开81条，",
            "申请",
            "。",
            "0",
            "7",
            "- 7 -",
            "2024年",
            "Open",
            "〔2021〕30号",
        ),
        *(
            "|",
            "||",
            " | ",
            "\t",
            "\t\t",
            "**",
            "# ",
            "##",
            "<http://a.cn>",
            "//",
            "// gxlint-disable",
            "---",
            "---|---",
            "\\|",
        ),
        *("𠮷", "e\u0301", "\ufeff", "\u2028", "\u3000", "\u200b", "\f", "\v", " ", "\xa0", "《", "》", "（", "“", "”"),
    ]
)
LINES = st.lists(FRAGMENTS, max_size=8).map("".join)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"])), max_size=14).map(
    lambda lines: "".join(line + end for line, end in lines).lstrip("\ufeff")
)


def read(text: str) -> Document:
    document = PlainParser().parse_text(text, "草稿.txt")
    check_document(document)
    return document


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


@given(TEXTS)
@settings(max_examples=150)
def test_any_text_gives_a_sound_document(text: str) -> None:
    document = read(text)
    assert document.text == text
    assert document.source.kind == "plain"
    for block in document.blocks:
        assert text[slice(*block.span)].strip("\ufeff\u200b") == text[slice(*block.span)]


@given(TEXTS)
@settings(max_examples=100)
def test_nothing_that_a_reader_sees_is_lost(text: str) -> None:
    document = read(text)
    seen = "".join(paragraph.text for paragraph in document.paragraphs)
    seen += "".join(cell.text for table in document.tables for cell in table.cells)
    seen += "".join(comment.text for comment in document.comments)
    for word in ("𠮷", "申请", "《", "“"):
        assert seen.count(word) == text.count(word)


@given(TEXTS)
@settings(max_examples=100)
def test_line_ends_do_not_matter(text: str) -> None:
    unix = LINE_END.sub("\n", text)
    assert texts(unix) == texts(unix.replace("\n", "\r\n")) == texts(unix.replace("\n", "\r"))


def test_every_line_is_a_paragraph() -> None:
    document = read("\n一、总体情况\n\n　　全年公开81条。  \r\n无\r2025年1月15日")
    assert [p.text for p in document.paragraphs] == ["一、总体情况", "全年公开81条。", "无", "2025年1月15日"]
    assert [document.source.lines.position(p.span.start).line for p in document.paragraphs] == [2, 4, 5, 6]
    assert document.paragraphs[1].span.length == 8


@pytest.mark.parametrize(
    ("line", "text", "level"),
    [
        ("# 一、总体情况", "一、总体情况", 1),
        ("#### 四、行政复议 ####", "四、行政复议", 4),
        ("##二、主动公开", "二、主动公开", 2),
        ("##二、主动公开 ##", "二、主动公开", 2),
        ("  ### **三、申请**", "三、申请", 3),
        ("#政务公开# 专题活动", "#政务公开# 专题活动", None),
        ("####### 七个", "####### 七个", None),
        ("#", "#", None),
        ("第#1项", "第#1项", None),
    ],
)
def test_hashes_are_the_level_of_a_heading(line: str, text: str, level: int | None) -> None:
    (paragraph,) = read(line).paragraphs
    assert (paragraph.text, paragraph.level) == (text, level)
    assert paragraph.span.length == len(line.strip())


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**二是**严把信息质量。", "二是严把信息质量。"),
        ("严把**信息质量**", "严把信息质量"),
        ("**一是**宣传，**二是**培训。", "一是宣传，二是培训。"),
        ("公布于(<http://www.qinghe.gov.cn/>)。", "公布于(http://www.qinghe.gov.cn/)。"),
        ("邮箱<xxgk@qinghe.gov.cn>。", "邮箱xxgk@qinghe.gov.cn。"),
        ("印发<年度报告格式>的通知", "印发<年度报告格式>的通知"),
        ("没有配对的**星号", "没有配对的**星号"),
        ("某某****局", "某某****局"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("密\f切\f", "密切"),
        ("*注", "*注"),
        ("????(一)主动公开", "(一)主动公开"),
        ("??", None),
        ("公开了吗??", "公开了吗??"),
        ("\u200b\ufeff公开\u200b", "公开"),
    ],
)
def test_stray_marks_are_not_seen(line: str, text: str | None) -> None:
    document = read(line)
    assert [paragraph.text for paragraph in document.paragraphs] == ([] if text is None else [text])


def test_words_across_marks_are_found_in_their_place() -> None:
    text = "一、总体情况\n**二是**严把信息质量。"
    found = read(text).prose.search("二是严把")
    assert found is not None
    assert text[slice(*found.span)] == "二是**严把"


def test_lines_behind_slashes_are_comments() -> None:
    document = read(
        "一、总体情况\n // gxlint-disable-next-line a, b: 理由 \n全年//公开81条。\n//www.qinghe.gov.cn/xxgk\n//备注"
    )
    assert [comment.text for comment in document.comments] == ["gxlint-disable-next-line a, b: 理由", "备注"]
    assert [document.text[slice(*comment.span)][:2] for comment in document.comments] == ["//", "//"]
    assert [p.text for p in document.paragraphs] == ["一、总体情况", "全年//公开81条。", "//www.qinghe.gov.cn/xxgk"]


@pytest.mark.parametrize("line", ["- 7 -", "—12—", "第 3 页", "第3页 共8页", "------", "===", "* * * ***", "————————"])
def test_furniture_is_no_text(line: str) -> None:
    assert texts(f"一、总体情况\n{line}\n全年公开81条。") == ["一、总体情况", "全年公开81条。"]


@pytest.mark.parametrize("line", ["7", "____", "-3", "——工作要点", "第3页的内容", "--"])
def test_what_only_looks_like_furniture(line: str) -> None:
    assert line in texts(f"一、总体情况\n{line}\n全年公开81条。")


def test_cut_sentences_are_whole_again() -> None:
    first = "2024年，云溪镇不断完善政府信息公开制度，健全政府信息公开保障机制，深化机关效能，**密切**"
    document = read(f"一、总体情况\n{first}\n\n7\n\f干群关系。\n（一）主动公开")
    assert [p.text for p in document.paragraphs][1] == first.replace("*", "") + "干群关系。"
    assert len(document.paragraphs) == 3


def test_bytes_know_their_codec_and_problems() -> None:
    document = PlainParser().parse("一、总体情况\r\n全年公开�1条。".encode("utf-8-sig"), "a.txt")
    check_document(document)
    assert document.source.encoding == "utf-8-sig"
    assert document.source.path == "a.txt"
    assert [p.text for p in document.paragraphs] == ["一、总体情况", "全年公开�1条。"]
    assert [document.text[slice(*p.span)] for p in document.problems if p.span] == ["�"]


def test_an_empty_file_is_an_error_but_an_empty_editor_is_not() -> None:
    with pytest.raises(UnreadableError):
        PlainParser().parse(b"", "a.txt")
    assert read("").blocks == ()
