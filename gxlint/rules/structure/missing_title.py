"""报告没有标题。

## 说明
年度报告要有标题，写明机关全称、年份和“政府信息公开工作年度报告”，例如“青禾县云溪镇人民政府2024年政府信息公开工作年度报告”。
没有标题，读者和检查人员不知道是哪个机关、哪一年的报告。

## 示例

```markdown bad for=标题
为做好政府信息公开工作，现将有关情况报告如下。
```

```text expect
1:1-1:24 没有标题，应写“青禾县云溪镇人民政府2024年政府信息公开工作年度报告”
```

```markdown good for=标题
# 青禾县云溪镇人民政府

# 2024年政府信息公开工作年度报告
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM


@rule(category="structure", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    if report.title is None:
        agency, year = report.agency or "机关全称", report.year or "××××"
        message = _("没有标题，应写“{agency}{year}年政府信息公开工作年度报告”", agency=agency, year=year)
        yield Finding(report.head, message)
