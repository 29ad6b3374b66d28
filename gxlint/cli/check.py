"""``gxlint check``."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TextIO

import click

from gxlint.api import Linter
from gxlint.baselines.upkeep import Upkeep
from gxlint.cli import completing, garbage
from gxlint.cli.choosing import (
    chosen_rules,
    config_options,
    finder,
    kind_option,
    prefer_language_of,
    previous_option,
    rule_options,
    stdin_option,
    unsafe_option,
)
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.gate import Gate, gate_options
from gxlint.cli.known import baseline_options, stale_line
from gxlint.cli.outcome import Outcome
from gxlint.cli.output import output
from gxlint.cli.picking import Picking, picking_options
from gxlint.cli.progress import Progress
from gxlint.cli.running import Running, running_options
from gxlint.cli.validation import check_format, check_kind, check_reason, check_selectors
from gxlint.cli.watching import STDIN, watch_option
from gxlint.i18n import _, later
from gxlint.recipes import Recipe, Tally
from gxlint.reporters.base import Style
from gxlint.settings import Settings


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("检查文件、文件夹或通配符所指的文稿；不给路径时检查当前文件夹，- 表示标准输入。"),
    epilog=later("退出状态：0 没有达到 --fail-on 的问题；1 有；2 用法有误、有文件读不出来或规则出错。"),
)
@watch_option
@click.argument("paths", nargs=-1, metavar=later("[路径]…"), shell_complete=completing.paths)
@click.option(
    "--format",
    "format_name",
    default="text",
    metavar=later("格式"),
    shell_complete=completing.formats,
    help=later("输出格式：text（默认）、concise、html、json、jsonl、sarif、github、gitlab、junit"),
)
@click.option(
    "-o",
    "--output-file",
    metavar=later("文件"),
    shell_complete=completing.paths,
    help=later("把结果写进文件，屏幕上不再显示"),
)
@rule_options
@click.option("--fix", is_flag=True, help=later("先修复能自动修复的问题（改写文件），再检查"))
@unsafe_option
@click.option(
    "--add-suppressions",
    metavar=later("理由"),
    help=later("在文稿里为现有的全部问题加上压制注释，注明理由（改写文件），再检查"),
)
@kind_option
@config_options
@previous_option
@gate_options
@stdin_option
@picking_options
@running_options
@baseline_options
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
    fix: bool,
    unsafe_fixes: bool,
    add_suppressions: str | None,
    kind: str | None,
    config: str | None,
    no_config: bool,
    previous: str,
    gate: Gate,
    stdin_filename: str,
    picking: Picking,
    running: Running,
    baseline: str | None,
    quiet: bool,
    color: str,
) -> int:
    """Lint and report."""
    settings = Settings(select=select or None, ignore=ignore, kind=kind)
    find = finder(config, no_config=no_config)
    linter = Linter(settings, config=find, baseline=baseline, previous=previous, changes=picking.changes)
    from_stdin = STDIN in paths
    _refuse_contradictions(paths, fix=fix, unsafe_fixes=unsafe_fixes, add_suppressions=add_suppressions)
    picking.check(from_stdin=from_stdin)
    asked = paths
    paths = (stdin_filename,) if from_stdin else paths or (os.curdir,)
    project = linter.projects.above(paths)
    prefer_language_of(project)
    check_format(format_name, project.registry)
    running.check(format_name)
    check_kind(kind, project.registry)
    format_ = project.registry.formats[format_name]
    tally, recipe = Tally(), Recipe(settings, find, previous)
    lane = None if format_.reads_drafts else partial(running.lane, linter, recipe, tally)
    run = linter.stream(sys.stdin.buffer, stdin_filename) if from_stdin else picking.run(linter, paths, lane)
    check_selectors(settings, linter.rules)
    outcome, total = Outcome(), len(run.files)
    if fix:
        from gxlint.cli.fixing import fix_files  # most runs change nothing

        wide = Linter(
            Settings(kind=kind, also=select), config=find, baseline=baseline, previous=previous, changes=picking.changes
        )
        outcome.failed |= not fix_files(wide, run, chosen_rules(select, ignore, linter.rules.values()), unsafe_fixes)
    if add_suppressions is not None:
        from gxlint.cli.silencing import silence_files

        outcome.failed |= not silence_files(linter, run, add_suppressions)
    garbage.expected()
    upkeep = Upkeep(linter.baselines.of, linter.engine)
    with output(output_file) as stream:
        style = _style(color, stream, quiet=quiet)
        reporter = running.reporter(format_, stream, style, linter.rules, tally)
        with Progress(sys.stderr, 0 if quiet else total) as progress:
            for result in run:
                if result.diagnostics:
                    progress.clear()
                reporter.add(result)
                outcome.count(result)
                upkeep.add(result)
                progress.show(outcome.done)
        tally.add(linter.drain_seconds())
        reporter.finish(outcome.summary)
    if upkeep.stale and not quiet:
        click.echo(stale_line(upkeep.stale, baseline, asked), err=True)
    if not total:
        click.echo(picking.why_none(linter, paths), err=True)
    return gate.status(outcome, project)


def _refuse_contradictions(
    paths: tuple[str, ...], *, fix: bool, unsafe_fixes: bool, add_suppressions: str | None
) -> None:
    """Refuse choices that cannot be had together.

    Raises:
        click.UsageError: there are such.
    """
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError(_("- （标准输入）不能与其他路径同时使用"))
    if STDIN in paths and (fix or add_suppressions is not None):
        raise click.UsageError(_("--fix 和 --add-suppressions 不能用于标准输入；修复标准输入用 gxlint fix -"))
    if unsafe_fixes and not fix:
        raise click.UsageError(_("--unsafe-fixes 要与 --fix 一起用"))
    if add_suppressions is not None:
        check_reason(add_suppressions)


def _style(color: str, stream: TextIO, *, quiet: bool) -> Style:
    terminal = stream.isatty()
    welcome = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = os.get_terminal_size(stream.fileno()).columns if terminal else 0
    if terminal and sys.platform == "win32":
        from colorama import just_fix_windows_console  # comes with click there; old consoles need to be told

        just_fix_windows_console()
    return Style(color=color == "always" or (color == "auto" and welcome), width=width or Style().width, quiet=quiet)
