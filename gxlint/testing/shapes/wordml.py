"""WordprocessingML by hand: the package around a body, paragraphs, cells, comments, pictures.

python-docx makes a template once; the rest is strings, because tests make Word files by the hundred.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from gxlint.testing.pieces import Grid, GridCell

if TYPE_CHECKING:
    from docx.document import Document

_BODY: Final = "word/document.xml"
_COMMENTS: Final = "word/comments.xml"
_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES: Final = (
    f'xmlns:w="{_MAIN}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
_KEPT: Final = re.compile(r"Normal|Title|Heading\d|TableGrid|TableNormal|DefaultParagraphFont|NoList")
#: What Word counts before headings: 一、 from the style of sections, （一） where a paragraph asks for it.
_NUMBERING: Final = (
    '<w:abstractNum {} w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Heading1"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>',
    '<w:num {} w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


class _Template(NamedTuple):
    parts: tuple[tuple[str, bytes], ...]
    """All parts but the body and the comments."""
    picture: str
    """Relationship of the picture."""


@cache
def _template() -> _Template:
    """An empty document with heading styles, numbering, a part for comments, and a picture."""
    import docx  # here, because only those who write Word files should pay for it
    from docx.oxml.parser import parse_xml

    document = docx.Document()
    document.add_comment(document.add_paragraph().add_run("."), text=".")
    relation, _ = document.part.get_or_add_image(io.BytesIO(_PIXEL))
    namespaces = f'xmlns:w="{_MAIN}"'
    numbering = document.part.numbering_part.element
    for element in list(numbering):
        numbering.remove(element)
    for template in _NUMBERING:
        numbering.append(parse_xml(template.format(namespaces)))
    _slim(document)
    section_style = document.styles["Heading 1"].element.get_or_add_pPr()
    section_style.append(parse_xml(f'<w:numPr {namespaces}><w:numId w:val="1"/></w:numPr>'))
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        parts = tuple([(name, package.read(name)) for name in package.namelist() if name not in (_BODY, _COMMENTS)])
    return _Template(parts, relation)


def _slim(document: Document) -> None:
    """Take out what makes nine tenths of the package: table styles, and all styles once more for another Word."""
    for style in list(document.styles):
        if not _KEPT.fullmatch(style.style_id):
            style.delete()
    for relation in list(document.part.rels.values()):
        if relation.reltype.endswith("stylesWithEffects"):
            document.part.rels.pop(relation.rId)


def package(body: str, comments: Sequence[str]) -> bytes:
    """A Word file.

    Args:
        body: paragraphs and tables as XML.
        comments: as :func:`comment` makes them.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, data in _template().parts:
            file.writestr(zipfile.ZipInfo(name), data)  # no time of day: equal drafts make equal files
        whole = f"{_XML}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
        file.writestr(zipfile.ZipInfo(_BODY), whole)
        remarks = f"{_XML}<w:comments {_NAMESPACES}>{''.join(comments)}</w:comments>"
        file.writestr(zipfile.ZipInfo(_COMMENTS), remarks)
    return out.getvalue()


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def runs(texts: Sequence[str]) -> str:
    """Runs of text; every other one is bold, so that they differ."""
    return "".join([_run(text, "<w:rPr><w:b/></w:rPr>" if index % 2 else "") for index, text in enumerate(texts)])


def _run(text: str, properties: str) -> str:
    words = "<w:tab/>".join([f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t")])
    return f"<w:r>{properties}{words}</w:r>"


def comment(id: int, text: str) -> str:
    """A comment, for the comments part."""
    return f'<w:comment w:id="{id}" w:author="经办人" w:initials="J">{paragraph(runs([text]))}</w:comment>'


def commented(ids: Sequence[int]) -> tuple[str, str]:
    """What stands before and behind the words that comments are about."""
    starts = [f'<w:commentRangeStart w:id="{each}"/>' for each in ids]
    ends = [f'<w:commentRangeEnd w:id="{each}"/><w:r><w:commentReference w:id="{each}"/></w:r>' for each in ids]
    return "".join(starts), "".join(ends)


def picture(name: str) -> str:
    """A run that shows the template's picture."""
    size = 'cx="360000" cy="360000"'
    shape = (
        f'<pic:nvPicPr><pic:cNvPr id="1" name={quoteattr(name)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{_template().picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
    )
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="1" name={quoteattr(name)}/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>{shape}</pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def table(grid: Grid, before: str = "", behind: str = "") -> str:
    """A table with merged cells.

    Args:
        grid: its cells.
        before: stands before the text of its first cell.
        behind: stands behind the text of its last cell.
    """
    marks = {grid.cells[0]: (before, ""), grid.cells[-1]: ("", behind)} if len(grid.cells) > 1 else {}
    rows = [
        "".join([_cell(cell, *marks.get(cell, ("", "")), continued=continued) for cell, continued in row])
        for row in _rows(grid)
    ]
    style = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    columns = '<w:gridCol w:w="900"/>' * grid.width
    body = "".join([f"<w:tr>{row}</w:tr>" for row in rows])
    return f"<w:tbl>{style}<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def _rows(grid: Grid) -> Iterator[list[tuple[GridCell, bool]]]:
    """For each row its cells, also those that continue one above (then true)."""
    covering = grid.covering()
    for row in range(grid.height):
        cells: list[tuple[GridCell, bool]] = []
        for column in range(grid.width):
            cell = covering.get((row, column))
            if cell and cell.column == column:
                cells.append((cell, cell.row < row))
        yield cells


def _cell(cell: GridCell, before: str, behind: str, *, continued: bool) -> str:
    spans = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    if cell.row_span > 1:
        spans += "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>'
    content = "" if continued else before + (runs([cell.text]) if cell.text else "") + behind
    return f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/>{spans}</w:tcPr>{paragraph(content)}</w:tc>'
