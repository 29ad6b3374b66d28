"""单独成行的小标题末尾用了句号。

## 说明
小标题单独占一行时，末尾不加句号。小标题后面接着写正文的（“（一）主动公开。2024年，……”），句号是对的，不在此列。

自动修改：删去句号。

## 示例

```markdown bad in=六
（一）加强组织领导。

镇政府成立政府信息公开工作领导小组，由镇长任组长、分管副镇长任副组长，定期研究部署公开工作。
```

```text expect
1:10-1:11 小标题单独成行，末尾不用句号
```

```markdown fixed
（一）加强组织领导

镇政府成立政府信息公开工作领导小组，由镇长任组长、分管副镇长任副组长，定期研究部署公开工作。
```

```markdown good in=六
（一）加强组织领导。镇政府成立领导小组，定期研究公开工作。
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gxlint.document import Paragraph
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.items import read_item
from gxlint.rule import Citation, rule

_LENGTH = 30


@rule(
    category="structure",
    severity=Severity.INFO,
    fix=Safety.SAFE,
    basis=[Citation("《标点符号用法》（GB/T 15834—2011）")],
)
def check(report: Report) -> Iterator[Finding]:
    for section in report.sections:
        for paragraph, following in pairwise((section.heading, *section.paragraphs)):
            if _is_heading(paragraph) and read_item(following.plain) is None and len(following.text) > _LENGTH:
                span = paragraph.plain.span(len(paragraph.text) - 1, len(paragraph.text))
                fix = Fix.replace(span, "", _("删去句号"), safety=Safety.SAFE)
                yield Finding(span, _("小标题单独成行，末尾不用句号"), fixes=(fix,))


def _is_heading(paragraph: Paragraph) -> bool:
    """A short line that is numbered or marked as a heading, and whose only full stop is its last character."""
    text = paragraph.text
    if len(text) > _LENGTH or not text.endswith("。") or "。" in text[:-1]:
        return False
    item = read_item(paragraph.plain)
    return paragraph.level is not None or (item is not None and item.style in ("一、", "（一）"))
