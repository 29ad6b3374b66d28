"""发文字号写法不规范。

## 说明
发文字号由机关代字、年份、顺序号组成：年份用四位数字、放在六角括号“〔〕”里，顺序号前面不加“第”、不编虚位（不写01），如
“国办函〔2020〕109号”。法令的编号“国务院令第711号”、法院的案号“（2023）京01行终12号”不是这种写法，不提示。

## 示例

```markdown bad in=一
落实国办函[2020]109号、青政办发（2024）第5号和青政发〔24〕012号文件。
```

```text expect
1:6-1:15 发文字号应写作“国办函〔2020〕109号”
1:21-1:29 发文字号应写作“青政办发〔2024〕5号”
1:34-1:41 发文字号应写作“青政发〔2024〕12号”
```

```markdown fixed
落实国办函〔2020〕109号、青政办发〔2024〕5号和青政发〔2024〕12号文件。
```

```markdown good in=一
根据国办函〔2020〕109号、国务院令第711号和（2023）京01行终12号判决，2024年第5号公告，第〔2〕项。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.prose.documents import DocumentNumber, find_numbers
from gxlint.rule import Citation, rule
from gxlint.rules.citations import LAYOUT


@rule(category="typography", severity=Severity.WARNING, fix=Safety.SAFE, basis=[Citation(LAYOUT, "7.2.5 发文字号")])
def check(document: Document) -> Iterator[Finding]:
    for number in find_numbers(document.prose):
        edits = tuple(_edits(number))
        if edits and number.series.text[-1] not in "第令":
            right = f"{number.series.text}〔{_full_year(number)}〕{int(number.number.text)}号"
            safety = Safety.SAFE if len(number.year.text) == 4 else Safety.UNSAFE
            fix = Fix(_("改为“{right}”", right=right), edits, safety)
            span = number.opening.span.cover(number.number.span)
            yield Finding(span, _("发文字号应写作“{right}”", right=right), fixes=(fix,))


def _edits(number: DocumentNumber) -> Iterator[Edit]:
    """What is to be changed, piece by piece, so that spaces and formatting stay as they are."""
    if number.opening.text != "〔":
        yield Edit(number.opening.span, "〔")
    if len(number.year.text) != 4:
        yield Edit(number.year.span, _full_year(number))
    if number.closing.text != "〕":
        yield Edit(number.closing.span, "〕")
    if number.ordinal is not None:
        yield Edit(number.ordinal.span, "")
    if number.number.text.startswith("0"):
        yield Edit(number.number.span, str(int(number.number.text)))


def _full_year(number: DocumentNumber) -> str:
    year = number.year.text
    return year if len(year) == 4 else f"{'19' if int(year) > 70 else '20'}{year}"
