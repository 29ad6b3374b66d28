"""``gxlint clean``."""

from __future__ import annotations

import click

from gxlint.batch.store import clean, usual_folder
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import OK
from gxlint.i18n import _, later


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("删除缓存的检查结果。"),
)
@click.option(
    "--cache-dir",
    default="",
    metavar=later("文件夹"),
    help=later("要删除的缓存文件夹；默认看 GXLINT_CACHE_DIR，再用系统的缓存文件夹"),
)
def command(cache_dir: str) -> int:
    """Delete what earlier runs have kept."""
    folder = cache_dir or usual_folder()
    try:
        found = clean(folder)
    except ValueError:
        raise click.UsageError(_("{folder} 不是 gxlint 的缓存文件夹，没有删除", folder=folder)) from None
    except OSError as error:
        reason = error.strerror or error
        raise click.UsageError(_("{folder} 删不掉：{error}", folder=folder, error=reason)) from error
    click.echo(_("已删除缓存 {folder}", folder=folder) if found else _("没有缓存（{folder}）", folder=folder))
    return OK
