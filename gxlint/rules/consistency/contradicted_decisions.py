"""正文里的规范性文件、行政许可、行政处罚、行政强制件数与表二不一致。

## 说明
正文写制发、废止、现行有效行政规范性文件多少件，办理行政许可、作出行政处罚决定、实施行政强制多少件，应当与表二一致。
写“未制定规范性文件”“无行政强制”的，表二对应的格应为 0。按填报要求，处理决定数量包括已公开和依法未公开的全部决定，
所以“公开行政处罚决定多少条”不与表二比较；案件数、事项数也不与决定数比较。

## 示例

```markdown bad in=一
2024年，我镇制发行政规范性文件4件，废止1件，现行有效12件。
```

```text expect
1:18-1:19 正文写制发规范性文件 4件，表二 行政规范性文件 本年制发件数为 2；请核对后改为一致
  「2」 表二 行政规范性文件 本年制发件数：2
1:30-1:32 正文写现行有效规范性文件 12件，表二 行政规范性文件 现行有效件数为 9；请核对后改为一致
  「9」 表二 行政规范性文件 现行有效件数：9
```

```markdown bad in=一
本年度未制定行政规范性文件。
```

```text expect
1:4-1:7 正文说没有制发规范性文件，表二 行政规范性文件 本年制发件数却为 2；请核对后改为一致
  「2」 表二 行政规范性文件 本年制发件数：2
```

```markdown bad in=一
全年办理行政许可146件、行政处罚18件、行政强制2件。
```

```text expect
1:18-1:20 正文写行政处罚 18件，表二 行政处罚 本年处理决定数量为 8；请核对后改为一致
  「8」 表二 行政处罚 本年处理决定数量：8
```

```markdown good in=一
2024年，我镇制发行政规范性文件2件，废止1件；公开行政处罚决定5条，解读规范性文件4件。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.rules.consistency._claims import Claim, contradictions
from gxlint.rules.consistency._decisions import ABOUT, claims_on_decisions
from gxlint.rules.consistency._figures import figures_said


@rule(
    category="consistency",
    severity=Severity.ERROR,
    basis=[FORM, regulation("第二十条")],
    severities=[Severity.WARNING],
)
def check(report: DisclosureReport) -> Iterator[Finding]:
    table = report.disclosure
    if table is None:
        return
    cells = {cell.key for cell in table}
    known = [claim for claim in claims(report) if cells.issuperset(claim.alternatives[0].keys)]
    yield from contradictions(report, table, known)


def claims(report: DisclosureReport) -> Iterator[Claim]:
    """What the text claims of table two."""
    for said in figures_said(report, ABOUT):
        yield from claims_on_decisions(said)
