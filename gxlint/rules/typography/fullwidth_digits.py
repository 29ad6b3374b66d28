"""用了全角数字。

## 说明
阿拉伯数字用半角：12，不是１２。全角数字多是输入法状态不对造成的，改为半角即可。表格按一张表一条提示。

## 示例

```markdown bad in=一
截至２０２４年１２月３１日，公开信息８１条。
```

```text expect
1:1-1:2 x
```

```markdown fixed
x
```

```markdown good in=一
截至2024年12月31日，公开信息81条，落实①②两项要求，二〇二四年度。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.document import Document, Table
from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.rules.typography._marks import NUMERALS
from gxlint.text import PlainText

_DIGIT = re.compile("[０-９]")
#: Digits with what may stand between them in one date or number.
_NUMBER = r"[０-９](?:[０-９．，年月日]*[０-９])?"
_NARROW = {ord("０") + digit: str(digit) for digit in range(10)}


@rule(category="typography", severity=Severity.INFO, fix=Safety.SAFE, basis=[Citation(NUMERALS)])
def check(document: Document) -> Iterator[Finding]:
    if not _DIGIT.search(document.text):
        return
    for found in document.prose.find(_NUMBER):
        start, end = found.match.span()
        yield _finding([Edit(*edit) for edit in _edits(document.prose, start, end)], found.text)
    for table in document.tables:
        edits = list(_table_edits(table))
        if edits:
            yield _finding(edits, edits[0].text)


def _edits(plain: PlainText, start: int, end: int) -> Iterator[Edit]:
    for index in range(start, end):
        char = plain.text[index]
        if _DIGIT.match(char):
            yield Edit(plain.span(index, index + 1), char.translate(_NARROW))


def _table_edits(table: Table) -> Iterator[Edit]:
    for cell in table.cells:
        yield from _edits(cell.plain, 0, len(cell.text))


def _finding(edits: list[Edit], words: str) -> Finding:
    span = edits[0].span.cover(edits[-1].span)
    fix = Fix(_("改为半角数字"), tuple(edits), Safety.SAFE)
    return Finding(span, _("“{words}”是全角数字，应用半角", words=words), fixes=(fix,))
