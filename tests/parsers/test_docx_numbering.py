"""Automatic numbers are in the text, as generated text."""

from __future__ import annotations

import pytest

from gxlint.document import Document
from gxlint.parsers.docx.numerals import numeral

from .docx_files import anchor_of, lines, p, read, tbl, tc, tr


def level(index: int, form: str, shown: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def definition(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def num(identifier: int, abstract: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def item(words: str, number: int = 1, index: int = 0) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>')


OFFICIAL = definition(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
) + num(1, 0)


def numbered(*items: str, numbering: str = OFFICIAL) -> Document:
    return read("".join(items), numbering=numbering)


def test_the_numbers_of_an_official_document() -> None:
    document = numbered(
        item("总体情况"),
        item("主动公开", index=1),
        item("制度", index=2),
        item("平台", index=2),
        p("正文"),
        item("依申请公开", index=1),
        item("机构", index=2),
        item("存在问题"),
        item("主要问题", index=1),
    )
    assert lines(document) == [
        "一、总体情况",
        "（一）主动公开",
        "1.制度",
        "2.平台",
        "正文",
        "（二）依申请公开",
        "1.机构",
        "二、存在问题",
        "（一）主要问题",
    ]
    assert document.paragraphs[0].text == "一、总体情况"


def test_a_number_is_generated_and_its_text_is_not() -> None:
    document = numbered(item("总体情况"))
    assert anchor_of(document, "一、").generated
    words = anchor_of(document, "总体")
    assert (words.generated, words.offset) == (False, 0)
    assert document.source.map is not None
    inside = document.source.map.insertion(1)
    behind = document.source.map.insertion(2)
    assert inside is None
    assert behind is not None
    assert behind.path == words.path


def test_a_number_that_would_run_into_the_text_is_kept_apart() -> None:
    numbering = definition(0, level(0, "decimal", "%1"), level(1, "chineseCounting", "第%2章")) + num(1, 0)
    document = numbered(item("2024年"), item("总则", index=1), numbering=numbering)
    assert lines(document) == ["1 2024年", "第一章 总则"]


@pytest.mark.parametrize("form", ["bullet", "none"])
def test_bullets_are_no_text(form: str) -> None:
    numbering = definition(0, level(0, form, "%1" if form == "none" else "●")) + num(1, 0)
    assert lines(numbered(item("公开"), numbering=numbering)) == ["公开"]


def test_levels_in_levels() -> None:
    numbering = definition(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%1-%2-%3", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    items = [item("甲", index=index) for index in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert [line[:-1].strip() for line in lines(numbered(*items, numbering=numbering))] == [
        "一、",
        "1.1",
        "一-1-1",
        "1.2",
        "一-2-2",
        "二、",
        "2.1",
        "二-1-1",
    ]


def test_lists_of_one_definition_count_on_unless_they_start_anew() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'
    numbering = definition(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, start) + num(4, 0, other)
    numbers = [1, 1, 2, 3, 3, 1, 4]
    document = numbered(*[item("甲", number) for number in numbers], numbering=numbering)
    assert lines(document) == ["1.甲", "2.甲", "3.甲", "5.甲", "6.甲", "7.甲", "H)甲"]


class TestStyles:
    STYLES = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="公文一级"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="a"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="d"><w:basedOn w:val="a"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )

    def styled(self, style: str, words: str = "甲", direct: str = "") -> str:
        return p(words, f'<w:pStyle w:val="{style}"/>{direct}')

    def test_numbers_come_down_the_chain(self) -> None:
        body = "".join([self.styled(style) for style in "abcd"])
        assert lines(read(body, styles=self.STYLES, numbering=OFFICIAL)) == ["一、甲", "二、甲", "1.甲", "甲"]

    def test_a_paragraph_may_take_its_number_away_or_change_its_level(self) -> None:
        body = self.styled("a", direct='<w:numPr><w:numId w:val="0"/></w:numPr>')
        body += self.styled("a", direct='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
        assert lines(read(body, styles=self.STYLES, numbering=OFFICIAL)) == ["甲", "（一）甲"]

    def test_the_level_that_is_linked_to_the_style(self) -> None:
        numbering = definition(
            0, level(0, "decimal", "%1."), level(1, "decimal", "（%2）", '<w:pStyle w:val="b"/>')
        ) + num(1, 0)
        body = self.styled("a") + self.styled("b")
        assert lines(read(body, styles=self.STYLES, numbering=numbering)) == ["1.甲", "（1）甲"]

    def test_a_definition_that_only_names_a_list_style(self) -> None:
        styles = (
            '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        )
        numbering = (
            definition(0, '<w:numStyleLink w:val="L"/>')
            + definition(3, '<w:styleLink w:val="L"/>', level(0, "decimal", "%1)"))
            + num(1, 0)
            + num(7, 3)
        )
        assert lines(read(item("甲"), styles=styles, numbering=numbering)) == ["1)甲"]

    def test_styles_based_on_one_another_and_definitions_that_lead_nowhere(self) -> None:
        styles = "".join(
            [
                f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
                for one, other in ("xy", "yx")
            ]
        )
        numbering = definition(0, '<w:numStyleLink w:val="x"/>') + num(1, 0) + num(2, 9)
        body = self.styled("x") + item("乙") + item("丙", 2) + item("丁", 3)
        assert lines(read(body, styles=styles, numbering=numbering)) == ["甲", "乙", "丙", "丁"]


def test_numbers_in_cells() -> None:
    document = numbered(tbl(tr(tc(item("")), "规章"), tr(tc(item("")), "文件")), item("后"))
    assert lines(document) == ["一、\t规章", "二、\t文件", "三、后"]
    assert anchor_of(document, "二、").generated


def test_deleted_paragraphs_are_not_counted() -> None:
    gone = p(
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert lines(numbered(item("甲"), gone, item("乙"))) == ["一、甲", "二、乙"]


@pytest.mark.parametrize(
    ("form", "shown"),
    {
        "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 100: "一百", 101: "一百零一"},
        "chineseCountingThousand": {110: "一百一十", 1001: "一千零一", 2024: "二千零二十四"},
        "japaneseCounting": {19: "十九"},
        "chineseLegalSimplified": {12: "壹拾贰"},
        "ideographDigital": {12: "一二", 20: "二〇"},
        "decimal": {12: "12"},
        "decimalZero": {3: "03", 12: "12"},
        "decimalFullWidth": {12: "１２"},
        "lowerLetter": {1: "a", 26: "z", 27: "aa"},
        "upperLetter": {2: "B"},
        "lowerRoman": {4: "iv", 9: "ix"},
        "upperRoman": {14: "XIV", 1999: "MCMXCIX"},
        "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"},
        "decimalEnclosedCircleChinese": {3: "③"},
        "decimalEnclosedParen": {1: "⑴"},
        "ideographTraditional": {1: "甲", 11: "甲"},
        "bullet": {1: ""},
        "none": {1: ""},
        "unheardOf": {7: "7"},
        "upperLetterX": {0: "0"},
    }.items(),
)
def test_numerals(form: str, shown: dict[int, str]) -> None:
    assert {number: numeral(number, form) for number in shown} == shown
