"""Heading levels and what else is known of a paragraph."""

from __future__ import annotations

import io

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from .docx_files import entries, p, parsed, part, read, run, zipped


def style(identifier: str, name: str, content: str = "", based_on: str = "", default: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" {default} w:styleId="{identifier}"><w:name w:val="{name}"/>{base}{content}'
        "</w:style>"
    )


def outline(level: int) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:latentStyles><w:lsdException w:name="heading 1"/></w:latentStyles>'
    + style("a", "Normal", default='w:default="1"')
    + style("1", "heading 1", outline(0), "a")
    + style("2", "heading 2", "", "a")
    + style("a3", "Title", "", "a")
    + style("x", "一级标题", '<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>', "1")
    + style("y", "小标题", outline(9), "1")
    + style("z", "正文三号", outline(2) + '<w:rPr><w:sz w:val="32"/></w:rPr>', "a")
    + style("t", "网格", "", "").replace("paragraph", "table")
)


@pytest.mark.parametrize(
    ("identifier", "level"), [("a", None), ("1", 1), ("2", 2), ("a3", 1), ("x", 1), ("y", None), ("z", 3), ("", None)]
)
def test_level_of_a_style(identifier: str, level: int | None) -> None:
    (paragraph,) = read(p("总体情况", f'<w:pStyle w:val="{identifier}"/>'), styles=STYLES).paragraphs
    assert paragraph.level == level


@pytest.mark.parametrize(("given", "level"), [("0", 1), ("8", 9), ("9", None), ("77", None), ("x", None)])
def test_level_of_a_paragraph_of_its_own(given: str, level: int | None) -> None:
    properties = f'<w:pStyle w:val="2"/><w:outlineLvl w:val="{given}"/>'
    assert read(p("总体情况", properties), styles=STYLES).paragraphs[0].level == level


def test_headings_without_a_styles_part() -> None:
    document = read(p("总体情况", '<w:pStyle w:val="Heading2"/>') + p("正文"))
    assert [paragraph.level for paragraph in document.paragraphs] == [2, None]


def test_attributes() -> None:
    heading = p("总体情况", '<w:pStyle w:val="x"/><w:jc w:val="center"/>')
    body = p(run("正文", '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>') + run("字", "<w:b/>"))
    first, second, third = read(heading + body + p("无"), styles=STYLES).paragraphs
    assert first.attributes == {"style": "一级标题", "font": "黑体", "size": "10.5", "align": "center"}
    assert second.attributes == {"style": "Normal", "font": "仿宋_GB2312", "size": "16"}
    assert third.attributes == {"style": "Normal", "font": "宋体", "size": "10.5"}


@pytest.mark.parametrize("size", ["x", "", "99999999999", "-4", "²"])
def test_absurd_sizes(size: str) -> None:
    (paragraph,) = read(p(run("字", f'<w:sz w:val="{size}"/>')), styles="").paragraphs
    assert "size" not in paragraph.attributes


def test_damaged_styles_are_a_problem_of_their_own() -> None:
    files = entries(p("总体情况", '<w:pStyle w:val="1"/>'), styles=STYLES)
    files["word/styles.xml"] = b"<w:styles"
    document = parsed(zipped(files))
    assert [block.text for block in document.paragraphs] == ["总体情况"]
    files["word/styles.xml"] = part("styles", STYLES.replace('w:styleId="1"', 'w:styleId="1" <')).encode()
    assert parsed(zipped(files)).paragraphs[0].text == "总体情况"


def test_styles_with_another_prefix() -> None:
    files = entries(p("总体情况", '<w:pStyle w:val="x"/>') + p("正文"), styles=STYLES)
    other = files["word/styles.xml"].decode().replace("w:", "s:").replace("xmlns:w=", "xmlns:s=")
    files["word/styles.xml"] = other.encode()
    first, second = parsed(zipped(files)).paragraphs
    assert (first.level, first.attributes["font"], second.attributes["style"]) == (1, "黑体", "Normal")


def test_a_draft_made_by_python_docx() -> None:
    draft = python_docx.Document()
    draft.add_heading("青禾县云溪镇人民政府2024年政府信息公开工作年度报告", 0)
    draft.add_heading("一、总体情况", 1)
    words = draft.add_paragraph(style="Body Text").add_run("全年公开信息711条。")
    words.font.size = Pt(16)
    words._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")
    out = io.BytesIO()
    draft.save(out)
    title, heading, body = parsed(out.getvalue()).paragraphs
    assert [title.level, heading.level, body.level] == [1, 1, None]
    assert body.attributes == {"style": "Body Text", "font": "仿宋_GB2312", "size": "16"}
