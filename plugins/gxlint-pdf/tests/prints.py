"""Reports printed to PDF: with running heads and page numbers, tables with ruling lines that go on over page breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from gxlint.testing.pieces import Grid, Line, Piece
from gxlint.testing.shapes import Shape

FONT = "STSong-Light"
registerFont(UnicodeCIDFont(FONT))
_BODY = ParagraphStyle("body", fontName=FONT, fontSize=14, leading=24, firstLineIndent=28, wordWrap="CJK")
_TITLE = ParagraphStyle("title", fontName=FONT, fontSize=20, leading=30, alignment=TA_CENTER, wordWrap="CJK")
_CELL = ParagraphStyle("cell", fontName=FONT, fontSize=8, leading=11, wordWrap="CJK")
#: In letters of the size that tables have.
SMALL = ParagraphStyle("small", parent=_BODY, fontSize=8, leading=12, firstLineIndent=16)
#: Paragraphs apart by space, not by indents.
_SPACED = ParagraphStyle("spaced", parent=_BODY, fontSize=11, leading=16, firstLineIndent=0, spaceAfter=9)

#: Rows of a table on a page.
_ROWS = 14

Furniture = Callable[[Canvas, int], None]
Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[object, ...]]
#: How all cells of a table look.
Look = Sequence[tuple[str, *tuple[object, ...]]]
RULED: Look = [("GRID", 0.5, black), ("VALIGN", "TOP")]
UNRULED: Look = [("VALIGN", "TOP")]
#: As Word centres them, without space above and below.
MIDDLE: Look = [("VALIGN", "MIDDLE"), ("TOPPADDING", 0), ("BOTTOMPADDING", 0)]


def numbered(canvas: Canvas, page: int) -> None:
    """A running head, and the page's number between dashes."""
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 40, "青禾县政府信息公开")
    canvas.drawCentredString(A4[0] / 2, 30, f"- {page} -")


def bare(canvas: Canvas, page: int) -> None:
    """A bare number at the foot."""
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(A4[0] / 2, 30, str(page))


def print_pdf(
    pieces: Sequence[Piece],
    body: ParagraphStyle = _BODY,
    furniture: Furniture = numbered,
    *,
    repeat: bool = False,
    look: Look = RULED,
) -> bytes:
    """The pieces on pages of A4.

    Args:
        pieces: of a draft.
        body: how paragraphs look.
        furniture: draws what stands on every page.
        repeat: whether the heads of tables stand on each of their pages.
        look: of tables.
    """
    flow = [flowable for piece in pieces for flowable in _flowables(piece, body, look, repeat=repeat)]
    file = BytesIO()
    document = SimpleDocTemplate(file, pagesize=A4, topMargin=72, bottomMargin=72, leftMargin=72, rightMargin=72)
    draw = lambda canvas, made: furniture(canvas, made.page)  # noqa: E731  both pages are drawn alike
    document.build(flow, onFirstPage=draw, onLaterPages=draw)
    return file.getvalue()


def _flowables(piece: Piece, body: ParagraphStyle, look: Look, *, repeat: bool) -> Iterator[Flowable]:
    if isinstance(piece, Line):
        text = piece.text.replace("&", "&amp;").replace("<", "&lt;")
        yield Paragraph(text, _TITLE if piece.level == 1 else body)
    elif isinstance(piece, Grid):
        head = piece.header_rows if repeat else 0
        for first in range(0, piece.height, _ROWS):
            if first:
                yield PageBreak()
            yield _table(piece, [*range(head if first else 0), *range(first, min(first + _ROWS, piece.height))], look)


def _table(grid: Grid, rows: Sequence[int], look: Look) -> Table:
    """Some rows of a grid; a cell that began on an earlier page has its words there."""
    texts: list[list[object]] = [[""] * grid.width for _ in rows]
    style: list[Command] = [(name, (0, 0), (-1, -1), *values) for name, *values in look]
    for cell in grid.cells:
        shown = [at for at, row in enumerate(rows) if cell.row <= row < cell.row + cell.row_span]
        if shown:
            words = cell.text if rows[shown[0]] == cell.row else ""
            texts[shown[0]][cell.column] = Paragraph(words, _CELL)
            style.append(("SPAN", (cell.column, shown[0]), (cell.column + cell.column_span - 1, shown[-1])))
    figures = {cell.column for cell in grid.cells if cell.key}
    weights = [1 if column in figures else 3 for column in range(grid.width)]
    return Table(texts, colWidths=[(A4[0] - 144) * weight / sum(weights) for weight in weights], style=style)


SHAPES = (
    Shape("indented", ".pdf", print_pdf),
    Shape("spaced", ".pdf", lambda pieces: print_pdf(pieces, _SPACED, bare)),
    Shape("repeated-heads", ".pdf", lambda pieces: print_pdf(pieces, repeat=True)),
    Shape("unruled", ".pdf", partial(print_pdf, look=UNRULED)),
    Shape("unruled-middle", ".pdf", partial(print_pdf, look=MIDDLE)),
    Shape(
        "unruled-spaced", ".pdf", lambda pieces: print_pdf(pieces, _SPACED, bare, look=[*UNRULED, ("TOPPADDING", 0)])
    ),
)
