"""Results as plain values: what goes from one process to another, and into the cache.

A record has the findings of a file, the text that they refer to, and what rules want of it that read all reports of a
run; it has no document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic, Edit, Fix, Related, Safety, Severity
from gxlint.form.report import Report
from gxlint.gathered import Essence, Gathered
from gxlint.runs import Linted
from gxlint.settings import INTERNAL_ERROR
from gxlint.text import Source, SourceMap, Span

#: Values that JSON has.
Record = Mapping[str, Any]


def is_lasting(linted: Linted) -> bool:
    """Whether a result may be kept for another run: a crash must be seen to happen again."""
    result, gathered = linted
    crashed = any(item.rule == INTERNAL_ERROR for item in result.diagnostics)
    return not crashed and (gathered is None or not gathered.essence.faults)


def record_of(linted: Linted) -> Record:
    """A file's result as a record."""
    result, gathered = linted
    source = next((item.source for item in result.diagnostics if item.source), None)
    return {
        "status": result.status.value,
        "kind": result.kind,
        "source": source and [source.text, source.kind, source.encoding, source.map is not None],
        "found": [_written(item) for item in result.diagnostics],
        "condensed": None if gathered is None else dict(gathered.essence.condensed),
        "faults": [] if gathered is None else [_written(item) for item in gathered.essence.faults],
    }


def linted_of(record: Record, path: str, read: Callable[[], Report | None]) -> Linted:
    """The result that a record is of.

    Args:
        record: as :func:`record_of` made it.
        path: of the file.
        read: reads its report again.
    """
    source = record["source"] and _source(path, *record["source"])
    found = tuple([_read(path, source, item) for item in record["found"]])
    result = Result(path, Status(record["status"]), found, kind=record["kind"])
    if record["condensed"] is None:
        return Linted(result)
    essence = Essence(record["condensed"], tuple([_read(path, source, item) for item in record["faults"]]))
    return Linted(result, Gathered(path, lambda: essence, read))


def _source(path: str, text: str, kind: str, encoding: str, is_mapped: bool) -> Source:
    """The text; of the way back into a Word file only that there is one."""
    return Source(text, path, kind, map=SourceMap(()) if is_mapped else None, encoding=encoding)


def _written(item: Diagnostic) -> Sequence[object]:
    return [
        item.rule,
        item.category,
        item.severity.value,
        item.message,
        item.span,
        item.place,
        [[related.span, related.message] for related in item.related],
        [[fix.title, fix.safety.value, [[edit.span, edit.text] for edit in fix.edits]] for fix in item.fixes],
        item.url,
        item.source is not None,
    ]


def _read(path: str, source: Source | None, item: Sequence[Any]) -> Diagnostic:
    rule, category, severity, message, span, place, related, fixes, url, has_source = item
    return Diagnostic(
        path=path,
        rule=rule,
        category=category,
        severity=Severity(severity),
        message=message,
        source=source if has_source else None,
        span=None if span is None else Span(*span),
        place=place,
        related=tuple([Related(Span(*where), words) for where, words in related]),
        fixes=tuple([_fix(*fix) for fix in fixes]),
        url=url,
    )


def _fix(title: str, safety: str, edits: Sequence[tuple[Sequence[int], str]]) -> Fix:
    return Fix(title, tuple([Edit(Span(*where), text) for where, text in edits]), Safety(safety))
