"""``gxlint check``."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from gxlint.api import Linter
from gxlint.cli.choosing import (
    config_options,
    finder,
    kind_option,
    prefer_language_of,
    previous_option,
    rule_options,
    stdin_option,
)
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.output import output
from gxlint.cli.progress import Progress
from gxlint.cli.status import FAILURE, FINDINGS, OK
from gxlint.cli.validation import check_format, check_kind, check_selectors
from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic, Severity
from gxlint.i18n import _, later
from gxlint.projects import Project
from gxlint.reporters.base import Style, Summary
from gxlint.settings import INTERNAL_ERROR, UNREADABLE_DOCUMENT, Settings

NEVER = "never"
STDIN = "-"


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("检查文件、文件夹或通配符所指的文稿；不给路径时检查当前文件夹，- 表示标准输入。"),
    epilog=later("退出状态：0 没有达到 --fail-on 的问题；1 有；2 用法有误、有文件读不出来或规则出错。"),
)
@click.argument("paths", nargs=-1, metavar=later("[路径]…"))
@click.option(
    "--format", "format_name", default="text", metavar=later("格式"), help=later("输出格式：text（默认）、json 等")
)
@click.option("-o", "--output-file", metavar=later("文件"), help=later("把结果写进文件，屏幕上不再显示"))
@rule_options
@kind_option
@config_options
@previous_option
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.label for severity in reversed(Severity)), NEVER]),
    metavar=later("级别"),
    help=later("达到哪个级别时退出状态为 1：error、warning（默认）、info、never"),
)
@click.option("--exit-zero", is_flag=True, help=later("有问题时退出状态也为 0，同 --fail-on never"))
@stdin_option
@click.option("-q", "--quiet", is_flag=True, help=later("只列问题，不作小结，不显示进度"))
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    metavar=later("何时"),
    help=later("彩色输出：auto（默认，看是不是终端）、always、never"),
)
def command(
    paths: tuple[str, ...],
    format_name: str,
    output_file: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    kind: str | None,
    config: str | None,
    no_config: bool,
    previous: str,
    fail_on: str | None,
    exit_zero: bool,
    stdin_filename: str,
    quiet: bool,
    color: str,
) -> int:
    """Lint and report."""
    settings = Settings(select=select or None, ignore=ignore, kind=kind)
    linter = Linter(settings, config=finder(config, no_config=no_config), previous=previous)
    from_stdin = STDIN in paths
    if from_stdin and len(paths) > 1:
        raise click.UsageError(_("- （标准输入）不能与其他路径同时使用"))
    paths = (stdin_filename,) if from_stdin else paths or (os.curdir,)
    project = linter.projects.above(paths)
    prefer_language_of(project)
    check_format(format_name, project.registry)
    check_kind(kind, project.registry)
    run = linter.stream(sys.stdin.buffer, stdin_filename) if from_stdin else linter.paths(paths)
    check_selectors(settings, linter.rules)
    outcome, total = Outcome(), len(run.files)
    with output(output_file) as stream:
        style = _style(color, stream, quiet=quiet)
        reporter = project.registry.formats[format_name].open(stream, style, linter.rules)
        with Progress(sys.stderr, 0 if quiet else total) as progress:
            for result in run:
                if result.diagnostics:
                    progress.clear()
                reporter.add(result)
                outcome.count(result)
                progress.show(outcome.done)
        reporter.finish(outcome.summary)
    if not total:
        click.echo(
            _("没有找到可以检查的文件（{suffixes}）", suffixes=_("、").join(project.registry.suffixes)), err=True
        )
    return outcome.status(NEVER if exit_zero else fail_on or _fail_on(project))


def _fail_on(project: Project) -> str:
    """The severity that a project's configuration names."""
    named = project.config.text("fail-on") if project.config else None
    return named or Severity.WARNING.label


class Outcome:
    """What a run has come to so far."""

    def __init__(self) -> None:
        self.summary = Summary()
        self.done = 0
        """Files."""
        self._failed = False

    def count(self, result: Result) -> None:
        """Add the result of a file, or of rules that read all."""
        summary = self.summary
        summary.checked += result.status is Status.LINTED
        summary.skipped += result.status is Status.SKIPPED
        summary.empty += result.status is Status.EMPTY
        summary.failed += result.status is Status.FAILED
        summary.count(result.diagnostics)
        self.done += result.status is not Status.RUN
        self._failed = self._failed or any(map(_is_failure, result.diagnostics))

    def status(self, fail_on: str) -> int:
        """The exit status, given the name of the severity from which on findings count."""
        if self._failed:
            return FAILURE
        counted = [severity for severity in Severity if fail_on != NEVER and severity >= Severity[fail_on.upper()]]
        return FINDINGS if any(self.summary.severities[severity] for severity in counted) else OK


def _is_failure(diagnostic: Diagnostic) -> bool:
    """Whether the run could not do all that was asked; a user who makes light of unreadable files means it."""
    unread = diagnostic.rule == UNREADABLE_DOCUMENT and diagnostic.severity is Severity.ERROR
    return unread or diagnostic.rule == INTERNAL_ERROR


def _style(color: str, stream: TextIO, *, quiet: bool) -> Style:
    terminal = stream.isatty()
    welcome = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = os.get_terminal_size(stream.fileno()).columns if terminal else 0
    if terminal and sys.platform == "win32":
        from colorama import just_fix_windows_console  # comes with click there; old consoles need to be told

        just_fix_windows_console()
    return Style(color=color == "always" or (color == "auto" and welcome), width=width or Style().width, quiet=quiet)
