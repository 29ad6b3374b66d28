"""Numbered items: 一、 （一） 1. （1） at the start of a paragraph, and 一是…二是…, （1）…（2）… within one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.text import Found, Pattern, PlainText, Span

_HAN = "一二三四五六七八九十"
_ITEM = Pattern(
    rf"(?P<opening>[（(])?\s*(?:(?P<han>[{_HAN}]{{1,3}})|(?P<digit>\d{{1,2}}))\s*(?P<closing>[）)])?\s*"
    r"(?P<mark>[、.．,，])?"
)
_ITEM_STARTS = frozenset(f"（({_HAN}")
#: What bullets, pictures and lost characters leave before a number when a page is copied as text: ????（四）, ■（四）.
RESIDUE = Pattern(r"[?？*#>＞\-–—·•※\uFFFD\uE000-\uF8FF\u25A0-\u27BF\s]+")
_DIGIT_MARKS = "、.．"
#: Behind 第三 these make another word of it: 第三方, 第三季度, 第三十六条.
_NO_ORDINALS = rf"[{_HAN}方季批次届期产条项款名位人者轮时段类阶部章节师层级线代环书卷]"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_ENUMERATOR = Pattern(
    rf"(?:^|(?<=[\n，。；：:;,、？！”）)]))\s*(?:(?P<number>[{_HAN}]{{1,2}})(?P<word>[是要])(?!\w?[的否])|"
    rf"第(?P<ordinal>[{_HAN}])(?:(?=[，,、])|(?P<bare>(?!{_NO_ORDINALS})))|"
    rf"(?P<bracketed>[（(](?:\d{{1,2}}|[{_HAN}]{{1,2}})[）)])(?=[^\W\da-zA-Z_])(?![项款条至班号])|(?P<circled>[{_CIRCLED}])|"
    r"(?P<first>首先|其次|再次|再者|最后))",
    re.MULTILINE,
)
_LEAD_IN_END = Pattern(r"[。：:；;，,\n]")
#: A lead-in is no longer than this.
_LEAD_IN = 40


class Item(NamedTuple):
    """The number of an item at the start of a paragraph."""

    style: str
    """``一、``, ``（一）``, ``1.`` or ``（1）``, however it is punctuated."""
    number: int
    found: Found
    """The number with its marks; its groups are ``opening``, ``han`` or ``digit``, ``closing``, ``mark``."""
    rest: PlainText
    """What follows on the line."""

    @property
    def span(self) -> Span:
        """The number with its marks."""
        return self.found.span


class Enumerator(NamedTuple):
    """一是, 二要, 第三, 首先, （2）, ③ at the start of a clause."""

    word: str
    """What stands behind the number (是, 要), or the kind of word: 第, 首先, （1）, （一） or ①."""
    number: int
    """首先 is 1 and 其次 2; 0 for words that only go on (再次, 最后)."""
    found: Found

    @property
    def text(self) -> str:
        """As written."""
        return self.found.text.strip()


def read_item(plain: PlainText) -> Item | None:
    """The item that a paragraph begins with, if any; marks without meaning may stand before its number."""
    text = plain.text
    residue = None if text[:1].isalnum() else RESIDUE.match(text)
    start = residue.end() if residue else 0
    if not (text[start : start + 1] in _ITEM_STARTS or text[start : start + 1].isdecimal()):
        return None
    match = _ITEM.match(text, start)
    if match is None or not _is_number(match):
        return None
    rest = plain.slice(match.end(), len(text)).strip()
    style = "一、" if match["han"] else "1."
    if match["opening"]:
        style = "（一）" if match["han"] else "（1）"
    return Item(style, read_ordinal(match["han"] or match["digit"]), Found(plain, match), rest)


def _is_number(match: re.Match[str]) -> bool:
    """Whether brackets and marks are such as make a number that of an item."""
    if match["opening"] or match["closing"]:
        return bool(match["opening"] and match["closing"])
    if match["han"]:
        return bool(match["mark"])
    follows = match.string[match.end() : match.end() + 1]
    return bool(match["mark"]) and match["mark"] in _DIGIT_MARKS and not follows.isdecimal()


def find_enumerators(plain: PlainText) -> Iterator[Enumerator]:
    """Every 一是, 二要, 第三, 首先, （2） at the start of a clause; 第三 without a comma only after 首先, 其次."""
    after_first = False
    for found in plain.find(_ENUMERATOR):
        if (found.match["bare"] is not None and not after_first) or _is_quoted(found):
            continue
        enumerator = _enumerator(found)
        after_first = enumerator.word == "首先"
        yield enumerator


def _is_quoted(found: Found) -> bool:
    """Whether it stands in a quotation that began before it, and numbers what somebody else lists."""
    before = found.before
    return before.rfind("“") > before.rfind("”")


def _enumerator(found: Found) -> Enumerator:
    if found["number"]:
        return Enumerator(found["word"], read_ordinal(found["number"]), found)
    if found["ordinal"]:
        return Enumerator("第", read_ordinal(found["ordinal"]), found)
    if number := found["bracketed"][1:-1]:
        return Enumerator("（1）" if number.isdecimal() else "（一）", read_ordinal(number), found)
    if found["circled"]:
        return Enumerator("①", _CIRCLED.index(found["circled"]) + 1, found)
    return Enumerator("首先", {"首先": 1, "其次": 2}.get(found["first"], 0), found)


def lead_in(plain: PlainText, start: int = 0) -> str:
    """The first words from *start* up to the first punctuation, 40 characters at most."""
    text = plain.text[start : start + _LEAD_IN]
    end = _LEAD_IN_END.search(text)
    return text[: end.start()] if end else text


def read_ordinal(text: str) -> int:
    """The number that digits or Chinese numerals up to 99 say."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN.index(text[0]) + 1
    return (_HAN.index(tens[0]) + 1 if tens else 1) * 10 + (_HAN.index(ones[0]) + 1 if ones else 0)


def write_ordinal(number: int) -> str:
    """The Chinese numeral of a number from 1 to 99."""
    tens, ones = divmod(number, 10)
    return (_HAN[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones - 1] if ones else "")
