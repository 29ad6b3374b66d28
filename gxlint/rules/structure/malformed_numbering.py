"""编号的写法不规范。

## 说明
公文的层次序数依次写作“一、”“（一）”“1.”“（1）”：汉字数字后用顿号，阿拉伯数字后用下脚点，带括号的序数后面不加标点，
括号用全角。常见的错误有“（一）、”“一.”“1、”，以及在“（一）”中间夹一个半角的“(二)”。

自动修改：改为规范写法，不改编号本身。

## 示例

```markdown bad in=六
（一）、加强组织领导，落实工作责任。

（二）加强业务培训，提高工作水平。
```

```text expect
1:1-1:5 编号“（一）、”应写作“（一）”
```

```markdown fixed
（一）加强组织领导，落实工作责任。

（二）加强业务培训，提高工作水平。
```

```markdown good in=六
（一）投入经费1.5万元。

（二）加强业务培训。
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.items import Item, read_item
from gxlint.rule import Citation, rule
from gxlint.rules.citations import LAYOUT
from gxlint.text import Span

_BRACKETS = {"opening": "（", "closing": "）"}


@rule(
    category="structure",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    basis=[
        Citation(LAYOUT, "7.3.3"),
        Citation("《标点符号用法》（GB/T 15834—2011）"),
    ],
)
def check(report: Report) -> Iterator[Finding]:
    items = [item for item in (read_item(paragraph.plain) for paragraph in report.document.paragraphs) if item]
    widths = Counter((item.style, _is_wide(item)) for item in items)
    for item in items:
        mixed = widths[item.style, True] > 0 and not _is_wide(item)
        edits = tuple(_edits(item, brackets=mixed))
        if edits:
            right = _rewritten(item, brackets=mixed)
            message = _("编号“{written}”应写作“{right}”", written=item.found.text.strip(), right=right)
            title = _("改为“{right}”", right=right)
            yield Finding(item.span, message, fixes=(Fix(title, edits, Safety.SAFE),))


def _is_wide(item: Item) -> bool:
    """Whether its brackets are full-width; items without brackets count as such."""
    return "(" not in item.found.text and ")" not in item.found.text


def _edits(item: Item, *, brackets: bool) -> Iterator[Edit]:
    bracketed = bool(item.found["opening"])
    mark = "" if bracketed else "、" if item.found["han"] else "."
    for group, right in {"mark": mark, **(_BRACKETS if brackets else {})}.items():
        written = item.found[group]
        if written and written != right and (written, right) != ("．", "."):
            yield Edit(item.found.span_of(group), right)


def _rewritten(item: Item, *, brackets: bool) -> str:
    text = item.found.text
    pieces = sorted(_edits(item, brackets=brackets), key=lambda edit: edit.span, reverse=True)
    base = item.span.start
    for edit in pieces:
        here = Span(edit.span.start - base, edit.span.end - base)
        text = text[: here.start] + edit.text + text[here.end :]
    return text.strip()
