"""What a configuration says of a file: checked values, and the settings that follow from them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from gxlint.config.globs import matches
from gxlint.config.layers import Layer, read_layers
from gxlint.config.values import ConfigError, Origin, Value
from gxlint.findings import Severity
from gxlint.i18n import _, later
from gxlint.options import OptionError, read_options
from gxlint.rule import Rule
from gxlint.settings import Settings, selectors

OFF = "off"
NEVER = "never"
LANGUAGES = ("zh", "en")
SEVERITIES = {**{severity.label: severity for severity in Severity}, OFF: None}


class Known(NamedTuple):
    """What names a configuration may use, beyond its own."""

    rules: Mapping[str, Rule]
    kinds: tuple[str, ...]


class Key(NamedTuple):
    """A setting at the top of a configuration."""

    name: str
    type: type
    doc: str
    choices: tuple[str, ...] = ()
    is_path: bool = False
    """Relative to the file that it is written in."""


KEYS = (
    Key("extend", str, later("先读取的另一个配置文件，本文件的设置优先"), is_path=True),
    Key("select", list, later("只运行这些规则：编号、类别或 插件/*")),
    Key("ignore", list, later("不运行这些规则")),
    Key("exclude", list, later("检查文件夹时跳过的文件，写法同 .gitignore")),
    Key("plugins", list, later("本地插件：规则文件、文件夹或 .toml 规则"), is_path=True),
    Key("previous-report", str, later("上一年的报告，用来核对结转数和雷同"), is_path=True),
    Key("baseline", str, later("已知问题的清单，其中的问题不再提示"), is_path=True),
    Key("fail-on", str, later("达到哪个级别时退出状态为 1"), (*SEVERITIES, NEVER)),
    Key("lang", str, later("提示所用的语言"), LANGUAGES),
)
TABLES = {
    "severity": later("规则、类别或 插件/* 的级别：error、warning、info、off"),
    "per-file-ignores": later("对某些文件不运行的规则，键是路径的写法"),
    "files": later("某些文件按什么检查：disclosure、document、none"),
    "rules": later("规则的选项，每条规则一个表"),
}


class Config:
    """A validated configuration file, with everything that it extends."""

    def __init__(self, path: str, layer: Layer, known: Known) -> None:
        """Check the values of a configuration.

        Raises:
            ConfigError: one of them is wrong.
        """
        self.path = path
        self.folder = os.path.dirname(path)
        self.values = layer
        """By their full names, as written; for showing where each came from."""
        self._known = known
        self.options = self._options()
        for key, value in layer.items():
            self._check(key, value)

    def text(self, name: str) -> str | None:
        """A setting that is one word; a path is absolute."""
        value = self.values.get((name,))
        return None if value is None else self._absolute(name, str(value.value), value.origin)

    def words(self, name: str) -> tuple[str, ...] | None:
        """A setting that is a list of words; paths are absolute."""
        value = self.values.get((name,))
        if value is None or not isinstance(value.value, list):
            return None
        return tuple([self._absolute(name, word, value.origin) for word in value.value])

    def table(self, name: str) -> Iterator[tuple[str, Value]]:
        """The entries of a table of the configuration."""
        for key, value in self.values.items():
            if key[0] == name and len(key) == 2:
                yield key[1], value

    def settings(self, path: str) -> Settings:
        """The settings for a draft.

        Args:
            path: of the draft, absolute or relative to the current folder.
        """
        ignore = list(self.words("ignore") or ())
        for pattern, value in self.table("per-file-ignores"):
            if isinstance(value.value, list) and matches(pattern, path, self._base(value.origin)):
                ignore += value.value
        kinds = [
            str(value.value)
            for pattern, value in self.table("files")
            if matches(pattern, path, self._base(value.origin))
        ]
        return Settings(
            select=self.words("select"),
            ignore=tuple(ignore),
            severities={name: SEVERITIES[str(value.value)] for name, value in self.table("severity")},
            options=self.options,
            kind=kinds[-1] if kinds else None,
        )

    def _base(self, origin: Origin) -> str:
        return os.path.dirname(origin.path) or self.folder

    def _absolute(self, name: str, text: str, origin: Origin) -> str:
        key = next((key for key in KEYS if key.name == name), None)
        if key is None or not key.is_path:
            return text
        return os.path.normpath(os.path.join(self._base(origin), os.path.expanduser(text)))

    def _check(self, key: tuple[str, ...], value: Value) -> None:
        name = key[0]
        known = next((item for item in KEYS if item.name == name), None)
        if known is not None and len(key) == 1:
            _check_key(known, value)
        elif name not in TABLES or len(key) < 2:
            names = [item.name for item in KEYS] + list(TABLES)
            raise ConfigError(value.origin, _unknown(_("没有这项设置"), ".".join(key), names))
        if name in ("select", "ignore", "severity", "per-file-ignores"):
            self._check_selectors(key, value)
        elif name == "files":
            _check_choice(value, self._known.kinds)

    def _check_selectors(self, key: tuple[str, ...], value: Value) -> None:
        if key[0] == "severity":
            _check_choice(value, tuple(SEVERITIES))
        names = [key[1]] if key[0] == "severity" else value.value
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ConfigError(value.origin, _('{key} 应是一列规则，如 ["stale-year"]', key=".".join(key)))
        known = sorted({name for rule in self._known.rules.values() for name in selectors(rule)})
        for name in names:
            if name not in known:
                raise ConfigError(value.origin, _unknown(_("没有这条规则或类别"), name, known))

    def _options(self) -> Mapping[str, object]:
        """The options objects of all rules that have entries."""
        entries: dict[str, dict[tuple[str, ...], Value]] = {}
        for key, value in self.values.items():
            if key[0] == "rules" and len(key) > 2:
                entries.setdefault(key[1], {})[key[2:]] = value
            elif key[0] == "rules":
                raise ConfigError(value.origin, _("规则的选项要写在表里，如 [rules.invalid-number]"))
        return {name: self._read_options(name, values) for name, values in entries.items()}

    def _read_options(self, name: str, values: Mapping[tuple[str, ...], Value]) -> object:
        first = next(iter(values.values()))
        rule = self._known.rules.get(name)
        if rule is None:
            raise ConfigError(first.origin, _unknown(_("没有这条规则"), name, self._known.rules))
        try:
            return read_options(rule, _nested(values), folder=self._base(first.origin))
        except OptionError as error:
            guilty = next((value for key, value in values.items() if key[0] == error.name), first)
            raise ConfigError(guilty.origin, str(error)) from error


def load_config(path: str, known: Callable[[Layer], Known]) -> Config:
    """Read a configuration file.

    Args:
        path: of the file.
        known: what names it may use, given its values (plugins that it names bring rules of their own).

    Raises:
        ConfigError: something in it, or in what it extends, is wrong.
    """
    layer = read_layers(path)
    return Config(os.path.abspath(path), layer, known(layer))


def _nested(values: Mapping[tuple[str, ...], Value]) -> dict[str, object]:
    """Options as TOML has them, tables within included."""
    nested: dict[str, object] = {}
    for key, value in values.items():
        table = nested
        for name in key[:-1]:
            inner = table.setdefault(name, {})
            if not isinstance(inner, dict):
                raise ConfigError(value.origin, _("{key} 重复", key=".".join(key)))
            table = inner
        table[key[-1]] = value.value
    return nested


def _check_key(key: Key, value: Value) -> None:
    if key.type is list:
        if not isinstance(value.value, list) or not all(isinstance(word, str) for word in value.value):
            raise ConfigError(value.origin, _('{key} 应是一列文字，如 ["…"]', key=key.name))
    elif not isinstance(value.value, str):
        raise ConfigError(value.origin, _("{key} 应是一段文字", key=key.name))
    if key.choices:
        _check_choice(value, key.choices)


def _check_choice(value: Value, choices: Collection[str]) -> None:
    if value.value not in choices:
        raise ConfigError(
            value.origin, _("“{value}”不行，只能是 {choices}", value=value.value, choices=_("、").join(choices))
        )


def _unknown(fault: str, name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # only for mistakes

    near = get_close_matches(name, list(known), 1)
    hint = _("；是不是 {near}？", near=near[0]) if near else ""
    return _("{fault}：{name}{hint}", fault=fault, name=name, hint=hint)
