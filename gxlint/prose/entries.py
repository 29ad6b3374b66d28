"""Entries of word lists: wrong forms with their right ones, in text files that anyone can edit.

A line is an entry of columns separated by blanks or tabs: the wrong form (several are separated by ``|``), the right
form, then conditions in any order. A column that starts with ``#`` opens a comment::

    [现代汉语词典（第7版）]
    @亲疏 = 距离|关系
    布署|步署   部署
    末(收到|公开) 未*   除外=[年月]末
    拉进        拉近    限于=拉进[^，。；]{0,14}(?:{亲疏})
    既使        即使    除外=既使[^。；]*[又也]
    赔尝        赔偿    须核对  说明=“尝”没有归还的意思
    ~           以人民为中心的发展思想
    备份        -

``末(收到|公开) 未*`` is short for ``末收到 未收到`` and ``末公开 未公开``. ``[…]`` names the authority of the entries
below it; ``@名称 = …`` a piece of pattern that is written ``{名称}`` further down. ``限于`` (only): the wrong form
counts where it lies in a match of this regular expression. ``除外`` (never): it does not count where it touches a
match of this one. ``须核对``: the fix is to be looked at first. The patterns see the paragraph around the words, not
beyond, and contain no white space. The wrong form ``~`` stands for whatever is almost the right form. The right form
``-`` says that the words are right after all; a later entry replaces an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.findings import Safety
from gxlint.i18n import _
from gxlint.text import compiled

#: How far, in code points, the pattern of a condition may reach on either side of the words.
REACH = 48

#: The wrong form of an entry that stands for whatever is almost the right form.
ALMOST = "~"

_CONDITIONS = {"限于": "only", "除外": "never", "说明": "note"}


class WordListError(ValueError):
    """A line of a word list is no entry; the message names file, line and fault."""


class Entry(NamedTuple):
    """A wrong form and what it should be."""

    wrong: str
    """The words as they stand in the draft, or :data:`ALMOST`."""
    right: str
    safety: Safety = Safety.SAFE
    """Whether :attr:`right` may be put in without being looked at."""
    only: str = ""
    """A regular expression: the words count where they lie in a match."""
    never: str = ""
    """A regular expression: the words do not count where they touch a match."""
    note: str = ""
    """A word to the writer."""
    source: str = ""
    """The authority."""

    def applies(self, text: str, start: int, end: int) -> bool:
        """Whether the words at ``[start, end)`` of *text* meet the entry's conditions."""
        if not (self.only or self.never):
            return True
        low = max(text.rfind("\n", 0, start) + 1, start - REACH)
        high = text.find("\n", end)
        high = min(len(text) if high < 0 else high, end + REACH)
        if self.never:
            touching = (match.span() for match in compiled(self.never).finditer(text, low, high))
            if any(first < end and start < last for first, last in touching):
                return False
        if self.only:
            covering = (match.span() for match in compiled(self.only).finditer(text, low, high))
            return any(first <= start and end <= last for first, last in covering)
        return True


def parse(text: str, path: str = "") -> Iterator[Entry]:
    """The entries of a word list; their patterns are not yet compiled.

    Args:
        text: the file's text, in the format that this module describes.
        path: its name, for messages.

    Raises:
        WordListError: a line is no entry.
    """
    source = ""
    pieces: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        columns = line.split()
        if not columns or columns[0].startswith("#"):
            continue
        if columns[0].startswith("["):
            source = line.strip()[1:-1]
        elif columns[0].startswith("@"):
            name, _sign, pattern = line.strip()[1:].partition("=")
            pieces[name.strip()] = _filled(pattern.strip(), pieces)
        else:
            try:
                yield from _entries(columns, source, pieces)
            except ValueError as error:
                raise WordListError(_("{path} 第{number}行：{fault}", path=path, number=number, fault=error)) from error


def _entries(columns: list[str], source: str, pieces: dict[str, str]) -> Iterator[Entry]:
    """The entries of one line, one for each wrong form."""
    if len(columns) < 2:
        raise ValueError(_("缺少正确写法"))
    wrong, right = columns[0], columns[1]
    if len(columns) == 2 and len(wrong) > 1 and "(" not in wrong and "|" not in wrong:
        yield Entry(wrong, right, source=source)
        return
    safety = Safety.SAFE
    conditions = {"only": "", "never": "", "note": ""}
    for column in columns[2:]:
        name, _sign, value = column.partition("=")
        if column.startswith("#"):
            break
        if column == "须核对":
            safety = Safety.UNSAFE
        elif name in _CONDITIONS:
            conditions[_CONDITIONS[name]] = _filled(value, pieces)
        else:
            raise ValueError(_("不认识“{column}”，只能是 限于=、除外=、说明= 或 须核对", column=column))
    for form, meant in _forms(wrong, right):
        if len(form) < 2 and form != ALMOST:
            raise ValueError(_("错误写法至少要两个字"))
        yield Entry(form, meant, safety, conditions["only"], conditions["never"], conditions["note"], source)


def _forms(wrong: str, right: str) -> list[tuple[str, str]]:
    """The wrong forms of a line, each with its right one."""
    if "(" not in wrong:
        return [(form, right) for form in wrong.split("|")]
    head, _bracket, rest = wrong.partition("(")
    parts, _bracket, tail = rest.partition(")")
    return [(head + part + tail, right.replace("*", part)) for part in parts.split("|")]


def _filled(pattern: str, pieces: dict[str, str]) -> str:
    """*pattern* with the pieces that it names put in; quantifiers such as ``{2}`` stay."""
    if "{" not in pattern:
        return pattern
    return re.sub(r"\{(\w+)\}", lambda match: pieces.get(match[1], match[0]), pattern)


def check_conditions(entry: Entry, path: str) -> None:
    """Make sure that the patterns of an entry are regular expressions.

    Raises:
        WordListError: one is not.
    """
    for pattern in (entry.only, entry.never):
        try:
            compiled(pattern)
        except re.error as error:
            raise WordListError(
                _("{path}：“{wrong}”的条件不是正则表达式：{fault}", path=path, wrong=entry.wrong, fault=error)
            ) from error
