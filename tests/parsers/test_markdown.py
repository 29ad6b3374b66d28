"""Running text of Markdown drafts: what the reader sees, and where it stands."""

import subprocess
import sys
from textwrap import dedent

import pytest

from gxlint.document import Document, Paragraph, Picture, Verbatim
from gxlint.parsers.markdown import MarkdownParser
from gxlint.text import Position


def parse(text: str) -> Document:
    return MarkdownParser().parse_text(text, "草稿.md")


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in parse(text).paragraphs]


def source_of(document: Document, words: str) -> str:
    """What stands in the source where the reader sees *words*."""
    found = next(document.prose.find(words))
    return document.source[found.span]


def test_emphasis_is_not_text_and_words_are_found_through_it() -> None:
    document = parse("**二是**严把审核关。\n")
    assert document.paragraphs[0].text == "二是严把审核关。"
    assert source_of(document, "二是严把") == "二是**严把"
    found = next(document.prose.find("严把"))
    assert document.source.lines.position(found.span.start) == Position(1, 7)
    assert document.source[document.paragraphs[0].span] == "**二是**严把审核关。"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**（二）依申请公开方面。**我镇未收到申请。", "（二）依申请公开方面。我镇未收到申请。"),
        ("我镇**“三审三校”**制度", "我镇“三审三校”制度"),
        ("***重点*领域**公开", "重点领域公开"),
        ("__总计__ 12 件", "总计 12 件"),
        ("~~9件~~10件", "9件10件"),
        ("（**重点**）*领域*，**“三公”**；**《条例》**、", "（重点）领域，“三公”；《条例》、"),
        ("共`81`条，格式为`` `a` ``", "共81条，格式为`a`"),
        ('详见[云溪镇人民政府网站](http://yx.example.gov.cn/ "首页")。', "详见云溪镇人民政府网站。"),
        (
            "网址<http://yx.example.gov.cn>，邮箱<yx@example.gov.cn>",
            "网址http://yx.example.gov.cn，邮箱yx@example.gov.cn",
        ),
        (r"1\. 公开 5\*3 件 \# C:\云溪", r"1. 公开 5*3 件 # C:\云溪"),
        ("<u>云溪镇</u><font color=red>人民</font>政府<!-- 全称 -->", "云溪镇人民政府"),
        ("单位：&nbsp;万元 &lt;参考&gt; &#12298;条例&#x300b;", "单位：\xa0万元 <参考> 《条例》"),
        ("AT&T &不是实体; &nbspx", "AT&T &不是实体; &nbspx"),
        ("一行&#10;两行", "一行 两行"),
        ("[附件](file:///C:/年报/附件1.docx)、[表](<附件 2.docx>)", "附件、表"),
    ],
)
def test_marks_are_not_text(source: str, shown: str) -> None:
    assert texts(source) == [shown]


@pytest.mark.parametrize(
    "source",
    [
        "印发<中华人民共和国政府信息公开工作年度报告格式>的通知",
        "申请人张**、李**、王*",
        "日期：____年__月__日",
        "受理1~3件，办结2~~3件",
        "自~~~~年~~~~月起，共___件，其中___件",
        "填写[具体地名]和[本机关][2]，[1]: 见附件",
        "表中 3*4 与 a_b_c 不变",
        "<XX> <12> < b> 5<6>4",
        "单独的 ` 与 ** 与 [ 与 \\",
    ],
)
def test_what_only_resembles_marks_is_text(source: str) -> None:
    assert texts(source) == [source]


def test_emphasis_may_run_over_lines_but_not_over_blank_ones() -> None:
    assert texts("**进一步加强领导，\n压实责任。**\n") == ["进一步加强领导，压实责任。"]
    assert texts("**加强领导。\n\n压实责任。**\n") == ["**加强领导。", "压实责任。**"]
    assert texts("- **加强领导。\n- 压实责任。**\n") == ["**加强领导。", "压实责任。**"]


def test_places_in_very_long_paragraphs() -> None:
    sentence = "**二是**严把审核关，主动公开政府信息81条。"
    document = parse("\n".join([sentence * 20] * 100) + "\n" + sentence * 2000)
    places = [document.source[found.span] for found in document.prose.find("二是严把审核")]
    assert set(places) == {"二是**严把审核"}
    assert len(places) > 3990


def test_text_without_marks_needs_no_library() -> None:
    draft = (
        "# 青禾县云溪镇人民政府\n\n<!-- 待核 -->受理1~3件，详见[附件]，http://a.cn/b_c.html?d=1&e=2，"
        "印发<中国格式>，见 C:\\云溪\\年报。\n\n"
        "- 更新不及时\n\n| 项目 | 数量 |\n|---|---|\n| 规章 | 0 |\n\n<table><tr><td>甲</td><td>1</td></tr></table>\n"
    )
    script = (
        "import sys\nfrom gxlint.parsers.markdown import MarkdownParser\n"
        f"document = MarkdownParser().parse_text({draft!r}, '草稿.md')\n"
        "print(len(document.tables), 'markdown_it' in sys.modules)\n"
    )
    assert subprocess.check_output([sys.executable, "-c", script], text=True).split() == ["2", "False"]


def test_an_entity_is_one_place() -> None:
    document = parse("公开&nbsp;12&nbsp;件")
    assert source_of(document, r"公开\s12") == "公开&nbsp;12"
    assert source_of(document, r"\s件") == "&nbsp;件"


def test_every_line_is_a_paragraph_unless_a_sentence_was_cut() -> None:
    document = parse(
        "青禾县云溪镇人民政府\n2024年政府信息公开工作年度报告\n一、总体情况\n"
        "2024年，我镇坚持以公开为常态、不公开为例外，主动公开政府信息81条，其中通过门户网站公\n"
        "开60条，通过政务新媒体公开21条。\n（一）主动公开\n"
    )
    assert [paragraph.text[:6] for paragraph in document.paragraphs] == [
        *("青禾县云溪镇", "2024年政", "一、总体情况", "2024年，", "（一）主动公"),
    ]
    assert source_of(document, "公开60条") == "公\n开60条"


def test_headings() -> None:
    document = parse(
        dedent("""\
        # 青禾县云溪镇人民政府 #
        ##2024年政府信息公开工作年度报告
        ###	一、总体**情况** <!-- 待定 -->
        > #### （一）主动公开
        #政务公开#话题阅读量
        ####### 七个井号
        #
        <h2 align="center">二、主动公开<br>政府信息情况</h2>正文。
        """)
    )
    assert [(paragraph.level, paragraph.text) for paragraph in document.paragraphs] == [
        (1, "青禾县云溪镇人民政府"),
        (2, "2024年政府信息公开工作年度报告"),
        (3, "一、总体情况"),
        (4, "（一）主动公开"),
        (None, "#政务公开#话题阅读量"),
        (None, "####### 七个井号"),
        (2, "二、主动公开"),
        (2, "政府信息情况"),
        (None, "正文。"),
    ]
    assert document.source[document.paragraphs[0].span] == "# 青禾县云溪镇人民政府 #"


def test_underlines_make_headings_only_of_what_can_be_one() -> None:
    document = parse(
        dedent("""\
        青禾县云溪镇人民政府
        2024年政府信息公开工作年度报告
        ==========

        一、总体情况
        ---
        2024年，我镇主动公开政府信息81条。
        ---
        - 列表项
        ---
        甲\t乙
        ------
        --
        """)
    )
    assert [(paragraph.level, paragraph.text) for paragraph in document.paragraphs] == [
        (1, "青禾县云溪镇人民政府"),
        (1, "2024年政府信息公开工作年度报告"),
        (2, "一、总体情况"),
        (None, "2024年，我镇主动公开政府信息81条。"),
        (None, "列表项"),
        (None, "甲\t乙"),
        (None, "--"),
    ]
    assert document.source[document.paragraphs[2].span] == "一、总体情况\n---"


def test_list_and_quote_marks() -> None:
    source = "1. 加强领导\n2) 压实责任\n- 更新不及时\n  * **人员**不足\n+ 平台单一\n-\n> 引用《条例》\n>> 再引\n"
    document = parse(source)
    assert [paragraph.text for paragraph in document.paragraphs] == [
        *("1. 加强领导", "2) 压实责任", "更新不及时", "人员不足", "平台单一", "-", "引用《条例》", "再引")
    ]
    assert document.source[document.paragraphs[0].span] == "1. 加强领导"
    assert document.source[document.paragraphs[3].span] == "**人员**不足"


def test_rules_and_dashed_page_numbers_are_no_text() -> None:
    assert texts("一、总体情况\n\n***\n___\n- - -\n- 7 -\n第8页\n无\n\n12\n") == ["一、总体情况", "无", "12"]


def test_indentation_is_no_code() -> None:
    assert texts("    2024年，我镇未收到申请。\n\n\t　　根据《条例》\n") == ["2024年，我镇未收到申请。", "根据《条例》"]


def test_pictures_stand_for_themselves() -> None:
    document = parse("表如下：![表三](img/t3.png)\n\n<p align=center><img src='a/t4.jpg' alt=\"\"></p>[![](x.png)](y)")
    assert [type(block) for block in document.blocks] == [Paragraph, Picture, Picture, Picture]
    assert [block.name for block in document.blocks if isinstance(block, Picture)] == ["表三", "t4.jpg", "x.png"]
    assert document.source[document.blocks[1].span] == "![表三](img/t3.png)"


def test_code_and_front_matter_are_verbatim() -> None:
    source = "---\ntitle: 年报\ntags:\n  - 公开\n---\n# 题\n```text\n# 一、不是标题\n<!-- 不是注释 -->\n````\n~~~\n无\n"
    document = parse(source)
    assert [type(block) for block in document.blocks] == [Verbatim, Paragraph, Verbatim, Paragraph, Paragraph]
    assert document.source[document.blocks[0].span] == "---\ntitle: 年报\ntags:\n  - 公开\n---"
    assert document.source[document.blocks[2].span].endswith("<!-- 不是注释 -->\n````")
    assert document.comments == ()


def test_what_is_not_front_matter() -> None:
    assert texts("---\n一、总体情况\n地址: 云溪镇\n---\n") == ["一、总体情况", "地址: 云溪镇"]
    assert texts("---\n\n---\n无") == ["无"]
    assert texts("---\n题: 年报\n无") == ["题: 年报", "无"]


def test_comments_are_kept_apart() -> None:
    source = (
        "一、总体情况 <!-- gxlint-disable-line typo -->\n<!--\n多行\n\n说明 -->二、<!---->主动`<!-- 码 -->`<!-- 未完"
    )
    document = parse(source)
    assert [comment.text for comment in document.comments] == ["gxlint-disable-line typo", "多行\n\n说明", ""]
    assert [document.source[comment.span][:4] for comment in document.comments] == ["<!--"] * 3
    assert [paragraph.text for paragraph in document.paragraphs] == ["一、总体情况", "二、主动<!-- 码 --><!-- 未完"]
    assert document.source[document.paragraphs[0].span] == "一、总体情况"


def test_a_line_of_comment_separates_nothing() -> None:
    source = "**进一步加强领导，\n<!-- 张三看过 -->\n压实责任。**\n"
    assert texts(source) == ["进一步加强领导，压实责任。"]


def test_html_around_text() -> None:
    body = "<p>一、总体情况</p><p>2024年，我镇<b>主动</b>公开81条。</p>\n<style>p{}</style>无<br/>署名"
    source = f'<div class="x">\n{body}\n</div>'
    document = parse(source)
    assert [paragraph.text for paragraph in document.paragraphs] == [
        *("一、总体情况", "2024年，我镇主动公开81条。", "无", "署名")
    ]
    assert [document.source[block.span] for block in document.blocks if isinstance(block, Verbatim)] == [
        "<style>p{}</style>"
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    document = parse(f"# 一、总体情况{end}{end}**二是**严把{end}甲\u2028乙\x0c丙{end}")
    assert [paragraph.text for paragraph in document.paragraphs] == ["一、总体情况", "二是严把", "甲\u2028乙\x0c丙"]
    found = next(document.prose.find("严把"))
    assert document.source.lines.position(found.span.start) == Position(3, 7)


def test_bytes_in_another_codec() -> None:
    data = "\ufeff# 一、总体情况\n**二是**严把\n".encode()
    document = MarkdownParser().parse(data, "a.md")
    assert (document.source.encoding, document.source.kind) == ("utf-8-sig", "markdown")
    assert document.text.startswith("# 一")
    document = MarkdownParser().parse("# 一、总体情况\n我镇主动公开政府信息。\n".encode("gb18030"), "a.md")
    assert (document.source.encoding, document.paragraphs[0].level) == ("gb18030", 1)
