"""括号、书名号、引号不成对。

## 说明
（）《》〈〉“”‘’〔〕【】都要成对出现。常见的是漏了一半、把后引号写成前引号（“三审三校“）。段首和句中的编号“1）”“一）”不提示；
一对括号分在相邻几段里的（如分行写的联系方式）不提示。

## 示例

```markdown bad in=一
落实“三审三校“制度，及时公开《2024年政务公开工作要点，更新机构信息（含领导分工。
```

```text expect
1:8-1:9 “ 没有成对的 ”，请补上或删去
1:16-1:17 《 没有成对的 》，请补上或删去
1:37-1:38 （ 没有成对的 ），请补上或删去
```

```markdown good in=一
工作重点：1）做好主动公开；2）规范答复。落实“三审三校”制度（含“先审后发”），公开《政务公开工作要点》。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.typography._marks import punctuation
from gxlint.text import Pattern

_PAIRS = ("（）", "《》", "〈〉", "“”", "‘’", "〔〕", "【】")
_HALF = {"(": "（", ")": "）"}
#: The number of an item: 1）, 一）, a).
_ITEM_NUMBER = Pattern(r"(?:^|[；;。，,：:、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
_YEAR = Pattern(r"[〔\[（(【﹝]\s?\d{2,4}\s?[〕\]）)】﹞](?=\s?第?\d)")
#: A bracket may be closed so many paragraphs further on.
_REACH = 5


@rule(category="typography", severity=Severity.WARNING, basis=[punctuation("4.8 引号、4.9 括号、4.15 书名号")])
def check(document: Document) -> Iterator[Finding]:
    prose = document.prose
    alone = [place for pair in _PAIRS for place in _alone(prose.text, pair)]
    for at, other in sorted(alone):
        if _is_of_a_number(prose.text, at):
            continue  # malformed-document-number says so
        message = _("{mark} 没有成对的 {other}，请补上或删去", mark=prose.text[at], other=other)
        yield Finding(prose.span(at, at + 1), message)


def _is_of_a_number(text: str, at: int) -> bool:
    """Whether the bracket holds, with one of another kind, the year of a document's number: 〔2021]30号."""
    return any(match.start() <= at < match.end() for match in _YEAR.finditer(text, max(0, at - 8), at + 9))


def _alone(text: str, pair: str) -> Iterator[tuple[int, str]]:
    """Where one half of a pair stands alone, with the half that it lacks."""
    opening, closing = pair[0], pair[1]
    wide = opening == "（"
    marks = opening + closing + "()" * wide
    counts = [text.count(mark) for mark in marks]
    if sum(counts[::2]) == sum(counts[1::2]) and text.find(opening) <= text.find(closing):
        return
    opened: list[tuple[int, int]] = []
    lacking: list[tuple[int, int]] = []
    paragraph = 0
    for match in re.finditer(f"[{marks}\n]", text):
        mark = _HALF.get(match.group(), match.group())
        at = match.start()
        if mark == "\n":
            paragraph += 1
        elif mark == opening:
            opened.append((at, paragraph))
        elif opened and paragraph - opened[-1][1] <= _REACH:
            opened.pop()
        elif not _is_other_use(text, at, mark):
            lacking.append((at, paragraph))
    quotes = opening in "“‘"
    yield from ((at, opening) for at in _once(lacking, quotes))
    yield from ((at, closing) for at in _once(opened, quotes, last=True) if not _is_continued(text, at, opening))


def _once(places: list[tuple[int, int]], quotes: bool, *, last: bool = False) -> Iterator[int]:
    """One place for each mistake: of two opening quotes in a row the second is wrong, of two closing ones the first."""
    skipped = False
    for (at, paragraph), (second, following) in zip_longest(places, places[1:], fillvalue=(0, -1)):
        if skipped:
            skipped = False
            continue
        skipped = quotes and following == paragraph
        yield second if skipped and last else at


def _is_continued(text: str, at: int, opening: str) -> bool:
    """Whether a quotation goes on in the next paragraph, which then starts with the mark again."""
    if text[max(0, at - 1) : at] not in ("", "\n"):
        return False
    following = text.find("\n", at) + 1
    return following > 0 and text.startswith(opening, following)


def _is_other_use(text: str, at: int, mark: str) -> bool:
    """Whether a closing half is the mark of an item's number, or an apostrophe."""
    before = text[max(0, at - 4) : at].rpartition("\n")[2]
    if mark == "’":
        return (before[-1:].isascii() and before[-1:].isalnum()) or text[at + 1 : at + 2].isdigit()
    return mark == "）" and _ITEM_NUMBER.search(before) is not None
