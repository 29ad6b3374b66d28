"""From the lines of an official table to its rows: labels on the left, figures on the right, header above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gxlint.document import Paragraph
from gxlint.form.align import RawRow
from gxlint.form.labels import Labels, RowLabel, normal
from gxlint.form.lines import Field, Line, split_figures


class RawTable(NamedTuple):
    """An official table as it stands in the draft."""

    header: tuple[Line, ...]
    rows: tuple[RawRow, ...]


class _Collector:
    """Collects rows; loose lines are gathered until the next label says that a row has ended."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.header: list[Line] = []
        self.rows: list[RawRow] = []
        self._pending: list[Field] = []
        self._figures: list[Field] = []

    def add(self, line: Line) -> None:
        fields = self._split(line)
        if line.is_loose and not any(field.is_figure for field in fields[1:]):
            self._add_loose(fields[0], line)
        else:
            self._close()
            self._add_row(fields, line)

    def finish(self) -> RawTable:
        self._close(blank=not self._figures and self._row_so_far() is not None)
        return RawTable(tuple(self.header), tuple(self.rows))

    def _split(self, line: Line) -> list[Field]:
        fields: list[Field] = []
        for field in line.fields:
            fields += split_figures(field, self.labels)
        return fields

    def _add_row(self, fields: Sequence[Field], line: Line) -> None:
        split = self._label_count(fields)
        labels = [field for field in fields[:split] if field.text]
        figures = fields[split:]
        if labels and self._has_blank_row(labels[0]):
            self._close(blank=True)
        if not self._is_row(labels, figures):
            if not self.rows:
                self.header.append(line)
            self._pending = labels
            return
        row = RawRow(labels or self._pending, figures, 0 if line.is_loose else len(fields), exact=line.is_exact)
        self._pending = []
        if not row.filled and self.rows and self._is_rest(row, self.rows[-1]):
            above = self.rows.pop()
            row = RawRow([*above.labels, *row.labels], above.figures, above.field_count, exact=above.exact)
        self.rows.append(row)

    def _is_rest(self, row: RawRow, above: RawRow) -> bool:
        """Whether a row without figures is the rest of the label above, whose figures stand beside its beginning."""
        if not (row.labels and above.labels and above.filled):
            return False
        head, rest = normal(above.labels[-1].text), normal(row.labels[-1].text)
        official = self.labels.row_at_end(head + rest)
        return official is not None and official.normal == head + rest and self.labels.row_at_end(head) is None

    def _label_count(self, fields: Sequence[Field]) -> int:
        """How many fields stand left of the figures: up to the last label before the first figure."""
        last = 0
        for index, field in enumerate(fields):
            if field.is_figure and not self.labels.knows(normal(field.text)):
                break
            if field.text:
                last = index + 1
        return last

    def _is_row(self, labels: Sequence[Field], figures: Sequence[Field]) -> bool:
        if any(field.text for field in figures):
            return True
        text = "".join([normal(field.text) for field in labels])
        return bool(figures) and not self.labels.form.side_by_side and self.labels.row_at_end(text) is not None

    def _add_loose(self, field: Field, line: Line) -> None:
        if field.is_blank:
            if self._pending and isinstance(line.block, Paragraph) and line.block.attributes.get("cell") == "1":
                self._figures.append(field)
            return
        if field.is_figure and not self.labels.knows(normal(field.text)):
            self._figures.append(field)
            return
        if any(not figure.is_blank for figure in self._figures) or self._has_blank_row(field):
            self._close(blank=self._has_blank_row(field))
        if not self.rows:
            self.header.append(line)
        self._pending.append(field)

    def _has_blank_row(self, field: Field) -> bool:
        """Whether the labels so far end in a row's label and another label follows: a row without figures."""
        before, name = self._row_so_far(), normal(field.text)
        if before is None:
            return False
        here = self.labels.row_at_end(name)
        return before.row.key != here.row.key if here else self.labels.knows(name)

    def _row_so_far(self) -> RowLabel | None:
        """The row whose label the labels so far end in."""
        if not self._pending or self.labels.form.side_by_side:
            return None
        return self.labels.row_at_end("".join([normal(label.text) for label in self._pending]))

    def _close(self, *, blank: bool = False) -> None:
        while len(self._figures) > self.labels.widths[-1] and self._figures[-1].is_blank:
            self._figures.pop()  # what a cell that spans columns leaves behind
        if blank or any(not field.is_blank for field in self._figures):
            self.rows.append(RawRow(self._pending, self._figures, 0, exact=False))
            self._pending = []
        self._figures = []


def read_rows(lines: Sequence[Line], labels: Labels) -> RawTable:
    """Read the lines of one official table.

    Args:
        lines: from the first line of the header to the last row.
        labels: of the table.
    """
    collector = _Collector(labels)
    for line in lines:
        collector.add(line)
    return collector.finish()
