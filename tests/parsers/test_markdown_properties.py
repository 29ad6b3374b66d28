"""Whatever stands in a Markdown file: places are exact, blocks in order, nothing written in Han is lost."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gxlint.document import Document
from gxlint.parsers.markdown import MarkdownParser
from gxlint.parsers.markdown.inline import find_marks
from gxlint.testing.conformance import check_document

HAN = re.compile("[一-鿿𠀀-𪛟]")
#: Pieces that mean something to Markdown or HTML, and characters that have undone other parsers.
PIECES = (
    *("二是", "严把", "𠮷", "é", "共12件", "2024年", "（一）", "《条例》", "，", "。", "：", "“", "”", "　", " ", "  "),
    *("\n", "\n", "\n\n", "\r\n", "\r", "\t", "\u2028", "\x0b", "\x0c", "\x85", "\0", "\ufeff", "\u200b"),
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "~~",
        "`",
        "``",
        "```",
        "~~~",
        "\\",
        "\\|",
        "|",
        "| ",
        " |",
        "|---|---|",
        "---",
        "===",
    ),
    *(
        "#",
        "## ",
        "> ",
        "- ",
        "* ",
        "1. ",
        "[",
        "](http://x.cn)",
        "](",
        ")",
        "![",
        "]",
        "<",
        ">",
        "&nbsp;",
        "&#12;",
        "&lt;",
    ),
    *(
        "<b>",
        "</b>",
        "<br>",
        "<br/>",
        "<p>",
        "</p>",
        "<div align='center'>",
        "</div>",
        "<h1>",
        "</h1>",
        "<img src='a/b.png'>",
    ),
    *("<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=2 rowspan='3'>", "</td>", "<caption>", "<th>"),
    *(
        "<!--",
        "-->",
        "<!-- gxlint-disable -->",
        "<中国格式>",
        "<http://x.cn>",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
    ),
    *("---\n题: 年报\n---\n", "\n|甲|乙|\n|--|--|\n", "\t0\t0\n", "- 7 -"),
)
#: Brackets, marks and tags that nobody closes: what parsers of Markdown have taken long to read.
UNFINISHED = ("[![](", "[a](<b", '[a](b "', "[*", "*a_", "**甲**乙", "<b c ", "<b c='", "`a``b", "&amp;*")
drafts = st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: "".join(pieces).lstrip("\ufeff"))


def parse(text: str) -> Document:
    return MarkdownParser().parse_text(text, "草稿.md")


@settings(max_examples=1000, deadline=None)
@given(drafts)
@example("<table><tr><td>甲\r\n<br>&nbsp;乙</td></tr><tr><td><td>二")
@example("**二是\r\n> 严把**\n- `共12件\n`")
@example("<img src='\n二'>是")
@example("甲![](a)乙<br>丙\n<!-- 丁 -->戊")
@example("二是\u2028|")
def test_promises_of_a_document(text: str) -> None:
    """Places are exact, blocks in order and apart, paragraphs single lines: see the checker."""
    check_document(parse(text))


@settings(max_examples=400, deadline=None)
@given(drafts)
@example("<table>甲<tr><td>乙</td>丙</tr></table>丁<table>")
@example("```\n甲")
@example("<!-- 甲")
def test_nothing_written_in_han_is_lost(text: str) -> None:
    document = parse(text)
    covered = bytearray(len(text))
    for span in [block.span for block in document.blocks] + [comment.span for comment in document.comments]:
        covered[span.start : span.end] = b"\1" * span.length
    lost = [match.start() for match in HAN.finditer(text) if not covered[match.start()]]
    # the address of a link or picture without text is a mark
    marks = find_marks(text, 0, len(text))
    assert [offset for offset in lost if not any(mark.start <= offset < mark.end for mark in marks)] == []


@pytest.mark.parametrize("piece", sorted({piece for piece in (*PIECES, *UNFINISHED) if not piece.isspace()}))
def test_long_repetition_is_read(piece: str) -> None:
    text = "二是\n" + piece * (20_000 // len(piece)) + "](http://x.cn)"
    check_document(parse(text))
