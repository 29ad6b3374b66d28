"""Options of ``gxlint check`` that change the drafts before they are linted."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import click

from gxlint.api import Linter
from gxlint.cli.choosing import Choosing
from gxlint.cli.options import option_group, unsafe_option
from gxlint.cli.validation import check_reason
from gxlint.i18n import _, later
from gxlint.runs import Run


class Mending(NamedTuple):
    """How drafts are changed before they are linted."""

    fix: bool = False
    unsafe_fixes: bool = False
    """Fixes that may be wrong are made too."""
    add_suppressions: str | None = None
    """The reason behind suppressions that are put into the drafts; ``None`` for none."""

    @property
    def changes_drafts(self) -> bool:
        """Whether anything is changed."""
        return self.fix or self.add_suppressions is not None

    def check(self, *, from_stdin: bool) -> None:
        """Refuse what makes no sense.

        Raises:
            click.UsageError: standard input is to be changed, or the choices contradict each other.
        """
        if from_stdin and self.changes_drafts:
            raise click.UsageError(_("--fix 和 --add-suppressions 不能用于标准输入；修复标准输入用 gxlint fix -"))
        if self.unsafe_fixes and not self.fix:
            raise click.UsageError(_("--unsafe-fixes 要与 --fix 一起用"))
        if self.add_suppressions is not None:
            check_reason(self.add_suppressions)

    def mend(self, run: Run, linter: Linter, widest: Callable[[], Linter], choosing: Choosing) -> bool:
        """Change the drafts of a run, and say so on standard error.

        Args:
            run: the files.
            linter: of the run.
            widest: makes one with all rules, for a fix must not make anything worse.
            choosing: the rules whose findings are fixed.

        Returns:
            Whether all files that had to be changed could be written.
        """
        done = True
        if self.fix:
            from gxlint.cli.fixing import fix_files  # most runs change nothing

            done = fix_files(widest(), run, choosing.rules(linter), self.unsafe_fixes)
        if self.add_suppressions is not None:
            from gxlint.cli.silencing import silence_files

            done &= silence_files(linter, run, self.add_suppressions)
        return done


#: Together as ``mending``, a :class:`Mending`.
mending_options = option_group(
    "mending",
    Mending,
    click.option("--fix", is_flag=True, help=later("先修复能自动修复的问题（改写文件），再检查")),
    unsafe_option,
    click.option(
        "--add-suppressions",
        metavar=later("理由"),
        help=later("在文稿里为现有的全部问题加上压制注释，注明理由（改写文件），再检查"),
    ),
)
