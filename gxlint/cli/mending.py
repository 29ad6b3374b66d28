"""Options of ``gxlint check`` that change the drafts before they are linted."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from gxlint.api import Linter
from gxlint.cli.choosing import Choosing, unsafe_option
from gxlint.cli.validation import check_reason
from gxlint.i18n import _, later
from gxlint.runs import Run


class Mending(NamedTuple):
    """How drafts are changed before they are linted."""

    fix: bool = False
    unsafe: bool = False
    """Fixes that may be wrong are made too."""
    reason: str | None = None
    """Stands behind the suppressions that are put into the drafts; ``None`` for none."""

    @property
    def changes_drafts(self) -> bool:
        """Whether anything is changed."""
        return self.fix or self.reason is not None

    def check(self, *, from_stdin: bool) -> None:
        """Refuse what makes no sense.

        Raises:
            click.UsageError: standard input is to be changed, or the choices contradict each other.
        """
        if from_stdin and self.changes_drafts:
            raise click.UsageError(_("--fix 和 --add-suppressions 不能用于标准输入；修复标准输入用 gxlint fix -"))
        if self.unsafe and not self.fix:
            raise click.UsageError(_("--unsafe-fixes 要与 --fix 一起用"))
        if self.reason is not None:
            check_reason(self.reason)

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

            done = fix_files(widest(), run, choosing.rules(linter), self.unsafe)
        if self.reason is not None:
            from gxlint.cli.silencing import silence_files

            done &= silence_files(linter, run, self.reason)
        return done


def mending_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--fix``, ``--unsafe-fixes``, ``--add-suppressions``: together as ``mending``, a :class:`Mending`."""

    @wraps(command)  # with the options that it has already
    def mended(
        *arguments: object, fix: bool, unsafe_fixes: bool, add_suppressions: str | None, **others: object
    ) -> object:
        return command(*arguments, mending=Mending(fix, unsafe_fixes, add_suppressions), **others)

    reason = click.option(
        "--add-suppressions",
        metavar=later("理由"),
        help=later("在文稿里为现有的全部问题加上压制注释，注明理由（改写文件），再检查"),
    )
    fix = click.option("--fix", is_flag=True, help=later("先修复能自动修复的问题（改写文件），再检查"))
    return fix(unsafe_option(reason(mended)))
