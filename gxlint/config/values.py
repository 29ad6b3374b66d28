"""Configuration values that know where they were written, so that every mistake can be named with its line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gxlint.i18n import _
from gxlint.text import Pattern

_WHERE = Pattern(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")


class Origin(NamedTuple):
    """Where something was written."""

    path: str
    """The configuration file, absolute; empty for the command line and for defaults."""
    line: int = 0
    """From 1; 0 where it is not known."""

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.line}" if self.line else shown(self.path)

    def of(self, word: str) -> Origin:
        """The line at or below this one on which *word* stands, for what is part of a longer value."""
        try:
            with open(self.path, encoding="utf-8-sig") as file:
                lines = file.read().split("\n")
        except (OSError, UnicodeDecodeError):
            return self
        number = next((number for number, line in enumerate(lines, 1) if number >= self.line and word in line), 0)
        return self._replace(line=number or self.line)


def shown(path: str) -> str:
    """An absolute path as people read it: relative, where it is inside the current folder."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))


class ConfigError(Exception):
    """A mistake in a configuration, told in the user's language with its place and a remedy."""

    def __init__(self, origin: Origin, message: str) -> None:
        super().__init__(f"{origin} {message}" if origin.path else message)
        self.origin = origin
        self.message = message


class Value(NamedTuple):
    """A value and where it was written."""

    value: object
    origin: Origin


def read_toml(path: str) -> tuple[dict[str, object], str]:
    """A TOML file, and its text.

    Raises:
        ConfigError: it cannot be read, is not UTF-8 or not TOML.
    """
    import tomllib  # costs over twice a bare interpreter start, and most runs have no configuration

    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
        return tomllib.loads(text), text
    except OSError as error:
        raise ConfigError(Origin(path), _("文件读不出来：{error}", error=error.strerror or error)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(Origin(path), _("文件不是 UTF-8 编码，请另存为 UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        from gxlint.config.slips import remedy  # only where something is wrong

        where = _WHERE.search(str(error))
        line = where["line"] if where else None
        origin = Origin(path, int(line) if line else text.rstrip().count("\n") + 1)
        fault = remedy((text.split("\n") or [""])[origin.line - 1], _WHERE.sub("", str(error)).strip())
        raise ConfigError(origin, _("不是正确的 TOML：{fault}", fault=fault)) from error


def flatten(table: Mapping[str, object], prefix: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every value of nested tables with its full name; of an empty table, the table itself."""
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield from flatten(value, (*prefix, key))
        else:
            yield (*prefix, key), value
