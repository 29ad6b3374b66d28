"""Tables without ruling lines: rows and cells by how words and figures stand below each other.

Lines whose letters have another size than the text are such a table if there are rows of figures among them. In letters
of the size of the text nothing parts a label that stands alone from a heading; there only rows of figures that follow
each other closely are taken. Words are put together where the distances of lines show it; where they do not, each line
is a row of its own, and whoever reads the table has to make do with pieces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from gxlint_pdf.letters import Line, is_figure
from gxlint_pdf.paragraphs import Placed

#: Letters of one table differ no more in size, in points, and more from those of the text.
_SIZES = 0.6
#: Figures in the middle of a cell's two lines stand no further from either, in sizes.
_BESIDE = 0.8
#: Lines of one cell are at most so many of the least distance apart, lines of two rows at least so many.
_WITHIN = 1.15
_APART = 1.3
#: No text has so many figures side by side.
_MANY = 8
#: So many rows of figures are a table: two may be a telephone number and a postal code. Among text there are no more
#: lines of labels between two of them than these.
_FEWEST = 3
_BETWEEN = 5

#: A row: its fields, each of one line or more.
Row = list[list[Line]]
#: The fields of one line, or the lines of one field.
Fields = Sequence[Line]


def stretches(lines: Iterable[Placed], size: float) -> Iterator[tuple[bool, list[Placed]]]:
    """Lines parted into tables and text, each stretch with whether it is a table.

    Args:
        lines: that follow each other.
        size: of the letters of the text.
    """
    for is_other, group in groupby(lines, lambda placed: abs(placed.line.size - size) > _SIZES):
        stretch = list(group)
        if not is_other:
            yield from _among_text(stretch)
        else:
            rows = [line for _page, line in stretch if _is_row(line)]
            yield len(rows) >= _FEWEST or any(map(_is_strip, rows)), stretch


def _among_text(lines: Sequence[Placed]) -> Iterator[tuple[bool, list[Placed]]]:
    """The same where tables are in letters of the size of the text: rows of figures with little in between."""
    reached = 0
    for run in _runs([placed.line for placed in lines]):
        start, stop = run[0], run[-1] + 1
        if len(run) < _FEWEST and not any(_is_strip(lines[number].line) for number in run):
            continue
        while start > reached and lines[start - 1].line.is_tabular:
            start -= 1
        yield False, list(lines[reached:start])
        yield True, list(lines[start:stop])
        reached = stop
    yield False, list(lines[reached:])


def _runs(lines: Sequence[Line]) -> list[list[int]]:
    """The numbers of rows of figures, those together that have nothing but pieces of a label between them."""
    runs: list[list[int]] = []
    for number in (number for number, line in enumerate(lines) if _is_row(line)):
        between = lines[runs[-1][-1] + 1 : number] if runs else ()
        if runs and len(between) <= _BETWEEN and not any(line.is_tabular for line in between):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _is_row(line: Line) -> bool:
    return line.is_tabular and _have_figures(line.fields)


def _is_strip(line: Line) -> bool:
    """Whether a line can be nothing but a row of figures, whatever stands around it."""
    return len(line.fields) >= _MANY and _are_figures(line.fields)


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """The rows of a table, from top to bottom."""
    columns = _figure_columns(lines)
    fields = [[part for field in line.fields for part in _apart(field, columns)] for line in lines]
    edge = _label_edge(fields)
    main = [[field for field in line if field.box.x1 >= edge] for line in fields]
    rows = _grouped([[[field] for field in line] for line in _with_labels([line for line in main if line])])
    for label in (field for line in fields for field in line if field.box.x1 < edge):
        _put_beside(rows, label)
    return rows


def _figure_columns(lines: Iterable[Line]) -> set[int]:
    """Where figures stand below each other: their middles."""
    middles = Counter(_middle(field) for line in lines for field in line.fields if is_figure(field.text))
    return {middle for middle, count in middles.items() if count > 1}


def _middle(line: Line) -> int:
    return round((line.box.x0 + line.box.x1) / 2)


def _apart(field: Line, columns: Collection[int]) -> Fields:
    """A label that reaches to its figure without a gap, and the figure."""
    number = len(field.letters)
    while number and is_figure(field.letters[number - 1].text):
        number -= 1
    if not 0 < number < len(field.letters) or _middle(Line(field.letters[number:])) not in columns:
        return [field]
    return [Line(field.letters[:number]), Line(field.letters[number:])]


def _label_edge(lines: Iterable[Fields]) -> float:
    """Where the labels of single rows begin; what ends left of that is the label of several."""
    edges = Counter(
        round(before.box.x0)
        for fields in lines
        for before, after in pairwise(fields)
        if is_figure(after.text) and not is_figure(before.text)
    )
    return edges.most_common(1)[0][0] if edges else 0.0


def _put_beside(rows: list[Row], label: Line) -> None:
    """A label of several rows put to the row that it stands beside, or below the line that it goes on from."""
    if not rows:
        rows.append([[label]])
        return
    row = min(rows, key=lambda row: _distance(row, label))
    above = next((field for field in row if _is_below(label, field[-1])), None)
    if above is None:
        row.append([label])
        row.sort(key=_left)
    else:
        above.append(label)


def _distance(row: Row, label: Line) -> float:
    return min(abs(line.box.middle - label.box.middle) for field in row for line in field)


def _with_labels(lines: Sequence[Fields]) -> list[Fields]:
    """The lines with figures that stand half way between two lines of their label put to the first of these."""
    found: list[Fields] = []
    behind: Sequence[Fields] = [*lines[1:], ()]
    for fields, below in zip(lines, behind, strict=True):
        if found and below and _are_figures(fields) and not _have_figures(found[-1]) and not _have_figures(below):
            near = _BESIDE * fields[0].size
            if max(_height(fields) - _height(found[-1]), _height(below) - _height(fields)) < near:
                found[-1] = [*found[-1], *fields]
                continue
        found.append(fields)
    return found


def _height(fields: Fields) -> float:
    return fields[0].box.middle


def _grouped(rows: Sequence[Row]) -> list[Row]:
    """Rows of one line put together to rows of several where the distances are of two kinds."""
    gaps = [_top(after) - _top(before) for before, after in pairwise(rows)]
    least = min((gap for gap in gaps if gap > 0), default=0.0)
    if not any(gap > _APART * least for gap in gaps):
        return list(rows)
    groups: list[list[Row]] = [[rows[0]]]
    for gap, row in zip(gaps, rows[1:], strict=True):
        if gap <= _WITHIN * least:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [row for group in groups for row in _merged(group)]


def _merged(group: Sequence[Row]) -> Sequence[Row]:
    """Lines of one row as a row; as they are if more than one has figures."""
    if sum(_row_has_figures(row) for row in group) > 1:
        return group
    fields: Row = []
    for row in group:
        for field in row:
            above = next((cell for cell in fields if _is_below(field[0], cell[-1])), None)
            if above is None:
                fields.append(list(field))
            else:
                above += field
    return [sorted(fields, key=_left)]


def _is_below(line: Line, above: Line) -> bool:
    shared = min(line.box.x1, above.box.x1) - max(line.box.x0, above.box.x0)
    return shared > 0.5 * min(line.box.x1 - line.box.x0, above.box.x1 - above.box.x0)


def _top(row: Row) -> float:
    return min(field[0].box.middle for field in row)


def _row_has_figures(row: Row) -> bool:
    return any(is_figure(line.text) for field in row for line in field)


def _have_figures(fields: Fields) -> bool:
    return any(is_figure(field.text) for field in fields)


def _are_figures(fields: Fields) -> bool:
    return all(is_figure(field.text) for field in fields)


def _left(field: Fields) -> float:
    return field[0].box.x0
