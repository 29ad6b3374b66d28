"""What somebody wrote where a figure belongs, told by its place: 见附件 behind a row's label."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.form.labels import Labels, normal
from gxlint.form.lines import Field, Line
from gxlint.text import Pattern

#: Anything longer is a remark.
LONGEST = 12
#: Behind all the other figures of a table's last row a text no longer than this stands for its last figure.
_LONGEST_AT_END = 8
#: What a loose line behind a table begins with where it is no figure: 附件1, 注, 说明, 第3页, （一）.
_NO_FIGURES = Pattern(r"[附表注备说单第页图（(【《★※○●]|[一二三四五六七八九十]+、")


def with_entries(lines: Sequence[Line], labels: Labels) -> list[Line]:
    """The lines with the fields marked that are entries of a row by their place, whatever is written there.

    That is certain only where exactly as many as the row has stand behind its label.

    Args:
        lines: of a stretch that holds the table, in order.
        labels: of the table.
    """
    found = list(lines)
    for index, line in enumerate(lines):
        if not line.is_loose:
            if not all(_is_plain(field, labels) for field in line.fields):
                found[index] = _marked(line, _entry_start(line.fields, labels))
        elif width := _width_below(line, labels):
            for place in _entries_below(lines, index + 1, width, labels):
                found[place] = _marked(lines[place], 0)
    return found


def _is_plain(field: Field, labels: Labels) -> bool:
    """Whether a field is what belongs into the table: figure, label, blank."""
    return not field.text or field.is_figure or normal(field.text) in labels.names


def _marked(line: Line, start: int | None) -> Line:
    if start is None:
        return line
    entries = [field._replace(is_entry=bool(field.text)) for field in line.fields[start:]]
    return line._replace(fields=(*line.fields[:start], *entries))


def _strip_width(labels: Labels) -> int:
    return sum([len(row.columns) for row in labels.form.rows])


def _entry_start(fields: Sequence[Field], labels: Labels) -> int | None:
    """The first field of a table's row that is an entry, the one behind the row's label."""
    if labels.form.side_by_side:
        return 0 if are_entries(fields, _strip_width(labels), labels) else None
    for index, field in enumerate(fields):
        label = labels.row_at_end(normal(field.text)) if field.text else None
        if label is not None:
            return index + 1 if are_entries(fields[index + 1 :], len(label.row.columns), labels) else None
    return None


def are_entries(fields: Sequence[Field], width: int, labels: Labels) -> bool:
    """Whether what is written in fields are the entries of a row, figures for the most part if it has several."""
    written = [field for field in fields if field.text]
    if len(written) != width or (width > 1 and 2 * sum([field.is_figure for field in written]) < width):
        return False
    return all(field.is_figure or _may_be_entry(field, labels) for field in written)


def _may_be_entry(field: Field, labels: Labels) -> bool:
    """Whether a text may stand in a figure's stead: it is short, no sentence, no label and nothing like one."""
    text, name = field.text, normal(field.text)
    return len(text) <= LONGEST and text[-1] not in "。；！？：:" and not _is_label(name, labels)


def _is_label(name: str, labels: Labels) -> bool:
    return labels.knows(name) or labels.row_at_end(name) is not None or labels.resembles(name)


def _width_below(line: Line, labels: Labels) -> int:
    """How many entries must stand below a loose line; 0 if it is no label with entries below."""
    name = normal(line.fields[0].text)
    if labels.form.side_by_side:
        return _strip_width(labels) if name in labels.columns else 0
    label = labels.row_at_end(name) if name else None
    return len(label.row.columns) if label else 0


def _entries_below(lines: Sequence[Line], start: int, width: int, labels: Labels) -> Sequence[int]:
    """The places of the loose lines that are a row's entries; none where all are figures or it is not certain.

    Behind them a label must follow, or the last of several be a figure, or the only one of them that is none.
    """
    near = range(start, min(len(lines), start + 3 * width + 3))
    places = [place for place in near if not lines[place].is_loose or lines[place].fields[0].text]
    run, behind = places[:width], places[width : width + 1]
    fields = [lines[place].fields[0] for place in run if lines[place].is_loose]
    if len(fields) < width or all(field.is_figure for field in fields) or not are_entries(fields, width, labels):
        return ()
    follows = [field for place in behind for field in lines[place].fields[:1]]
    if any(field.is_figure for field in follows):
        return ()
    labelled = any(_is_label(normal(field.text), labels) for field in follows)
    return run if labelled or (width > 1 and _ends_row(fields)) else ()


def _ends_row(fields: Sequence[Field]) -> bool:
    """Whether the last of a row's entries is one, though nothing behind it says so."""
    *others, last = fields
    if last.is_figure:
        return True
    short = len(last.text) <= _LONGEST_AT_END and not _NO_FIGURES.match(last.text)
    return short and all(field.is_figure for field in others)
