"""泄露银行卡号。

## 说明
报告向社会公开，不能出现银行卡号、社保卡的金融账号。号码的开头和校验码（Luhn算法）都对得上才提示；开头与行政区划代码相同的
（如甘肃的62），前面要有“卡号”“账号”等字样才提示。提示信息里隐去中间的数字。

## 示例

```markdown bad in=一
补贴发放至李某某账户（卡号：6222020200112233446）。
```

```text expect
1:15-1:34 泄露银行卡号 622************3446，请删去
```

```markdown good in=一
项目编码6222020200112233445，受理流水号620502202401011234，已答复。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.prose.folding import has_any, keywords
from gxlint.rule import rule
from gxlint.rules.privacy._numbers import PRIVACY_LAW, find_numbers, is_resident_number, masked, passes_luhn
from gxlint.text import Found

#: 16 to 19 digits, in groups or not.
_NUMBER = r"(?:62|9558|6013|4\d|5[1-5]|35)\d{2}(?:\d{12,15}|(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?)"
_CARD = keywords("卡号 账号 帐号 账户 帐户 银行 开户行 储蓄 打卡 汇款 转账 一卡通")
_CODE = keywords("代码 编码 编号 流水号 工单 索引号 序号 文号 信用代码")
#: What cards issued here begin with; with the prefixes of others any number of 16 digits may begin.
_DOMESTIC = ("62", "9558", "6013")
#: Codes of regions in Gansu begin like cards of UnionPay.
_REGIONS = (*(f"62{number:02}" for number in range(13)), "6229", "6230")


@rule(category="privacy", severity=Severity.ERROR, basis=[PRIVACY_LAW])
def check(document: Document) -> Iterator[Finding]:
    for found in find_numbers(document, _NUMBER):
        digits = "".join(char for char in found.text if char.isdigit())
        if 16 <= len(digits) <= 19 and passes_luhn(digits) and _is_card(found, digits):
            message = _("泄露银行卡号 {number}，请删去", number=masked(digits))
            yield Finding(found.span, message)


def _is_card(found: Found, digits: str) -> bool:
    """Whether nothing says that it is another kind of number."""
    before = found.before[-24:]
    if has_any(before, _CARD):
        return True
    resident = len(digits) == 18 and is_resident_number(digits)
    certain = digits.startswith(_DOMESTIC) and not digits.startswith(_REGIONS)
    return certain and not resident and not has_any(before, _CODE)
