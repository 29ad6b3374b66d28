"""Options that several commands share: which configuration counts, which rules run, what is known beside the draft."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from gxlint.api import Linter
from gxlint.cli import completing, language
from gxlint.config.finding import Given, Nearest
from gxlint.i18n import _, later
from gxlint.projects import Find, Project
from gxlint.rule import Rule
from gxlint.settings import DEFAULTS, Settings

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


def _names(_context: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for value in values for name in re.split(r"[,，、\s]+", value) if name)


def rule_options(command: _Decorated) -> _Decorated:
    """``--select`` and ``--ignore``: tuples of names."""
    ignore = click.option(
        "--ignore",
        multiple=True,
        metavar=later("规则"),
        callback=_names,
        shell_complete=completing.selectors,
        help=later("不运行这些规则，写法同上"),
    )
    select = click.option(
        "--select",
        multiple=True,
        metavar=later("规则"),
        callback=_names,
        shell_complete=completing.selectors,
        help=later("只运行这些规则：编号、类别或 插件/*，逗号分隔"),
    )
    return select(ignore(command))


def kind_option(command: _Decorated) -> _Decorated:
    """``--kind``: a name or ``None``."""
    return click.option(
        "--kind",
        metavar=later("种类"),
        shell_complete=completing.kinds,
        help=later("不再识别，直接当作 disclosure（年度报告）、document（任何文档）或 none"),
    )(command)


def config_options(command: _Decorated) -> _Decorated:
    """``--config`` and ``--no-config``, as ``find``: what finds configurations, or ``None``."""
    none = click.option("--no-config", is_flag=True, help=later("不读配置文件"))
    config = click.option(
        "--config",
        metavar=later("文件"),
        shell_complete=completing.paths,
        help=later("用这个配置文件，不再从文稿所在的文件夹往上找 gxlint.toml"),
    )
    return config(none(command))


def previous_option(command: _Decorated) -> _Decorated:
    """``--previous``: the path of a file that exists, or an empty text."""
    return click.option(
        "--previous",
        default="",
        metavar=later("文件"),
        shell_complete=completing.paths,
        callback=_existing,
        help=later("上一年的报告，用来核对结转数和雷同；不给时看配置，或按文件名在旁边找"),
    )(command)


def stdin_option(command: _Decorated) -> _Decorated:
    """``--stdin-filename``: a path, or an empty text."""
    return click.option(
        "--stdin-filename",
        default="",
        metavar=later("文件名"),
        shell_complete=completing.paths,
        help=later("标准输入的文件名，用来判断格式、查找配置"),
    )(command)


def unsafe_option(command: _Decorated) -> _Decorated:
    """``--unsafe-fixes``: a flag."""
    return click.option("--unsafe-fixes", is_flag=True, help=later("也采用需要人工确认的修复"))(command)


def chosen_rules(select: tuple[str, ...], ignore: tuple[str, ...], rules: Iterable[Rule]) -> frozenset[str]:
    """The ids of the rules that ``--select`` and ``--ignore`` leave, whether they run by default or not."""
    settings = Settings(select=select or None, ignore=ignore)
    return frozenset(rule.id for rule in rules if settings.runs(rule._replace(enabled=True)))


def _existing(_context: click.Context, _param: click.Parameter, value: str) -> str:
    if value and not os.path.isfile(value):
        raise click.BadParameter(_("没有文件 {path}", path=value), _context, _param)
    return value


def finder(config: str | None, *, no_config: bool) -> Find | None:
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


def project_at(paths: Iterable[str], config: str | None, *, no_config: bool, settings: Settings = DEFAULTS) -> Project:
    """The project that speaks for some paths, spoken of in its language; what is wrong with its plugins is said.

    Raises:
        click.UsageError: as :func:`finder`.
        ConfigError: the configuration is broken.
    """
    project = Linter(settings, config=finder(config, no_config=no_config)).projects.above(paths)
    prefer_language_of(project)
    for result in project.engine("").plugin_failures():
        for fault in result.diagnostics:
            click.echo(fault.message, err=True)
    return project


def prefer_language_of(project: Project) -> None:
    """Speak the language of the project's configuration, unless the user chose one for this run."""
    if project.config is not None:
        language.prefer(project.config.text("lang"))
