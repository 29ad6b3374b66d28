"""Options that say in which form findings are shown, and where."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager
from typing import NamedTuple, TextIO

import click

from gxlint.cli import completing
from gxlint.cli.options import option_group
from gxlint.cli.output import output
from gxlint.cli.validation import check_format
from gxlint.i18n import later
from gxlint.plugins.registry import Registry
from gxlint.reporters.base import Format, Style


class Showing(NamedTuple):
    """How findings are shown."""

    format_name: str = "text"
    output_file: str | None = None
    """Where they are written to; ``None`` for standard output."""
    quiet: bool = False
    """Nothing but the findings is shown."""
    color: str = "auto"
    """``auto``, ``always`` or ``never``."""

    def format(self, registry: Registry) -> Format:
        """The output format.

        Raises:
            click.UsageError: there is no such format.
        """
        check_format(self.format_name, registry)
        return registry.formats[self.format_name]

    def open(self) -> AbstractContextManager[TextIO]:
        """The stream to write to; see :func:`gxlint.cli.output.output`."""
        return output(self.output_file)

    def style(self, stream: TextIO) -> Style:
        """How it should look on that stream."""
        terminal = stream.isatty()
        welcome = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = os.get_terminal_size(stream.fileno()).columns if terminal else 0
        if terminal and sys.platform == "win32":
            from colorama import just_fix_windows_console  # comes with click there; old consoles need to be told

            just_fix_windows_console()
        is_colored = self.color == "always" or (self.color == "auto" and welcome)
        return Style(color=is_colored, width=width or Style().width, quiet=self.quiet)


#: Together as ``showing``, a :class:`Showing`.
showing_options = option_group(
    "showing",
    Showing,
    click.option(
        "--format",
        "format_name",
        default="text",
        metavar=later("格式"),
        shell_complete=completing.formats,
        help=later("输出格式：text（默认）、concise、html、json、jsonl、sarif、github、gitlab、junit"),
    ),
    click.option(
        "-o",
        "--output-file",
        metavar=later("文件"),
        shell_complete=completing.paths,
        help=later("把结果写进文件，屏幕上不再显示"),
    ),
    click.option("-q", "--quiet", is_flag=True, help=later("只列问题，不作小结，不显示进度")),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        metavar=later("何时"),
        help=later("彩色输出：auto（默认，看是不是终端）、always、never"),
    ),
)
