"""``gxlint fix``."""

from __future__ import annotations

import os
import sys

import click

from gxlint.cli import completing
from gxlint.cli.choosing import Choosing, choosing_options
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.fixing import Choice, Fixing, tell_aside
from gxlint.cli.known import baseline_options
from gxlint.cli.options import reads_stdin, stdin_option, unsafe_option
from gxlint.cli.picking import Picking, picking_options
from gxlint.cli.status import FAILURE, FINDINGS, OK
from gxlint.i18n import later


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later(
        "修复文稿里能自动修复的问题，直接改写文件（编码、换行等保持原样）；不给路径时修复当前文件夹。\n"
        "- 表示读标准输入，把修复后的文稿写到标准输出。Word 文件目前只提示，不改动。"
    ),
    epilog=later("退出状态：0 修复完毕；1 用了 --diff 或 --dry-run 并且有可以修复的；2 用法有误，或有文件读写不成。"),
)
@click.argument("paths", nargs=-1, metavar=later("[路径]…"), shell_complete=completing.paths)
@choosing_options
@unsafe_option
@click.option("--diff", is_flag=True, help=later("显示会怎样改（unified diff），不改动文件"))
@click.option("--dry-run", is_flag=True, help=later("只说能修复什么，不改动文件"))
@stdin_option
@picking_options
@baseline_options
@click.option("-q", "--quiet", is_flag=True, help=later("只报告没有修复成的"))
def command(
    paths: tuple[str, ...],
    choosing: Choosing,
    unsafe_fixes: bool,
    diff: bool,
    dry_run: bool,
    stdin_filename: str,
    picking: Picking,
    baseline: str | None,
    quiet: bool,
) -> int:
    """Fix and tell."""
    linter = choosing.fixing_linter(baseline=baseline, changes=picking.changes)
    from_stdin = reads_stdin(paths)
    picking.check(from_stdin=from_stdin)
    paths = (stdin_filename,) if from_stdin else paths or (os.curdir,)
    choosing.project(linter, paths)
    run = linter.stream(sys.stdin.buffer, stdin_filename) if from_stdin else picking.run(linter, paths)
    choosing.check(linter)
    chosen = choosing.rules(linter)
    choice = Choice(
        unsafe_fixes, lambda found: found.rule in chosen, write=not (diff or dry_run), diff=sys.stdout if diff else None
    )
    aside = from_stdin or diff  # standard output is for the text
    fixing = Fixing(linter, choice, lambda line: None if quiet else click.echo(line, err=aside), tell_aside)
    fixing.plugins(run)
    if from_stdin:
        fixed = fixing.data(sys.stdin.buffer.read(), stdin_filename)
        if choice.write:
            sys.stdout.buffer.write(fixed)
    else:
        fixing.files([file.path for file in run.files])
    if not quiet:
        click.echo(fixing.summary(), err=aside)
    if fixing.failed:
        return FAILURE
    return FINDINGS if fixing.changed and not choice.write else OK
