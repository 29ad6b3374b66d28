"""用了全角数字。

## 说明
阿拉伯数字用半角：12，不是１２。全角数字多是输入法状态不对造成的，改为半角即可。一张表、一篇正文里很多时只提示一次。

## 示例

```markdown bad in=一
截至２０２４年１２月３１日，公开信息８１条。
```

```text expect
1:3-1:13 “２０２４年１２月３１”里的数字是全角的，应用半角
1:19-1:21 “８１”里的数字是全角的，应用半角
```

```markdown fixed
截至2024年12月31日，公开信息81条。
```

```markdown good in=一
截至2024年12月31日，公开信息81条，落实①②两项要求，二〇二四年度。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document, Table
from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.rules.typography._marks import NUMERALS
from gxlint.text import Found, Pattern, PlainText

#: With more than these, somebody typed the whole text so.
GATHERED_ABOVE = 15

_DIGIT = Pattern("[０-９]")
#: Digits with what may stand between them in one date or number.
_NUMBER = r"[０-９](?:[０-９．，年月日]*[０-９])?"
_NARROW = {ord("０") + digit: str(digit) for digit in range(10)}


@rule(category="typography", severity=Severity.INFO, fix=Safety.SAFE, basis=[Citation(NUMERALS)])
def check(document: Document) -> Iterator[Finding]:
    if not _DIGIT.search(document.text):
        return
    numbers = list(document.prose.find(_NUMBER))
    edits = [list(_edits(document.prose, *found.match.span())) for found in numbers]
    if len(numbers) > GATHERED_ABOVE:
        edits = [[edit for number in edits for edit in number]]
    for found, number in zip(numbers, edits, strict=False):
        yield _finding(number, found)
    for table in document.tables:
        digits = list(_table_edits(table))
        if digits:
            yield _finding(digits)


def _edits(plain: PlainText, start: int, end: int) -> Iterator[Edit]:
    for index in range(start, end):
        char = plain.text[index]
        if _DIGIT.match(char):
            yield Edit(plain.span(index, index + 1), char.translate(_NARROW))


def _table_edits(table: Table) -> Iterator[Edit]:
    for cell in table.cells:
        yield from _edits(cell.plain, 0, len(cell.text))


def _finding(edits: list[Edit], found: Found | None = None) -> Finding:
    """One mistake for all these digits; it stands on the number *found*, or on the first digit."""
    span = edits[0].span if found is None else edits[0].span.cover(found.span)
    fix = Fix(_("改为半角数字"), tuple(edits), Safety.SAFE)
    if found and len(edits) == sum(_DIGIT.match(char) is not None for char in found.text):
        return Finding(span, _("“{text}”里的数字是全角的，应用半角", text=found.text), fixes=(fix,))
    message = _("全角数字（共{count}个），应用半角；可以一次改完", count=len(edits))
    return Finding(span, message, fixes=(fix,))
