"""The options of rules that a configuration gives."""

from __future__ import annotations

import os
from collections.abc import Mapping

from gxlint.config.keys import RULES
from gxlint.config.layers import Layer
from gxlint.config.values import ConfigError, Value
from gxlint.rule import Rule


def options_in(values: Layer, rules: Mapping[str, Rule]) -> Mapping[str, object]:
    """The options objects of all rules that have entries, by id.

    Args:
        values: of the configuration.
        rules: all that are known, by id; entries of others are passed over.

    Raises:
        ConfigError: an option does not exist, or its value is of the wrong kind.
    """
    entries: dict[str, dict[tuple[str, ...], Value]] = {}
    for key, value in values.items():
        if key[0] == RULES and len(key) > 2:
            entries.setdefault(key[1], {})[key[2:]] = value
    return {name: _options(rules[name], given) for name, given in entries.items() if name in rules}


def _options(rule: Rule, values: Mapping[tuple[str, ...], Value]) -> object:
    from gxlint.options import OptionError, read_options  # costs as much as a bare interpreter start

    first = {key[0]: value.origin for key, value in reversed(list(values.items()))}
    folders = {name: os.path.dirname(origin.path) for name, origin in first.items()}
    try:
        return read_options(rule, _nested(values), folders=folders)
    except OptionError as error:
        raise ConfigError(first.get(error.name) or next(iter(first.values())), str(error)) from error


def _nested(values: Mapping[tuple[str, ...], Value]) -> dict[str, object]:
    """Options as TOML has them, tables within included."""
    nested: dict[str, object] = {}
    for key, value in values.items():
        table = nested
        for name in key[:-1]:
            inner = table.get(name)
            table[name] = table = dict(inner) if isinstance(inner, dict) else {}
        table[key[-1]] = value.value
    return nested
