"""报告末尾没有署名或成文日期。

## 说明
报告末尾一般写明发布机关和日期。网上发布的报告不一定加盖印章，但没有日期就看不出是否按期发布，建议补上。

## 示例

```markdown bad for=署名
青禾县云溪镇人民政府
```

```text expect
1:1-1:11 报告末尾缺少成文日期，请补上
```

```markdown bad for=署名
青禾县云溪镇人民政府

2025年1月　日
```

```text expect
3:1-3:10 成文日期“2025年1月　日”没有写全，应如“2025年1月15日”
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
from gxlint.form.signature import PLACEHOLDERS
from gxlint.i18n import _
from gxlint.prose.folding import has_any
from gxlint.rule import Citation, rule
from gxlint.rules.citations import LAYOUT
from gxlint.text import Span


@rule(category="structure", severity=Severity.INFO, basis=[Citation(LAYOUT, "7.3.5")])
def check(report: Report) -> Iterator[Finding]:
    signature = report.signature
    date = signature.blank_date
    if date is not None and not has_any(date.text, PLACEHOLDERS):
        example = f"{(report.year or 2024) + 1}年1月15日"
        message = _("成文日期“{date}”没有写全，应如“{example}”", date=date.text, example=example)
        yield Finding(date.span, message)
    dated = signature.date or date
    lacking = [name for name, there in ((_("署名"), signature.agency), (_("成文日期"), dated)) if there is None]
    if lacking and report.document.paragraphs:
        yield Finding(_place(report), _("报告末尾缺少{lacking}，请补上", lacking=_("和").join(lacking)))


def _place(report: Report) -> Span:
    """What there is of the signature, else the last section's heading."""
    signature = report.signature
    if signature.agency is not None:
        return signature.agency.span
    if signature.date is not None:
        return signature.date.span
    return report.sections[-1].head if report.sections else report.head
