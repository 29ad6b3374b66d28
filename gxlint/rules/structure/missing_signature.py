"""报告末尾没有署名或成文日期。

## 说明
报告末尾一般写明发布机关和日期。网上发布的报告不一定加盖印章，但没有日期就看不出是否按期发布，建议补上。

## 示例

```markdown bad for=署名
青禾县云溪镇人民政府
```

```text expect
1:1-1:11 报告末尾缺少成文日期
```

```markdown good for=署名
青禾县云溪镇人民政府

2025年1月15日
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.rules.citations import LAYOUT
from gxlint.text import Span


@rule(category="structure", severity=Severity.INFO, basis=[Citation(LAYOUT, "7.3.5")])
def check(report: Report) -> Iterator[Finding]:
    lacking = [
        name
        for name, there in ((_("署名"), report.signature.agency), (_("成文日期"), report.signature.date))
        if there is None
    ]
    if lacking and report.document.paragraphs:
        yield Finding(_place(report), _("报告末尾缺少{lacking}", lacking=_("和").join(lacking)))


def _place(report: Report) -> Span:
    """What there is of the signature, else the last section's heading."""
    signature = report.signature
    if signature.agency is not None:
        return signature.agency.span
    if signature.date is not None:
        return signature.date.span
    return report.sections[-1].heading.plain.source if report.sections else report.head
