"""Plain text, as it comes from the clipboard or from a web page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gxlint.testing.pieces import Grid, Line, Piece, Remark


def with_tabs(pieces: Sequence[Piece]) -> bytes:
    """A table row a line, its columns parted by tabs; a position that a merged cell covers is empty."""
    return "\n".join(_lines(pieces, tabbed)).encode() + b"\n"


def with_a_cell_a_line(pieces: Sequence[Piece]) -> bytes:
    """A cell a line, empty lines between; covered positions are lost."""
    return "\n\n".join(_lines(pieces, _cells)).encode() + b"\n"


def _lines(pieces: Sequence[Piece], table: Callable[[Grid], list[str]]) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        match piece:
            case Line():
                lines.append(piece.text)
            case Remark():
                lines.append(f"// {piece.text}")
            case Grid():
                lines += table(piece)
            case _:  # a picture has no text
                pass
    return lines


def tabbed(grid: Grid) -> list[str]:
    """The rows of a grid as lines."""
    texts = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        texts[cell.row][cell.column] = cell.text
    return ["\t".join(row) for row in texts]


def _cells(grid: Grid) -> list[str]:
    return [cell.text for cell in grid.cells]
