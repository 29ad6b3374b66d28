"""六个规定部分不全。

## 说明
年度报告由六部分组成，顺序和标题都是规定的：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；
四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。
没有内容的部分也要保留标题（第六部分可写“无”）。所缺的部分合并为一条提示。

## 示例

```markdown bad in=outline
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 五、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```text expect
1:3-1:30 缺少规定的部分：“四、政府信息公开行政复议、行政诉讼情况”；请按统一格式补上
```

```markdown good in=六
没有其他需要说明的情况。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation


@rule(category="structure", severity=Severity.ERROR, basis=[FORM, regulation("第五十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    present = {section.key for section in report.sections}
    absent = [form for form in report.layout.sections if form.key not in present]
    if absent:
        names = _("、").join([_("“{heading}”", heading=form.heading) for form in absent])
        yield Finding(report.head, _("缺少规定的部分：{names}；请按统一格式补上", names=names))
