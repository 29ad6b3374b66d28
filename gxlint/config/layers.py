"""Laying one configuration file over those that it extends."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from gxlint.config.finding import PYPROJECT, TABLE
from gxlint.config.keys import EXTEND
from gxlint.config.lines import lines_of_keys
from gxlint.config.values import ConfigError, Origin, Value, flatten, read_toml
from gxlint.i18n import _

#: A chain of extended files may be no longer than this.
MAX_DEPTH = 20

#: Values by their full names.
Layer = dict[tuple[str, ...], Value]


def read_layers(path: str) -> Layer:
    """The values of a configuration file over those of the files that it extends.

    Raises:
        ConfigError: a file cannot be read, or extends itself.
    """
    return _read(os.path.abspath(path), ())


def _read(path: str, chain: Sequence[str]) -> Layer:
    own = read_layer(path)
    extended = own.get((EXTEND,))
    if extended is None:
        return own
    if not isinstance(extended.value, str):
        raise ConfigError(extended.origin, _("extend 应写另一个配置文件的路径"))
    target = os.path.normpath(os.path.join(os.path.dirname(path), os.path.expanduser(extended.value)))
    chain = (*chain, path)
    if target in chain:
        raise ConfigError(extended.origin, _("extend 绕了一圈又回到 {path}", path=target))
    if len(chain) > MAX_DEPTH:
        raise ConfigError(extended.origin, _("extend 的层数超过 {most} 层", most=MAX_DEPTH))
    if not os.path.isfile(target):
        raise ConfigError(extended.origin, _("extend 指的文件不存在：{path}", path=target))
    return _read(target, chain) | own


def read_layer(path: str) -> Layer:
    """The values of one file, each with the line that it stands on.

    Raises:
        ConfigError: the file cannot be read.
    """
    data, text = read_toml(path)
    prefix = TABLE if os.path.basename(path) == PYPROJECT else ()
    table: object = data
    for name in prefix:
        table = table.get(name) if isinstance(table, Mapping) else None
    if not isinstance(table, Mapping):
        raise ConfigError(Origin(path), _("没有 [tool.gxlint] 这个表"))
    lines = lines_of_keys(text)
    return {key: Value(value, Origin(path, _line(lines, (*prefix, *key)))) for key, value in flatten(table)}


def _line(lines: Mapping[tuple[str, ...], int], key: tuple[str, ...]) -> int:
    """The line of a key, or of the nearest table around it (inline tables have no lines of their own)."""
    while key:
        if key in lines:
            return lines[key]
        key = key[:-1]
    return 0
