"""What commands share in options: those that several have, and those that reach a command together."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from inspect import signature

import click

from gxlint.cli import completing
from gxlint.i18n import _, later

#: A path that stands for standard input.
STDIN = "-"

#: A subcommand, before or after it has got its options; it returns the exit status.
Subcommand = Callable[..., int]
#: Gives a subcommand an option, or several.
Decorator = Callable[[Subcommand], Subcommand]


def option_group(name: str, make: Callable[..., object], *options: Decorator) -> Decorator:
    """Options that reach a command as one argument.

    Args:
        name: of the argument.
        make: makes its value; it takes the values of the options, by their names. It may raise ``click.UsageError``.
        options: in the order in which help lists them.
    """
    taken = tuple(signature(make).parameters)

    def decorate(command: Subcommand) -> Subcommand:
        @wraps(command)  # with the options that it has already
        def grouped(**values: object) -> int:
            made = make(**{option: values.pop(option) for option in taken})
            return command(**{name: made}, **values)

        for option in reversed(options):
            option(grouped)
        return grouped

    return decorate


def reads_stdin(paths: Collection[str]) -> bool:
    """Whether a command is to read standard input, which is what ``-`` stands for.

    Raises:
        click.UsageError: standard input and files as well.
    """
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError(_("- （标准输入）不能与其他路径同时使用"))
    return STDIN in paths


#: ``--format``, as ``format_name``, of commands that write for people or programs.
text_or_json_option: Decorator = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar=later("格式"),
    help=later("text（默认）或 json"),
)
#: ``--stdin-filename``: a path, or an empty text.
stdin_option: Decorator = click.option(
    "--stdin-filename",
    default="",
    metavar=later("文件名"),
    shell_complete=completing.paths,
    help=later("标准输入的文件名，用来判断格式、查找配置"),
)
#: ``--unsafe-fixes``: a flag.
unsafe_option: Decorator = click.option("--unsafe-fixes", is_flag=True, help=later("也采用需要人工确认的修复"))
