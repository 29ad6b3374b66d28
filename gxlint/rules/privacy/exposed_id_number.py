"""公开了公民身份号码。

## 说明
报告向社会公布，不能出现公民身份号码。18位号码的校验码相符才提示，不会与文号、电话混淆。请删去或隐去中间各位。
提示中不显示完整号码。

## 示例

```markdown bad in=六
联系人张某，身份证号11010519491231002X。
```

```text expect
```

```markdown good in=六
登记编号110105194912310021，不是身份证号。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.text import Pattern, PlainText, Span

PATTERN = Pattern(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


@rule(
    category="privacy",
    severity=Severity.ERROR,
    basis=[
        Citation("《中华人民共和国个人信息保护法》", "第四条、第三十四条"),
        Citation("《公民身份号码》（GB 11643—1999）"),
    ],
)
def check(document: Document) -> Iterator[Finding]:
    whole = PlainText.verbatim(document.text, Span(0, len(document.text)))
    for found in whole.find(PATTERN):
        if is_id_number(found.text):
            masked = found.text[:3] + "*" * 11 + found.text[-4:-3] + "***"
            yield Finding(found.span, _("公开了公民身份号码 {number}，请删去或隐去", number=masked))


def is_id_number(text: str) -> bool:
    """Whether the last character is the check digit of the 17 before it."""
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True))
    return text[17].upper() == _CHECK_DIGITS[total % 11]
