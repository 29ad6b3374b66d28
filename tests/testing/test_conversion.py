"""A Markdown draft taken apart keeps everything that another format can say."""

from __future__ import annotations

import pytest

from gxlint.testing.conversion import pieces_of
from gxlint.testing.pieces import Grid, Image, Line, Piece, Remark
from gxlint.testing.reports import CorrectReport
from gxlint.testing.running import built_in_registry
from gxlint.testing.shapes import HTML_MARKDOWN, PIPE_MARKDOWN, TABBED_TEXT, TYPED_DOCX, Shape


def pieces(data: bytes, parser: str = "markdown") -> list[Piece]:
    return pieces_of(built_in_registry().parser(parser).parse(data, "草稿"))


def spans(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]


@pytest.mark.parametrize("shape", [PIPE_MARKDOWN, HTML_MARKDOWN], ids=lambda shape: shape.name)
def test_the_correct_report_comes_back_with_its_merged_cells(shape: Shape) -> None:
    report = CorrectReport()
    found = pieces(shape.write(report))
    assert [spans(piece) for piece in found if isinstance(piece, Grid)] == [
        spans(report.grid(table)) for table in ("disclosure", "applications", "disputes")
    ]
    lines = [(piece.text, piece.level) for piece in found if isinstance(piece, Line)]
    assert lines == [(piece.text, piece.level) for piece in report.pieces if isinstance(piece, Line)]


def test_blank_figures_are_not_merged_away() -> None:
    draft = (
        CorrectReport().with_cell("applications", "new", "business", "").with_cell("disputes", "review", "other", "")
    )
    grids = [spans(piece) for piece in pieces(PIPE_MARKDOWN.write(draft)) if isinstance(piece, Grid)]
    assert grids[1:] == [spans(draft.grid("applications")), spans(draft.grid("disputes"))]


MARKED = """
## 标题

**一是**严把[审核](https://www.qinghe.gov.cn)关。<!-- 句后 -->

<!-- gxlint-disable-next-line stale-year: 已核实 -->

![表四](表四.png)

```
代码
```

| 甲 | 乙 |
|---|---|
| 1 |  |
"""


def test_marks_comments_and_pictures_are_carried_over() -> None:
    found = pieces(MARKED.encode())
    heading, paragraph, *_rest = [piece for piece in found if isinstance(piece, Line)]
    assert heading == Line.of("标题", 2)
    assert paragraph.text == "一是严把审核关。"
    assert paragraph.runs[0] == "一是"
    assert Remark("gxlint-disable-next-line stale-year: 已核实") in found
    assert any(isinstance(piece, Image) for piece in found)
    assert not any(isinstance(piece, Line) and "代码" in piece.text for piece in found)
    assert [spans(piece) for piece in found if isinstance(piece, Grid)] == [
        [("甲", 0, 0, 1, 1), ("乙", 0, 1, 1, 1), ("1", 1, 0, 1, 1), ("", 1, 1, 1, 1)]
    ]


def test_rewritten_drafts_say_the_same() -> None:
    found = pieces(MARKED.encode())
    in_word = built_in_registry().parser("docx").parse(TYPED_DOCX.render(found), "草稿.docx")
    assert [paragraph.text for paragraph in in_word.paragraphs if paragraph.text] == ["标题", "一是严把审核关。"]
    assert [paragraph.level for paragraph in in_word.paragraphs if paragraph.text] == [2, None]
    assert [comment.text for comment in in_word.comments][-1] == "gxlint-disable-next-line stale-year: 已核实"
    assert len(in_word.tables) == 1
    text = TABBED_TEXT.render(found).decode()
    assert "标题\n一是严把审核关。\n" in text
    assert "// gxlint-disable-next-line stale-year: 已核实\n甲\t乙\n1\t\n" in text
