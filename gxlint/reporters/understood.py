"""What was understood of a draft, as JSON: title, sections, figures, statements."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gxlint.form.figures import Cell, FormTable, State
from gxlint.form.report import Contact, Period, Report, Section, Statement
from gxlint.prose.dates import WrittenDate
from gxlint.reporters.positions import ends
from gxlint.text import Source

#: A figure, the text of a cell that is none, or null where nothing is known for certain.
CellValue = int | float | str | None


def understood(path: str, kind: str, report: Report | None) -> dict[str, Any]:
    """The object that ``gxlint show --format json`` prints.

    Args:
        path: of the file.
        kind: a form's id, ``document`` or ``none``.
        report: the draft as its form reads it; ``None`` where no form does.
    """
    if report is None:
        named = {"path": path, "kind": kind, "title": None, "agency": None, "year": None}
        return {**named, "sections": [], "tables": {}, "statements": {}}
    source = report.document.source
    read = {table.form.key: _figures(table) for table in report.tables}
    return {
        "path": path,
        "kind": kind,
        "title": report.title.plain.text if report.title else None,
        "agency": report.agency or None,
        "year": report.year,
        "sections": [_section(source, section) for section in report.sections],
        "tables": {form.key: read.get(form.key) for form in report.layout.tables},
        "statements": {name: _statement(source, statement) for name, statement in report.statements.items()},
    }


def cell_value(cell: Cell) -> CellValue:
    """What is known of a cell."""
    if cell.state in (State.ABSENT, State.DOUBTFUL):
        return None
    if cell.value is None:
        return cell.text
    return float(cell.value) if isinstance(cell.value, Decimal) else cell.value


def _figures(table: FormTable) -> dict[str, dict[str, CellValue]]:
    return {row.key: {cell.key.column: cell_value(cell) for cell in table.row(row.key)} for row in table.form.rows}


def _section(source: Source, section: Section) -> dict[str, Any]:
    number = section.number.text if section.number else None
    return {"number": number, "title": section.title.text, **ends(source, section.span)}


def _statement(source: Source, statement: Statement | Period | Contact | None) -> dict[str, Any] | None:
    if statement is None:
        return None
    found = {"text": statement.text, **ends(source, statement.span)}
    if isinstance(statement, Period):
        found |= {"from": _date(statement.first), "to": _date(statement.last)}
    return found


def _date(written: WrittenDate | None) -> str | None:
    return written.date.isoformat() if written and written.date else None
