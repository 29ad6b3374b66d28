"""``gxlint check``."""

from __future__ import annotations

import os
import sys
from functools import partial

import click

from gxlint.baselines.upkeep import Upkeep
from gxlint.batch.jobs import Tally
from gxlint.cli import completing, garbage
from gxlint.cli.choosing import Choosing, choosing_options
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.gate import Gate, gate_options
from gxlint.cli.known import baseline_options, stale_line
from gxlint.cli.mending import Mending, mending_options
from gxlint.cli.options import reads_stdin, stdin_option
from gxlint.cli.picking import Picking, picking_options
from gxlint.cli.progress import Progress
from gxlint.cli.running import Running, running_options
from gxlint.cli.showing import Showing, showing_options
from gxlint.cli.totals import Totals
from gxlint.cli.watching import watch_option
from gxlint.i18n import later
from gxlint.reporters.base import Reporter
from gxlint.runs import Run


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("检查文件、文件夹或通配符所指的文稿；不给路径时检查当前文件夹，- 表示标准输入。"),
    epilog=later("退出状态：0 没有达到 --fail-on 的问题；1 有；2 用法有误、有文件读不出来或规则出错。"),
)
@watch_option
@click.argument("paths", nargs=-1, metavar=later("[路径]…"), shell_complete=completing.paths)
@choosing_options
@mending_options
@gate_options
@stdin_option
@picking_options
@running_options
@baseline_options
@showing_options
def command(
    paths: tuple[str, ...],
    choosing: Choosing,
    mending: Mending,
    gate: Gate,
    stdin_filename: str,
    picking: Picking,
    running: Running,
    baseline: str | None,
    showing: Showing,
) -> int:
    """Lint and report."""
    from_stdin, asked = reads_stdin(paths), paths
    mending.check(from_stdin=from_stdin)
    picking.check(from_stdin=from_stdin)
    linter = choosing.linter(baseline=baseline, changes=picking.changes)
    paths = (stdin_filename,) if from_stdin else paths or (os.curdir,)
    project = choosing.project(linter, paths)
    format_ = showing.format(project.registry)
    running.check(format_.name)
    tally, totals = Tally(), Totals()
    lane = None if format_.reads_drafts else partial(running.lane, linter, choosing.recipe, tally)
    run = linter.stream(sys.stdin.buffer, stdin_filename) if from_stdin else picking.run(linter, paths, lane)
    choosing.check(linter)
    totals.failed = not mending.mend(
        run, linter, partial(choosing.fixing_linter, baseline=baseline, changes=picking.changes), choosing
    )
    garbage.expected()
    upkeep = Upkeep(linter.baselines.of, linter.engine)
    with showing.open() as stream:
        reporter = running.reporter(project.registry, format_, stream, showing.style(stream), linter.rules, tally)
        _report(run, reporter, totals, upkeep, quiet=showing.quiet)
        tally.add(linter.drain_seconds())
        totals.summary.unconverted = picking.unconverted(linter, () if from_stdin else paths)
        reporter.finish(totals.summary)
    if upkeep.stale and not showing.quiet:
        click.echo(stale_line(upkeep.stale, baseline, asked), err=True)
    if not run.files:
        click.echo(picking.why_none(linter, paths), err=True)
    return gate.status(totals, project)


def _report(run: Run, reporter: Reporter, totals: Totals, upkeep: Upkeep, *, quiet: bool) -> None:
    """Lint file after file, and say of each what was found."""
    with Progress(sys.stderr, 0 if quiet else len(run.files)) as progress:
        for result in run:
            if result.diagnostics:
                progress.clear()
            reporter.add(result)
            totals.count(result)
            upkeep.add(result)
            progress.show(totals.done)
