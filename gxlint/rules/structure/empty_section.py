"""某一部分没有内容。

## 说明
每个部分都要有内容。第五部分“存在的主要问题及改进情况”不能只写“无”：要写明具体问题和针对性的改进措施。
第六部分没有事项的可以写“无”。第二至四部分没有附表的，另有提示。

## 示例

```markdown bad for=五
无。
```

```text expect
1:1-1:3 第五部分不能只写“无”，应写明存在的问题和改进措施
```

```markdown good for=六
本年度未收取信息处理费。除此之外，无其他需要报告的事项。
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.text import Pattern

_NOTHING = Pattern(r"\W*(?:暂?无|没有|本年度?无)\W*")


@rule(category="structure", severity=Severity.WARNING, basis=[FORM, regulation("第五十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    times = Counter(section.key for section in report.sections)
    for section in report.sections:
        if section.form.tables or times[section.key] > 1:  # a heading that stands twice is another rule's finding
            continue
        text = section.prose.text.strip()
        if not text and len(section.blocks) == len(section.paragraphs):
            yield Finding(section.heading.plain.source, _("“{heading}”没有内容", heading=section.form.heading))
        elif section.key == "problems" and _NOTHING.fullmatch(text):
            yield Finding(section.prose.strip().source, _("第五部分不能只写“无”，应写明存在的问题和改进措施"))
