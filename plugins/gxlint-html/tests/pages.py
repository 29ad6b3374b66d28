"""Reports written as web pages: as a plain page, as a site publishes them, as Word and as an editor for WeChat do."""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from gxlint.testing.pieces import Grid, GridCell, Image, Line, Piece, Remark
from gxlint.testing.shapes import Shape

Block = Callable[[Piece], str]


def plain(piece: Piece) -> str:
    """Headings as headings, paragraphs as paragraphs."""
    match piece:
        case Line():
            tag = f"h{piece.level}" if piece.level else "p"
            return f"<{tag}>{''.join(html.escape(run) for run in piece.runs)}</{tag}>"
        case Grid():
            return table(piece, lambda text: html.escape(text))
        case Remark():
            return f"<!-- {piece.text} -->"
        case Image():
            return f'<img src="{piece.name}.png" alt="{piece.name}">'


def typed(piece: Piece) -> str:
    """As a site's editor leaves it: bold headings, indents of spaces, the title in the middle."""
    if not isinstance(piece, Line):
        return plain(piece) if not isinstance(piece, Grid) else table(piece, lambda text: f"<p>{html.escape(text)}</p>")
    text = html.escape(piece.text)
    if piece.level == 1:
        return f'<p style="text-align: center"><span style="font-size: 22pt"><strong>{text}</strong></span></p>'
    return f"<p>&nbsp; &nbsp; {f'<strong>{text}</strong>' if piece.level else text}</p>"


def from_word(piece: Piece) -> str:
    """As Word saves it: a span a run, empty o:p, conditional comments, everything a MsoNormal."""
    if isinstance(piece, Grid):
        return table(piece, lambda text: _mso(html.escape(text) or "<o:p></o:p>"))
    if not isinstance(piece, Line):
        return plain(piece)
    middle = len(piece.text) // 2
    runs = [html.escape(run) for run in (piece.text[:middle], piece.text[middle:])]
    return _mso("".join(f"<span lang=EN-US style='mso-hansi-font-family:仿宋'>{run}</span>" for run in runs))


def _mso(inner: str) -> str:
    return f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>{inner}<o:p></o:p></p>"


def for_wechat(piece: Piece) -> str:
    """As an editor for WeChat leaves it: sections in sections, lines ended by br, characters without width."""
    if isinstance(piece, Grid):
        grid = table(piece, lambda text: f"<section>{html.escape(text)}</section>")
        return f"<section><section>{grid}</section></section>"
    if not isinstance(piece, Line):
        return plain(piece)
    return f"<section><span>\u200b　　{html.escape(piece.text)}</span><br></section>"


def listed(piece: Piece) -> str:
    """As an editor with a button for numbered lists leaves headings: their numbers are nowhere in the page."""
    heading = re.match("([一二三四五六])、", piece.text) if isinstance(piece, Line) and piece.level == 2 else None
    if heading is None or not isinstance(piece, Line):
        return plain(piece)
    start = "一二三四五六".index(heading[1]) + 1
    words = html.escape(piece.text[heading.end() :])
    return f'<ol class="custom" style="list-style-type: cjk-ideographic" start="{start}"><li><p>{words}</p></li></ol>'


def table(grid: Grid, inside: Callable[[str], str]) -> str:
    """A grid with merged cells."""
    rows = ["<tr>" + "".join(_cell(cell, inside) for cell in row) + "</tr>" for row in grid.rows]
    return "\n".join(["<table border=1><tbody>", *rows, "</tbody></table>"])


def _cell(cell: GridCell, inside: Callable[[str], str]) -> str:
    spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    attributes = "".join(f' {name}="{span}"' for name, span in spans if span > 1)
    return f"<td{attributes}>{inside(cell.text)}</td>"


def page(pieces: Sequence[Piece], block: Block = plain) -> str:
    """A page with nothing on it but the report."""
    return "<!DOCTYPE html>\n<html><body>\n" + "\n".join(map(block, pieces)) + "\n</body></html>\n"


def published(pieces: Sequence[Piece], block: Block = typed) -> str:
    """A page of a site: navigation, a line of facts, buttons, a footer; the title stands outside the article."""
    title = "".join(piece.text for piece in pieces if isinstance(piece, Line) and piece.level == 1)
    body = [piece for piece in pieces if not (isinstance(piece, Line) and piece.level == 1)]
    return _SITE.replace("TITLE", title).replace("ARTICLE", "\n".join(map(block, body)))


def saved(page: str, encoding: str = "utf-8") -> bytes:
    """A page as a browser saves it in one file, with a picture behind it."""
    boundary = "----MultipartBoundary--kq2Lx7----"
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/nb/2024.html\r\n"
        "Subject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n'
        f"--{boundary}\r\nContent-Type: text/html\r\nContent-ID: <frame-0@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://www.example.org/nb/2024.html\r\n\r\n"
    )
    picture = (
        f"\r\n--{boundary}\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=\r\n--{boundary}--\r\n"
    )
    body = quopri.encodestring(page.encode(encoding)).replace(b"\n", b"\r\n")
    return head.encode() + body + picture.encode()


_SITE = Path(__file__).with_name("site.html").read_text(encoding="utf-8")

SHAPES = (
    Shape("plain", ".html", lambda pieces: page(pieces).encode()),
    Shape("word", ".htm", lambda pieces: page(pieces, from_word).encode("gb18030")),
    Shape("wechat", ".html", lambda pieces: page(pieces, for_wechat).encode("utf-8-sig")),
    Shape("lists", ".html", lambda pieces: page(pieces, listed).encode()),
    Shape("saved", ".mht", lambda pieces: saved(published(pieces))),
    Shape("saved-by-word", ".mhtml", lambda pieces: saved(page(pieces, from_word), "gb18030")),
    Shape("site", ".html", lambda pieces: published(pieces).encode()),
)
