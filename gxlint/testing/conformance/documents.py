"""What a document owes its readers, whoever made it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gxlint.document import Block, Comment, Document, Paragraph, Table, TableCell
from gxlint.text import PlainText, Segment, Span

#: Places per text at which the way back from the source is tried.
_PROBES = 20


def check_document(document: Document) -> None:
    """Check that a document keeps the promises of :mod:`gxlint.document` and :mod:`gxlint.text`.

    All spans lie in the text; blocks, and the cells of a table, are in the order of reading and do not overlap; what
    a reader sees stands in the source where its segments say; cells have grid positions of their own;
    :meth:`~gxlint.document.Document.paragraph_at` finds every paragraph.

    Raises:
        AssertionError: a promise is broken; says which, and where.
    """
    for fault in document_faults(document):
        raise AssertionError(fault)


def document_faults(document: Document) -> Iterator[str]:
    """Each promise that a document breaks, and where."""
    if document.text.startswith("\ufeff"):
        yield "the text begins with a byte order mark; it belongs into source.encoding"
    for block in document.blocks:
        for fault in _block_faults(block, document.text):
            yield f"{_name(block, document)}: {fault}"
    yield from _order_faults(document)
    for paragraph in document.paragraphs:
        for fault in _lookup_faults(paragraph, document):
            yield f"{_name(paragraph, document)}: {fault}"
    for comment in document.comments:
        for fault in _comment_faults(comment, document.text):
            yield f"comment {comment.text[:20]!r}: {fault}"
    for problem in document.problems:
        if problem.span and not _is_inside(problem.span, document.text):
            yield f"problem {problem.message[:20]!r}: {problem.span} lies outside the text"
    yield from _map_faults(document)


def _name(block: Block, document: Document) -> str:
    words = f" {block.text[:20]!r}" if isinstance(block, Paragraph) else ""
    if not _is_inside(block.span, document.text):
        return f"{block!r}{words}"
    return f"line {document.source.lines.position(block.span.start).line}, {block!r}{words}"


def _is_inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def _block_faults(block: Block, text: str) -> Iterator[str]:
    if not _is_inside(block.span, text):
        yield f"lies outside the text of {len(text)} characters"
    elif isinstance(block, Paragraph):
        yield from _paragraph_faults(block, text)
    elif isinstance(block, Table):
        yield from _table_faults(block, text)


def _paragraph_faults(paragraph: Paragraph, text: str) -> Iterator[str]:
    if paragraph.level is not None and not 1 <= paragraph.level <= 9:
        yield f"level {paragraph.level} is not 1 to 9"
    if not paragraph.span.contains(paragraph.plain.source):
        yield f"its text comes from {paragraph.plain.source}, outside its span"
    yield from _plain_faults(paragraph.plain, text)


def _plain_faults(plain: PlainText, text: str) -> Iterator[str]:
    if plain.text != plain.text.strip():
        yield f"{plain.text[:20]!r} has white space at an end"
    if "\n" in plain.text or "\r" in plain.text:
        yield f"{plain.text[:20]!r} has a line end in it"
    if not plain.segments:
        yield "its text has no segment and so no place"
    reached, source_reached = 0, 0
    for segment in plain.segments:
        if segment.plain != reached or segment.length < 0:
            yield f"{segment} does not follow on {reached} characters before it"
        if segment.source.start < source_reached or not _is_inside(segment.source, text):
            yield f"{segment} lies outside the text or before the end of the segment before it"
        if not _shows_source(segment, plain.text, text):
            yield f"{segment} shows {_seen(segment, plain.text)!r} for {text[slice(*segment.source)]!r}"
        reached, source_reached = segment.plain + segment.length, segment.source.end
    if reached != len(plain.text):
        yield f"its segments hold {reached} characters, its text {len(plain.text)}"
    yield from _way_back_faults(plain)


def _seen(segment: Segment, shown: str) -> str:
    return shown[segment.plain : segment.plain + segment.length]


def _shows_source(segment: Segment, shown: str, text: str) -> bool:
    """Whether a segment of equal lengths is the source itself; white space may stand for other white space."""
    source, seen = text[slice(*segment.source)], _seen(segment, shown)
    if len(source) != len(seen) or source == seen:
        return True
    return all(a == b or (a.isspace() and b.isspace()) for a, b in zip(source, seen, strict=True))


def _way_back_faults(plain: PlainText) -> Iterator[str]:
    for segment in plain.segments[:: len(plain.segments) // _PROBES + 1]:
        if not segment.length or segment.length != segment.source.length:
            continue
        place = plain.span(segment.plain, segment.plain + 1)
        if place != Span(segment.source.start, segment.source.start + 1):
            yield f"the character at {segment.plain} is said to stand at {place}, its segment says {segment.source}"
        if plain.index(place.start) != segment.plain:
            yield f"the source at {place.start} is said to be character {plain.index(place.start)}, not {segment.plain}"


def _table_faults(table: Table, text: str) -> Iterator[str]:
    taken: dict[tuple[int, int], TableCell] = {}
    for cell in table.cells:
        for fault in _cell_faults(cell, table, text):
            yield f"{cell!r} {fault}"
        for position in _positions(cell):
            if position in taken:
                yield f"{cell!r} covers row {position[0]}, column {position[1]}, as does {taken[position]!r}"
            taken[position] = cell
    for before, after in pairwise(table.cells):
        if (before.row, before.column) >= (after.row, after.column) or before.span.end > after.span.start:
            yield f"{after!r} follows {before!r}, against the order of reading"
    if [cell for row in table.rows for cell in row] != list(table.cells):
        yield "its rows do not hold its cells in order"


def _cell_faults(cell: TableCell, table: Table, text: str) -> Iterator[str]:
    if min(cell.row, cell.column) < 0 or min(cell.row_span, cell.column_span) < 1:
        yield "has an impossible place in the grid"
    if not table.span.contains(cell.span):
        yield f"at {cell.span} lies outside its table"
    if not cell.span.contains(cell.plain.source):
        yield f"has its text at {cell.plain.source}, outside its span {cell.span}"
    yield from _plain_faults(cell.plain, text)


def _positions(cell: TableCell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.row_span):
        for column in range(cell.column, cell.column + cell.column_span):
            yield row, column


def _order_faults(document: Document) -> Iterator[str]:
    for before, after in pairwise(document.blocks):
        if before.span.end > after.span.start:
            yield f"{_name(after, document)}: begins before the end of {before!r}"


def _lookup_faults(paragraph: Paragraph, document: Document) -> Iterator[str]:
    if not paragraph.text:
        return
    for span in (
        paragraph.span,
        paragraph.plain.source,
        paragraph.plain.span(len(paragraph.text) - 1, len(paragraph.text)),
    ):
        found = document.paragraph_at(span)
        if found is not paragraph:
            yield f"paragraph_at({span}) finds {found!r}"


def _comment_faults(comment: Comment, text: str) -> Iterator[str]:
    for span in (comment.span, comment.scope):
        if span is not None and not _is_inside(span, text):
            yield f"{span} lies outside the text"


def _map_faults(document: Document) -> Iterator[str]:
    reached = 0
    for span, anchor in document.source.map.pieces if document.source.map else ():
        if span.start < reached or not _is_inside(span, document.text):
            yield f"source map: {span} ({anchor.part}) lies outside the text or before the end of the piece before it"
        reached = span.end
