"""Word lists and their search: one scan of a text for all entries of a list."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gxlint.prose.entries import ALMOST, Entry, check_conditions, parse
from gxlint.prose.pairs import code, pairs
from gxlint.text import PlainText, Span

if TYPE_CHECKING:  # its import costs half as much as a bare interpreter start
    from pathlib import Path

#: The piece of text, in code points, that is searched at once: it has few of the pairs of characters that tell words.
SLICE = 12_000


class Hit(NamedTuple):
    """Words of a list found in a text."""

    entry: Entry
    text: str
    span: Span
    """Their place in the source."""


class WordList:
    """Entries, ready to be searched for all at once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        latest: dict[str, Entry] = {}
        for entry in entries:
            latest[entry.right if entry.wrong == ALMOST else entry.wrong] = entry
        self.entries = tuple(entry for entry in latest.values() if entry.right != "-")
        """Those in force, in the order of the list."""
        self.formulas = tuple(entry for entry in self.entries if entry.wrong == ALMOST)
        """Those whose wrong form is whatever is almost the right one."""
        self._entries = {entry.wrong: entry for entry in self.entries if entry.wrong != ALMOST}
        self._longest = max(map(len, self._entries), default=0)
        self._by_pair: dict[int, list[str]] = {}
        for words, entry in self._entries.items():
            self._by_pair.setdefault(_telling_pair(words, entry.right), []).append(words)

    def find(self, plain: PlainText) -> Iterator[Hit]:
        """The wrong forms in *plain* that meet their conditions, in order; where two overlap, the longer one."""
        text = plain.text
        free = 0
        for start, length in sorted(self._occurrences(text)):
            end = start - length
            entry = self._entries[text[start:end]]
            if start >= free and entry.applies(text, start, end):
                free = end
                yield Hit(entry, entry.wrong, plain.span(start, end))

    def _occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words stand, conditions aside: start and, negative for sorting, length."""
        for low in range(0, len(text), SLICE):
            high = low + SLICE + self._longest - 1
            present = pairs(text if len(text) <= SLICE else text[low:high])
            for pair in present & self._by_pair.keys():
                for words in self._by_pair[pair]:
                    start = text.find(words, low, high)
                    while start >= 0:
                        yield start, -len(words)
                        start = text.find(words, start + 1, high)


def _telling_pair(wrong: str, right: str) -> int:
    """Two neighbours in the wrong form that the right one lacks: a text without the mistake will hardly have them."""
    for index in range(len(wrong) - 1):
        if wrong[index : index + 2] not in right:
            return code(wrong[index : index + 2])
    return code(wrong[:2])


class WordListOptions(NamedTuple):
    """Options of a rule that works from a word list."""

    extra: tuple[Path, ...] = ()
    """另附的词表文件（UTF-8 文本），一个或几个，格式同内置词表；同一错误写法以后面的为准，正确写法写“-”的不再提示。"""


def word_list(package: str, name: str, options: WordListOptions) -> WordList:
    """The word list of a rule: the built-in one with what plugins and the user add.

    Args:
        package: the package that holds the built-in list.
        name: the built-in list's file name.
        options: where the other lists are.

    Raises:
        WordListError: a line of an added file is no entry.
        OSError, UnicodeDecodeError: an added file cannot be read.
    """
    return _read(package, name, options.extra, tuple([path.stat().st_mtime_ns for path in options.extra]))


@lru_cache(maxsize=32)
def _read(package: str, name: str, extra: tuple[Path, ...], _changed: tuple[int, ...]) -> WordList:
    """Read the lists; an added file is read again when the time of its last change is another."""
    entries = list(parse((pkgutil.get_data(package, name) or b"").decode(), name))
    for path in extra:
        entries += entries_in(path)
    return WordList(entries)


def entries_in(path: Path) -> list[Entry]:
    """The entries of a word list in a file, checked.

    Raises:
        WordListError: a line is no entry.
        OSError, UnicodeDecodeError: the file cannot be read.
    """
    entries = list(parse(path.read_text("utf-8-sig"), str(path)))
    for entry in entries:
        check_conditions(entry, str(path))
    return entries
