"""表三“（七）总计”不等于（一）至（六）各项之和。

## 说明
“三、本年度办理结果”的每一列，“（七）总计”必须等于（一）予以公开、（二）部分公开、（三）不予公开、（四）无法提供、
（五）不予处理、（六）其他处理下各行之和。部分公开只计在（二），不再计入其他情形，最容易重复或漏计的就是它。
请对照台账逐项核对。

自动修改（需确认）：把最可能填错的数改成使算式成立的数。

## 示例

```markdown bad in=三
| （七）总计 | | | 11 | 3 | 0 | 2 | 0 | 0 | 16 |
```

```text expect
```

```markdown fixed
```

```markdown good in=三
| （七）总计 | | | 11 | 3 | 0 | 1 | 0 | 0 | 15 |
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
    yield from sum_findings(report, "outcome-sum")
