"""本年制发的文件比现行有效的还多，而本年没有废止。

## 说明
本年制发了文件、又没有废止任何文件，年底“现行有效件数”至少等于“本年制发件数”。小于它，说明有一格填错，
常见的是“现行有效件数”只填了历年的，没有把本年的算进去。

## 示例

```markdown bad in=二
| 行政规范性文件 | 4 | 0 | 2 |
```

```text expect
1:21-1:22 “行政规范性文件”本年制发 4 件、废止 0 件，现行有效应不少于 4 件，填的是 2
  1:13-1:14 本年制发 4 件
```

```markdown good in=二
| 行政规范性文件 | 4 | 3 | 2 |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM


@rule(category="table", severity=Severity.WARNING, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    table = report.disclosure
    if table is None or table.form.edition < 2021:
        return
    for row in ("rules", "normative_documents"):
        issued, repealed, effective = table.row(row)
        if issued.value is None or effective.value is None or repealed.value != 0 or effective.value >= issued.value:
            continue
        message = _(
            "“{row}”本年制发 {issued} 件、废止 0 件，现行有效应不少于 {issued} 件，填的是 {effective}",
            row=table.form.row(row).label,
            issued=issued.value,
            effective=effective.value,
        )
        yield Finding(effective.span, message, (Related(issued.span, _("本年制发 {n} 件", n=issued.value)),))
