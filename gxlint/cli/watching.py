"""Linting again and again, whenever something has been saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from time import sleep, strftime
from typing import Any

import click

from gxlint.api import Linter
from gxlint.cli.choosing import finder
from gxlint.cli.status import OK
from gxlint.config.values import ConfigError
from gxlint.i18n import _, later

STDIN = "-"
#: Seconds between two looks; looking is a matter of milliseconds.
_INTERVAL = 0.5
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watch(lint: Callable[[], object], find: Callable[[], Iterable[str]]) -> int:
    """Lint now, and whenever a file has changed, until the user has enough.

    Args:
        lint: lints and reports; a mistake in a configuration is told, and waited for to be mended.
        find: the files that matter, as they are now.
    """
    before = None
    try:
        while True:
            now = _state(find)
            if now != before:
                before = now
                _lint(lint)
            sleep(_INTERVAL)
    except KeyboardInterrupt:
        return OK


def _lint(lint: Callable[[], object]) -> None:
    if sys.stdout.isatty():
        click.echo(_CLEAR, nl=False)
    try:
        lint()
    except ConfigError as error:
        click.echo(_("配置有误：{error}", error=error), err=True)
    except click.UsageError as error:
        click.echo(error.format_message(), err=True)
    click.echo(_("{time} 检查完毕，文件保存后会再检查；按 Ctrl-C 结束", time=strftime("%H:%M:%S")), err=True)
    sys.stdout.flush()


def _state(find: Callable[[], Iterable[str]]) -> object:
    """What the files are now; nothing of them, while the configuration is broken."""
    try:
        return [(path, *_stat(path)) for path in find()]
    except ConfigError as error:
        return [(error.origin.path, *_stat(error.origin.path))]


def _stat(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:  # it has gone, or is just being replaced
        return (-1, -1)
    return found.st_mtime_ns, found.st_size


def watch_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--watch``: runs the command again and again."""

    @wraps(command)  # with the options that it has already
    def once_or_more(*, watch: bool, **others: Any) -> object:
        return _watch(command, others) if watch else command(**others)

    return click.option("--watch", is_flag=True, help=later("文件或配置保存后再检查一次，直到按 Ctrl-C"))(once_or_more)


def _watch(command: Callable[..., Any], arguments: Mapping[str, Any]) -> int:
    if STDIN in arguments["paths"] or arguments["fix"] or arguments["add_suppressions"] is not None:
        raise click.UsageError(_("--watch 不能用于标准输入，也不能与 --fix、--add-suppressions 一起用"))

    def find() -> Iterator[str]:
        """The drafts, and the configurations with the plugins that they name."""
        config = finder(arguments["config"], no_config=arguments["no_config"])
        linter = Linter(config=config, trusting=False)  # to find files no plugin need run
        for file in linter.files(arguments["paths"] or (os.curdir,)):
            yield file.path
        for project in linter.projects:
            if project.config is not None:
                yield project.config.path
                yield from project.config.plugins

    return watch(lambda: command(**arguments), find)
