"""What may stand in a configuration: refuses what may not, and says what would be right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from gxlint.config.finding import TABLE
from gxlint.config.keys import KEYS, PER_FILE_IGNORES, RULES, SEVERITIES, SEVERITY, TABLES, Key
from gxlint.config.values import ConfigError, Origin, Value
from gxlint.i18n import _
from gxlint.rule import Rule
from gxlint.settings import selectors

_KEYS = {key.name: key for key in KEYS}
_TABLES = {table.name: table for table in TABLES}


def check_value(name: tuple[str, ...], value: Value) -> Key | None:
    """Check the shape of a value.

    Args:
        name: its full name.
        value: as written.

    Returns:
        The setting that it is for; ``None`` for an entry of a table.

    Raises:
        ConfigError: there is no such setting, or the value is not of its type.
    """
    key = _KEYS.get(name[0])
    if key is not None:
        _check_key(key, name, value)
    elif name[0] in _TABLES:
        _check_entry(name, value)
    elif name[:2] == TABLE:
        raise ConfigError(value.origin, _("[tool.gxlint] 只写在 pyproject.toml 里，这里的设置前面不写它"))
    else:
        raise ConfigError(value.origin, unknown_name(_("没有这项设置"), ".".join(name), [*_KEYS, *_TABLES]))
    return key


def _check_key(key: Key, name: tuple[str, ...], value: Value) -> None:
    is_right = _is_words(value.value) if key.type is list else isinstance(value.value, key.type)
    if len(name) > 1 or not is_right:
        raise ConfigError(
            value.origin, _("{key} 写得不对，应写成 {example}", key=key.name, example=f"{key.name} = {key.example}")
        )
    if key.choices:
        check_choice(value, key.choices)


def _check_entry(key: tuple[str, ...], value: Value) -> None:
    """Check an entry of a table."""
    name, written = key[0], ".".join(key)
    if len(key) == 1 and value.value != {}:
        raise ConfigError(value.origin, _("{key} 应是一个表，写成 [{key}]", key=name))
    if name == RULES:
        if len(key) == 2 and value.value != {}:
            raise ConfigError(value.origin, _("规则的选项要写在表里，写成 [rules.{rule}]", rule=key[1]))
    elif len(key) > 2:
        raise ConfigError(value.origin, unknown_name(_("没有这项设置"), written, [*_KEYS, *_TABLES]))
    elif len(key) == 2 and name == SEVERITY:
        check_choice(value, tuple(SEVERITIES))
    elif len(key) == 2 and name == PER_FILE_IGNORES and not _is_words(value.value):
        raise ConfigError(value.origin, _('{key} 应是一列规则，写成 ["stale-year"]', key=written))


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def check_choice(value: Value, choices: Collection[str]) -> None:
    """Refuse a value that is none of a few.

    Raises:
        ConfigError: it is none of them.
    """
    if not isinstance(value.value, str) or value.value not in choices:
        message = _("“{value}”不行，只能是 {choices}", value=value.value, choices=_("、").join(choices))
        raise ConfigError(value.origin, message)


def unknown_name(fault: str, name: str, known: Iterable[str]) -> str:
    """A fault in a name, with the known name that comes nearest."""
    from difflib import get_close_matches  # only for mistakes

    near = get_close_matches(name, list(known), 1)
    if near:
        return _("{fault}：{name}；是不是 {near}？", fault=fault, name=name, near=near[0])
    return _("{fault}：{name}", fault=fault, name=name)


class Names:
    """The names that stand for rules."""

    def __init__(self, rules: Mapping[str, Rule], *, is_whole: bool) -> None:
        self._rules = rules
        self._selectors = {selector for rule in rules.values() for selector in selectors(rule)}
        self._is_whole = is_whole

    def check(self, names: Iterable[str], origin: Origin, *, rules_only: bool = False) -> None:
        """Refuse names that stand for nothing.

        Raises:
            ConfigError: there is one.
        """
        known: Collection[str] = self._rules if rules_only else self._selectors
        for name in names:
            if name not in known and (self._is_whole or "/" not in name):
                fault = _("没有这条规则") if rules_only else _("没有这条规则或类别")
                raise ConfigError(origin.of(name), unknown_name(fault, name, sorted(known)))
