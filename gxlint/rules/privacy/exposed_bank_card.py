"""公开了银行卡号。

## 说明
报告中不能出现银行卡号。卡号的发卡行标识和校验位都相符才提示。请删去。提示中不显示完整卡号。

## 示例

```markdown bad in=六
退费账户为王某6222021234567890128。
```

```text expect
```

```markdown good in=六
项目编号6222021234567890123。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.rules.privacy.exposed_id_number import is_id_number
from gxlint.text import Pattern, PlainText, Span

#: Issuers' prefixes: UnionPay 62, Visa 4, Mastercard 51-55, JCB 35; in groups of four or run together.
PATTERN = Pattern(
    r"(?<![0-9A-Za-z.-])(?:62|4\d|5[1-5]|35)\d{2}(?:\d{12,15}|(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?)(?![0-9A-Za-z]|[-.]\d)"
)


@rule(
    category="privacy",
    severity=Severity.ERROR,
    basis=[Citation("《中华人民共和国个人信息保护法》", "第二十八条、第二十九条")],
)
def check(document: Document) -> Iterator[Finding]:
    whole = PlainText.verbatim(document.text, Span(0, len(document.text)))
    for found in whole.find(PATTERN):
        digits = "".join([character for character in found.text if character.isdigit()])
        if is_card_number(digits) and not (len(digits) == 18 and is_id_number(digits)):
            masked = digits[:4] + "*" * (len(digits) - 8) + digits[-4:]
            yield Finding(found.span, _("公开了银行卡号 {number}，请删去", number=masked))


def is_card_number(digits: str) -> bool:
    """Whether the last digit is right by the Luhn formula; only UnionPay has numbers other than 16 digits."""
    if len(digits) != 16 and not digits.startswith("62"):
        return False
    total = 0
    for index, character in enumerate(reversed(digits)):
        digit = int(character) * (2 if index % 2 else 1)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0
