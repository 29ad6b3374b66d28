"""What a configuration says of a file: checked values, and the settings that follow from them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from gxlint.config.checking import Names, check_choice, check_value
from gxlint.config.keys import (
    EXCLUDE,
    FILES,
    IGNORE,
    KEYS,
    PER_FILE_IGNORES,
    PLUGINS,
    RULES,
    SELECT,
    SEVERITIES,
    SEVERITY,
    Key,
)
from gxlint.config.layers import Layer
from gxlint.config.rule_options import options_in
from gxlint.config.values import ConfigError, Origin, Value
from gxlint.i18n import _
from gxlint.patterns import Patterns
from gxlint.rule import Rule
from gxlint.settings import Settings

_PATHS = frozenset(key.name for key in KEYS if key.is_path)


class Known(Protocol):
    """What names a configuration may use, beyond its own."""

    @property
    def rules(self) -> Mapping[str, Rule]:
        """By id."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Of documents."""

    @property
    def is_whole(self) -> bool:
        """Whether all plugins were loaded; if not, names of plugins' rules are let pass."""


class Particulars(NamedTuple):
    """What a configuration says of some files only."""

    ignore: tuple[str, ...] = ()
    kind: str | None = None


class Config:
    """A configuration file, with everything that it extends."""

    def __init__(self, path: str, layer: Layer) -> None:
        """Check the values, as far as they name no rules.

        Args:
            path: of the file, absolute.
            layer: its values over those that it extends.

        Raises:
            ConfigError: one of them is wrong.
        """
        self.path = path
        self.folder = os.path.dirname(path)
        self.values = layer
        """By their full names, as written; for showing where each came from."""
        self._options: Mapping[str, object] = {}
        for name, value in layer.items():
            key = check_value(name, value)
            if key is not None and key.must_exist:
                self._check_exists(key, value)

    def check_names(self, known: Known) -> None:
        """Check the names of rules and kinds, and read the rules' options.

        Raises:
            ConfigError: one of them is wrong.
        """
        names = Names(known.rules, is_whole=known.is_whole)
        for key, value in self.values.items():
            if key[0] == SEVERITY or key[0] == RULES:
                names.check(key[1:2], value.origin, rules_only=key[0] == RULES)
            elif (key[0] in (SELECT, IGNORE) or key[0] == PER_FILE_IGNORES) and isinstance(value.value, list):
                names.check(value.value, value.origin)
            elif key[0] == FILES and len(key) == 2 and known.is_whole:
                check_choice(value, known.kinds)
        self._options = options_in(self.values, known.rules)

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

    def flag(self, name: str) -> bool | None:
        """A setting that is yes or no; ``None`` where nothing is written."""
        value = self.values.get((name,))
        return None if value is None else bool(value.value)

    @property
    def plugins(self) -> tuple[str, ...]:
        """The paths of local plugins."""
        return self.words(PLUGINS) or ()

    @property
    def options(self) -> Mapping[str, object]:
        """By rule id: an instance of the rule's options class."""
        return self._options

    def table(self, name: str) -> Iterator[tuple[str, Value]]:
        """The entries of a table of the configuration."""
        for key, value in self.values.items():
            if key[0] == name and len(key) == 2:
                yield key[1], value

    def particulars(self, path: str) -> Particulars:
        """What is said of a draft's file in particular.

        Args:
            path: of the draft, absolute or relative to the current folder.
        """
        ignore: list[str] = []
        for _pattern, value in self.matching(PER_FILE_IGNORES, path):
            ignore += value.value if isinstance(value.value, list) else ()
        kinds = [str(value.value) for _pattern, value in self.matching(FILES, path)]
        return Particulars(tuple(ignore), kinds[-1] if kinds else None)

    def settings(self, particulars: Particulars) -> Settings:
        """The settings for drafts of which the same is said."""
        return Settings(
            select=self.words(SELECT),
            ignore=(*(self.words(IGNORE) or ()), *particulars.ignore),
            severities={name: SEVERITIES[str(value.value)] for name, value in self.table(SEVERITY)},
            options=self.options,
            kind=particulars.kind,
        )

    def excludes(self, path: str) -> bool:
        """Whether a file, or a folder (with a separator at its end), is to be passed over."""
        value = self.values.get((EXCLUDE,))
        return value is not None and isinstance(value.value, list) and self._matches(value.value, path, value.origin)

    def matching(self, table: str, path: str) -> Iterator[tuple[str, Value]]:
        """The entries of a table whose pattern matches a path."""
        for pattern, value in self.table(table):
            if self._matches([pattern], path, value.origin):
                yield pattern, value

    def _matches(self, patterns: Sequence[str], path: str, origin: Origin) -> bool:
        # relative to the file that they are written in; yet a common file of an agency lies elsewhere, and so may one
        # that is given on the command line
        places = (os.path.dirname(origin.path), self.folder, os.getcwd(), os.path.dirname(os.path.abspath(path)))
        relative = next(relative for place in places if (relative := _inside(path, place)) is not None)
        is_folder = path.endswith((os.sep, "/"))
        return relative != "." and _patterns(tuple(patterns)).covers(relative, is_folder=is_folder)

    def _absolute(self, name: str, text: str, origin: Origin) -> str:
        return _absolute(text, origin) if name in _PATHS else text

    def _check_exists(self, key: Key, value: Value) -> None:
        """Refuse paths that lead nowhere.

        Raises:
            ConfigError: there is one.
        """
        for written in value.value if isinstance(value.value, list) else [str(value.value)]:
            path = self._absolute(key.name, written, value.origin)
            if not os.path.exists(path):
                raise ConfigError(value.origin.of(written), _("{key} 指的文件不存在：{path}", key=key.name, path=path))

    @property
    def named(self) -> Iterator[str]:
        """The files and folders that it names: plugins, word lists, last year's report; absolute."""
        for key, value in self.values.items():
            if key[0] in _PATHS or key[0] == RULES:
                for word in value.value if isinstance(value.value, list) else [value.value]:
                    path = _absolute(word, value.origin) if isinstance(word, str) else ""
                    if os.path.exists(path):
                        yield path

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The configuration files whose values count: this one, and those that it extends."""
        origins = {value.origin.path: None for value in self.values.values()}
        return (self.path, *[path for path in origins if path != self.path])


@lru_cache(maxsize=256)
def _patterns(lines: tuple[str, ...]) -> Patterns:
    return Patterns(lines)


def _inside(path: str, folder: str) -> str | None:
    """A path relative to a folder, with slashes; ``None`` if it lies outside."""
    try:
        relative = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return None
    return None if relative == ".." or relative.startswith("../") else relative


def _absolute(text: str, origin: Origin) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(origin.path), os.path.expanduser(text)))


def load_config(path: str) -> Config:
    """Read a configuration file; names of rules in it are not checked yet (its plugins may bring them).

    Raises:
        ConfigError: something in it, or in what it extends, is wrong.
    """
    from gxlint.config.layers import read_layers

    path = os.path.abspath(path)
    return Config(path, read_layers(path))
