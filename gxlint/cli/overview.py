"""A report as it was understood, drawn for a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from gxlint.form.figures import Cell, FormTable, State
from gxlint.form.report import Contact, Period, Report, Statement
from gxlint.i18n import _
from gxlint.reporters.excerpt import visible
from gxlint.text import Span

#: Columns where the output is no terminal.
_WIDTH = 120


def draw(report: Report) -> None:
    """Print title, sections, tables and statements on standard output."""
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
    console.print(_facts(report))
    console.print(_sections(report))
    read = {table.form.key: table for table in report.tables}
    for form in report.layout.tables:
        table = read.get(form.key)
        if table is None:
            console.print(_("{name} {title}：没有读到", name=form.name, title=form.title), style="yellow")
            continue
        console.print(_figures(table))
        states = {cell.state for cell in table}
        for state, meaning in _legend().items():
            if state in states:
                console.print(meaning, style="yellow")
        for reason in table.reasons:
            console.print(escape(visible(reason)), style="yellow")
    if report.statements:  # a form may ask for none
        console.print(_statements(report))


def _facts(report: Report) -> Table:
    grid = Table.grid(padding=(0, 2))
    nothing = _("没有读到")
    grid.add_row(_("标题"), _shown(report.title.plain.text if report.title else nothing))
    grid.add_row(_("机关"), _shown(report.agency or nothing))
    grid.add_row(_("年份"), str(report.year or nothing))
    grid.add_row(_("格式"), _("{year} 年版", year=report.layout.edition))
    return grid


def _sections(report: Report) -> Table:
    table = Table(title=_("各部分"), title_justify="left")
    for name in (_("行"), _("编号"), _("标题"), _("应为")):
        table.add_column(name, overflow="fold")
    for section in report.sections:
        number = section.number.text if section.number else ""
        table.add_row(_lines(report, section.span), number, _shown(section.title.text), section.form.heading)
    return table


def _figures(read: FormTable) -> Table:
    form = read.form
    table = Table(title=f"{form.name} {form.title}", title_justify="left", show_lines=False)
    table.add_column("", overflow="fold")
    for column in form.columns:
        table.add_column(column.label, justify="right")
    group: tuple[str, ...] = ()
    for row in form.rows:
        if row.groups[-1:] != group:
            group = row.groups[-1:]
            if group:
                table.add_row(*group)
        label = ("  " if group else "") + row.label
        cells = {cell.key.column: _figure(cell) for cell in read.row(row.key)}
        table.add_row(label, *(cells.get(column.key, "") for column in form.columns))
    return table


def _figure(cell: Cell) -> str:
    match cell.state:
        case State.READ:
            return _shown(cell.text)
        case State.BLANK:
            return _("[yellow]空[/]")
        case State.INVALID:
            return f"[red]{_shown(cell.text)}[/]"
        case State.DOUBTFUL:
            return "[yellow]？[/]"
        case State.ABSENT:
            return "[red]—[/]"


def _legend() -> dict[State, str]:
    return {
        State.DOUBTFUL: _("？ 这一行的数属于哪一栏不能确定，不参加计算"),
        State.ABSENT: _("— 文稿里没有这一格"),
    }


def _statements(report: Report) -> Table:
    table = Table(title=_("各项说明"), title_justify="left")
    for name in (_("名称"), _("行"), _("原文"), _("读作")):
        table.add_column(name, overflow="fold")
    names = {"period": _("统计期限"), "contact": _("联系方式"), "fee": _("信息处理费")}
    for key, statement in report.statements.items():
        if statement is None:
            table.add_row(names.get(key, key), "", _("没有读到"), "")
        else:
            place = _lines(report, statement.span)
            table.add_row(names.get(key, key), place, _shown(statement.text), "\n".join(_readings(statement)))
    return table


def _readings(statement: Statement | Period | Contact) -> Iterator[str]:
    if isinstance(statement, Period):
        for written in (statement.first, statement.last):
            yield written.date.isoformat() if written and written.date else _("没有读到")
    elif isinstance(statement, Contact):
        for entry in statement.entries:
            yield _("{name}：{value}", name=_way(entry.kind), value=_shown(entry.value.text))


def _way(kind: str) -> str:
    """A way to ask, in the user's language."""
    names = {
        "phone": _("电话"),
        "fax": _("传真"),
        "postcode": _("邮政编码"),
        "email": _("电子邮箱"),
        "address": _("地址"),
    }
    return names.get(kind, kind)


def _lines(report: Report, span: Span) -> str:
    numbers = report.document.source.lines.lines(span)
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _shown(text: str) -> str:
    return escape(visible(text))
