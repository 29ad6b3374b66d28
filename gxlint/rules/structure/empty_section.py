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

#: Longer texts say more.
_LONGEST = 30
#: 无, 本年度无, 不存在问题, /
_NOTHING = Pattern(
    r"\W*(?:[我本][一-鿿]{1,3}|\d{4}年度?|暂时?)*(?:无|没有|不存在|未发现)?(?:存在)?的?(?:主要|明显|突出)?(?:问题)?\W*"
)


@rule(category="structure", severity=Severity.WARNING, basis=[FORM, regulation("第五十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    times = Counter(section.key for section in report.sections)
    for section in report.sections:
        if section.form.tables or times[section.key] > 1:  # a heading that stands twice is another rule's finding
            continue
        text = section.prose.text.strip()
        if not text and len(section.blocks) == len(section.paragraphs):
            yield Finding(section.head, _("“{heading}”没有内容，请补写", heading=section.form.heading))
        elif section.key == "problems" and 0 < len(text) < _LONGEST and _NOTHING.fullmatch(text):
            yield Finding(section.prose.strip().source, _("第五部分不能只写“无”，应写明存在的问题和改进措施"))
