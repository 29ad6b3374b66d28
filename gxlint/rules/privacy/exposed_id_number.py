"""泄露居民身份证号码。

## 说明
报告向社会公开，不能出现居民身份证号码。18位数字的出生日期和校验码都对得上才提示，统一社会信用代码、索引号不提示。提示信息里
隐去中间的数字。

## 示例

```markdown bad in=一
办理张某某（身份证号：110101199003077512）的申请1件。
```

```text expect
1:12-1:30 泄露居民身份证号码 11**************12，请删去
```

```markdown good in=一
统一社会信用代码11640522010123456A，受理编号110101199003077513，流水号20240101123456789012。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.rules.privacy._numbers import PRIVACY_LAW, find_numbers, is_resident_number

_NUMBER = r"[1-9]\d{16}[\dXx]"


@rule(
    category="privacy",
    severity=Severity.ERROR,
    basis=[PRIVACY_LAW, Citation("《公民身份号码》（GB 11643—1999）")],
)
def check(document: Document) -> Iterator[Finding]:
    for found in find_numbers(document, _NUMBER):
        if is_resident_number(found.text) and not found.before.rstrip("：: ").endswith("信用代码"):
            message = _("泄露居民身份证号码 {number}，请删去", number=found.text[:2] + "*" * 14 + found.text[-2:])
            yield Finding(found.span, message)
