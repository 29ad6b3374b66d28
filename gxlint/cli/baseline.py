"""``gxlint baseline``: writes down what is found now, so that only what is new is told."""

from __future__ import annotations

import os
import sys
from functools import partial

import click

from gxlint.api import Linter
from gxlint.baselines.file import baseline_text, read_baseline
from gxlint.baselines.known import Baseline
from gxlint.baselines.upkeep import Upkeep, total
from gxlint.batch.jobs import Tally
from gxlint.cli import completing
from gxlint.cli.choosing import Choosing, choosing_options
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.picking import Picking, picking_options
from gxlint.cli.progress import Progress
from gxlint.cli.running import Running
from gxlint.cli.status import FAILURE, OK
from gxlint.cli.totals import Totals
from gxlint.cli.writing import why_unwritten
from gxlint.i18n import _, later
from gxlint.saving import replace_file

DEFAULT = "gxlint-baseline.json"


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later(
        "把现有的问题记进基线：以后检查时，基线里的问题不再提示，只提示新出现的。不给路径时检查当前文件夹。\n"
        "问题按文件、规则、位置和原文认定，与行号无关；没有检查到的文件在基线里保持原样。"
    ),
    epilog=later("退出状态：0 写好了；2 用法有误、有文件读不出来或写不进去。"),
)
@click.argument("paths", nargs=-1, metavar=later("[路径]…"), shell_complete=completing.paths)
@click.option(
    "--baseline",
    "given",
    default="",
    metavar=later("文件"),
    shell_complete=completing.paths,
    help=later("基线文件；不给时看配置的 baseline，没有配置就是 gxlint-baseline.json"),
)
@click.option("--prune", is_flag=True, help=later("只从基线里删去已经没有的问题，不加新的"))
@choosing_options
@picking_options
@click.option("-q", "--quiet", is_flag=True, help=later("只报告没有做成的，不显示进度"))
def command(
    paths: tuple[str, ...],
    given: str,
    prune: bool,
    choosing: Choosing,
    picking: Picking,
    quiet: bool,
) -> int:
    """Write or prune the baselines of the files."""
    paths = paths or (os.curdir,)
    linter = choosing.linter(baseline=None, changes=picking.changes)
    choosing.project(linter, paths)
    run = picking.run(linter, paths, partial(Running().lane, linter, choosing.recipe, Tally()))
    choosing.check(linter)
    books = _Books(linter, given, must_exist=prune)
    for file in run.files:
        books.of(file.path)  # a broken one is told before any file is linted
    upkeep, totals = Upkeep(books.of, linter.engine), Totals()
    with Progress(sys.stderr, 0 if quiet else len(run.files)) as progress:
        for result in run:
            for fault in totals.failures(result):
                progress.clear()
                click.echo(f"{result.path}: {fault.message}" if result.path else fault.message, err=True)
            totals.count(result)
            upkeep.add(result)
            progress.show(totals.done)
    if not run.files:
        click.echo(picking.why_none(linter, paths), err=True)
    for baseline in upkeep.baselines.values():
        saved = _save(baseline, upkeep, prune=prune, quiet=quiet)
        totals.failed |= not saved
        if saved and not quiet and books.hint_needed(baseline):
            name = os.path.relpath(baseline.path)
            click.echo(
                _('以后检查时加上 --baseline {path}，或在 gxlint.toml 里写 baseline = "{path}"', path=name), err=True
            )
    return FAILURE if totals.failed else OK


class _Books:
    """The baselines to be written."""

    def __init__(self, linter: Linter, given: str, *, must_exist: bool) -> None:
        self._linter = linter
        self._given = given
        self._must_exist = must_exist
        self._known: dict[str, Baseline] = {}
        self._configured: set[str] = set()

    def of(self, draft: str) -> Baseline:
        """That for a draft; empty where there is none yet.

        Raises:
            ConfigError: it cannot be read.
            click.UsageError: there is none to be pruned.
        """
        configured = self._linter.named_baseline(draft)
        if configured is not None:
            self._configured.add(configured.path)
        path = os.path.abspath(self._given) if self._given else configured.path if configured else DEFAULT
        path = os.path.abspath(path)
        if path not in self._known:
            self._known[path] = self._read(path)
        return self._known[path]

    def hint_needed(self, baseline: Baseline) -> bool:
        """Whether no configuration names a baseline that has just been written for the first time."""
        return baseline.data is None and baseline.path not in self._configured

    def _read(self, path: str) -> Baseline:
        if os.path.exists(path):
            return read_baseline(path)
        if self._must_exist:
            raise click.UsageError(_("没有基线文件 {path}，不能 --prune", path=os.path.relpath(path)))
        return Baseline(path, {})


def _save(baseline: Baseline, upkeep: Upkeep, *, prune: bool, quiet: bool) -> bool:
    """Write a baseline as it should be now, and say so; whether it could be written."""
    old, new = baseline.files, upkeep.renewed(baseline, prune=prune)
    data = baseline_text(new).encode("utf-8", "backslashreplace")
    name = os.path.relpath(baseline.path)
    if data != baseline.data:
        try:
            replace_file(baseline.path, data, instead_of=baseline.data)
        except OSError as error:
            click.echo(_("{path} 写不进去：{error}", path=name, error=why_unwritten(error)), err=True)
            return False
    if not quiet:
        removed = sum((entries - new.get(file, entries - entries)).total() for file, entries in old.items())
        added = total(new) - total(old) + removed
        line = _(
            "{path}：共有 {count} 个已知问题，新增 {added} 个，删去 {removed} 个。",
            path=name,
            count=total(new),
            added=added,
            removed=removed,
        )
        click.echo(line)
    return True
