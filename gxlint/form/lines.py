"""Tables and loose lines alike as lines of fields: what a table reader works on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.document import Block, Paragraph, Table
from gxlint.form.labels import Labels, RowLabel, normal
from gxlint.text import Pattern, PlainText, Span

#: What stands in a figure's cell: digits in any dress, marks for "nothing", and the words clerks write instead.
_SIGNS = "-+−—–－ \t\xa0\u3000"
_INSIDE = ",，.．"
_UNITS = "%％件宗个条起项次份例余多"
_ABOUT = "约近超逾共增减"
_NOTHING = "-−—–－_＿/／\\*、.·"
_IN_WORDS = frozenset(
    {
        "无",
        "零",
        "〇",
        "空",
        "暂无",
        "没有",
        "N/A",
        "NA",
        "n/a",
        "na",
        "若干",
        "多件",
        "数件",
        "不详",
        "未统计",
        "待统计",
        "待定",
        "暂缺",
        "缺",
        "未填",
        "未发生",
        "没有发生",
        "未产生",
        "未收取",
        "免收",
        "不涉及",
        "不适用",
        "无此项",
        "无数据",
        "暂无数据",
        "见附件",
        "详见附件",
        "见附表",
        "详见附表",
    }
)
_FIGURE = r"(?:[\d０-９][\d０-９,.]*|[/／—–－-]+)"
_SPACED_FIGURES = Pattern(rf"(?P<label>.*?[^\d０-９\s.,/／—–－-])?(?P<figures>(?:(?:^|\s+){_FIGURE})+)\s*")
_GLUED_FIGURES = Pattern(r"(?P<label>.*?[^\d０-９\s.,/／])?\s*(?P<figures>[\d０-９]+(?:\.[\d０-９]+)?|[/／]+)\s*")
_FIGURES = Pattern(_FIGURE)
#: So many figures on a line are a row, whatever its label.
_ROW = 3
_MAY_END_FIGURES = frozenset("/／—–－-")


class Field(NamedTuple):
    """A cell, or a loose line that may be one."""

    text: str
    """The reader's text without space at the ends."""
    plain: PlainText
    span: Span
    column: int
    """Grid column, from 0; of a loose line 0."""
    is_entry: bool = False
    """Whether its place says that a figure belongs there."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not self.text

    @property
    def is_figure(self) -> bool:
        """Whether it holds a figure or something in a figure's stead."""
        text = self.text
        if not text or text.isdecimal() or self.is_entry:
            return bool(text)
        if not text.strip(_NOTHING) or text in _IN_WORDS:
            return True
        amount = text.removesuffix("元").removesuffix("万") if text[-1] == "元" else text.rstrip(_UNITS)
        digits = amount.lstrip(_SIGNS + _ABOUT)
        return digits[:1].isdecimal() and all(char.isdecimal() or char in _INSIDE or char.isspace() for char in digits)


class Line(NamedTuple):
    """A row of a table, or a loose line."""

    fields: tuple[Field, ...]
    block: Block

    @property
    def is_loose(self) -> bool:
        """Whether it is a paragraph of the draft and no row of a table."""
        return isinstance(self.block, Paragraph)

    @property
    def is_exact(self) -> bool:
        """Whether the format itself gives the fields their columns."""
        return isinstance(self.block, Table) and self.block.exact

    @property
    def span(self) -> Span:
        """From its first field to its last."""
        return Span(self.fields[0].span.start, self.fields[-1].span.end) if self.fields else self.block.span


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines of blocks, in order; pictures and code have none."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield Line(tuple([Field(cell.text, cell.plain, cell.span, cell.column) for cell in row]), block)
        elif isinstance(block, Paragraph):
            span = block.plain.source if block.text else block.span  # without the pipe that marks a cell
            yield Line((Field(block.text, block.plain, span, 0),), block)


def part(field: Field, start: int, end: int) -> Field:
    """A piece of a field's text as a field of its own, at the same column."""
    plain = field.plain.slice(start, end).strip()
    return Field(plain.text, plain, plain.source, field.column)


def split_figures(field: Field, labels: Labels) -> list[Field]:
    """Cells that ran together, apart again: 规章000 and 规章 0 0 0 are a label and three figures.

    Digits without spaces are figures of one digit each only where there are exactly as many as the label's row has,
    or where they can be no number; any other number is left whole. Behind a text that is no label of a row there must
    be several figures, as many as a row has.

    Args:
        field: a loose line or a cell.
        labels: of the table that is being read.
    """
    text = field.text
    if len(text) < 2 or not (text[-1].isdecimal() or text[-1] in _MAY_END_FIGURES):
        return [field]
    if text.isdecimal() and text[0] != "0":
        return [field]
    spaced = _SPACED_FIGURES.fullmatch(text)
    glued = _GLUED_FIGURES.fullmatch(text)
    match = spaced or glued
    if match is None or not match["figures"].strip():
        return [field]
    row = labels.row_at_end(normal(match["label"])) if match["label"] else None
    start, end = match.span("figures")
    spans = [found.span() for found in _FIGURES.finditer(text, start, end)]
    digits = match["figures"].strip()
    if match["label"] and row is None and not _is_row(normal(match["label"]), len(spans), digits, labels):
        return [field]
    if len(spans) == 1 and _is_run(digits, row, labels):
        spans = [(index, index + 1) for index in range(end - len(digits), end)]
    if row is None and len(spans) > 1 and len(spans) not in labels.widths:
        return [field]
    cells = [part(field, *span) for span in spans]
    return [part(field, 0, start), *cells] if match["label"] else cells


def _is_row(name: str, count: int, digits: str, labels: Labels) -> bool:
    """Whether figures behind a text that is no label of a row are a row all the same."""
    if count >= _ROW:
        return count in labels.widths
    return count == 1 and labels.resembles(name) and (len(digits) < _ROW or _is_run(digits, None, labels))


def _is_run(digits: str, row: RowLabel | None, labels: Labels) -> bool:
    """Whether digits are figures of one digit each."""
    if row is not None:
        return 1 < len(row.row.columns) == len(digits) and (digits.isdigit() or not digits.strip("/／"))
    return digits[0] == "0" and 1 < len(digits) == labels.widths[-1] and digits.isdigit()
