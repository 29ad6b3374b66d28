"""Options that choose the files of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, NamedTuple

import click

from gxlint.api import Linter
from gxlint.i18n import _, later
from gxlint.runs import Run


class Picking(NamedTuple):
    """Which files count among those that paths stand for."""

    listed: bool = False
    """A program lists them: see :meth:`gxlint.api.Linter.paths`."""
    gitignore: bool = True
    """Files in folders are passed over that git ignores."""

    def run(self, linter: Linter, paths: Sequence[str]) -> Run:
        """The linting of the files."""
        return linter.paths(paths, listed=self.listed, gitignore=self.gitignore)

    def why_none(self, linter: Linter, paths: Sequence[str]) -> str:
        """What to say to somebody whose paths stand for no file."""
        if self.gitignore and linter.files(paths, listed=self.listed, gitignore=False):
            return _("这里的文件都是 git 忽略的，没有检查；要检查它们，请加上 --no-gitignore")
        suffixes = linter.projects.above(paths).registry.suffixes
        return _("没有找到可以检查的文件（{suffixes}）", suffixes=_("、").join(suffixes))


def picking_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--force-exclude``, ``--no-gitignore``: together as ``picking``, a :class:`Picking`."""

    @wraps(command)  # with the options that it has already
    def picked(*arguments: object, listed: bool, no_gitignore: bool, **others: object) -> object:
        return command(*arguments, picking=Picking(listed, not no_gitignore), **others)

    listed = click.option(
        "--force-exclude",
        "listed",
        is_flag=True,
        help=later("点名的文件也按配置的 exclude 跳过，没有内容的也不算错；供提交前的钩子等程序使用"),
    )
    gitignore = click.option(
        "--no-gitignore", is_flag=True, help=later("检查文件夹时不跳过 git 忽略的文件（.gitignore）")
    )
    return listed(gitignore(picked))
