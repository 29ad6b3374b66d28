"""Finding the official tables in a draft, whatever they arrived as: tables, pieces of tables, loose lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.document import Block, Document, Paragraph, Table, TableCell
from gxlint.form.entries import with_entries
from gxlint.form.labels import SUBTOTALS, Labels, core, labels_of, normal
from gxlint.form.layout import Layout, TableForm
from gxlint.form.lines import Line, split_figures
from gxlint.form.spaced import apart
from gxlint.text import Span

#: So many different labels of a table must be seen before it is taken for that table.
ENOUGH = {"disclosure": 3, "applications": 5, "disputes": 3}
_ENOUGH = 3
#: A loose line longer than this is prose, unless it is a label.
LOOSE = 60
#: So many lines of prose in a row end a table of loose lines.
GAP = 3
#: So many figures more than the form has may stand in the last row: a sum of a group, page numbers.
_EXTRA = 3


class Region(NamedTuple):
    """The lines of one official table."""

    form: TableForm
    lines: tuple[Line, ...]


def forms_of(lines: Iterable[Line], layouts: Sequence[Layout]) -> list[TableForm]:
    """Each official table in the edition whose own labels the draft shows; in the newest where it shows none."""
    texts = {normal(field.text) for line in lines for field in line.fields if 4 <= len(field.text) <= 24}
    score = {layout.edition: sum(normal(marker) in texts for marker in layout.markers) for layout in layouts}
    shown = max(layouts, key=lambda layout: (score[layout.edition], layout.edition))
    newest = max(layouts, key=lambda layout: layout.edition)
    return [(shown if form.key == "disclosure" else newest).table(form.key) for form in newest.tables]


def find_tables(segments: Mapping[str, Sequence[Line]], forms: Sequence[TableForm]) -> dict[str, Region]:
    """The lines of each official table that the draft has.

    Args:
        segments: the lines of each stretch of the draft, by the key of the section (empty for what stands before).
        forms: the tables to look for.
    """
    labels = [labels_of(form) for form in forms]
    stretches = {
        key: [_seen(line, labels) for whole in lines for line in apart(whole, labels)]
        for key, lines in segments.items()
    }
    regions: dict[str, Region] = {}
    for form in forms:
        scores = {key: _score(stretch, form.key) for key, stretch in stretches.items()}
        best = max(scores, key=lambda key: (scores[key], key == form.section), default="")
        if scores and scores[best] >= ENOUGH.get(form.key, _ENOUGH):
            regions[form.key] = Region(form, _region(stretches[best], form))
    return regions


class _Seen(NamedTuple):
    """A line and the labels that it shows, of each table by its key."""

    line: Line
    hits: dict[str, set[str]]


def _seen(line: Line, tables: Sequence[Labels]) -> _Seen:
    hits: dict[str, set[str]] = {}
    loose = line.is_loose
    for field in line.fields:
        text = field.text
        if len(text) >= 4 and not (loose and len(text) > LOOSE + 20):
            for table, label in _hits(normal(text), tables, loose=loose):
                hits.setdefault(table, set()).add(label)
    return _Seen(line, hits)


def _hits(name: str, tables: Sequence[Labels], *, loose: bool) -> Iterator[tuple[str, str]]:
    """Each table, by its key, with its distinctive label that a normal text is."""
    bare = core(name)
    if loose and name[-1:].isdigit():
        bare = bare.rstrip("0123456789")
    for labels in tables:
        if name in labels.distinctive:
            yield labels.form.key, name
        elif bare in labels.distinctive:
            yield labels.form.key, bare
        elif not loose and (row := labels.row_at_end(name)) is not None:
            yield labels.form.key, row.core


def _score(stretch: Sequence[_Seen], table: str) -> int:
    """How many different labels of the table the lines show."""
    return len({name for seen in stretch for name in seen.hits.get(table, ())})


def _region(stretch: Sequence[_Seen], form: TableForm) -> tuple[Line, ...]:
    """From the first line of the table to its last, prose in between left out."""
    labels = labels_of(form)
    own = [index for index, seen in enumerate(stretch) if form.key in seen.hits]
    foreign = [index for index, seen in enumerate(stretch) if seen.hits and form.key not in seen.hits]
    first, last = own[0], own[-1]
    low = max((index + 1 for index in foreign if index < first), default=0)
    high = min((index for index in foreign if index > last), default=len(stretch))
    lines = with_entries([seen.line for seen in stretch[:high]], labels)
    while first > low and _belongs(lines[first - 1], labels) and not _is_figures(lines[first - 1]):
        first -= 1
    last = _end(lines, last, labels)
    blocks = {
        id(seen.line.block) for seen in stretch[first : last + 1] if form.key in seen.hits and not seen.line.is_loose
    }
    inside = lines[first : last + 1]
    return tuple(
        [line for line in inside if id(line.block) in blocks or _belongs(line, labels) or _is_reworded(line, labels)]
    )


def _end(lines: Sequence[Line], last: int, labels: Labels) -> int:
    """The last line of the table: figures, label pieces and rows with short or reworded labels go on behind."""
    most = labels.widths[-1] + _EXTRA
    figures = 0
    end = last
    for index in range(last + 1, len(lines)):
        line = lines[index]
        if line.is_loose and not line.fields[0].text:
            continue
        reworded = _goes_on(lines[index : index + 2], labels) and _is_reworded(line, labels)
        if not (_belongs(line, labels) or reworded) or (index - end > GAP):
            break
        if reworded or (line.is_loose and labels.row_at_end(normal(line.fields[0].text))):
            figures = 0
        elif line.is_loose and _is_figures(line):
            figures += len(split_figures(line.fields[0], labels))
            if figures > most:
                break
        end = index
    return end


def _belongs(line: Line, labels: Labels) -> bool:
    """Whether a line may be part of the table: a label, a piece of one, or figures."""
    written = [field for field in line.fields if field.text]
    if not line.is_loose:
        return all(_fits(field.text, labels) or field.is_figure for field in written)
    text = line.fields[0].text
    if not text or line.fields[0].is_figure or len(split_figures(line.fields[0], labels)) > 1:
        return True
    if len(text) > LOOSE or (text[-1] in "。；！？" and len(text) > 4):
        return labels.knows(normal(text).rstrip("0123456789"))
    return _fits(text, labels)


def _is_reworded(line: Line, labels: Labels) -> bool:
    """Whether a line shows a label like an official one, and besides it only what belongs to the table."""
    strange = [field.text for field in line.fields if field.text and not (field.is_figure or _fits(field.text, labels))]
    return bool(strange) and all(
        len(text) <= LOOSE and text[-1] not in "。；！？" and labels.resembles(normal(text)) for text in strange
    )


def _goes_on(lines: Sequence[Line], labels: Labels) -> bool:
    """Whether the first line has figures, or is loose and the next belongs to the table."""
    if lines[0].is_loose:
        return len(lines) > 1 and _belongs(lines[1], labels)
    return any(field.is_figure for field in lines[0].fields)


def _fits(text: str, labels: Labels) -> bool:
    name = normal(text)
    stem = name.rstrip("0123456789") if name and name[-1].isdigit() else name
    return (
        name in labels.names
        or name.endswith(SUBTOTALS)
        or labels.knows(stem)
        or labels.row_at_end(stem) is not None
        or (len(name) > 0 and labels.is_fragment(name))
    )


def _is_figures(line: Line) -> bool:
    return all(field.is_figure for field in line.fields if field.text)


def with_tables(document: Document, regions: Sequence[Region]) -> Document:
    """The document with loose lines of official tables made tables, one line a row."""
    owner = {id(line.block): number for number, region in enumerate(regions) for line in region.lines if line.is_loose}
    if not owner:
        return document
    blocks: list[Block] = []
    run: list[Paragraph] = []
    current = -1
    for block in document.blocks:
        number = owner.get(id(block), -1)
        if run and number != current:
            blocks.append(_table(run))
            run = []
        current = number
        if number >= 0 and isinstance(block, Paragraph):
            run.append(block)
        else:
            blocks.append(block)
    if run:
        blocks.append(_table(run))
    return document.with_blocks(blocks)


def _table(paragraphs: Sequence[Paragraph]) -> Table:
    span = Span(paragraphs[0].span.start, paragraphs[-1].span.end)
    cells = [TableCell(paragraph.plain, row, 0, span=paragraph.span) for row, paragraph in enumerate(paragraphs)]
    return Table(span, cells, exact=False)
