"""Formatting a draft: the official tables in Markdown aligned for the eye, the marks of numbers made uniform."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types
from rich.cells import cell_len

from gxlint.document import Table
from gxlint.findings import Edit, Safety
from gxlint.server.desk import Desk, Linted
from gxlint.server.edits import text_edits
from gxlint.server.features import Feature
from gxlint.text import Pattern

#: Rules whose safe fixes are a matter of form alone.
_FORMATTING = ("malformed-numbering",)
_PIPE = Pattern(r"(?<!\\)\|")
_DELIMITER = Pattern(r":?-+:?")


async def formatting(desk: Desk, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    """The edits that format a draft; its words and figures stay as they are."""
    linted = await desk.linted(params.text_document.uri)
    if linted is None or linted.result.report is None or linted.draft.is_projection:
        return None
    return text_edits(linted, [*_numbering(linted), *_tables(linted)])


def _numbering(linted: Linted) -> Iterator[Edit]:
    for found in linted.result.diagnostics:
        if found.rule in _FORMATTING:
            yield from (edit for fix in found.fixes[:1] if fix.safety is Safety.SAFE for edit in fix.edits)


def _tables(linted: Linted) -> Iterator[Edit]:
    report = linted.result.report
    if report is None or report.document.source.kind != "markdown":
        return
    blocks = {block.span: block for table in report.tables for block in table.blocks}
    for block in blocks.values():
        yield from _aligned(linted, block)


def _aligned(linted: Linted, block: Table) -> Iterator[Edit]:
    """A table of pipes with its columns one below the other; any other is left alone."""
    lines = list(linted.places.lines(block.span))
    rows = [_cells(linted.text[line.start : line.end]) for line in lines]
    if not all(row is not None and len(row) == len(rows[0] or ()) for row in rows):
        return
    known = [row for row in rows if row is not None]
    bodies = [row for row in known if not _is_delimiter(row)]
    widths = [max(3, *map(cell_len, column)) for column in zip(*bodies, strict=True)]
    for line, row in zip(lines, known, strict=True):
        text = _row(row, widths)
        if text != linted.text[line.start : line.end]:
            yield Edit(line, text)


def _cells(line: str) -> list[str] | None:
    """The cells of a row between pipes at both ends; ``None`` for any other line."""
    pieces = _PIPE.split(line.strip())
    if len(pieces) < 3 or pieces[0] or pieces[-1]:
        return None
    return [piece.strip() for piece in pieces[1:-1]]


def _is_delimiter(row: Sequence[str]) -> bool:
    return all(_DELIMITER.fullmatch(cell) for cell in row)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    if _is_delimiter(row):
        cells = [_rule(cell, width) for cell, width in zip(row, widths, strict=True)]
    else:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
    return f"| {' | '.join(cells)} |"


def _rule(cell: str, width: int) -> str:
    """The line below the header, with its colons."""
    left, right = cell.startswith(":"), cell.endswith(":")
    return ":" * left + "-" * (width - left - right) + ":" * right


FEATURES = (Feature(types.TEXT_DOCUMENT_FORMATTING, formatting),)
