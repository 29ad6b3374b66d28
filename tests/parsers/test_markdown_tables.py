"""Tables of Markdown drafts: pipes, tabs, HTML with merges; the three official tables among them."""

from itertools import groupby
from textwrap import dedent

import pytest

from gxlint.document import Document, Paragraph, Picture, Table
from gxlint.form.editions import EDITION_2021
from gxlint.form.layout import TableForm
from gxlint.parsers.markdown import MarkdownParser

DISCLOSURE, APPLICATIONS, DISPUTES = EDITION_2021.tables
#: The columns that labels take in table three: 三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密.
LABEL_COLUMNS = 3


def parse(text: str) -> Document:
    return MarkdownParser().parse_text(dedent(text), "草稿.md")


def only_table(document: Document) -> Table:
    (table,) = document.tables
    return table


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def sources(document: Document, table: Table) -> list[list[str]]:
    return [[document.source[cell.span] for cell in row] for row in table.rows]


def pipe_row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def figures(row: int, columns: int) -> list[str]:
    return [str(row * 10 + column) for column in range(columns)]


def test_official_table_three_with_pipes() -> None:
    header = [*[""] * LABEL_COLUMNS, *(column.label for column in APPLICATIONS.columns)]
    lines = [pipe_row(*header), pipe_row(*["---"] * len(header))]
    for number, row in enumerate(APPLICATIONS.rows):
        labels = [*row.groups, row.label]
        lines.append(pipe_row(*labels, *[""] * (LABEL_COLUMNS - len(labels)), *figures(number, 7)))
    document = parse("三、收到和处理政府信息公开申请情况\n\n" + "\n".join(lines) + "\n\n四、政府信息公开行政复议\n")
    table = only_table(document)
    assert not table.exact
    assert len(table.rows) == 1 + len(APPLICATIONS.rows)
    assert table.rows[0][3].text == "自然人"
    for number, row in enumerate(APPLICATIONS.rows):
        cells = table.rows[number + 1]
        assert row.label in [cell.text for cell in cells[:LABEL_COLUMNS]]
        assert [cell.text for cell in cells[LABEL_COLUMNS:]] == figures(number, 7)
        assert [document.source[cell.span] for cell in cells] == [cell.text for cell in cells]
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


def html_applications(form: TableForm) -> str:
    """Table three as a browser has it: groups span their rows, labels without parts span the columns of parts."""
    lines = ["<table border='1'>", "<tr><th colspan=3 rowspan=2>申请人<br>情况</th>"]
    lines += [f"<th>{column.label}</th>" for column in form.columns]
    lines += ["</tr>", "<tr>" + "<td>列</td>" * 7 + "</tr>"]
    results = [row for row in form.rows if row.groups]
    opened: set[str] = set()
    for number, row in enumerate(form.rows):
        cells = []
        for depth, group in enumerate(row.groups):
            if group not in opened:
                opened.add(group)
                members = sum(group in other.groups for other in results)
                cells.append(f'<td rowspan="{members}">{group}</td>')
            assert depth < 2
        cells.append(f"<td colspan={LABEL_COLUMNS - len(row.groups)}><p>{row.label}</p>\n</td>")
        cells += [f"<td align=center>\n  {figure}\n</td>" for figure in figures(number, 7)]
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "\n".join([*lines, "</table>"])


@pytest.mark.parametrize("around", ["{}", "<div align='center'>\n\n    {}\n</div>", "<center>{}</center>"])
def test_official_table_three_as_html(around: str) -> None:
    document = parse("三、收到和处理\n\n" + around.format(html_applications(APPLICATIONS)) + "\n四、行政复议\n")
    table = only_table(document)
    assert table.exact
    assert (table.rows[0][0].text, table.rows[0][0].row_span, table.rows[0][0].column_span) == ("申请人 情况", 2, 3)
    rows = table.rows[2:]
    assert len(rows) == len(APPLICATIONS.rows)
    for number, (cells, row) in enumerate(zip(rows, APPLICATIONS.rows, strict=True)):
        assert [(cell.column, cell.text) for cell in cells[-7:]] == list(enumerate(figures(number, 7), LABEL_COLUMNS))
        assert [document.source[cell.span] for cell in cells] == [cell.text for cell in cells]
        label = cells[-8]
        assert (label.text, label.column, label.column_span) == (row.label, len(row.groups), 3 - len(row.groups))
    groups = {cell.text: cell.row_span for cells in rows for cell in cells if cell.row_span > 1}
    expected = {"三、本年度办理结果": sum(bool(row.groups) for row in APPLICATIONS.rows)}
    for name, members in groupby(row.groups[1] for row in APPLICATIONS.rows if len(row.groups) > 1):
        expected[name] = len(list(members))
    assert groups == expected


def test_official_table_four_as_html() -> None:
    verdicts = "".join(f"<td>{column.label}</td>" for column in DISPUTES.columns)
    document = parse(
        f"""\
        <table><tbody>
        <tr><td colspan="5" rowspan="2">行政复议</td><td colspan="10">行政诉讼</td></tr>
        <tr><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
        <tr>{verdicts * 3}</tr>
        <tr>{"<td>0</td>" * 15}</tr>
        </tbody></table>
        """
    )
    table = only_table(document)
    assert [cell.column for cell in table.rows[1]] == [5, 10]
    assert [cell.column for cell in table.rows[2]] == list(range(15))
    assert [cell.text for cell in table.rows[2]][5:7] == ["结果维持", "结果纠正"]


def test_official_table_two_with_ragged_rows() -> None:
    document = parse(
        """\
        | 第二十条第（一）项 |
        | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
        |---|:-:|---|--:|
        | 规章 | 0 | 0 | **12** | 备注 |
        | 行政规范性文件 |  || 5 |
        | 行政许可 |  |
        |   |
        """
    )
    table = only_table(document)
    assert grid(table) == [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "12", "备注"],
        ["行政规范性文件", "", "", "5"],
        ["行政许可", ""],
        [""],
    ]
    assert not table.exact
    blank, glued = table.rows[2][1:3]
    assert document.text[blank.span.start - 2 : blank.span.end + 2] == "|  |"
    assert document.text[glued.span.start - 1 : glued.span.end + 1] == "||"
    assert [paragraph.text for paragraph in document.paragraphs] == ["第二十条第（一）项"]


def test_marks_in_cells() -> None:
    document = parse(
        r"""
        | 项目 | 说明 |
        |--|--|
        | 规\|章 | 共`3`件<br/>其中[1件](http://x.example.gov.cn) &lt;新&gt; ![](a.png) |
        | **合计 | 甲** | <!-- 待核 --> |
        """
    )
    table = only_table(document)
    assert grid(table)[1:] == [["规|章", "共3件 其中1件 <新>"], ["**合计", "甲**", ""]]
    assert sources(document, table)[1][0] == r"规\|章"
    (found,) = table.rows[1][1].plain.find("3件 其中1件")
    assert document.source[found.span] == "3`件<br/>其中[1件"


def test_a_comment_does_not_part_a_table() -> None:
    document = parse(
        """\
        |项目|数量|
        |--|--|
        <!-- gxlint-disable-next-line blank-cell -->
        |行政许可||
        |行政处罚|7|
        无
        """
    )
    assert grid(only_table(document)) == [["项目", "数量"], ["行政许可", ""], ["行政处罚", "7"]]
    assert [paragraph.text for paragraph in document.paragraphs] == ["无"]


def test_a_table_in_a_quote_or_list() -> None:
    document = parse("> | 项目 | 数量 |\n> |--|--|\n> | 行政许可 | 3 |\n\n- | 甲 | 乙 |\n  |--|--|\n  | 1 | 2 |\n")
    assert [grid(table) for table in document.tables] == [
        [["项目", "数量"], ["行政许可", "3"]],
        [["甲", "乙"], ["1", "2"]],
    ]
    assert document.text[document.tables[0].span.start - 2] == ">"


def test_rows_without_delimiter_or_outer_pipes() -> None:
    document = parse("信息内容 | 制发 | 废止\n规章 | 0 |\n\n项目 | 数量\n---|---\n收费 | 0\n\n甲|乙：详见网站\n")
    assert [grid(table) for table in document.tables] == [
        [["信息内容", "制发", "废止"], ["规章", "0"]],
        [["项目", "数量"], ["收费", "0"]],
    ]
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲|乙：详见网站"]


def test_two_columns_without_delimiter() -> None:
    document = parse(
        "信息内容 | 数量\n行政许可 | 3\n无\n联系电话：0555-1234567 | 邮箱：yx@example.gov.cn\n地址：云溪镇 | 邮编：1\n"
    )
    assert [grid(table) for table in document.tables] == [[["信息内容", "数量"], ["行政许可", "3"]]]
    assert [paragraph.text[:4] for paragraph in document.paragraphs] == ["无", "联系电话", "地址：云"]


def test_rows_between_tabs() -> None:
    document = parse(
        "四、行政复议\n行政复议\t行政诉讼\n------\t------\n结果\t**维持**\t总计\n\t\t0\n-\t-\t0\n五、存在的主要问题\n"
    )
    table = only_table(document)
    assert grid(table) == [["行政复议", "行政诉讼"], ["结果", "维持", "总计"], ["", "", "0"], ["-", "-", "0"]]
    assert [paragraph.level for paragraph in document.paragraphs] == [None, None]


def test_cells_one_a_line() -> None:
    document = parse("规章 |\n0 |\n||\n| 行政规范性文件 |\n|\n0\n| ![](t3.png) |\n")
    assert [(block.text, block.attributes.get("cell")) for block in document.paragraphs] == [
        *(("规章", "1"), ("0", "1"), ("", "2"), ("行政规范性文件", "1"), ("", "1"), ("0", None))
    ]
    assert isinstance(document.blocks[-1], Picture)


def test_html_cells() -> None:
    document = parse(
        """\
        <table><caption>单位：<b>件</b></caption>
        <thead><tr><th>项目<th>数量</tr></thead>
        <tr><td>规&nbsp;章
           </td><td>&nbsp;</td></tr>
        <tr><td></td><td>1 <!-- 核 -->2<br><br>
          件<TD>&lt;3&gt;<img src=x.png></table>
        """
    )
    table = only_table(document)
    assert grid(table) == [["项目", "数量"], ["规\xa0章", ""], ["", "1 2 件", "<3>"]]
    assert [paragraph.text for paragraph in document.paragraphs] == ["单位：件"]
    empty = table.rows[2][0]
    assert document.text[empty.span.start - 4 : empty.span.end + 5] == "<td></td>"
    assert sources(document, table)[2][1:] == ["1 <!-- 核 -->2<br><br>\n  件", "&lt;3&gt;"]


def test_impossible_merges_are_cut_back() -> None:
    document = parse(
        "<table><tr><td rowspan=99 colspan=0>甲</td><td rowspan=0>乙</td><td colspan='-1'>丙</td></tr>"
        "<tr><td rowspan=1>丁</td></tr><tr></tr><tr><td>戊</td></tr></table>"
    )
    cells = [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in only_table(document).cells]
    assert cells == [("甲", 0, 0, 4, 1), ("乙", 0, 1, 4, 1), ("丙", 0, 2, 1, 1), ("丁", 1, 2, 1, 1), ("戊", 3, 2, 1, 1)]


def test_no_cell_covers_the_place_of_another_where_a_row_is_torn() -> None:
    document = parse(
        "<table><tr><td>甲</td><td>乙</td><td rowspan=2>丙</td></tr><tr><td colspan=4>丁</td><td>戊</td></tr></table>"
    )
    cells = [(cell.text, cell.row, cell.column, cell.column_span) for cell in only_table(document).cells]
    assert cells == [("甲", 0, 0, 1), ("乙", 0, 1, 1), ("丙", 0, 2, 1), ("丁", 1, 0, 2), ("戊", 1, 3, 1)]


def test_layout_tables_are_unwrapped() -> None:
    document = parse(
        """\
        <table><tr><td>
        <h2>一、总体情况</h2>
        <p>2024年，我镇公开81条。</p>
        <table><tr><td>规章</td><td>0</td></tr></table>
        <img src="t3.png">
        </td></tr><tr><td>云溪镇人民政府</td></tr></table>
        """
    )
    assert [type(block).__name__ for block in document.blocks] == [
        *("Paragraph", "Paragraph", "Table", "Picture", "Paragraph")
    ]
    assert [paragraph.text for paragraph in document.paragraphs] == [
        *("一、总体情况", "2024年，我镇公开81条。", "云溪镇人民政府")
    ]
    assert document.paragraphs[0].level == 2
    assert grid(only_table(document)) == [["规章", "0"]]


def test_a_table_of_scans_is_pictures() -> None:
    document = parse("<table><tr><td><img src=t2.png></td><td><img alt=表三></td></tr></table>")
    assert [block.name for block in document.blocks if isinstance(block, Picture)] == ["t2.png", "表三"]
    assert document.tables == ()


def test_a_table_that_is_never_closed_is_text() -> None:
    document = parse("一、总体情况\n<table><tr><td>规章</td><td>0</td>\n\n二、主动公开\n")
    assert [paragraph.text for paragraph in document.paragraphs] == ["一、总体情况", "规章", "0", "二、主动公开"]
