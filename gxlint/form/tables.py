"""Reading one official table from the lines of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gxlint.document import Table
from gxlint.form.align import Alignment, RawRow, align
from gxlint.form.assign import Assignment, assign
from gxlint.form.columns import Header, read_header
from gxlint.form.figures import Cell, FormTable, Label, Reading, State
from gxlint.form.labels import LIKE, Labels, core, labels_of, normal, similarity
from gxlint.form.layout import Column, Key, TableForm
from gxlint.form.lines import Field, Line
from gxlint.form.rows import RawTable, read_rows
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
    widths = sorted({len(row.columns) for row in form.rows})
    if form.side_by_side:
        widths.append(sum(len(row.columns) for row in form.rows))
    raw = read_rows(lines[:MAX_LINES], labels, widths)
    span = Span(lines[0].span.start, lines[-1].span.end)
    if form.side_by_side and (strip := _strip(raw, form)):
        alignment, assignment = Alignment({}, (), ()), _read_strip(strip, form)
        header = read_header(raw.header, labels, [column.key for column in form.columns])
    else:
        alignment = align(raw.rows, labels)
        assignment, header = _read_rows(raw, alignment, labels)
    return _build(form, span, lines, alignment, assignment, header)


def _build(
    form: TableForm,
    span: Span,
    lines: Sequence[Line],
    alignment: Alignment,
    assignment: Assignment,
    header: Header,
) -> FormTable:
    cells = assignment.cells
    reasons = list(assignment.reasons)
    if 2 * len(alignment.missing) > len(form.rows):  # so many rows are not left out, they are not recognised
        alignment = Alignment(alignment.rows, (), (*alignment.doubtful, *alignment.missing), alignment.surplus)
    if alignment.doubtful:
        names = _("、").join([form.row(key).label for key in alignment.doubtful[:_NAMED]])
        reasons.append(_("有的行缺少可辨认的标签，无法确定哪一行是“{rows}”", rows=names))
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
        row_labels=tuple(_row_labels(form, alignment)),
        column_labels=header.labels,
        missing_rows=alignment.missing,
        doubtful_rows=alignment.doubtful,
        surplus=alignment.surplus,
        missing_columns=assignment.missing_columns,
        blocks=[block for block in blocks.values() if isinstance(block, Table)],
    )


def _read_rows(raw: RawTable, alignment: Alignment, labels: Labels) -> tuple[Assignment, Header]:
    """Rows of the same columns are read together; a row of one figure is read by itself."""
    form = labels.form
    result = Assignment({}, [], [])
    missing: list[str] = []
    headers: list[Header] = []
    for keys in dict.fromkeys(row.columns for row in form.rows):
        rows = {
            row.key: alignment.rows[row.key] for row in form.rows if row.columns == keys and row.key in alignment.rows
        }
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
    return result._replace(missing_columns=tuple(missing)), Header({}, found, complete=True, torn=False)


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


def _strip(raw: RawTable, form: TableForm) -> list[Field]:
    """The figures of rows printed side by side, unless the draft prints them one below the other."""
    labels = labels_of(form)
    wide = [
        row for row in raw.rows if row.labels and labels.row_at_end(row.label) and len(row.filled) == len(form.columns)
    ]
    if len(wide) > 1:
        return []
    widest = max(raw.rows, key=lambda row: (len(row.filled), len(row.figures)), default=None)
    return [] if widest is None else list(widest.figures)


def _read_strip(fields: Sequence[Field], form: TableForm) -> Assignment:
    """Read one line of figures as rows that stand next to each other."""
    keys = list(form.cell_keys())
    columns = [
        Column(str(index), form.column(key.column).label, form.column(key.column).unit)
        for index, key in enumerate(keys)
    ]
    row = RawRow((), fields, max(2, len(fields)), exact=False)
    part = assign({"": row}, columns, _NO_HEADER)

    def rename(cells: Mapping[Key, Cell]) -> dict[Key, Cell]:
        return {(key := keys[int(old.column)]): cell._replace(key=key) for old, cell in cells.items()}

    doubts: list[list[Reading]] = [[rename(reading) for reading in group] for group in part.doubts]
    count = len(row.filled)
    reasons = [_("{table}应有 {width} 个数，实有 {count} 个", table=form.name, width=len(keys), count=count)]
    return Assignment(rename(part.cells), doubts, reasons if part.reasons else [])


def _row_labels(form: TableForm, alignment: Alignment) -> Iterator[Label]:
    """The row labels that stand whole in one cell; torn and fused ones cannot be compared."""
    for row in form.rows:
        raw = alignment.rows.get(row.key)
        if raw is None or not raw.labels:
            continue
        field = raw.labels[-1]
        text, official = normal(field.text), normal(row.label)
        whole = text in (official, core(official))
        fused = len(core(official)) > 2 and raw.label.endswith(core(official))
        torn = text in "".join(map(normal, row.groups)) + official[:-1]
        if whole or (not (fused or torn) and similarity(core(text), core(official)) >= LIKE):
            yield Label(row.key, field.span, field.text, row.label)
