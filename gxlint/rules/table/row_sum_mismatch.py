"""表三某一行的“总计”不等于这一行六类申请人之和。

## 说明
表三每一行从左到右是自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六栏，最后一栏“总计”必须等于前六栏之和。
读者和上级汇总时往往只看“总计”，这里差一件，全表就对不上。请核对原始台账，改正填错的那个数；
不要为了凑平而只改“总计”。如果同一列的合计也不平，提示中会指出最可能填错的那一格。

自动修改（需确认）：把最可能填错的数改成使算式成立的数。

## 示例

```markdown bad in=三 also=balance-mismatch,contradicted-applications
| 一、本年新收政府信息公开申请数量 | | | 11 | 3 | 0 | 1 | 0 | 0 | 16 |
```

```text expect
1:51-1:53 “一、本年新收政府信息公开申请数量”行“总计”填的是 16，各项相加为 15，多 1；另一处算式也因这个数不平，很可能就是它填错
  1:26-1:28 “一、本年新收政府信息公开申请数量”行“自然人”：11
  1:31-1:32 “一、本年新收政府信息公开申请数量”行“商业企业”：3
  1:39-1:40 “一、本年新收政府信息公开申请数量”行“社会公益组织”：1
  1:35-1:36 “一、本年新收政府信息公开申请数量”行“科研机构”：0
  1:43-1:44 “一、本年新收政府信息公开申请数量”行“法律服务机构”：0
  1:47-1:48 “一、本年新收政府信息公开申请数量”行“其他”：0
```

```markdown fixed
| 一、本年新收政府信息公开申请数量 | | | 11 | 3 | 0 | 1 | 0 | 0 | 15 |
```

```markdown good in=三
| 一、本年新收政府信息公开申请数量 | | | 11 | 3 | 0 | 1 | 0 | 0 | 15 |
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
    yield from sum_findings(report, "row-sum")
