"""Commands that speak the user's language and are imported only when they are called.

What a command says of itself is written down at import, by ``later``, and translated when it is shown.
"""

from __future__ import annotations

import copy
import importlib
import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile, zip_longest
from typing import Any, NamedTuple

import click

from gxlint.cli.completing import Items
from gxlint.cli.language import OPTION
from gxlint.i18n import _, later, translated

_HELP_NAMES = ["-h", "--help"]
CONTEXT = {"help_option_names": _HELP_NAMES}


def _show_help(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


HELP = click.Option(
    _HELP_NAMES, is_flag=True, expose_value=False, is_eager=True, callback=_show_help, help=later("显示这段说明")
)


class Command(click.Command):
    """A command whose help is laid out for double-width characters."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how to call it."""
        pieces = map(placeholder, self.collect_usage_pieces(ctx))
        formatter.write(_("用法：{usage}", usage=" ".join([ctx.command_path, *pieces])) + "\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it does. Click would break lines by characters, and at spaces, which Chinese has not."""
        formatter.write(f"\n{translated(self.help or '')}\n")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what else there is to say."""
        if self.epilog:
            formatter.write(f"\n{translated(self.epilog)}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write its options."""
        records = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := _in_language(param).get_help_record(ctx))
        ]
        formatter.write("\n" + _("选项：") + "\n")
        formatter.write("".join(f"  {line}\n" for line in aligned(records)))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments, having put in values that may be left out; refuse what is too much."""
        for param in self.get_params(ctx):
            if isinstance(param, OptionalValue):
                args = list(param.with_value(args))
        takes_all, ctx.allow_extra_args = ctx.allow_extra_args, True  # click would refuse them in English
        left = super().parse_args(ctx, args)
        if left and not takes_all:
            raise click.UsageError(_("多余的参数：{words}", words=_("、").join(left)), ctx)
        return left

    def shell_complete(self, ctx: click.Context, incomplete: str) -> Items:
        """What a shell may offer, explained in the user's language."""
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = translated(item.help or "")
        return items

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters and those that all commands have."""
        own = super().get_params(ctx)
        return [*own[:-1], OPTION, *own[-1:]]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``. Click's own looks for click's translations whenever a command is run."""
        return HELP


class OptionalValue(click.Option):
    """An option whose value may be left out: what follows it may also be a path that exists, or a pattern of such.

    Click itself would take the path for the value.
    """

    def __init__(self, *args: Any, otherwise: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.otherwise = otherwise
        """Its value where none is given."""

    def with_value(self, arguments: Sequence[str]) -> Iterator[str]:
        """The arguments of a command with the value put in where it was left out."""
        words = [*takewhile(lambda word: word != "--", arguments)]
        for word, following in zip_longest(words, words[1:], fillvalue=""):
            is_value = following and following[0] != "-" and not _is_path(following)
            yield f"{word}={self.otherwise}" if word in self.opts and not is_value else word
        yield from arguments[len(words) :]


def _is_path(word: str) -> bool:
    return bool(set("*?[").intersection(word)) or os.path.lexists(word)


def _in_language(option: click.Option) -> click.Option:
    """An option as its user reads it."""
    twin = copy.copy(option)
    twin.help = translated(option.help or "")
    twin.metavar = placeholder(option.metavar or "") or None
    if isinstance(option.type, click.IntRange):
        twin.type = click.INT  # click would add the range, in signs; the help has it in words
    return twin


def placeholder(metavar: str) -> str:
    """What stands for a value in usage and help, in capitals where the language has them."""
    shown = translated(metavar)
    return shown if shown == metavar else shown.upper()


class Entry(NamedTuple):
    """A subcommand that is not imported yet."""

    module: str
    """It holds a command called ``command``."""
    summary: str


class LazyGroup(Command, click.Group):
    """A group whose commands are imported when called, with one that is meant where none is named."""

    def __init__(self, *args: Any, entries: Mapping[str, Entry], default: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._entries = entries
        self._default = default

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of use."""
        return list(self._entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with that name."""
        if cmd_name not in self._entries:
            return None
        command: click.Command = importlib.import_module(self._entries[cmd_name].module).command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> Items:
        """The commands, none of which is imported; where one is left out, what the default one takes."""
        from click.shell_completion import CompletionItem  # only shells ask

        if incomplete.startswith("-"):
            default = self.get_command(ctx, self._default)
            return [
                *super().shell_complete(ctx, incomplete),
                *(default.shell_complete(ctx, incomplete) if default else []),
            ]
        items = [
            CompletionItem(name, help=translated(entry.summary))
            for name, entry in self._entries.items()
            if name.startswith(incomplete)
        ]
        return items or [CompletionItem(incomplete, type="file")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands without importing them."""
        rows = [(name, translated(entry.summary)) for name, entry in self._entries.items()]
        formatter.write("\n" + _("命令：") + "\n")
        formatter.write("".join(f"  {line}\n" for line in aligned(rows)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put in the default command where the first word is none."""
        word = self._first_word(ctx, args)
        if word < len(args) and args[word] not in self._entries:
            self._refuse_misspelt(args[word])
            args = [*args[:word], self._default, *args[word:]]
        return super().parse_args(ctx, args)

    def _refuse_misspelt(self, word: str) -> None:
        if word.isalpha() and not os.path.exists(word) and (hint := nearest(word, list(self._entries))):
            raise click.UsageError(_("没有命令 {word}；是不是 {hint}？", word=word, hint=_("、").join(hint)))

    def _first_word(self, ctx: click.Context, args: list[str]) -> int:
        """Index of the first argument that is not an option of the group itself."""
        flags = {name: getattr(param, "is_flag", False) for param in self.get_params(ctx) for name in param.opts}
        index = 0
        while index < len(args) and (name := args[index].partition("=")[0]) in flags:
            index += 1 if flags[name] or "=" in args[index] else 2
        return index


def aligned(rows: Sequence[tuple[str, ...]], *, words: int | None = None) -> Iterator[str]:
    """Columns, aligned by the cells that each text takes in a terminal.

    Args:
        rows: of texts.
        words: so many columns are of words; those behind them are of numbers. By default all are of words.
    """
    from rich.cells import cell_len  # costs a fifth of a bare interpreter start, and help is rare

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        gaps = [" " * (width - cell_len(text)) for text, width in zip(row, widths, strict=True)]
        left = [text + gap for text, gap in zip(row[:words], gaps, strict=False)]
        right = [gap + text for text, gap in zip(row[len(left) :], gaps[len(left) :], strict=True)]
        yield "  ".join([*left, *right]).rstrip()


def nearest(word: str, known: list[str]) -> list[str]:
    """Those of *known* that somebody who wrote *word* may have meant, the likeliest first."""
    from difflib import get_close_matches  # needed for mistakes only

    return get_close_matches(word, known, n=3, cutoff=0.5)
