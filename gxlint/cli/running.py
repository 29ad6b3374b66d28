"""Options that say how a run is done: by how many processes, and whether what is known from earlier runs counts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click

from gxlint.api import Linter
from gxlint.batch.jobs import Recipe, Tally
from gxlint.cli.options import option_group
from gxlint.i18n import _, later
from gxlint.plugins.registry import Registry
from gxlint.reporters.base import Format, Reporter, Style
from gxlint.rule import Rule

if TYPE_CHECKING:  # short runs need none
    from gxlint.batch.batch import Batch

AUTO = "auto"
#: Formats that can carry statistics.
STATISTICS = ("text", "json")


class Running(NamedTuple):
    """How a run is done."""

    jobs: int = 0
    """Processes; 0 for as many as the machine has cores."""
    cache: bool = True
    folder: str = ""
    """Where records are kept; empty for the usual place."""
    statistics: bool = False
    """Counts and times are wanted in place of the findings."""

    def check(self, format_name: str) -> None:
        """Refuse what makes no sense.

        Raises:
            click.UsageError: the format cannot carry statistics.
        """
        if self.statistics and format_name not in STATISTICS:
            raise click.UsageError(_("--statistics 只有 text 和 json 两种格式"))

    def reporter(
        self, registry: Registry, format_: Format, stream: TextIO, style: Style, rules: Mapping[str, Rule], tally: Tally
    ) -> Reporter:
        """What writes the findings, or the statistics.

        Raises:
            click.ClickException: the format is a plugin's and cannot be opened.
        """
        if not self.statistics:
            if not registry.format_owner(format_.name):
                return format_.open(stream, style, rules)
            from gxlint.cli.formatting import PluginReporter

            return PluginReporter(registry, format_, stream, style, rules)
        from gxlint.cli.statistics import Statistics

        return Statistics(stream, style, rules, tally, as_json=format_.name == "json")

    def lane(self, linter: Linter, recipe: Recipe, tally: Tally) -> Batch:
        """What lints the files of a run.

        Args:
            linter: for what is done in this process.
            recipe: of the same linter.
            tally: takes in what was spent and what was known.
        """
        from gxlint.batch.batch import Batch
        from gxlint.batch.store import Store, usual_folder

        store = Store(self.folder or usual_folder()) if self.cache else None
        return Batch(linter, recipe, tally, store=store, jobs=self.jobs or _cores())


def _jobs(context: click.Context, param: click.Parameter, value: str) -> int:
    if value == AUTO:
        return 0
    if not value.isdecimal() or not 1 <= int(value) <= 1024:
        raise click.BadParameter(_("应为 auto 或 1 到 1024 的整数，实为 {value}", value=value), context, param)
    return int(value)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # only some systems know
        return os.cpu_count() or 1


def _running(jobs: int, no_cache: bool, cache_dir: str, statistics: bool) -> Running:
    return Running(jobs, not no_cache, cache_dir, statistics)


#: Together as ``running``, a :class:`Running`.
running_options = option_group(
    "running",
    _running,
    click.option(
        "-j",
        "--jobs",
        default=AUTO,
        metavar=later("个数"),
        callback=_jobs,
        help=later("同时用几个进程检查；auto（默认）按处理器的个数，文件少时只用一个"),
    ),
    click.option("--no-cache", is_flag=True, help=later("不用缓存，每个文件都重新检查")),
    click.option(
        "--cache-dir",
        default="",
        metavar=later("文件夹"),
        help=later("检查结果缓存在这个文件夹；默认看 GXLINT_CACHE_DIR，再用系统的缓存文件夹"),
    ),
    click.option(
        "--statistics", is_flag=True, help=later("不列问题，按规则统计问题数、文件数和用时（text 或 json 格式）")
    ),
)
