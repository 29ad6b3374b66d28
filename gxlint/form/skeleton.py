"""A report with everything that the form asks for and nothing filled in. It is Chinese in any language of messages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.form.editions import EDITION_2021
from gxlint.form.layout import Layout, SectionForm, TableForm

_BASIS = (
    "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和《国务院办公厅政府信息与政务公开"
    "办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。"
)


def skeleton(agency: str, year: int) -> str:
    """A report in Markdown: headings, statements and the three tables, noughts in their cells.

    Args:
        agency: the body's full name.
        year: reported on.
    """
    lines = [
        f"# {agency}{year}年政府信息公开工作年度报告",
        _BASIS + period_sentence(year),
        contact_sentence(agency),
    ]
    for section in EDITION_2021.sections:
        lines += [f"## {section.heading}", *section_content(EDITION_2021, section)]
    lines += [agency, f"{year + 1}年1月　日"]
    return "\n\n".join(lines) + "\n"


def period_sentence(year: int) -> str:
    """The statement on the reporting period."""
    return f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"


def contact_sentence(agency: str) -> str:
    """The statement on where to ask, to be filled in."""
    return f"如对本报告有疑问，请联系：{agency}（地址：，邮编：，电话：）。"


def section_content(layout: Layout, section: SectionForm) -> Sequence[str]:
    """What a section holds before anything is filled in: paragraphs, and tables in Markdown.

    Args:
        layout: of the form.
        section: one of its sections.
    """
    return [*("\n".join(_table(layout.table(key))) for key in section.tables), *section.outline]


def _table(form: TableForm) -> Iterator[str]:
    printed = {"disclosure": _disclosure, "applications": _applications, "disputes": _disputes}
    for number, row in enumerate(printed.get(form.key, _grid)(form)):
        yield "| " + " | ".join(row) + " |"
        if number == 0:
            yield "| " + " | ".join(["---"] * len(row)) + " |"


def _grid(form: TableForm) -> Iterator[Sequence[str]]:
    """A table of which nothing else is known: a line of column labels, a line a row."""
    yield ("", *(column.label for column in form.columns))
    for row in form.rows:
        yield (row.label, *("0" if column.key in row.columns else "" for column in form.columns))


def _disclosure(form: TableForm) -> Iterator[Sequence[str]]:
    width = max(len(row.columns) for row in form.rows)
    group: tuple[str, ...] = ()
    for row in form.rows:
        if row.groups != group:
            group = row.groups
            yield _padded(group, width + 1)
            yield _padded(("信息内容", *(form.column(key).label for key in row.columns)), width + 1)
        yield _padded((row.label, *["0"] * len(row.columns)), width + 1)


def _applications(form: TableForm) -> Iterator[Sequence[str]]:
    corner, applicants, organisations = form.furniture
    columns = [column.label for column in form.columns]
    yield (corner, "", "", applicants, *[""] * (len(columns) - 1))
    yield ("", "", "", columns[0], organisations, *[""] * (len(columns) - 3), columns[-1])
    yield ("", "", "", "", *columns[1:-1], "")
    shown: tuple[str, ...] = ()
    for row in form.rows:
        labels = (*row.groups, row.label)
        cells = [
            "" if labels[: n + 1] == shown[: n + 1] and n < len(labels) - 1 else label for n, label in enumerate(labels)
        ]
        shown = labels
        yield (*_padded(cells, 3), *["0"] * len(columns))


def _disputes(form: TableForm) -> Iterator[Sequence[str]]:
    columns = [column.label for column in form.columns]
    width = len(columns)
    review, direct, after = [row.label for row in form.rows]
    yield (*_padded((review,), width), *_padded(form.rows[1].groups, 2 * width))
    yield (*columns, *_padded((direct,), width), *_padded((after,), width))
    yield (*[""] * width, *columns, *columns)
    yield ["0"] * (3 * width)


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))
