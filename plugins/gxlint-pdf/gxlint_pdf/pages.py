"""What stands on the pages, from top to bottom: lines, tables, pictures; without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pdfplumber.page import Page as PdfPage

from gxlint.parsers.lines import is_page_number_line
from gxlint_pdf.grids import Grid, read_grid
from gxlint_pdf.letters import Box, Line, read_letters, read_lines

#: A picture that covers less of the page is a sign or a seal.
_PICTURE_SHARE = 0.1
#: So much of a page at its top and foot, in parts of its height, may hold a running head.
_EDGE = 0.15
#: Running heads stand no further apart on their pages, in points.
_SAME_HEIGHT = 6.0
#: A running head is on more than half of the pages: the agency may end the first line of one and begin the last.
_RUNNING_SHARE = 0.55
_DIGITS = re.compile(r"\d+")


class Image(NamedTuple):
    """A picture."""

    box: Box


Item = Line | Grid | Image


class Page(NamedTuple):
    """A page."""

    number: int
    """From 1."""
    height: float
    items: list[Item]


def read_page(pdf_page: PdfPage) -> Page:
    """What stands on a page."""
    page = pdf_page.dedupe_chars(tolerance=1)  # bold type is often the same glyph printed twice
    letters = list(read_letters(page.chars))
    boxes = [(Box(*table.bbox), [Box(*cell) for cell in table.cells]) for table in page.find_tables()]
    grids = [grid for box, cells in boxes if not (grid := read_grid(box, cells, letters)).is_frame]
    loose = [letter for letter in letters if not any(cell.box.holds(letter) for grid in grids for cell in grid.cells)]
    items: list[Item] = [*grids, *read_lines(loose), *_images(pdf_page)]
    return Page(pdf_page.page_number, float(pdf_page.height), sorted(items, key=lambda item: item.box.top))


def _images(page: PdfPage) -> Iterator[Image]:
    for image in page.images:
        box = Box(*(float(image[side]) for side in ("x0", "top", "x1", "bottom")))
        if (box.x1 - box.x0) * (box.bottom - box.top) > _PICTURE_SHARE * float(page.width) * float(page.height):
            yield Image(box)


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without running heads, running feet and page numbers."""
    while True:
        dropped = {id(line) for line in _furniture(pages)}
        if not dropped:
            return list(pages)
        pages = [page._replace(items=[item for item in page.items if id(item) not in dropped]) for page in pages]


def _furniture(pages: Sequence[Page]) -> Iterator[Line]:
    """Outermost lines that are page numbers, or the same on several pages."""
    outermost = [(page, line, top) for page in pages for line, top in _outermost(page)]
    alike = Counter(_key(line, top=top) for _, line, top in outermost)
    for page, line, top in outermost:
        is_number = is_page_number_line(line.text.replace(" ", "")) and len(pages) >= _number(line)
        is_running = alike[_key(line, top=top)] >= max(2, len(pages) * _RUNNING_SHARE)
        if is_running or (is_number and _is_at_edge(page, line)):
            yield line


def _outermost(page: Page) -> Iterator[tuple[Line, bool]]:
    for number, top in ((0, True), (-1, False)):
        item = page.items[number] if page.items else None
        if isinstance(item, Line) and _is_at_edge(page, item):
            yield item, top


def _is_at_edge(page: Page, line: Line) -> bool:
    return line.box.bottom < page.height * _EDGE or line.box.top > page.height * (1 - _EDGE)


def _key(line: Line, *, top: bool) -> tuple[str, bool, int]:
    return _DIGITS.sub("#", line.text), top, round(line.box.top / _SAME_HEIGHT)


def _number(line: Line) -> int:
    """The least number in a line: that of its page, if it is one."""
    return min((int(digits) for digits in _DIGITS.findall(line.text)), default=0)
