"""正文里的申请数量与表三不一致。

## 说明
“依申请公开”一段写的收到、办结、结转和各类答复的件数，应当与表三“收到和处理政府信息公开申请情况”完全一致。
常见的错误有：表三填了数，正文仍是往年的“未收到申请”；正文用了全年快报数，表三用了核定数；把予以公开和部分公开
混在一起。请以台账为准，改正文或者改表。

只比较确切的数：带“余”“约”“以上”的数，与上年对比的数，计划数和历年累计数都不比较。说明是全县、各部门合计的数，
只作提醒。

## 示例

```markdown bad in=一
2024年，我镇共收到政府信息公开申请18件，办结15件。
```

```text expect
1:20-1:22 正文写收到政府信息公开申请 18件，表三 一、本年新收政府信息公开申请数量 总计为 15；请核对后改为一致
  「15」 表三 一、本年新收政府信息公开申请数量 总计：15
```

```markdown bad in=一
本年度未收到公民、法人或者其他组织提出的政府信息公开申请。
```

```text expect
1:4-1:7 正文说没有收到政府信息公开申请，表三 一、本年新收政府信息公开申请数量 总计却为 15；请核对后改为一致
  「15」 表三 一、本年新收政府信息公开申请数量 总计：15
```

```markdown bad in=一
### （六）依申请公开办理结果

办结的申请中，予以公开9件、部分公开2件，不予公开1件，上年结转2件，结转下年度继续办理2件。
```

```text expect
3:12-3:13 正文写予以公开 9件，表三 （一）予以公开 总计为 7；请核对后改为一致
  「7」 表三 （一）予以公开 总计：7
```

```markdown good in=一
2024年，我镇共收到政府信息公开申请15件，其中自然人11件、法人或其他组织4件；上年结转2件，办结15件，结转下年度2件。
```

```markdown good in=一
全年制发公文71件，其中主动公开56件，依申请公开12件，不予公开3件。政府信息公开申请量较上年增加5件。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.rules.consistency._applications import ABOUT, claims_on_applications
from gxlint.rules.consistency._claims import Claim, contradictions
from gxlint.rules.consistency._figures import figures_said
from gxlint.rules.consistency._years import reported_year


@rule(
    category="consistency",
    severity=Severity.ERROR,
    basis=[FORM, regulation("第五十条")],
    severities=[Severity.WARNING],
)
def check(report: DisclosureReport) -> Iterator[Finding]:
    if report.applications is not None:
        yield from contradictions(report, report.applications, claims(report))


def claims(report: DisclosureReport) -> Iterator[Claim]:
    """What the text claims of table three."""
    table = report.applications
    if table is not None:
        year = reported_year(report)
        for said in figures_said(report, ABOUT):
            yield from claims_on_applications(table, said, year)
