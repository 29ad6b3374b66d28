"""Reading one official table from the lines of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.document import Table
from gxlint.form.align import Alignment, RawRow, align
from gxlint.form.assign import Assignment, assign
from gxlint.form.columns import Header, read_header
from gxlint.form.extras import without_page_number, without_subtotals
from gxlint.form.figures import Cell, FormTable, Label, State
from gxlint.form.labels import Labels, labels_of, normal
from gxlint.form.layout import Column, Key, TableForm
from gxlint.form.lines import Line
from gxlint.form.naming import group_labels, row_labels
from gxlint.form.rows import RawTable, read_rows
from gxlint.form.strips import find_strip, read_strip, read_strip_header
from gxlint.i18n import _
from gxlint.text import Span

#: A table of more lines than this is not an official one, or not one that can be read.
MAX_LINES = 1000
#: So many rows that were not found are named.
_NAMED = 3


def read_table(form: TableForm, lines: Sequence[Line]) -> FormTable:
    """Read an official table.

    Args:
        form: what it should look like.
        lines: from its first line to its last.
    """
    labels = labels_of(form)
    raw = without_subtotals(read_rows(lines[:MAX_LINES], labels), labels)
    span = Span(lines[0].span.start, lines[-1].span.end)
    if form.side_by_side and (strip := find_strip(raw, form)):
        header = read_strip_header(raw.header, form)
        assignment = read_strip(strip, form, header)
        return _build(form, span, lines, Alignment({}, (), ()), assignment, header.columns, header.groups)
    alignment = _settled(align(raw.rows, labels), lines, labels)
    assignment, columns = _read_rows(raw, alignment, labels)
    return _build(form, span, lines, alignment, assignment, columns, tuple(group_labels(form, alignment)))


def _settled(alignment: Alignment, lines: Sequence[Line], labels: Labels) -> Alignment:
    """The alignment without rows called missing that may be there: too many, or a label stands where none was read."""
    if not alignment.missing:
        return alignment
    texts = [normal(field.text) for line in lines for field in line.fields]
    seen = [
        label.row.key
        for label in labels.rows
        if label.row.key in alignment.missing
        and any(text.startswith((label.normal, label.core) if len(label.core) > 2 else label.normal) for text in texts)
    ]
    if 2 * len(alignment.missing) > len(labels.rows):
        seen = list(alignment.missing)
    missing = [key for key in alignment.missing if key not in seen]
    doubtful = (*alignment.doubtful, *seen)
    return Alignment(alignment.rows, missing, doubtful, alignment.surplus, alignment.repeated)


def _row_reasons(form: TableForm, alignment: Alignment) -> Iterator[str]:
    """Why it cannot be said which lines some rows are."""
    unknown = [key for key in alignment.doubtful if key not in alignment.repeated]
    if unknown:
        rows = _("、").join([form.row(key).label for key in unknown[:_NAMED]])
        yield _("有的行缺少可辨认的标签，无法确定哪一行是“{rows}”", rows=rows)
    if alignment.repeated:
        rows = _("、").join([form.row(key).label for key in alignment.repeated[:_NAMED]])
        yield _("“{rows}”有两行，填的数不同，无法确定以哪一行为准", rows=rows)


def _build(
    form: TableForm,
    span: Span,
    lines: Sequence[Line],
    alignment: Alignment,
    assignment: Assignment,
    columns: tuple[Label, ...],
    groups: tuple[Label, ...],
) -> FormTable:
    cells = assignment.cells
    reasons = list(assignment.reasons)
    reasons += _row_reasons(form, alignment)
    for key in form.cell_keys():
        if key not in cells:
            state = State.DOUBTFUL if key.row in alignment.doubtful else State.ABSENT
            cells[key] = Cell(key, span.at_end(), "", None, state)
    blocks = {id(line.block): line.block for line in lines if isinstance(line.block, Table)}
    return FormTable(
        form,
        span,
        cells,
        doubts=assignment.doubts,
        reasons=reasons,
        row_labels=tuple(row_labels(form, alignment)),
        column_labels=columns,
        group_labels=groups,
        missing_rows=alignment.missing,
        doubtful_rows=alignment.doubtful,
        surplus=alignment.surplus,
        missing_columns=assignment.missing_columns,
        blocks=[block for block in blocks.values() if isinstance(block, Table)],
    )


def _read_rows(raw: RawTable, alignment: Alignment, labels: Labels) -> tuple[Assignment, tuple[Label, ...]]:
    """Rows of the same columns are read together; a row of one figure is read by itself."""
    form = labels.form
    result = Assignment({}, [], [])
    missing: list[Key] = []
    headers: list[Header] = []
    for keys in dict.fromkeys(row.columns for row in form.rows):
        rows = {
            row.key: alignment.rows[row.key] for row in form.rows if row.columns == keys and row.key in alignment.rows
        }
        rows = {key: _as_printed(key, row, form) for key, row in rows.items()}
        columns = [form.column(key) for key in keys]
        if len(keys) == 1:
            for row_key, row in rows.items():
                _read_single(row_key, row, columns[0], result)
            continue
        header = read_header(raw.header, labels, keys)
        headers.append(header)
        if rows:
            part = assign(rows, columns, header)
            result.cells.update(part.cells)
            result.doubts.extend(part.doubts)
            result.reasons.extend(part.reasons)
            missing += part.missing_columns
    found = tuple([label for header in headers for label in header.labels])
    return result._replace(missing_columns=tuple(missing)), found


def _as_printed(key: str, row: RawRow, form: TableForm) -> RawRow:
    """The row without a page number that came between it and the next."""
    if not row.is_loose or len(row.figures) <= len(form.row(key).columns):
        return row
    cells = [Key(key, column) for column in form.row(key).columns]
    return RawRow(row.labels, without_page_number(row.figures, cells, form.identities), 0, exact=False)


def _read_single(row_key: str, row: RawRow, column: Column, result: Assignment) -> None:
    """A row of one figure, in however many grid cells it stands."""
    key = Key(row_key, column.key)
    texts = {field.text for field in row.filled}
    if len(texts) == 1:
        part = assign({row_key: RawRow(row.labels, row.filled[:1], 1, exact=False)}, [column], _NO_HEADER)
    elif not texts:
        place = row.figures[0].span if row.figures else row.span.at_end()
        result.cells[key] = Cell(key, place, "", None, State.BLANK)
        return
    else:
        part = assign({row_key: row}, [column], _NO_HEADER)
    result.cells.update(part.cells)
    result.reasons.extend(part.reasons)


_NO_HEADER = Header({}, (), complete=False, torn=False)
