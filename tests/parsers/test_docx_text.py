"""What of a Word file is text, and in which order."""

from __future__ import annotations

import pytest

from gxlint.document import Paragraph, Picture

from .docx_files import anchor_of, check_anchors, docx, lines, p, parsed, part, read, run, tbl, tc, text, tr

BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:txbx>'
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
IMAGE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="申请情况表"/><a:graphic>'
    '<a:blip r:embed="r9"/></a:graphic></wp:inline></w:drawing></w:r>'
)


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_paragraph_is_a_line_and_an_empty_one_a_blank_line() -> None:
    document = read(p("一、总体情况") + p("") + p("<w:bookmarkStart/>" + run("全年公开") + run("711") + run("条。")))
    assert lines(document) == ["一、总体情况", "", "全年公开711条。"]
    assert [block.text for block in document.paragraphs] == ["一、总体情况", "全年公开711条。"]


def test_indentation_belongs_to_the_paragraph_but_is_not_its_text() -> None:
    document = read(p("\u3000\u3000全年公开信息。 "))
    (paragraph,) = document.paragraphs
    assert document.source[paragraph.span] == "\u3000\u3000全年公开信息。 "
    assert document.source[paragraph.plain.source] == paragraph.text == "全年公开信息。"


#: Content of a paragraph, and the line that it reads as.
INLINE = {
    "inserted": (run("年度") + "<w:ins>" + run("接到8件") + "</w:ins>" + run("申请"), "年度接到8件申请"),
    "deleted": (run("年度") + "<w:del><w:r><w:delText>未接到</w:delText></w:r></w:del>" + run("申请"), "年度申请"),
    "inserted and deleted again": ("<w:ins><w:del>" + run("误") + "</w:del>" + run("正") + "</w:ins>", "正"),
    "moved": ("<w:moveFrom>" + run("旧处") + "</w:moveFrom><w:moveTo>" + run("新处") + "</w:moveTo>", "新处"),
    "link": ('<w:hyperlink r:id="r1">' + run("见") + "<w:ins>" + run("网站") + "</w:ins></w:hyperlink>", "见网站"),
    "tags": ("<w:smartTag>" + run("甲") + "<w:customXml>" + run("乙") + "</w:customXml></w:smartTag>", "甲乙"),
    "control": ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("8") + "</w:sdtContent></w:sdt>" + run("件"), "8件"),
    "simple field": ('<w:fldSimple w:instr="DATE">' + run("2025") + "</w:fldSimple>" + run("年"), "2025年"),
    "field": (run("第") + field("PAGE", run("3")) + run("页"), "第3页"),
    "field in an instruction": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + field("A", run("藏"))
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("示")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "示",
    ),
    "hyphen and tab": (f"<w:r>{text('0951')}<w:noBreakHyphen/>{text('66')}<w:tab/>{text('转')}</w:r>", "0951-66\t转"),
    "ticked box": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("是"), "☑是"),
    "unreadable signs": ('<w:r><w:sym w:char="D800"/><w:sym w:char="x"/><w:sym w:char="A"/></w:r>' + run("是"), "是"),
    "hidden": (run("看") + run("不见", "<w:vanish/>") + run("得见", '<w:vanish w:val="0"/>'), "看得见"),
    "soft hyphen": (f"<w:r>{text('信')}<w:softHyphen/>{text('息')}</w:r>", "信息"),
    "ruby": (
        "<w:r><w:ruby><w:rt>" + run("yì") + "</w:rt><w:rubyBase>" + run("驿") + "</w:rubyBase></w:ruby></w:r>",
        "驿",
    ),
    "formula": ("<m:oMath><m:r><w:rPr/><m:t>95.5%</m:t></m:r></m:oMath>", "95.5%"),
    "emoji": (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w:symEx/></mc:Choice><mc:Fallback>'
        + text("☎")
        + "</mc:Fallback></mc:AlternateContent></w:r>"
        + run("电话"),
        "☎电话",
    ),
    "white space in markup": ("<w:r><w:t> 两\n端 </w:t></w:r>" + run("件"), "两 端件"),
    "entities": ("<w:r><w:t>A&amp;B&#60;&#x4E00;</w:t></w:r>", "A&B<一"),
    "page break before": ('<w:r><w:br w:type="page"/>' + text("一、") + "</w:r>", "一、"),
    "changed formatting": (
        run("旧格式", "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>") + run("。"),
        "旧格式。",
    ),
}


@pytest.mark.parametrize("name", INLINE)
def test_text_in_a_paragraph_and_in_a_cell(name: str) -> None:
    content, expected = INLINE[name]
    data = docx(p(content) + tbl(tr(tc(p(content)), "x")))
    document = parsed(data)
    assert lines(document) == [expected, expected.replace("\t", " ") + "\tx"]
    check_anchors(document, data)


def test_soft_breaks_end_lines_and_each_line_is_a_paragraph() -> None:
    data = docx(p(f"<w:r>{text('一、总体情况')}<w:br/>{text('全年公开信息8条。')}<w:cr/></w:r>") + p("二、主动公开"))
    document = parsed(data)
    assert lines(document) == ["一、总体情况", "全年公开信息8条。", "", "二、主动公开"]
    assert [block.text for block in document.paragraphs] == ["一、总体情况", "全年公开信息8条。", "二、主动公开"]
    check_anchors(document, data)


def test_a_page_break_between_words_ends_a_line() -> None:
    broken = f'<w:r>{text("第一页。")}<w:br w:type="page"/>{text("第二页。")}</w:r>'
    assert lines(read(p(broken))) == ["第一页。", "第二页。"]


def test_a_sentence_cut_by_a_soft_break_is_one_paragraph() -> None:
    document = read(p(f"<w:r>{text('全年通过政府网站、政务新媒体，')}<w:br/>{text('公开信息8条。')}</w:r>"))
    assert [block.text for block in document.paragraphs] == ["全年通过政府网站、政务新媒体，公开信息8条。"]


def test_a_field_that_never_ends_hides_nothing_behind_its_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("指令")
    assert lines(read(p(begun) + p("正文"))) == ["", "正文"]


def test_a_field_goes_on_over_paragraphs() -> None:
    start = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>'
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("一、总体情况")
    end = run("二、主动公开") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines(read(p(start + shown) + p(end) + p("正文"))) == ["一、总体情况", "二、主动公开", "正文"]


class TestDeletedParagraphEnds:
    DELETED = "<w:rPr><w:del/></w:rPr>"

    def test_the_next_paragraph_goes_on(self) -> None:
        data = docx(p("全年公开", self.DELETED) + p("8条。", '<w:pStyle w:val="x"/>') + p("完"))
        document = parsed(data)
        assert lines(document) == ["全年公开8条。", "完"]
        assert document.paragraphs[0].attributes["style"] == "x"
        check_anchors(document, data)

    def test_a_paragraph_deleted_as_a_whole_is_gone(self) -> None:
        gone = p("<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", self.DELETED)
        assert lines(read(p("前") + gone + p("后"))) == ["前", "后"]
        assert lines(read(p("前") + gone + tbl(tr("1", "2")) + p("后") + gone)) == ["前", "1\t2", "后"]

    def test_moved_and_hidden_ends(self) -> None:
        for mark in ("<w:moveFrom/>", "<w:vanish/>"):
            assert lines(read(p("前", f"<w:rPr>{mark}</w:rPr>") + p("后"))) == ["前后"]

    def test_in_a_cell(self) -> None:
        assert lines(read(tbl(tr(tc(p("甲", self.DELETED) + p("乙") + p("丙")), "1")))) == ["甲乙 丙\t1"]


class TestBlocks:
    def test_controls_and_alternatives_around_paragraphs_are_opened(self) -> None:
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('甲')}<w:customXml>{p('乙')}</w:customXml></w:sdtContent></w:sdt>"
        chosen = f"<mc:AlternateContent><mc:Choice>{p('丙')}</mc:Choice><mc:Fallback>{p('丙')}</mc:Fallback>"
        data = docx(control + chosen + "</mc:AlternateContent>" + p("丁"))
        assert lines(parsed(data)) == ["甲", "乙", "丙", "丁"]
        check_anchors(parsed(data), data)

    def test_a_text_box_follows_its_paragraph_once(self) -> None:
        data = docx(p(run("正") + BOX.format(p("框内一") + p("框内二") + tbl(tr("1", "2"))) + run("文")) + p("后"))
        document = parsed(data)
        assert lines(document) == ["正文", "框内一", "框内二", "1\t2", "后"]
        check_anchors(document, data)

    def test_an_old_text_box(self) -> None:
        box = f"<v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox>"
        old = f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"
        assert lines(read(p(run("正文") + old))) == ["正文", "框"]

    def test_a_text_box_in_a_cell_is_in_its_field(self) -> None:
        assert lines(read(tbl(tr(tc(p(run("项目") + BOX.format(p("数量")))), "1")))) == ["项目 数量\t1"]

    def test_notes_follow_the_paragraph_or_the_table_that_refers_to_them(self) -> None:
        mark = '<w:r><w:{0}noteReference w:id="2"/></w:r>'
        notes = f'<w:footnote w:id="0" w:type="separator">{p("不读")}</w:footnote>' + (
            f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + run("脚注") + mark.format("foot"))}</w:footnote>'
        )
        ends = f'<w:endnote w:id="2">{p("尾注")}</w:endnote>'
        body = p(run("正文") + mark.format("foot") + run("完")) + tbl(tr(tc(p(run("1") + mark.format("end"))), "2"))
        data = docx(body + p("后"), footnotes=notes, endnotes=ends)
        document = parsed(data)
        assert lines(document) == ["正文完", "脚注", "1\t2", "尾注", "后"]
        assert anchor_of(document, "脚注").part == "word/footnotes.xml"
        check_anchors(document, data)

    def test_a_picture_alone_and_behind_text(self) -> None:
        document = read(p(IMAGE) + p(run("见图") + IMAGE) + p("后"))
        assert lines(document) == ["", "见图", "后"]
        kinds = [type(block) for block in document.blocks]
        assert kinds == [Picture, Paragraph, Picture, Paragraph]
        assert [block.name for block in document.blocks if isinstance(block, Picture)] == ["申请情况表"] * 2
        assert document.source.lines.position(document.blocks[0].span.start).line == 1

    @pytest.mark.parametrize("holder", ["pict", "object"])
    def test_old_pictures_and_embedded_tables_are_pictures(self, holder: str) -> None:
        old = f'<w:r><w:{holder}><v:shape><v:imagedata r:id="r1" o:title="表三"/></v:shape></w:{holder}></w:r>'
        (picture,) = read(p(old)).blocks
        assert isinstance(picture, Picture)
        assert picture.name == "表三"

    def test_lines_and_frames_are_no_pictures(self) -> None:
        assert read(p("<w:r><w:pict><v:line/></w:pict></w:r>")).blocks == ()

    def test_an_embedded_file_is_a_problem(self) -> None:
        document = read(p("前") + '<w:altChunk r:id="r7"/>' + p("后"))
        assert lines(document) == ["前", "后"]
        assert ["嵌入" in problem.message for problem in document.problems] == [True]

    def test_headers_are_not_read(self) -> None:
        data = docx(p("正文"), header1=p("页眉"))
        assert lines(parsed(data)) == ["正文"]


def test_hidden_by_a_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
    )
    hidden = p(run("藏") + run("露", '<w:rStyle w:val="c"/>'), '<w:pStyle w:val="a"/>')
    document = read(hidden + p(run("看见") + run("藏", '<w:rStyle w:val="b"/>')), styles=styles)
    assert lines(document) == ["露", "看见"]


def test_other_prefixes_and_text_that_looks_like_markup() -> None:
    content = p(run("<w:r><w:t>假</w:t></w:r>")) + "<w:p><w:r><w:t><![CDATA[<w:rPr></w:rPr>真]]></w:t></w:r></w:p>"
    for data in (docx(content), renamed(content)):
        assert lines(parsed(data)) == ["<w:r><w:t>假</w:t></w:r>", "<w:rPr></w:rPr>真"]


def renamed(content: str) -> bytes:
    """The same with another prefix."""
    from .docx_files import entries, zipped

    files = entries("")
    whole = part("document", f"<w:body>{content}</w:body>").replace("<w:", "<x:").replace("</w:", "</x:")
    whole = whole.replace("xmlns:w=", "xmlns:x=").replace("&lt;x:", "&lt;w:").replace("&lt;/x:", "&lt;/w:")
    files["word/document.xml"] = whole.replace("[CDATA[<x:rPr></x:", "[CDATA[<w:rPr></w:").encode()
    return zipped(files)
