"""Markdown with pipe tables or with HTML tables."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from gxlint.testing.pieces import Grid, GridCell, Image, Line, Piece, Remark


def with_pipe_tables(pieces: Sequence[Piece]) -> bytes:
    """Pipe tables cannot merge cells: a position that a merged cell covers is an empty cell."""
    return _write(pieces, pipe_table).encode()


def with_html_tables(pieces: Sequence[Piece]) -> bytes:
    """HTML tables merge cells as the official form does."""
    return _write(pieces, html_table).encode()


def _write(pieces: Sequence[Piece], table: Callable[[Grid], str]) -> str:
    return "\n\n".join([block(piece, table) for piece in pieces]) + "\n"


def pipe_table(grid: Grid) -> str:
    """A grid as lines of ``| … | … |``."""
    texts = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        texts[cell.row][cell.column] = cell.text.replace("|", "\\|")
    lines = ["| " + " | ".join(row) + " |" for row in texts]
    return "\n".join([lines[0], "|" + "---|" * grid.width, *lines[1:]])


def html_table(grid: Grid) -> str:
    """A grid as ``<table>``, a row a line."""
    rows = ["<tr>" + "".join([_html_cell(cell) for cell in row]) + "</tr>" for row in grid.rows]
    return "\n".join(["<table>", *rows, "</table>"])


def _html_cell(cell: GridCell) -> str:
    spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    attributes = "".join([f' {name}="{span}"' for name, span in spans if span > 1])
    return f"<td{attributes}>{html.escape(cell.text, quote=False)}</td>"


def block(piece: Piece, table: Callable[[Grid], str] = pipe_table) -> str:
    """One piece, without empty lines around it."""
    match piece:
        case Line():
            return "#" * piece.level + " " + piece.text if piece.level else piece.text
        case Grid():
            return table(piece)
        case Remark():
            return f"<!-- {piece.text} -->"
        case Image():
            return f"![{piece.name}](images/{piece.name}.png)"
