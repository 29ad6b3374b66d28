"""编号跳号或重号。

## 说明
同一级编号要从一起依次排列：（一）（二）（三）、1. 2. 3.、一是二是三是，句中的第一第二第三、（1）（2）（3）也一样。删改内容以后编号没有跟着改，是最常见的原因。
每个部分内分别检查；表格里的编号不查；六个部分自己的序号另有规则检查。

## 示例

```markdown bad in=六
（一）加强组织领导，落实工作责任。

（三）加强业务培训，提高工作水平。
```

```text expect
3:1-3:4 编号跳到“（三）”，前面只编到第 1 项；请顺着编，或补上缺的内容
```

```markdown good in=六
（一）加强组织领导。一是落实责任；二是明确分工。

（二）加强业务培训。一是集中学习；二是个别辅导；三是检查督促。

（三）加强平台建设，做到一是栏目齐全；二是更新及时。
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.document import Paragraph
from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.items import Enumerator, find_enumerators, read_item
from gxlint.rule import Citation, rule
from gxlint.rules.citations import LAYOUT
from gxlint.rules.structure._series import Member, read_series
from gxlint.text import Span

_HAN = "一二三四五六七八九十"
#: No list begins with a higher number because its first items were lost: it is something else.
_HIGHEST_START = 9


@rule(category="structure", severity=Severity.WARNING, basis=[Citation(LAYOUT, "7.3.3")])
def check(report: Report) -> Iterator[Finding]:
    for section in report.sections:
        for members in read_series(section.paragraphs):
            yield from _broken_items(members)
        yield from _broken_enumerators(section.paragraphs)
        for paragraph in section.paragraphs:
            yield from _broken_marks(paragraph)


def _broken_items(members: Sequence[Member]) -> Iterator[Finding]:
    """Items at the start of paragraphs."""
    last = 0
    for _at, _paragraph, item in members:
        if item.number != last + 1 and (last or item.number <= _HIGHEST_START):
            yield _finding(item.span, item.found.text.strip(), item.number, last)
        last = item.number


def _broken_enumerators(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """一是, 二是 within a paragraph, or at the start of paragraphs that follow one another."""
    last: dict[str, int] = {}
    for paragraph in paragraphs:
        enumerators = [item for item in find_enumerators(paragraph.plain) if item.word in ("是", "要")]
        if not enumerators and read_item(paragraph.plain) is not None:
            last.clear()
        start = 0
        for item in enumerators:
            before = max(last.values(), default=0)
            if item.number not in (1, before + 1) and not _are_inside(paragraph, start, item, before):
                yield _finding(item.found.span, item.text, item.number, before)
            if item.number == 1:
                last.clear()
            last[item.word] = item.number
            start = item.found.match.end()


def _broken_marks(paragraph: Paragraph) -> Iterator[Finding]:
    """第一, 第二 and （1）, （2） within a paragraph; a series that does not begin with 1 may be anything."""
    last: dict[str, int] = {}
    start = 0
    for item in find_enumerators(paragraph.plain):
        if item.word == "首先" and last.get("第") == item.number - 1:
            last["第"] = item.number  # 第一, 其次, 第三 is another rule's finding
        if item.word in ("是", "要", "首先"):
            continue
        before = last.get(item.word, 0)
        if before and item.number not in (1, before + 1) and not _are_inside(paragraph, start, item, before):
            yield _finding(item.found.span, item.text, item.number, before)
        if before or item.number == 1:
            last[item.word] = item.number
        start = item.found.match.end()


def _are_inside(paragraph: Paragraph, start: int, item: Enumerator, last: int) -> bool:
    """Whether what lacks before the item is there from *start* on, though not where a clause begins (做到一是…)."""
    text = paragraph.text[start : item.found.match.start()]
    lacking = range(last + 1 if last < item.number else 1, item.number)
    return bool(lacking) and all(_written(item, number) in text for number in lacking)


def _written(item: Enumerator, number: int) -> str:
    """Another number as the item's is written: 三是, 第三, （3）."""
    digits = _HAN[number - 1] if number <= len(_HAN) else ""
    if item.word in ("是", "要"):
        return digits + item.word
    if item.word == "①":
        return chr(ord("①") + number - 1)
    return f"第{digits}" if item.word == "第" else str(number) if item.word == "（1）" else digits


def _finding(span: Span, written: str, number: int, last: int) -> Finding:
    if number == last:
        return Finding(span, _("编号“{written}”重复，请顺着往下编", written=written))
    if number < last:
        return Finding(span, _("编号“{written}”倒退，前面已经编到第 {last} 项；请核对顺序", written=written, last=last))
    if last:
        return Finding(
            span, _("编号跳到“{written}”，前面只编到第 {last} 项；请顺着编，或补上缺的内容", written=written, last=last)
        )
    return Finding(span, _("编号从“{written}”开始，前面没有第 1 项；请顺着编，或补上缺的内容", written=written))
