"""Official tables as they may be printed, and other tables beside them."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.testing.drafts import Draft
from gxlint.testing.figures import APPLICANT_KEYS, Figures
from gxlint.testing.pieces import Grid, GridCell, Line

from ..bases import (
    BUREAU,
    CHARGED,
    CITY,
    COUNTY,
    IDLE,
    JUSTICE,
    MINISTRY,
    NATIONAL,
    RURAL,
    STREET,
    TOWN,
    TOWN_2019,
    disclosure_2019,
    earlier_edition,
    other_grid,
    titled_by,
    with_figures,
)
from ..cases import Correct

_HOTLINE = other_grid(
    "月份 受理件数 办结件数 满意率 总计", "1月 36 35 97.2% 36", "2月 41 41 100% 45", "合计 77 76 98.7% 80"
)
_CHANNELS = other_grid("平台 发布数量 阅读量", "门户网站 412 3.6万", "微信公众号 126 8.2万", "总计 538 11.8万")
_INDEX = other_grid("索引号 000014348/2025-00012 主题分类 政务公开", "发布机构 云溪镇人民政府 发文日期 2025-01-15")
_TRAINING = other_grid("时间 内容 人数", "3月 《条例》解读 32", "9月 保密审查 —")


def cases() -> Iterator[Correct]:
    """The correct reports of this family."""
    for name, draft in {**_bodies(), **_figures(), **_printing(), **_other_tables()}.items():
        yield Correct("table", name, draft)
    yield Correct("table", "表三跨页", _cut(TOWN, 16), {"plain-cells": "一格一行看不出表在哪里断开"})
    yield Correct("table", "2020年报告用2019年格式", earlier_edition())
    amount = disclosure_2019({**TOWN_2019, "procurement": (5, "86.4万元")})
    yield Correct("table", "2019年格式的采购金额写明单位", earlier_edition().with_grid("disclosure", amount))


def _bodies() -> dict[str, Draft]:
    """What is implausible for one body is not for another."""
    return {
        "无申请": IDLE,
        "市政府制定规章": CITY,
        "国家局制定规章": NATIONAL,
        "部委制定规章": MINISTRY,
        "县政府": COUNTY,
        "乡": RURAL,
        "街道": STREET,
        "市局": BUREAU,
        "司法局": JUSTICE,
    }


def _figures() -> dict[str, Draft]:
    """Figures that are right, however they are written."""
    draft: Draft = TOWN
    wide = draft.with_cell("applications", "new", "natural_person", "１１").with_cell(
        "disputes", "review", "total", "３"
    )
    rules = draft
    for column in ("issued", "repealed", "effective"):
        rules = rules.with_cell("disclosure", "rules", column, "/")
    return {
        "全角数字": wide,
        "千位分隔": CHARGED.with_cell("disclosure", "licensing", "decisions", "1,250"),
        "规章填/": rules,
        "收费12.5万元": draft.with_cell("disclosure", "fees", "amount", "12.5"),
        "收费0.0000": draft.with_cell("disclosure", "fees", "amount", "0.0000"),
        "收费0.00": draft.with_cell("disclosure", "fees", "amount", "0.00"),
        "信息处理费380元": CHARGED,
        "废止多于制发": draft.with_cell("disclosure", "normative_documents", "repealed", 12),
        "现行有效等于制发": with_figures(figures=_documents(5, 0, 5)),
        "制发又废止": with_figures(figures=_documents(5, 4, 2)),
        "大数": with_figures(figures=_many()),
        "全年未结": with_figures(figures=Figures.of({}, {"new": {"other": 3, "research": 2}}, {})),
        "只有上年结转": with_figures(
            figures=Figures.of({}, {"carried_in": {"legal_service": 4}, "granted": {"legal_service": 4}}, {})
        ),
        "复议诉讼都有": with_figures(
            figures=Figures.of(
                {},
                {},
                {
                    "review": {"upheld": 4, "corrected": 1, "other": 2, "pending": 3},
                    "direct_suit": {"other": 1, "pending": 1},
                    "suit_after_review": {"upheld": 2, "corrected": 1},
                },
            )
        ),
    }


def _documents(issued: int, repealed: int, effective: int) -> Figures:
    row = {"issued": issued, "repealed": repealed, "effective": effective}
    return Figures.of({"normative_documents": row}, {}, {})


def _many() -> Figures:
    rows = {row: dict.fromkeys(APPLICANT_KEYS, 1234) for row in ("granted", "denied.8", "unavailable.2", "other.3")}
    return Figures.of({"licensing": {"decisions": 128640}}, {"new": dict.fromkeys(APPLICANT_KEYS, 5000), **rows}, {})


def _printing() -> dict[str, Draft]:
    """Labels and tables as word processors leave them."""
    draft: Draft = TOWN
    spaced = draft.with_label("applications", "社会公益组织", "社会公益 组织").with_label(
        "applications", "三、本年度办理结果", "三、本年度 办理结果"
    )
    narrow = draft.with_label("applications", "（一）予以公开", "(一)予以公开").with_label(
        "applications", "（七）总计", "(七)总计"
    )
    return {
        "标签里有空格": spaced,
        "标签用半角括号": narrow,
        "标签里序号用顿号": draft.with_label("applications", "1.属于国家秘密", "1．属于国家秘密"),
        "小计行": _with_subtotals(draft),
        "表前有题": draft.with_grid(
            "disclosure", Line.of("表1 主动公开政府信息情况"), TOWN.grid("disclosure")
        ).with_grid("applications", Line.of("单位：件"), TOWN.grid("applications")),
        "表前有话": draft.with_grid(
            "applications", Line.of("2024年收到和处理政府信息公开申请的情况见下表。"), TOWN.grid("applications")
        ),
        "表后有注": draft.with_grid(
            "applications",
            TOWN.grid("applications"),
            Line.of("注：本表按照申请人类型统计，同一申请人提出多件申请的，逐件计算。"),
        ),
    }


def _with_subtotals(draft: Draft) -> Draft:
    """Table three with a sum under one group of outcomes, as some templates have."""
    grid = draft.grid("applications")
    group = [cell for cell in grid.cells if cell.key and cell.key.row.startswith("unavailable.")]
    at = max(cell.row for cell in group) + 1
    sums = {
        column: sum(int(cell.text) for cell in group if cell.column == column)
        for column in {cell.column for cell in group}
    }
    moved = [_below(cell, at) for cell in grid.cells]
    new = [GridCell("小计", at, 2), *(GridCell(str(total), at, column) for column, total in sums.items())]
    return draft.with_grid("applications", Grid([*moved, *new], "applications", 3))


def _below(cell: GridCell, at: int) -> GridCell:
    """A cell of a table into which a row comes at *at*: moved, or stretched where it spans that row or ends there."""
    if cell.row >= at:
        return cell._replace(row=cell.row + 1)
    stretched = cell.text in ("三、本年度办理结果", "（四）无法提供")
    return cell._replace(row_span=cell.row_span + 1) if stretched else cell


def _cut(draft: Draft, at: int) -> Draft:
    """Table three cut before a row, as by a page break; what is merged over the cut is printed once."""
    grid = draft.grid("applications")
    upper = [cell._replace(row_span=min(cell.row_span, at - cell.row)) for cell in grid.cells if cell.row < at]
    lower = [cell._replace(row=cell.row - at) for cell in grid.cells if cell.row >= at]
    rest = [
        GridCell("", 0, cell.column, cell.row + cell.row_span - at, cell.column_span)
        for cell in grid.cells
        if cell.row < at < cell.row + cell.row_span
    ]
    return draft.with_grid("applications", Grid(upper, "applications", 3), Grid([*lower, *rest], "", 0))


def _other_tables() -> dict[str, Draft]:
    draft: Draft = TOWN
    return {
        "热线统计表": draft.with_paragraph("一", Line.of("12345热线工单办理情况如下："), _HOTLINE),
        "平台统计表": draft.with_paragraph(
            "一", Line.of("各平台发布情况："), _CHANNELS, Line.of("以上数据由平台自动统计。")
        ),
        "培训表": draft.with_paragraph("五", Line.of("培训安排如下："), _TRAINING),
        "第六部分有表": draft.with_paragraph("六", Line.of("附表：政务新媒体运行情况"), _CHANNELS),
        "第二部分有别的表": draft.with_grid(
            "disclosure", TOWN.grid("disclosure"), Line.of("各平台发布数量："), _CHANNELS
        ),
        "标题前有信息表": titled_by(draft, _INDEX),
    }
