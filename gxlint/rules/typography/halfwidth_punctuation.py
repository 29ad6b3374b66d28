"""中文里用了半角标点。

## 说明
中文的逗号、分号、冒号、问号、叹号、括号和引号用全角：，；：？！（）“”。数字、时间、比例、网址、英文里的半角标点不提示，
表格里的不提示，段首的编号“(一)”“1)”由“编号格式”检查，文号的括号由“发文字号”检查。

超过15处时多半是整篇转换造成的，合成一条提示，可以一次改完。

## 示例

```markdown bad in=一
全年公开信息81条,其中政策解读3条;访问量(含手机端)2,300次。公开率: 100%,实现"应公开尽公开"!
```

```text expect
1:10-1:11 , 是半角标点，中文里用 ，
1:19-1:20 ; 是半角标点，中文里用 ；
1:23-1:24 ( 是半角标点，中文里用 （
1:39-1:40 : 是半角标点，中文里用 ：
1:45-1:46 , 是半角标点，中文里用 ，
1:48-1:49 " 是半角标点，中文里用 “
1:56-1:57 ! 是半角标点，中文里用 ！
```

```markdown fixed
全年公开信息81条，其中政策解读3条；访问量（含手机端）2,300次。公开率：100%，实现“应公开尽公开”！
```

```markdown good in=一
每日8:30至17:30接待群众，比例为1:2，访问3,200次，网址为 http://www.qinghe.gov.cn/?id=1,2&type=a;b ，使用 Python (3.11), see notes.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.typography._marks import is_chinese, punctuation
from gxlint.text import Pattern, PlainText, Span

#: With more than these, somebody converted the whole text.
GATHERED_ABOVE = 15

#: How much of the paragraph, in code points, tells what a mark is.
_REACH = 12
_MARK = r"[,;:?!]"
_BRACKET = Pattern(r"[()（）\n]")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_POINTS = tuple("，。；：、！？")
_ENTITY = Pattern(r"&#?\w{1,8}$")
_LIST_NUMBER = Pattern(r"\s*\d{1,2}$")
_ITEM_NUMBER = Pattern(r"\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]")
_YEAR_OF_NUMBER = Pattern(r"\s?(?:19|20)?\d{2}\s?年?\s?$")
_NUMBER = Pattern(r"\s?第?\s?\d{1,5}\s?号")


class _Mark(NamedTuple):
    """A half-width mark and what to do about it."""

    span: Span
    text: str
    edits: tuple[Edit, ...]


@rule(
    category="typography",
    severity=Severity.WARNING,
    severities=[Severity.INFO],
    fix=Safety.SAFE,
    basis=[punctuation("5.1 标点符号的位置和书写形式")],
)
def check(document: Document) -> Iterator[Finding]:
    prose = document.prose
    marks = sorted((*_points(prose), *_brackets(prose), *_quotes(prose)))
    if len(marks) <= GATHERED_ABOVE:
        for mark in marks:
            message = _("{mark} 是半角标点，中文里用 {full}", mark=mark.text, full=mark.edits[0].text)
            fix = Fix(_("改为全角标点"), mark.edits, Safety.SAFE)
            yield Finding(mark.span, message, fixes=(fix,), severity=Severity.WARNING)
        return
    edits = tuple(sorted(edit for mark in marks for edit in mark.edits))
    message = _("全文有{count}处半角标点，中文里要用全角标点；可以一次改完", count=len(marks))
    fix = Fix(_("全部改为全角标点"), edits, Safety.SAFE)
    yield Finding(marks[0].span, message, fixes=(fix,), severity=Severity.INFO)


def _points(prose: PlainText) -> Iterator[_Mark]:
    for found in prose.find(_MARK):
        start, end = found.match.span()
        before = prose.text[max(0, start - _REACH) : start].rpartition("\n")[2]
        after = prose.text[end : end + _REACH].partition("\n")[0]
        near = before.rstrip(' "')[-1:]
        next_one = after.lstrip(' "')[:1]
        if not (is_chinese(near) or is_chinese(next_one)):
            continue
        if before[-1:] in _POINTS or after[:1] in _POINTS:
            continue  # repeated-punctuation says so
        if found.text == "?" and "?" in (before[-1:], after[:1]):
            continue  # what became of characters that a conversion lost
        if (found.text == ";" and _ENTITY.search(before)) or _LIST_NUMBER.fullmatch(before):
            continue
        blanks = len(after) - len(after.lstrip(" "))
        edit = Edit(prose.span(start, end + blanks), _FULL[found.text])
        yield _Mark(found.span, found.text, (edit,))


def _brackets(prose: PlainText) -> Iterator[_Mark]:
    """Pairs of brackets of which one or both are half-width; those that lack their other half are not ours."""
    if "(" not in prose.text and ")" not in prose.text:
        return
    opened: list[int] = []
    for match in _BRACKET.finditer(prose.text):
        if match.group() == "\n":
            opened.clear()
        elif match.group() in "(（":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            halves = [at for at in (start, match.start()) if prose.text[at] in "()"]
            if halves and _is_chinese_bracket(prose.text, start, match.end()):
                edits = [Edit(prose.span(at, at + 1), _FULL[prose.text[at]]) for at in halves]
                yield _Mark(edits[0].span, prose.text[halves[0]], tuple(edits))


def _is_chinese_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket belongs to Chinese words, and is neither an item's number nor part of a document's."""
    inside, before, after = text[start + 1 : end - 1], text[max(0, start - 1) : start], text[end : end + 1]
    if _ITEM_NUMBER.fullmatch(inside) and before in ("", "\n"):
        return False
    if (_YEAR_OF_NUMBER.fullmatch(inside) and _NUMBER.match(text, end)) or before == "]":
        return False
    if any(map(is_chinese, inside)):
        return True
    word = text[max(0, start - _REACH) : start].rstrip(" ")[-1:]
    foreign = word.isascii() and word.isalnum()  # WCAG 2.1 (Level AA)
    return not foreign and (is_chinese(word) or is_chinese(after))


def _quotes(prose: PlainText) -> Iterator[_Mark]:
    """Straight quotation marks, two by two within a paragraph."""
    if '"' not in prose.text:
        return
    for line in prose.find(r'[^\n]*"[^\n]*'):
        offset = line.match.start()
        places = [offset + match.start() for match in re.finditer('"', line.text)]
        if len(places) % 2:
            continue
        for start, end in zip(places[::2], places[1::2], strict=True):
            around = prose.text[max(0, start - 1) : start] + prose.text[start + 1 : end + 2].replace('"', "")
            if any(map(is_chinese, around)):
                opening, closing = prose.span(start, start + 1), prose.span(end, end + 1)
                yield _Mark(opening, '"', (Edit(opening, "“"), Edit(closing, "”")))
