"""``gxlint show``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from gxlint.api import Linter
from gxlint.cli import completing
from gxlint.cli.choosing import config_options, prefer_language_of
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.options import text_or_json_option
from gxlint.cli.status import FAILURE, OK
from gxlint.cli.validation import check_kind
from gxlint.document import Block, Document, Paragraph, Picture, Table
from gxlint.i18n import _, later
from gxlint.projects import Find
from gxlint.reporters.base import Style
from gxlint.reporters.excerpt import visible
from gxlint.reporters.text import TextReporter
from gxlint.reporters.understood import understood
from gxlint.settings import Settings
from gxlint.text import Span


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("显示从文稿中读出了什么。规则就以此为准：这里读错的，规则也会判断错。"),
)
@click.argument("path", metavar=later("文件"), shell_complete=completing.paths)
@click.option("--ast", is_flag=True, help=later("显示文稿的结构：段落、表格、图片及其位置"))
@click.option("--text", is_flag=True, help=later("显示文稿的线性文本，行列位置都以它为准"))
@text_or_json_option
@click.option(
    "--kind",
    metavar=later("种类"),
    shell_complete=completing.kinds,
    help=later("不再识别，直接当作 disclosure（年度报告）、插件带来的种类或 document（任何文档）"),
)
@config_options
def command(path: str, ast: bool, text: bool, format_name: str, kind: str | None, find: Find | None) -> int:
    """Read one file and print what was understood."""
    linter = Linter(Settings(kind=kind), config=find)
    project = linter.projects.of(path)
    prefer_language_of(project)
    check_kind(kind, project.registry)
    result = linter.understand(path)
    TextReporter(sys.stderr, Style()).add(result)
    if result.document is None:
        return FAILURE
    if ast:
        click.echo("\n".join(_tree(result.document)))
    elif text:
        click.echo(result.document.text, nl=not result.document.text.endswith("\n"))
    elif format_name == "json":
        click.echo(json.dumps(understood(path, result.kind, result.report), ensure_ascii=False, indent=2))
    elif result.report is None:
        click.echo(_("没有识别为年度报告；如果它是，请用 --kind 指明种类："))
        for form in project.registry.forms.values():
            click.echo(f"  --kind {form.id}  {form.name}")
    else:
        from gxlint.cli.overview import draw  # brings in rich

        draw(result.report)
    return FAILURE if result.diagnostics else OK


def _tree(document: Document) -> Iterator[str]:
    """The blocks of a document, one a line, with line and column of both ends."""
    for block in document.blocks:
        yield f"{_place(document, block.span)} {_describe(block)}".rstrip()
        if isinstance(block, Table):
            for cell in block.cells:
                size = f" {cell.row_span}×{cell.column_span}" if (cell.row_span, cell.column_span) != (1, 1) else ""
                yield f"    [{cell.row}, {cell.column}]{size} {visible(cell.text)}".rstrip()
    for comment in document.comments:
        yield f"{_place(document, comment.span)} Comment {visible(comment.text)}"
    for problem in document.problems:
        yield f"{_place(document, problem.span) if problem.span else '-'} Problem {problem.message}"


def _place(document: Document, span: Span) -> str:
    start, end = map(document.source.lines.position, span)
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def _describe(block: Block) -> str:
    name = type(block).__name__
    match block:
        case Paragraph():
            heading = f" level={block.level}" if block.level else ""
            return f"{name}{heading} {visible(block.text)}"
        case Table():
            return f"{name} {len(block.rows)} rows{'' if block.exact else ', columns counted'}"
        case Picture():
            return f"{name} {visible(block.name)}"
        case _other:
            return name
