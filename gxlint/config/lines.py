"""Where each key of a TOML text stands: its reader does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gxlint.text import Pattern

_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_NAME = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_LINE = Pattern(rf"[ \t]*(?:(?P<open>\[\[?)[ \t]*(?P<table>{_NAME})[ \t]*\]|(?P<key>{_NAME})[ \t]*=)")
_PART = Pattern(r"""[\w-]+|"([^"]*)"|'([^']*)'""")
#: What may hold line ends or look like a key without being one: strings of all kinds, comments, arrays.
_TOKEN = Pattern(
    r'"""(?:\\[\s\S]|[^\\])*?"""|' + r"'''[\s\S]*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*|[\[\]{}]|\n"
)

#: The full name of a table or key; of the tables of an array each has its number, from 0.
Name = tuple[str, ...]


def lines_of_keys(text: str) -> dict[Name, int]:
    """The line (from 1) of every table and key of a correct TOML text, by its full name.

    Keys of inline tables have none. An array of tables has the line of its first one.
    """
    lines: dict[Name, int] = {}
    table: Name = ()
    counts: Counter[Name] = Counter()
    for number, start in _starts(text):
        found = _LINE.match(text, start)
        if found is None:
            continue
        if found["key"]:
            lines.setdefault((*table, *_parts(found["key"])), number)
            continue
        table = _numbered(_parts(found["table"]), counts, is_new=found["open"] == "[[")
        lines.setdefault(table, number)
        if found["open"] == "[[":
            lines.setdefault(table[:-1], number)
    return lines


def _starts(text: str) -> Iterator[tuple[int, int]]:
    """The number and the offset of each line that does not begin inside a value."""
    yield 1, 0
    number, depth = 1, 0
    for token in _TOKEN.finditer(text):
        words = token.group()
        number += words.count("\n")
        depth += (words in ("[", "{")) - (words in ("]", "}"))
        if words == "\n" and depth <= 0:
            yield number, token.end()


def _numbered(name: Name, counts: Counter[Name], *, is_new: bool) -> Name:
    """The name of a table by its header, with the numbers of the arrays that it is in."""
    full: Name = ()
    for at, part in enumerate(name, 1):
        full = (*full, part)
        if is_new and at == len(name):
            counts[full] += 1
        if full in counts:
            full = (*full, str(counts[full] - 1))
    return full


def _parts(name: str) -> Name:
    return tuple([match[1] or match[2] or match[0].strip("\"'") for match in _PART.finditer(name)])
