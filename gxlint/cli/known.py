"""What commands have to do with baselines, except to write them."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from gxlint.cli import completing
from gxlint.cli.options import option_group
from gxlint.i18n import _, later


def _baseline(baseline: str, no_baseline: bool) -> str | None:
    if baseline and no_baseline:
        raise click.UsageError(_("--baseline 与 --no-baseline 不能同时使用"))
    return None if no_baseline else baseline


def _existing_baseline(_context: click.Context, _param: click.Parameter, value: str) -> str:
    if value and not os.path.isfile(value):
        message = _("没有基线文件 {path}；可以用 gxlint baseline --baseline {path} 写一个", path=value)
        raise click.BadParameter(message, _context, _param)
    return value


#: As ``baseline``: what :class:`~gxlint.api.Linter` takes for it.
baseline_options = option_group(
    "baseline",
    _baseline,
    click.option(
        "--baseline",
        default="",
        metavar=later("文件"),
        callback=_existing_baseline,
        shell_complete=completing.paths,
        help=later("基线：已知问题的清单，由 gxlint baseline 写成；其中的问题不提示，只计数"),
    ),
    click.option("--no-baseline", is_flag=True, help=later("不用基线：已知的问题也提示")),
)


def stale_line(count: int, given: str | None, paths: Sequence[str]) -> str:
    """What to say of known findings that are gone.

    Args:
        count: of them.
        given: the baseline that the user named; empty where the configuration did.
        paths: that the user gave.
    """
    import shlex

    words = ["gxlint", "baseline", "--prune", *(["--baseline", given] if given else []), *paths]
    return _("基线里有 {count} 个问题已经没有了，可以删去：{command}", count=count, command=shlex.join(words))
