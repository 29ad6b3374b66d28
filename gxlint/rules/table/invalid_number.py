"""表格里该填数的地方填的不是数。

## 说明
件数只能是 0 或正整数，收费金额只能是 0 或正数（单位万元）。“/”“—”“无”、带单位的“3件”、负数和小数件数都不行：
汇总系统读不出，也没法核对勾稽关系。没有发生的填 0。全角数字和千分位逗号可以识别，不算错。
没有规章制定权的机关，“规章”一行填“/”或“—”可以接受，可用选项 `slash-rows` 调整。

自动修改（需确认）：能看出数值的改为纯数字，“/”“—”“无”改为 0。

## 示例

```markdown bad in=二
| 行政强制 | 2件 | | |
```

```text expect
1:10-1:12 “第二十条第（六）项 行政强制”行“本年处理决定数量”填的是“2件”，应填 0 或正整数
```

```markdown fixed
| 行政强制 | 2 | | |
```

```markdown good in=二
| 规章 | / | / | / |
```
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import Cell, FormTable, State, read_figure
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.table._sums import quoted
from gxlint.text import Pattern

_NOTHING = Pattern(r"[-−—–－_＿/／\\*\s]+|无|没有|暂无|零|〇|未发生|没有发生|未产生|未收取|不涉及|无此项")
_SLASH = Pattern(r"[-−—–－_＿/／\s]+")
_AMOUNT = Pattern(r"[\d,]+(?:\.\d+)?\s*[万亿]?元")
#: What the form's columns of amounts say of theirs.
_UNIT_NAMED = "单位"
_UNIT = Pattern(r"(?P<figure>[\d,.]+)(?:件次|[件宗个条起项次份例]|万?元)")


class Options(NamedTuple):
    """选项。"""

    slash_rows: tuple[str, ...] = ("rules",)
    """哪些行允许填“/”或“—”，写行的键名：rules（规章）、normative_documents（行政规范性文件）等。"""


@rule(category="table", severity=Severity.ERROR, fix=Safety.UNSAFE, basis=[FORM], options=Options)
def check(report: DisclosureReport, options: Options) -> Iterator[Finding]:
    for table in report.tables:
        for cell in table:
            if cell.state is State.INVALID and not _is_allowed(table, cell, options):
                yield _finding(table, cell)


def _is_allowed(table: FormTable, cell: Cell, options: Options) -> bool:
    """A dash where the options allow one, and an amount with its unit where the form's column names none."""
    if cell.key.row in options.slash_rows and _SLASH.fullmatch(cell.text):
        return True
    column = table.column_of(cell)
    text = unicodedata.normalize("NFKC", cell.text).strip()
    return column.unit == "amount" and _UNIT_NAMED not in column.label and _AMOUNT.fullmatch(text) is not None


def _finding(table: FormTable, cell: Cell) -> Finding:
    unit = table.column_of(cell).unit
    wanted = _("0 或正数，单位万元") if unit == "amount" else _("0 或正整数")
    message = _(
        "“{row}”行“{column}”填的是“{text}”，应填 {wanted}",
        row=quoted(table.form.row(cell.key.row).full_label),
        column=table.column_of(cell).label,
        text=cell.text,
        wanted=wanted,
    )
    number = _number(cell.text, unit)
    if number is None:
        return Finding(cell.span, message)
    fix = Fix.replace(cell.span, number, _("改为 {number}", number=number))
    return Finding(cell.span, message, fixes=(fix,))


def _number(text: str, unit: str) -> str | None:
    """The figure that was meant, where that can be seen."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _NOTHING.fullmatch(text):
        return "0"
    match = _UNIT.fullmatch(plain)
    if match is None or (plain.endswith("元") and not plain.endswith("万元")):
        return None
    value = read_figure(match["figure"], unit)
    return None if value is None else str(value)
