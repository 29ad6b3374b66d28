"""部分的标题与规定的不一致。

## 说明
六个部分的标题由统一格式规定，不要增删改字。常见的有“存在主要问题及改进情况”（漏“的”）、沿用2019年格式的
“因政府信息公开工作被申请行政复议、提起行政诉讼情况”、“总体情况概述”等。2020年及以前的报告按2019年格式的标题检查。

自动修改：改为规定的标题。

## 示例

```markdown bad in=outline
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在主要问题及改进情况

## 六、其他需要报告的事项
```

```text expect
11:6-11:17 标题应为“五、存在的主要问题及改进情况”
```

```markdown fixed
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```markdown good in=五
存在的主要问题和改进情况如上。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.labels import normal
from gxlint.form.report import Section
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Pattern, Words

#: Marks at the end of a heading that do not belong there; a full stop has a rule of its own.
_STRAY = Pattern(r"\s*(?P<marks>[、，,；;：:]+)\s*")


@rule(category="structure", severity=Severity.WARNING, fix=Safety.SAFE, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    for section in report.sections:
        message = _("标题应为“{heading}”", heading=section.form.heading)
        if normal(section.title.text) != normal(section.form.title):
            title = _("改为“{title}”", title=section.form.title)
            fix = Fix.replace(section.title.source, section.form.title, title, safety=Safety.SAFE)
            yield Finding(section.title.source, message, fixes=(fix,))
        elif stray := _stray_marks(section):
            fix = Fix.replace(stray.span, "", _("删去“{marks}”", marks=stray.text), safety=Safety.SAFE)
            yield Finding(section.title.source.cover(stray.span), message, fixes=(fix,))


def _stray_marks(section: Section) -> Words | None:
    """The marks that a heading ends with; not those before text that goes on."""
    heading = section.heading.plain
    behind = heading.index(section.title.source.end)
    found = _STRAY.fullmatch(heading.text, behind)
    return Words(found["marks"], heading.span(*found.span("marks"))) if found else None
