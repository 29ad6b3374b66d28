"""A parser that breaks a promise is told which one, and where."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gxlint.document import Block, Comment, Document, Paragraph, Picture, Problem, Table, TableCell
from gxlint.testing.conformance import check_document
from gxlint.text import Anchor, PlainText, Segment, Source, SourceMap, Span

TEXT = "一、总体情况\n**二是**严把。\n规章\t0\t1\n"
HEADING, BOLD, ROW = Span(0, 6), Span(7, 16), Span(17, 23)


def document(*blocks: Block, text: str = TEXT) -> Document:
    return Document(Source(text), blocks)


def paragraph(span: Span, text: str = TEXT) -> Paragraph:
    return Paragraph(PlainText.verbatim(text, span))


def cell(start: int, end: int, row: int = 0, column: int = 0, row_span: int = 1, column_span: int = 1) -> TableCell:
    plain = PlainText.verbatim(TEXT, Span(start, end))
    return TableCell(plain, row, column, row_span=row_span, column_span=column_span)


def test_a_sound_document() -> None:
    check_document(
        Document(
            Source(TEXT, map=SourceMap([(HEADING, Anchor("word/document.xml", (0,), 0))])),
            [
                Paragraph(PlainText.verbatim(TEXT, HEADING), level=1),
                Paragraph(PlainText.pieces(TEXT, [Span(9, 11), Span(13, 16)]), span=BOLD),
                Table(ROW, [cell(17, 19), cell(20, 21, 0, 1, row_span=2), cell(22, 23, 1, 0)], exact=True),
                Picture(Span(24, 24)),
            ],
            comments=[Comment(Span(0, 2), "备注", Span(0, 4))],
            problems=[Problem("乱码", Span(3, 4)), Problem("损坏")],
        )
    )


def test_a_space_may_stand_for_a_line_break_and_an_entity_for_its_source() -> None:
    text = "甲\n乙&nbsp;丙"
    segments = [Segment(0, 1, Span(0, 1)), Segment(1, 1, Span(1, 2)), Segment(2, 1, Span(2, 3))]
    segments += [Segment(3, 1, Span(3, 9)), Segment(4, 1, Span(9, 10))]
    check_document(document(Paragraph(PlainText("甲 乙 丙", segments)), text=text))


FAULTS: list[tuple[Sequence[Block], str]] = [
    ([Picture(Span(20, 99))], "outside the text of 24"),
    ([Picture(Span(5, 3))], "outside the text"),
    ([paragraph(BOLD), paragraph(HEADING)], "line 1, .*begins before the end"),
    ([paragraph(HEADING), Picture(Span(5, 6))], "begins before the end of Paragraph"),
    ([Paragraph(PlainText.verbatim(TEXT, HEADING), level=10)], "level 10"),
    ([Paragraph(PlainText.verbatim(TEXT, HEADING), span=Span(0, 4))], "outside its span"),
    ([paragraph(Span(0, 7))], "white space at an end"),
    ([paragraph(Span(0, 9))], "line end in it"),
    ([Paragraph(PlainText("", []))], "no segment"),
    ([Paragraph(PlainText("总体情况", [Segment(0, 4, Span(0, 4))]))], "shows '总体情况' for '一、总体'"),
    ([Paragraph(PlainText("一、总", [Segment(0, 2, Span(0, 2))]))], "hold 2 characters, its text 3"),
    ([Paragraph(PlainText("一总", [Segment(0, 1, Span(0, 1)), Segment(2, 1, Span(2, 3))]))], "does not follow"),
    (
        [Paragraph(PlainText("总一", [Segment(0, 1, Span(2, 3)), Segment(1, 1, Span(0, 1))]), span=HEADING)],
        "before the end",
    ),
    ([Paragraph(PlainText("一", [Segment(0, 1, Span(30, 31))]), span=Span(0, 2))], "outside"),
    ([Table(Span(17, 21), [cell(17, 19), cell(22, 23, 0, 1)], exact=False)], "outside its table"),
    ([Table(ROW, [cell(17, 19), cell(20, 21)], exact=False)], "row 0, column 0"),
    ([Table(ROW, [cell(17, 19, row_span=2), cell(20, 21, 0, 1), cell(22, 23, 1, 0)], exact=True)], "row 1, column 0"),
    ([Table(ROW, [cell(17, 19, 0, 1), cell(20, 21, 0, 0)], exact=False)], "against the order"),
    ([Table(ROW, [cell(20, 21), cell(17, 19, 0, 1)], exact=False)], "against the order"),
    ([Table(ROW, [cell(17, 19, column_span=0)], exact=True)], "impossible place"),
    ([Table(ROW, [cell(17, 19, column=-1)], exact=True)], "impossible place"),
]


@pytest.mark.parametrize(("blocks", "message"), FAULTS)
def test_broken_promises(blocks: Sequence[Block], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_document(document(*blocks))


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (Document(Source("\ufeff一"), []), "byte order mark"),
        (Document(Source("一"), [], comments=[Comment(Span(0, 9), "备注")]), "comment '备注'"),
        (Document(Source("一"), [], comments=[Comment(Span(0, 1), "备注", Span(1, 9))]), "comment '备注'"),
        (Document(Source("一"), [], problems=[Problem("乱码", Span(3, 9))]), "problem '乱码'"),
        (Document(Source("一", map=SourceMap([(Span(0, 9), Anchor("p", (), 0))])), []), "source map"),
    ],
)
def test_broken_promises_beside_the_blocks(broken: Document, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_document(broken)
