"""Grids: merged cells, odd rows, and tables that are none."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from gxlint.document import Document, Paragraph, Table
from gxlint.text import Span

from .docx_files import check_anchors, docx, lines, p, parsed, read, run, tbl, tc, tr

IMAGE = '<w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r>'
DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int | str) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def grid(document: Document) -> list[tuple[int, int, int, int, str]]:
    """Row, column, row span, column span and text of each cell of the only table."""
    (table,) = document.tables
    assert table.exact
    return [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in table.cells]


def test_a_row_is_a_line_and_a_cell_a_field() -> None:
    data = docx(p("前") + tbl(tr("信息内容", "本年制发件数"), tr("规章", "0")) + p("后"))
    document = parsed(data)
    assert lines(document) == ["前", "信息内容\t本年制发件数", "规章\t0", "后"]
    (table,) = document.tables
    assert document.source[table.span] == "信息内容\t本年制发件数\n规章\t0"
    assert [document.source[cell.span] for cell in table.cells] == ["信息内容", "本年制发件数", "规章", "0"]
    check_anchors(document, data)


def test_merged_cells_appear_once_and_leave_their_fields_empty() -> None:
    rows = (
        tr(tc("一、新收", DOWN + span(2)), tc("申请人情况", span(3))),
        tr(tc("", GOES_ON + span(2)), "自然人", tc("法人", span(2))),
        tr(tc("", GOES_ON + span(2)), "1", "2", "3"),
    )
    document = read(tbl(*rows))
    assert lines(document) == ["一、新收\t\t申请人情况\t\t", "\t\t自然人\t法人\t", "\t\t1\t2\t3"]
    assert grid(document) == [
        (0, 0, 3, 2, "一、新收"),
        (0, 2, 1, 3, "申请人情况"),
        (1, 2, 1, 1, "自然人"),
        (1, 3, 1, 2, "法人"),
        (2, 2, 1, 1, "1"),
        (2, 3, 1, 1, "2"),
        (2, 4, 1, 1, "3"),
    ]


def test_text_in_a_covered_cell_is_not_shown() -> None:
    assert lines(read(tbl(tr(tc("总计", DOWN), "1"), tr(tc("旧字", GOES_ON), "2")))) == ["总计\t1", "\t2"]


def test_a_cell_that_continues_nothing_is_a_cell() -> None:
    assert grid(read(tbl(tr(tc("甲", GOES_ON), "1"), tr(tc("乙", GOES_ON + span(2)), "2")))) == [
        (0, 0, 1, 1, "甲"),
        (0, 1, 1, 1, "1"),
        (1, 0, 1, 2, "乙"),
        (1, 2, 1, 1, "2"),
    ]


def test_cells_merged_the_old_way() -> None:
    row = tr(tc("合计", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "3")
    assert grid(read(tbl(row))) == [(0, 0, 1, 2, "合计"), (0, 2, 1, 1, "3")]


def test_a_row_may_start_further_right() -> None:
    document = read(tbl(tr("1", "2", "3"), tr("5", "6", properties='<w:gridBefore w:val="1"/>')))
    assert lines(document) == ["1\t2\t3", "\t5\t6"]
    assert grid(document)[3:] == [(1, 1, 1, 1, "5"), (1, 2, 1, 1, "6")]


@pytest.mark.parametrize(
    ("value", "columns"), [("1000000000", 64), ("abc", 1), ("-3", 1), ("0", 1), ("", 1), ("2.5", 1), ("9" * 9999, 1)]
)
def test_absurd_spans(value: str, columns: int) -> None:
    assert grid(read(tbl(tr(tc("甲", span(value)), "1"))))[1] == (0, columns, 1, 1, "1")


def test_rows_and_cells_in_controls_and_rows_deleted_or_hidden() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    rows = [
        tr("1", "2"),
        control(tr("3", "4")),
        f"<w:tr>{control(tc('5'))}{tc('6')}</w:tr>",
        tr("删", "除", properties="<w:del/>"),
        tr("增", "加", properties="<w:ins/>"),
        tr("隐", "藏", properties="<w:hidden/>"),
        "<w:tr/>",
    ]
    data = docx(tbl(*rows))
    document = parsed(data)
    assert lines(document) == ["1\t2", "3\t4", "5\t6", "增\t加"]
    assert [cell.row for cell in document.tables[0].cells] == [0, 0, 1, 1, 2, 2, 3, 3]
    check_anchors(document, data)


class TestWordsInACell:
    @pytest.mark.parametrize(
        ("content", "field"),
        [
            (p("（一）") + p("予以公开"), "（一） 予以公开"),
            (p("") + p("行政") + p("") + p("许可") + p(""), "行政 许可"),
            (p("<w:r><w:t>行政</w:t><w:br/><w:tab/><w:t>许可</w:t><w:br/></w:r>"), "行政 许可"),
            (p(run("12") + run("3")), "123"),
            (p("左") + tbl(tr("内", "层")) + p(""), "左 内 层"),
            (tbl(tr("内")) + p(""), "内"),
        ],
    )
    def test_ends_and_breaks_read_as_one_space(self, content: str, field: str) -> None:
        data = docx(tbl(tr(tc(content), "1")))
        document = parsed(data)
        assert lines(document) == [f"{field}\t1"]
        assert document.tables[0].cells[0].text == field
        check_anchors(document, data)

    def test_white_space_typed_at_the_ends_is_not_its_text(self) -> None:
        document = read(tbl(tr(" \u30000 ", "\u3000", "1")))
        first, second, _ = document.tables[0].cells
        assert (first.text, document.source[first.span]) == ("0", "0")
        assert (second.text, second.span) == ("", Span(document.text.index("\t") + 1, document.text.index("\t") + 1))


class TestEmptyCells:
    @pytest.mark.parametrize(
        "empty", [tc(""), tc("", span(1)), "<w:tc><w:p/></w:tc>", "<w:tc/>", tc("<w:p><w:r/></w:p>")]
    )
    def test_a_place_for_text(self, empty: str) -> None:
        data = docx(p("前") + tbl(tr("总计", empty, "1")))
        document = parsed(data)
        cell = document.tables[0].cells[1]
        assert cell.text == ""
        assert cell.span.length == 0
        assert document.text[: cell.span.start].endswith("总计\t")
        assert document.source.map is not None
        anchor = document.source.map.insertion(cell.span.start)
        assert anchor is not None
        assert anchor.path[:3] == (0, 1, 1)

    def test_text_put_into_a_filled_cell(self) -> None:
        document = read(tbl(tr("总计", "12")))
        assert document.source.map is not None
        cell = document.tables[0].cells[1]
        behind = document.source.map.insertion(cell.span.end)
        before = document.source.map.insertion(cell.span.start)
        assert behind is not None
        assert before is not None
        assert (behind.path, behind.offset, before.path, before.offset) == (before.path, 2, behind.path, 0)


class TestLayout:
    BODY = p("一、总体情况") + tbl(tr("规章", "0")) + p("二、主动公开")

    def texts(self, document: Document) -> list[str]:
        return [
            block.text if isinstance(block, Paragraph) else "|".join([cell.text for cell in block.cells])
            for block in document.blocks
            if isinstance(block, Paragraph | Table)
        ]

    def test_a_table_of_one_cell_is_no_table(self) -> None:
        data = docx(p("前") + tbl(tr("框中一句")) + p("后"))
        document = parsed(data)
        assert self.texts(document) == ["前", "框中一句", "后"]
        check_anchors(document, data)

    def test_a_table_of_one_column_is_no_table(self) -> None:
        assert self.texts(read(tbl(tr("标题"), tr(tc(self.BODY))))) == [
            "标题",
            "一、总体情况",
            "规章|0",
            "二、主动公开",
        ]

    def test_rows_of_one_cell_each_are_no_table_however_wide(self) -> None:
        assert self.texts(read(tbl(tr(tc("标题", span(4))), tr(tc("正文", span(3)))))) == ["标题", "正文"]

    def test_a_picture_in_a_frame_is_a_picture(self) -> None:
        assert [type(block).__name__ for block in read(tbl(tr(tc(p(IMAGE))))).blocks] == ["Picture"]
        assert [type(block).__name__ for block in read(tbl(tr(tc(p(IMAGE)), "1"))).blocks] == ["Table", "Picture"]

    def test_the_body_in_a_cell_of_a_table(self) -> None:
        rows = tr("索引号", "001"), tr(tc(self.BODY, span(2))), tr("打印", "关闭")
        data = docx(tbl(*rows))
        document = parsed(data)
        assert self.texts(document) == ["索引号|001", "一、总体情况", "规章|0", "二、主动公开", "打印|关闭"]
        assert lines(document) == ["索引号\t001", "一、总体情况", "规章\t0", "二、主动公开", "打印\t关闭"]
        check_anchors(document, data)

    def test_long_prose_in_a_cell(self) -> None:
        prose = "".join([p(f"（{number}）" + "坚持以公开为常态。" * 20) for number in "一二三"])
        assert len(read(tbl(tr("报告", tc(prose)))).paragraphs) == 4
        assert len(read(tbl(tr("报告", tc(p("坚持以公开为常态。" * 60))))).tables) == 1

    def test_frames_in_frames(self) -> None:
        inner = tbl(tr(tc(tbl(tr("规章", "0")))))
        assert self.texts(read(tbl(tr(tc(inner))))) == ["规章|0"]


def test_a_table_made_by_python_docx() -> None:
    draft = python_docx.Document()
    draft.add_paragraph("三、收到和处理政府信息公开申请情况")
    table = draft.add_table(3, 4, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 1)).text = "项目"
    table.cell(0, 2).merge(table.cell(0, 3)).text = "申请人"
    for column, words in enumerate(("自然人", "总计"), 2):
        table.cell(1, column).text = words
    for column, words in enumerate(("一、", "本年新收", "5", "5")):
        table.cell(2, column).text = words
    out = io.BytesIO()
    draft.save(out)
    document = parsed(out.getvalue())
    assert lines(document) == [
        "三、收到和处理政府信息公开申请情况",
        "项目\t\t申请人\t",
        "\t\t自然人\t总计",
        "一、\t本年新收\t5\t5",
    ]
    assert grid(document)[0] == (0, 0, 2, 2, "项目")
    check_anchors(document, out.getvalue())
