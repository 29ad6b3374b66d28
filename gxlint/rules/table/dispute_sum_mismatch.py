"""表四行政复议或行政诉讼的“总计”不等于各种结果之和。

## 说明
表四中，行政复议、未经复议直接起诉、复议后起诉三组各有结果维持、结果纠正、其他结果、尚未审结和总计五栏，
每组的“总计”必须等于前四栏之和。请核对复议和诉讼台账后改正。

自动修改（需确认）：把“总计”改为前四栏之和。

## 示例

```markdown bad in=四
| 2 | 0 | 0 | 1 | 4 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
```

```text expect
1:19-1:20 “行政复议”行“总计”填的是 4，各项相加为 3，多 1
  1:3-1:4 “行政复议”行“结果维持”：2
  1:15-1:16 “行政复议”行“尚未审结”：1
  1:7-1:8 “行政复议”行“结果纠正”：0
  1:11-1:12 “行政复议”行“其他结果”：0
```

```markdown fixed
| 2 | 0 | 0 | 1 | 3 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
```

```markdown good in=四
| 2 | 0 | 0 | 1 | 3 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.table._sums import sum_findings


@rule(category="table", severity=Severity.ERROR, fix=Safety.UNSAFE, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    yield from sum_findings(report, "dispute-sum")
