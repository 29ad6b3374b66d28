"""Files and tables that cannot be read, and remarks that do nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from gxlint.testing.drafts import Draft
from gxlint.testing.pieces import Grid, GridCell, Image, Line, Remark

from ..bases import BUREAU, COUNTY, MARKET, TOWN
from ..cases import Fault

_TEXT_ONLY = {"Word": "文件损坏的方式不同"}
_WORD_ONLY = {"Markdown": "文件损坏的方式不同", "plain text": "文件损坏的方式不同"}
_RAGGED = {"markdown": "竖线表里少一格就是一个空格", "plain-tabs": "制表符分隔的表里少一格就是一个空格"}


def cases() -> Iterator[Fault]:
    """The faults of this category."""
    yield from _files()
    yield from _tables()
    yield from _images()
    yield from _remarks()


def _files() -> Iterator[Fault]:
    rule = "unreadable-document"
    yield Fault(rule, "乱码", TOWN, without=_TEXT_ONLY, alter=_misread)
    yield Fault(
        rule, "坏字节", COUNTY, without=_TEXT_ONLY, alter=lambda data: data[:900] + b"\xff\x80\xff" + data[900:]
    )
    yield Fault(rule, "Word改名", TOWN, without=_TEXT_ONLY, alter=lambda _data: _package())
    yield Fault(rule, "文件不完整", TOWN, without=_WORD_ONLY, alter=lambda data: data[: len(data) // 2])
    yield Fault(rule, "旧版或加密的Word", BUREAU, without=_WORD_ONLY, alter=lambda data: _OLE + data)
    yield Fault(rule, "纯文本改名", TOWN, without=_WORD_ONLY, alter=lambda _data: "云溪镇年度报告".encode())
    yield Fault(rule, "空文件", TOWN, alter=lambda _data: b"")


_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def _misread(data: bytes) -> bytes:
    """GB18030 read as UTF-8 and saved."""
    return data.decode().encode("gb18030").decode("utf-8", "replace").encode()


def _package() -> bytes:
    """A package that is no text."""
    with BytesIO() as file:
        with zipfile.ZipFile(file, "w") as package:
            package.writestr("word/document.xml", "<document/>")
        return file.getvalue()


def _tables() -> Iterator[Fault]:
    rule = "unreadable-table"
    narrow = TOWN.with_grid("applications", _narrowed(TOWN.grid("applications"), 6))
    yield Fault(rule, "表三每行少一个数", narrow, ("收到和处理",), without=_RAGGED)
    short = COUNTY.with_grid("disputes", _narrowed(COUNTY.grid("disputes"), 7))
    yield Fault(rule, "表四少一个数", short, ("行政复议、行政诉讼",), without=_RAGGED)
    lost: Draft = MARKET.without_row("applications", "denied.5")
    for label in ("4.保护第三方合法权益", "6.属于四类过程性信息", "7.属于行政执法案卷"):
        lost = lost.with_label("applications", label, "")
    yield Fault(rule, "丢了行和标签", lost, without={"plain-cells": "一格一行时空标签看不出来"})


def _narrowed(grid: Grid, column: int) -> Grid:
    """The same table without the figures of a column, its label kept; what stands right of them moves left."""
    row = grid.header_rows
    cells = [cell for cell in grid.cells if cell.row < row or cell.key is None or cell.column != column]
    return Grid([_moved(cell, row, column) for cell in cells], grid.name, row)


def _moved(cell: GridCell, row: int, column: int) -> GridCell:
    left = cell.row >= row and cell.key is not None and cell.column > column
    return cell._replace(column=cell.column - 1) if left else cell


def _images() -> Iterator[Fault]:
    rule = "tables-as-images"
    without = {"plain text": "纯文本没有图片"}
    for name, draft, tables in (
        ("三张表", TOWN, ("disclosure", "applications", "disputes")),
        ("表三", COUNTY, ("applications",)),
        ("表二和表四", BUREAU, ("disclosure", "disputes")),
    ):
        pictured: Draft = draft
        for table in tables:
            pictured = pictured.with_grid(table, Image(table))
        yield Fault(rule, name, pictured, times=len(tables), without=without)


def _remarks() -> Iterator[Fault]:
    rule = "unused-suppression"
    line = Line.of("全年开展公开日活动2次，接待群众160人次。")
    for name, remark in {
        "没有可屏蔽的": "gxlint-disable-next-line misspelling",
        "规则不存在": "gxlint-disable-next-line no-such-rule: 写错了",
        "整个文件": "gxlint-disable-file missing-title: 标题另附",
    }.items():
        yield Fault(rule, name, TOWN.with_paragraph("一", Remark(remark), line))
