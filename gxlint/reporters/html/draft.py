"""A draft as its reader sees it, with findings marked in the text and in the tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import Protocol

from gxlint.document import Block, Document, Paragraph, Picture, Table, TableCell, Verbatim
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.reporters.html.grid import Slot, rows_of
from gxlint.reporters.html.marks import Mark, Marker
from gxlint.reporters.html.markup import Html, element, join, text
from gxlint.text import PlainText, Span

#: Headings of the page itself take the levels above.
_TOP_LEVEL = 3
#: A heading of the form that has more than a title on its line is read as a paragraph.
_LONGEST_HEADING = 60


class Writer(Protocol):
    """Writes the words of a draft."""

    def write(self, plain: PlainText, marks: Sequence[Mark], /) -> Html:
        """A reader's text with the marks that touch it."""

    def badges(self, marks: Sequence[Mark], /) -> Html:
        """What stands for marks that lie on no words."""


class DraftView:
    """Shows one draft.

    Args:
        document: the draft.
        report: the draft as its form reads it, if one does.
        marks: what to mark, sorted.
        notes: what to write beside figures of tables, by the figure's place.
        writer: of the words; by default one that marks them.
    """

    def __init__(
        self,
        document: Document,
        report: Report | None,
        marks: Sequence[Mark] = (),
        notes: Mapping[Span, Sequence[Html]] = MappingProxyType({}),
        writer: Writer | None = None,
    ) -> None:
        self._document = document
        self._marks = marks
        self._notes = notes
        self._marker = writer or Marker()
        self._titles = {paragraph.span for paragraph in report.title.paragraphs} if report and report.title else set()
        self._headings = {section.heading.span for section in report.sections} if report else set()
        signed = (report.signature.agency, report.signature.date) if report else ()
        self._signed = [words.span for words in signed if words is not None]
        tables = report.tables if report else ()
        self._labels = {label.span: "col" for table in tables for label in table.column_labels}
        self._columns = {label.text for table in tables for label in table.column_labels}
        self._labels |= {label.span: "row" for table in tables for label in table.row_labels}
        self._heads = sorted(self._labels)

    def write(self) -> Html:
        """The whole draft."""
        shown = [markup for _span, markup in self.blocks()]
        rest = self._marker.badges(self._marks)
        return join([*shown, element("p", rest)] if rest else shown, "\n")

    def blocks(self) -> Iterator[tuple[Span, Html]]:
        """Paragraphs, tables and the like, each with its place."""
        blocks = _with_gaps(self._document, self._marks)
        touching = _distribute(self._marks, [block.span for block in blocks])
        return ((block.span, self._block(block, marks)) for block, marks in zip(blocks, touching, strict=True))

    def _block(self, block: Block, marks: Sequence[Mark]) -> Html:
        match block:
            case Paragraph():
                return self._paragraph(block, marks)
            case Table():
                return self._table(block, marks)
            case Picture():
                shown = text(_("［图片：{name}］", name=block.name) if block.name else _("［图片］"))
                return element("p", shown, self._marker.badges(marks), class_=_outline("picture", marks))
            case _other:
                plain = PlainText.verbatim(self._document.text, block.span)
                return element("pre", self._marker.write(plain, marks))

    def _paragraph(self, paragraph: Paragraph, marks: Sequence[Mark]) -> Html:
        shown = self._marker.write(paragraph.plain, marks)
        if paragraph.span in self._titles:
            return element("h3", shown, class_="title")
        level = paragraph.level
        if level is None and paragraph.span in self._headings and len(paragraph.text) <= _LONGEST_HEADING:
            level = 2
        if level is None:
            signs = any(paragraph.span.contains(span) for span in self._signed)
            return element("p", shown, class_="signature" if signs else None)
        return element(f"h{min(_TOP_LEVEL + level - 1, 6)}", shown)

    def _table(self, table: Table, marks: Sequence[Mark]) -> Html:
        cells = sorted(table.cells, key=lambda cell: cell.span)
        touching = _distribute(marks, [cell.span for cell in cells])
        whole = {id(mark) for mark in marks if _takes_in(mark.span, cells)}
        by_cell = {id(cell): _inside(cell, found, whole) for cell, found in zip(cells, touching, strict=True)}
        inside = {id(mark) for found in by_cell.values() for mark in found}
        loose = [mark for mark in marks if id(mark) not in inside]
        rows = [
            element("tr", *(self._slot(slot, [by_cell[id(cell)] for cell in slot.cells]) for slot in row))
            for row in rows_of(table, self._columns)
        ]
        caption = element("caption", self._marker.badges(loose)) if loose else text("")
        shown = element("table", caption, element("tbody", *rows), class_=_outline("", loose))
        # who has no mouse scrolls a wide table by the keys, so it must take the focus
        return element("div", shown, class_="wide", tabindex=0, role="region", aria_label=_("表格"))

    def _slot(self, slot: Slot, marks: Sequence[Sequence[Mark]]) -> Html:
        shown = [self._cell(cell, found) for cell, found in zip(slot.cells, marks, strict=True)]
        scope = self._scope(slot.cells[0]) if len(slot.cells) == 1 else None
        figure = slot.cells and slot.cells[0].text.replace(",", "").replace(".", "").isdigit()
        return element(
            "th" if scope else "td",
            join(shown, "　"),
            scope=scope,
            rowspan=slot.rows if slot.rows > 1 else None,
            colspan=slot.columns if slot.columns > 1 else None,
            class_="figure" if figure else None,
        )

    def _scope(self, cell: TableCell) -> str | None:
        """What a cell is the head of: ``row``, ``col`` or nothing."""
        index = bisect_left(self._heads, (cell.span.start, cell.span.start))
        heads = index < len(self._heads) and cell.span.contains(self._heads[index])
        return self._labels[self._heads[index]] if heads else None

    def _cell(self, cell: TableCell, marks: Sequence[Mark]) -> Html:
        notes = [note for span, found in self._notes.items() if cell.span.contains(span) for note in found]
        return join([self._marker.write(cell.plain, marks), *notes])


def _with_gaps(document: Document, marks: Sequence[Mark]) -> list[Block]:
    """The blocks, and between them the source of what is no block where something in it is marked: remarks."""
    blocks = list(document.blocks)
    starts = [block.span.start for block in blocks]
    gaps: dict[Span, Block] = {}
    for mark in marks:
        index = bisect_right(starts, mark.span.start)
        before = blocks[index - 1].span.end if index else 0
        after = starts[index] if index < len(starts) else len(document.text)
        if mark.span.start >= before and mark.span.end <= after and not _at_block(mark.span, before, index, after):
            gap = _stripped(document.text, Span(before, after))
            gaps.setdefault(gap, Verbatim(gap))
    return sorted([*blocks, *gaps.values()], key=lambda block: block.span)


def _at_block(span: Span, before: int, index: int, after: int) -> bool:
    """Whether a place between blocks is the end of one or the start of the next."""
    return span.length == 0 and ((span.start == before and index > 0) or span.start == after)


def _stripped(source: str, span: Span) -> Span:
    inside = source[span.start : span.end]
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _distribute(marks: Sequence[Mark], spans: Sequence[Span]) -> list[list[Mark]]:
    """For each of some pieces of the source, in order, the marks that touch it."""
    touching: list[list[Mark]] = [[] for _span in spans]
    starts = [span.start for span in spans]
    for mark in marks:
        first = max(0, bisect_right(starts, mark.span.start) - 1)
        for index in _touched(mark.span, spans, first):
            touching[index].append(mark)
    return touching


def _touched(span: Span, spans: Sequence[Span], first: int) -> Iterator[int]:
    while first > 0 and spans[first - 1].end >= span.start:
        first -= 1
    for index in range(first, len(spans)):
        if spans[index].start > span.end:
            return
        if spans[index].overlaps(span):
            yield index
            if span.length == 0:
                return


def _takes_in(span: Span, cells: Sequence[TableCell]) -> bool:
    """Whether a place is the table, rather than words in it."""
    return len(cells) > 1 and span.start <= cells[0].span.start and span.end >= cells[-1].span.end


def _inside(cell: TableCell, marks: Sequence[Mark], whole: Set[int]) -> list[Mark]:
    """What is marked in a cell. A blank one is marked only where it is meant itself."""
    return [mark for mark in marks if id(mark) not in whole and (cell.text or mark.span.length <= cell.span.length)]


def _outline(name: str, marks: Sequence[Mark]) -> str | None:
    """The classes of something that is marked as a whole."""
    own = [mark.finding.diagnostic.severity for mark in marks if not mark.related]
    return " ".join(filter(None, (name, f"whole {max(own).label}" if own else ""))) or None
