"""Documents as plain values, to be compared."""

from __future__ import annotations

from typing import Any

from gxlint.document import Block, Document, Paragraph, Picture, Table, TableCell
from gxlint.text import PlainText


def snapshot(document: Document) -> tuple[Any, ...]:
    """All that a document says."""
    source = document.source
    return (
        (source.text, source.path, source.kind, source.encoding, source.map and source.map.pieces),
        tuple(_block(block) for block in document.blocks),
        tuple((comment.span, comment.text, comment.scope) for comment in document.comments),
        tuple((problem.span, problem.message, problem.whole) for problem in document.problems),
    )


def _block(block: Block) -> tuple[Any, ...]:
    match block:
        case Paragraph():
            content: tuple[Any, ...] = (_plain(block.plain), block.level, dict(block.attributes))
        case Table():
            content = (block.exact, tuple(_cell(cell) for cell in block.cells))
        case Picture():
            content = (block.name,)
        case _:
            content = ()
    return (type(block).__name__, block.span, *content)


def _cell(cell: TableCell) -> tuple[Any, ...]:
    return (_plain(cell.plain), cell.row, cell.column, cell.row_span, cell.column_span, cell.span)


def _plain(plain: PlainText) -> tuple[Any, ...]:
    return (plain.text, tuple(plain.segments))
