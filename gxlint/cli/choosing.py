"""Options that several commands share: which configuration counts, which rules run, what is known beside the draft."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from gxlint.api import Linter
from gxlint.batch.jobs import Recipe
from gxlint.cli import completing, language
from gxlint.cli.options import Decorator, option_group
from gxlint.cli.validation import check_kind, check_selectors
from gxlint.config.finding import Given, Nearest
from gxlint.i18n import _, later
from gxlint.projects import Find, Project
from gxlint.settings import Settings

if TYPE_CHECKING:  # most runs ask nothing of git
    from gxlint.git.changes import Changes


class Choosing(NamedTuple):
    """Which rules run on drafts of which kind, by which configuration, beside which report of last year."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    kind: str | None = None
    find: Find | None = None
    previous: str = ""

    @property
    def settings(self) -> Settings:
        """Those of a run that shows what it finds."""
        return Settings(select=self.select or None, ignore=self.ignore, kind=self.kind)

    @property
    def recipe(self) -> Recipe:
        """How other processes lint for such a run."""
        return Recipe(self.settings, self.find, self.previous)

    def linter(self, *, baseline: str | None, changes: Changes | None) -> Linter:
        """What lints for a run that shows what it finds; arguments as for :class:`~gxlint.api.Linter`."""
        return self._linter(self.settings, baseline, changes)

    def fixing_linter(self, *, baseline: str | None, changes: Changes | None) -> Linter:
        """What lints for fixing: with all rules, for a fix must not make anything worse."""
        return self._linter(Settings(kind=self.kind, also=self.select), baseline, changes)

    def _linter(self, settings: Settings, baseline: str | None, changes: Changes | None) -> Linter:
        return Linter(settings, config=self.find, baseline=baseline, previous=self.previous, changes=changes)

    def project(self, linter: Linter, paths: Sequence[str]) -> Project:
        """The project that speaks for some paths, and its language from now on.

        Raises:
            click.UsageError: it knows no such kind of drafts.
        """
        project = linter.projects.above(paths)
        prefer_language_of(project)
        check_kind(self.kind, project.registry)
        return project

    def check(self, linter: Linter) -> None:
        """Refuse selectors that no rule answers to; to be asked once the plugins of all files are known.

        Raises:
            click.UsageError: there is one.
        """
        check_selectors(Settings(select=self.select or None, ignore=self.ignore), linter.rules)

    def rules(self, linter: Linter) -> frozenset[str]:
        """The ids of the rules that ``--select`` and ``--ignore`` leave, whether they run by default or not."""
        return frozenset(rule.id for rule in linter.rules.values() if self.settings.runs(rule._replace(enabled=True)))


def _names(_context: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for value in values for name in re.split(r"[,，、\s]+", value) if name)


def _existing(_context: click.Context, _param: click.Parameter, value: str) -> str:
    if value and not os.path.isfile(value):
        raise click.BadParameter(_("没有文件 {path}", path=value), _context, _param)
    return value


def finder(config: str | None, no_config: bool) -> Find | None:
    """What finds the configuration of a folder; ``None`` if none is to be read.

    Raises:
        click.UsageError: the choices contradict each other, or there is no such file.
    """
    if config is None:
        return None if no_config else Nearest()
    if no_config:
        raise click.UsageError(_("--config 与 --no-config 不能同时使用"))
    if not os.path.isfile(config):
        raise click.UsageError(_("没有配置文件 {path}", path=config))
    return Given(os.path.abspath(config))


def _choosing(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    kind: str | None,
    config: str | None,
    no_config: bool,
    previous: str,
) -> Choosing:
    return Choosing(select, ignore, kind, finder(config, no_config), previous)


_CONFIG_OPTIONS: tuple[Decorator, ...] = (
    click.option(
        "--config",
        metavar=later("文件"),
        shell_complete=completing.paths,
        help=later("用这个配置文件，不再从文稿所在的文件夹往上找 gxlint.toml"),
    ),
    click.option("--no-config", is_flag=True, help=later("不读配置文件")),
)
#: As ``find``: what finds configurations, or ``None``.
config_options = option_group("find", finder, *_CONFIG_OPTIONS)
#: Together as ``choosing``, a :class:`Choosing`.
choosing_options = option_group(
    "choosing",
    _choosing,
    click.option(
        "--select",
        multiple=True,
        metavar=later("规则"),
        callback=_names,
        shell_complete=completing.selectors,
        help=later("只运行这些规则：编号、类别或 插件/*，逗号分隔"),
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar=later("规则"),
        callback=_names,
        shell_complete=completing.selectors,
        help=later("不运行这些规则，写法同上"),
    ),
    click.option(
        "--kind",
        metavar=later("种类"),
        shell_complete=completing.kinds,
        help=later("不再识别，直接当作 disclosure（年度报告）、插件带来的种类、document（任何文档）或 none"),
    ),
    *_CONFIG_OPTIONS,
    click.option(
        "--previous",
        default="",
        metavar=later("文件"),
        shell_complete=completing.paths,
        callback=_existing,
        help=later("上一年的报告，用来核对结转数和雷同；不给时看配置，或按文件名在旁边找"),
    ),
)


def project_at(paths: Iterable[str], find: Find | None) -> Project:
    """The project that speaks for some paths, spoken of in its language; what is wrong with its plugins is said.

    Raises:
        ConfigError: the configuration is broken.
    """
    project = Linter(config=find).projects.above(paths)
    prefer_language_of(project)
    for result in project.engine("").plugin_failures():
        for fault in result.diagnostics:
            click.echo(fault.message, err=True)
    return project


def prefer_language_of(project: Project) -> None:
    """Speak the language of the project's configuration, unless the user chose one for this run."""
    language.prefer(project.text("lang"))
