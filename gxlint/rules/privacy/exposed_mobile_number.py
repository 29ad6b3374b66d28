"""联系方式以外的地方出现了手机号码。

## 说明
办事机构公布的联系电话可以是手机号；除此之外，正文里出现的手机号多半是当事人或者工作人员的个人信息，不应公开。
请核对，需要隐去的写作“138****5678”。

## 示例

```markdown bad in=六
村民王某（13912345678）来电咨询集体资产处置事项，已答复。
```

```text expect
```

```markdown good in=六
村民王某（139****5678）来电咨询，已答复。文件编号20241391234567890。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.form.statements import find_contact
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.text import Pattern, PlainText, Span

PATTERN = Pattern(r"(?<![0-9A-Za-z.-])(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}|([- ])\d{4}\1\d{4})(?![0-9A-Za-z]|[-.]\d)")


@rule(
    category="privacy",
    severity=Severity.WARNING,
    basis=[Citation("《中华人民共和国个人信息保护法》", "第四条、第三十四条")],
)
def check(document: Document) -> Iterator[Finding]:
    whole = PlainText.verbatim(document.text, Span(0, len(document.text)))
    numbers = list(whole.find(PATTERN))
    if not numbers:
        return
    contact = find_contact(document)
    for found in numbers:
        if contact is None or not contact.span.contains(found.span):
            masked = found.text[:-8] + "****" + found.text[-4:]
            yield Finding(found.span, _("联系方式以外出现了手机号码 {number}，请核对是否应当隐去", number=masked))
