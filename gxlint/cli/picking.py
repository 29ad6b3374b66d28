"""Options that choose the files of a run, and what of them counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from gxlint.api import Linter
from gxlint.cli import completing
from gxlint.cli.commands import OptionalValue
from gxlint.cli.options import option_group
from gxlint.i18n import _, later
from gxlint.runs import Lane, Run

if TYPE_CHECKING:  # most runs ask nothing of git
    from gxlint.git.changes import Changes

_HEAD = "HEAD"


class Picking(NamedTuple):
    """Which files count among those that paths stand for."""

    listed: bool = False
    """A program lists them: see :meth:`gxlint.api.Linter.paths`."""
    gitignore: bool = True
    """Files in folders are passed over that git ignores."""
    changes: Changes | None = None
    """Only files count that have changed, or only their changed lines."""

    def check(self, *, from_stdin: bool) -> None:
        """Refuse what makes no sense.

        Raises:
            click.UsageError: standard input, of which git knows nothing, is to count by what has changed.
        """
        if from_stdin and self.changes is not None:
            raise click.UsageError(_("--changed 和 --changed-lines 不能用于标准输入"))

    def run(self, linter: Linter, paths: Sequence[str], lane: Callable[[], Lane] | None = None) -> Run:
        """The linting of the files; *lane* as for :meth:`gxlint.api.Linter.paths`."""
        return linter.paths(paths, listed=self.listed, gitignore=self.gitignore, lane=lane)

    def unconverted(self, linter: Linter, paths: Sequence[str]) -> Sequence[str]:
        """Drafts that are passed over, for Word or WPS must save them as .docx first."""
        return () if self.listed else linter.unconverted(paths, gitignore=self.gitignore)

    def why_none(self, linter: Linter, paths: Sequence[str]) -> str:
        """What to say to somebody whose paths stand for no file."""
        if self.changes is not None:
            return _("没有改动过的文件（与 {reference} 相比）", reference=self.changes.reference)
        if self.gitignore and linter.files(paths, listed=self.listed, gitignore=False):
            return _("这里的文件都是 git 忽略的，没有检查；要检查它们，请加上 --no-gitignore")
        suffixes = linter.projects.above(paths).registry.suffixes
        return _("没有找到可以检查的文件（{suffixes}）", suffixes=_("、").join(suffixes))


def _changes(changed: str | None, changed_lines: str | None) -> Changes | None:
    reference = changed_lines if changed is None else changed
    if reference is None:
        return None
    if changed is not None and changed_lines is not None:
        raise click.UsageError(_("--changed 与 --changed-lines 不能同时使用"))
    if not reference:  # a variable that is not set; to compare with HEAD would find that nothing has changed
        raise click.UsageError(_("--changed 和 --changed-lines 的等号后面要写提交，如 --changed=main"))
    from gxlint.git.changes import Changes

    return Changes(reference, by_line=changed is None)


def _picking(changed: str | None, changed_lines: str | None, listed: bool, no_gitignore: bool) -> Picking:
    return Picking(listed, not no_gitignore, _changes(changed, changed_lines))


#: Together as ``picking``, a :class:`Picking`.
picking_options = option_group(
    "picking",
    _picking,
    click.option(
        "--changed",
        cls=OptionalValue,
        otherwise=_HEAD,
        metavar=later("[提交]"),
        shell_complete=completing.references,
        help=later("只检查在 git 里有改动的文件：与提交（默认 HEAD）相比改过的、暂存的、新建的；写分支时从分叉处算起"),
    ),
    click.option(
        "--changed-lines",
        cls=OptionalValue,
        otherwise=_HEAD,
        metavar=later("[提交]"),
        shell_complete=completing.references,
        help=later("同上，并且只看改动过的行里的问题；在 Word 文件里是改动过的段落和表格行"),
    ),
    click.option(
        "--force-exclude",
        "listed",
        is_flag=True,
        help=later("点名的文件也按配置的 exclude 跳过，没有内容的也不算错；供提交前的钩子等程序使用"),
    ),
    click.option("--no-gitignore", is_flag=True, help=later("检查文件夹时不跳过 git 忽略的文件（.gitignore）")),
)
