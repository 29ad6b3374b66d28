"""Each setting with the value that holds and the place where it comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from gxlint.config.config import Config
from gxlint.config.keys import FILES, KEYS, PER_FILE_IGNORES, RULES, SEVERITY, Key
from gxlint.config.values import Origin
from gxlint.options import Option, options_of
from gxlint.rule import Rule


class Setting(NamedTuple):
    """A setting as it holds for a file or folder."""

    name: tuple[str, ...]
    """Its full name, one part after the other."""
    value: object
    """As JSON has it; ``None`` where nothing is set and there is no default."""
    origin: Origin | None = None
    """Where it was written; ``None`` for a default."""


def settings_of(config: Config | None, path: str, rules: Mapping[str, Rule]) -> Iterator[Setting]:
    """The settings for a file or folder, with defaults where nothing is written.

    Args:
        config: that governs it, if any.
        path: of it; of a file, only what concerns it is shown of the tables that are about some files.
        rules: all, by id.
    """
    for key in KEYS:
        value = config.values.get((key.name,)) if config else None
        if config is None or value is None:
            yield Setting((key.name,), plain(key.default))
        else:
            yield Setting((key.name,), plain(_chosen(config, key)), value.origin)
    if config is not None:
        for table in (SEVERITY, PER_FILE_IGNORES, FILES):
            entries = config.table(table) if table == SEVERITY or os.path.isdir(path) else config.matching(table, path)
            yield from [Setting((table, name), plain(value.value), value.origin) for name, value in entries]
    for rule in rules.values():
        for option in options_of(rule):
            yield _option(config, rule, option)


def _chosen(config: Config, key: Key) -> object:
    if key.type is bool:
        return config.flag(key.name)
    return config.words(key.name) if key.type is list else config.text(key.name)


def _option(config: Config | None, rule: Rule, option: Option) -> Setting:
    name = (RULES, rule.id, option.name)
    origins = [value.origin for key, value in config.values.items() if key[:3] == name] if config else []
    chosen = config.options.get(rule.id) if config else None
    value = getattr(chosen, option.name.replace("-", "_"), option.default) if origins else option.default
    return Setting(name, plain(value), origins[0] if origins else None)


def plain(value: object) -> object:
    """A value as JSON has it."""
    match value:
        case Path():
            return str(value)
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case set() | frozenset():
            return sorted(str(inner) for inner in value)
        case tuple() | list():
            return [plain(inner) for inner in value]
        case _:
            return value
