"""``gxlint init``."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from gxlint.cli import completing
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.status import OK
from gxlint.cli.writing import why_unwritten
from gxlint.config.finding import FILE, PYPROJECT, config_in
from gxlint.config.keys import KEYS, RULES, TABLES
from gxlint.i18n import _, later, translated
from gxlint.saving import create_file


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("写一个带说明的 gxlint.toml，各项设置都在里面，去掉行首的 # 就生效。"),
)
@click.argument("folder", default=os.curdir, metavar=later("[文件夹]"), shell_complete=completing.folders)
def command(folder: str) -> int:
    """Write the file; an existing one is never touched."""
    existing = config_in(folder)
    if existing is not None and os.path.basename(existing) == PYPROJECT:
        raise click.UsageError(_("{path} 里已经有 [tool.gxlint]，没有另写", path=existing))
    path = os.path.normpath(os.path.join(folder, FILE))
    try:
        create_file(path, "\n".join(_lines()).encode())
    except FileExistsError as error:
        raise click.UsageError(_("{path} 已经存在，没有改动", path=path)) from error
    except OSError as error:
        raise click.ClickException(_("{path} 写不进去：{error}", path=path, error=why_unwritten(error))) from error
    click.echo(_("已写入 {path}；用 gxlint config 查看起作用的设置", path=path))
    return OK


def _lines() -> Iterator[str]:
    yield _("# gxlint 的配置：对这个文件夹和它下面的文稿起作用。去掉行首的 # 就生效。")
    yield _("# 规则的编号和类别用 gxlint rules 查看，规则的选项用 gxlint explain 编号 查看。")
    for key in KEYS:
        yield ""
        yield f"# {translated(key.doc)}"
        yield f"#{key.name} = {key.example}"
    for table in TABLES:
        yield ""
        yield f"# {translated(table.doc)}"
        yield f"#[{table.name}{'.invalid-number' if table.name == RULES else ''}]"
        yield f"#{table.example}"
    yield ""
