"""``gxlint config``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from typing import Any

import click

from gxlint.cli import completing
from gxlint.cli.choosing import config_options, project_at
from gxlint.cli.commands import CONTEXT, Command
from gxlint.cli.options import text_or_json_option
from gxlint.cli.status import OK
from gxlint.config.config import Config
from gxlint.config.effective import Setting, settings_of
from gxlint.config.schema import schema_of
from gxlint.config.values import shown
from gxlint.i18n import _, later
from gxlint.projects import Find


@click.command(
    cls=Command,
    context_settings=CONTEXT,
    options_metavar=later("[选项]"),
    help=later("显示对一个文件或文件夹起作用的设置，以及每项写在哪个配置文件的哪一行；不给路径时是当前文件夹。"),
)
@click.argument("path", default=os.curdir, metavar=later("[路径]"), shell_complete=completing.paths)
@text_or_json_option
@click.option("--schema", is_flag=True, help=later("输出配置文件的 JSON Schema，供编辑器补全和检查"))
@config_options
def command(path: str, format_name: str, schema: bool, find: Find | None) -> int:
    """Print what holds, and why."""
    if not os.path.exists(path):
        raise click.UsageError(_("没有这个文件或文件夹：{path}", path=path))
    project = project_at([path], find)
    if schema:
        text = json.dumps(
            schema_of(project.registry.rules.values(), project.registry.kinds), ensure_ascii=False, indent=2
        )
        click.echo(text)
        return OK
    settings = list(settings_of(project.config, path, project.registry.rules))
    if format_name == "json":
        click.echo(json.dumps(_as_json(path, project.config, settings), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(project.config, settings)))
    return OK


def _as_json(path: str, config: Config | None, settings: Sequence[Setting]) -> dict[str, Any]:
    return {
        "path": path,
        "files": list(config.files) if config else [],
        "settings": [
            {
                "name": _dotted(setting.name),
                "value": setting.value,
                "origin": {"path": setting.origin.path, "line": setting.origin.line} if setting.origin else None,
            }
            for setting in settings
        ],
    }


def _lines(config: Config | None, settings: Sequence[Setting]) -> Iterator[str]:
    """Lines of TOML, each with its origin as a comment."""
    if config is None:
        yield _("# 没有配置文件，都是默认值；可以用 gxlint init 写一个")
    else:
        yield _("# 配置文件：{files}", files=_("、").join(map(shown, config.files)))
    for name, value, origin in settings:
        if value is None:
            yield _("# {name} 没有设置", name=_dotted(name))
        else:
            place = str(origin) if origin else _("默认")
            yield f"{_dotted(name)} = {_toml(value)}  # {place}"


def _dotted(name: Sequence[str]) -> str:
    return ".".join([part if part.replace("-", "").isalnum() and part.isascii() else _toml(part) for part in name])


def _toml(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join([f"{_dotted([key])} = {_toml(item)}" for key, item in value.items()])
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
