"""Linting again and again, whenever something has been saved."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from time import monotonic, sleep, strftime
from typing import Any

import click

from gxlint.api import Linter
from gxlint.cli import garbage
from gxlint.cli.choosing import finder
from gxlint.cli.options import STDIN, Subcommand
from gxlint.cli.status import OK
from gxlint.config.values import ConfigError
from gxlint.i18n import _, language, later, speaking

#: Seconds between two looks.
_INTERVAL = 0.5
#: Looking takes no more than this part of the time.
_SHARE = 0.05
#: Seconds in which nothing must change for a file to count as saved, and looks until we do without.
_PAUSE, _LOOKS = 0.1, 20
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"

#: Paths, and what the files are now.
_State = Mapping[str, tuple[int, ...]]


def watch(lint: Callable[[], object], find: Callable[[], Iterable[str]]) -> int:
    """Lint now, and whenever a file has changed, until the user has enough.

    Args:
        lint: lints and reports; a mistake in a configuration is told, and waited for to be mended.
        find: the files that matter, as they are now.

    Raises:
        click.UsageError: the command line is wrong.
    """
    before = _state(find)
    try:
        _lint(lint, is_first=True)
        while True:
            started = monotonic()
            if _state(find) != before:
                before = _settled(find)
                _lint(lint)
            sleep(max(_INTERVAL, (monotonic() - started) / _SHARE))
    except KeyboardInterrupt:
        return OK


def _lint(lint: Callable[[], object], *, is_first: bool = False) -> None:
    if sys.stdout.isatty():
        click.echo(_CLEAR, nl=False)
    with speaking(language()):  # the next round may have another configuration
        try:
            with garbage.collected():
                lint()
        except ConfigError as error:
            click.echo(_("配置有误：{error}", error=error), err=True)
        except click.UsageError as error:
            if is_first:
                raise
            click.echo(error.format_message(), err=True)
        sys.stdout.flush()
        click.echo(_("{time} 检查完毕，文件保存后会再检查；按 Ctrl-C 结束", time=strftime("%H:%M:%S")), err=True)


def _settled(find: Callable[[], Iterable[str]]) -> _State:
    """What the files are when nothing is being written any more."""
    state = _state(find)
    for _look in range(_LOOKS):
        sleep(_PAUSE)
        before, state = state, _state(find)
        if state == before:
            break
    return state


def _state(find: Callable[[], Iterable[str]]) -> _State:
    """What the files are now; nothing of them, while the configuration is broken."""
    try:
        return {path: _stat(path) for path in find()}
    except ConfigError as error:
        return {error.origin.path: _stat(error.origin.path)}
    except click.UsageError:  # the configuration named is gone, or just being replaced
        return {}


def _stat(path: str) -> tuple[int, ...]:
    try:
        found = os.stat(path)
    except OSError:  # it has gone, or is just being replaced
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def watch_option(command: Subcommand) -> Subcommand:
    """``--watch``: runs the command again and again."""

    @wraps(command)  # with the options that it has already
    def once_or_more(*, watch: bool, **others: Any) -> int:
        return _watch(command, others) if watch else command(**others)

    return click.option("--watch", is_flag=True, help=later("文件或配置保存后再检查一次，直到按 Ctrl-C"))(once_or_more)


def _watch(command: Subcommand, arguments: Mapping[str, Any]) -> int:
    if STDIN in arguments["paths"] or arguments["fix"] or arguments["add_suppressions"] is not None:
        raise click.UsageError(_("--watch 不能用于标准输入，也不能与 --fix、--add-suppressions 一起用"))

    def find() -> Iterator[str]:
        """The drafts, the configurations, and what either names."""
        config = finder(arguments["config"], arguments["no_config"])
        linter = Linter(config=config, trusting=False, baseline=None)  # to find files no plugin need run
        for file in linter.files(arguments["paths"] or (os.curdir,)):
            yield file.path
        for project in linter.projects:
            if project.config is not None:
                yield from project.config.files
                yield from _files(project.config.named)
        yield from filter(None, (arguments["previous"], arguments["baseline"]))

    return watch(lambda: command(**arguments), find)


def _files(paths: Iterable[str]) -> Iterator[str]:
    """Files, and those in folders."""
    for path in paths:
        yield path
        for parent, folders, names in os.walk(path):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (os.path.join(parent, name) for name in names)
