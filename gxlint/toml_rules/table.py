"""A table of a file of rules, with every mistake in it told by its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from gxlint.config.checking import unknown_name
from gxlint.config.lines import Name, lines_of_keys
from gxlint.config.values import ConfigError, Origin
from gxlint.i18n import _
from gxlint.text import Pattern
from gxlint.toml_rules.keys import Key
from gxlint.toml_rules.shorthands import spelt_out


class Mistakes:
    """The mistakes in a file, and where its keys stand."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.found: list[ConfigError] = []
        self._text = text

    @cached_property
    def _lines(self) -> Mapping[Name, int]:
        return lines_of_keys(self._text)

    def add(self, name: Name, message: str, word: str = "") -> None:
        """Note a mistake.

        Args:
            name: of the key or table that it is in.
            message: what is wrong, and what would be right.
            word: the part of a longer value that is wrong.
        """
        origin = Origin(self.path, self.line(name))
        self.found.append(ConfigError(origin.of(word) if word else origin, message))

    def line(self, name: Name) -> int:
        """The line of a key or table, or of the one that it is in."""
        while name and name not in self._lines:
            name = name[:-1]
        return self._lines.get(name, 1)


class Table:
    """The values of a table that are as they should be; each other one is a mistake."""

    def __init__(self, mistakes: Mistakes, name: Name, values: Mapping[str, object], keys: Sequence[Key]) -> None:
        """Check the values.

        Args:
            mistakes: takes what is wrong.
            name: of the table in its file.
            values: as written.
            keys: that it may have.
        """
        self._mistakes = mistakes
        self._name = name
        self._written = values
        known = {key.name: key for key in keys}
        self._values: dict[str, Any] = {}
        for written, value in values.items():
            if written not in known:
                self.mistake(written, unknown_name(_("没有这项设置"), written, known))
            elif self._fits(known[written], value):
                self._values[written] = value
        for key in keys:
            if key.is_needed and key.name not in values:
                self.mistake("", _("缺少 {key}，写上 {example}", key=key.name, example=key.example))

    def _fits(self, key: Key, value: object) -> bool:
        if key.choices and value not in key.choices:
            self.mistake(key.name, _("“{value}”不行，只能是 {choices}", value=value, choices=_("、").join(key.choices)))
            return False
        if not key.type.fits(value):
            self.mistake(key.name, _("{key} 写得不对，应写成 {example}", key=key.name, example=key.example))
            return False
        return True

    def mistake(self, key: str, message: str, word: str = "") -> None:
        """Note a mistake in a value; with an empty *key*, in the table as a whole."""
        self._mistakes.add((*self._name, key) if key else self._name, message, word)

    def __contains__(self, key: str) -> bool:
        """Whether the table has a value of that name, right or wrong."""
        return key in self._written

    def text(self, key: str, default: str = "") -> str:
        """A text."""
        return str(self._values.get(key, default))

    def texts(self, key: str) -> tuple[str, ...]:
        """One text or several."""
        value = self._values.get(key, ())
        return (value,) if isinstance(value, str) else tuple(value)

    def named_texts(self, key: str) -> dict[str, str]:
        """Texts by their names; those in a list are their own."""
        value = self._values.get(key, {})
        return dict(value) if isinstance(value, dict) else {text: text for text in self.texts(key)}

    def pairs(self, key: str) -> dict[str, str]:
        """A table of texts."""
        return dict(self._values.get(key, {}))

    def value(self, key: str) -> Any:
        """A value as TOML has it; ``None`` if there is none."""
        return self._values.get(key)

    def flag(self, key: str, *, default: bool) -> bool:
        """Yes or no."""
        return bool(self._values.get(key, default))

    def tables(self, key: str) -> Iterable[tuple[Name, Mapping[str, object]]]:
        """The tables of an array, each with its name."""
        for number, table in enumerate(self._values.get(key, ())):
            yield (*self._name, key, str(number)), table

    def pattern(self, key: str, text: str) -> Pattern | None:
        """A text of the value *key* as a regular expression over lines; ``None``, and a mistake, if it is none."""
        pattern = Pattern(spelt_out(text), re.MULTILINE)
        try:
            is_empty = pattern.search("") is not None
        except (re.error, OverflowError, RecursionError) as error:
            self.mistake(key, _("“{text}”不是正确的正则表达式：{fault}", text=text, fault=error), text)
            return None
        if is_empty:
            self.mistake(key, _("“{text}”连空文字都匹配，请写明至少要有的文字", text=text), text)
            return None
        if fault := _endless(pattern.pattern, text):
            self.mistake(key, fault, text)
            return None
        return pattern

    def patterns(self, key: str) -> dict[str, Pattern]:
        """Regular expressions by their names; wrong ones are mistakes and left out."""
        made = {name: self.pattern(key, text) for name, text in self.named_texts(key).items()}
        return {name: pattern for name, pattern in made.items() if pattern is not None}


def _endless(pattern: str, written: str) -> str:
    """What is wrong with a pattern that may take for ever; empty if nothing is."""
    try:
        from gxlint.toml_rules.guard import ambiguous_text, is_spread
    except ImportError:  # pragma: no cover  the parser of ``re`` has no public name; a Python without it has no guard
        return ""
    if twice := ambiguous_text(pattern):
        return _(
            "“{text}”里的重复可以用几种方式读“{twice}”，遇到某些文字会算不完；请让每种文字只有一种读法，"
            "例如去掉里层或外层的重复，或去掉重叠的写法",
            text=written,
            twice=twice,
        )
    if is_spread(pattern):
        return _(
            "“{text}”里紧挨着几个什么都能匹配的重复（如 .*.*），遇到长段落会算很久；请合并成一个，"
            "或在它们中间、前面写上必有的文字",
            text=written,
        )
    return ""
