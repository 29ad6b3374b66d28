"""同一部分出现了两次。

## 说明
六个部分各出现一次。重复的标题多半是复制粘贴时留下的，或者把别的部分的标题写错了。请合并内容，或者改正标题。

## 示例

```markdown bad in=六
## 六、其他需要报告的事项

无。
```

```text expect
1:4-1:15 “六、其他需要报告的事项”重复出现，请合并或改正标题
  「六、其他需要报告的事项」 第一次出现在这里
```

```markdown good in=三
表中“四、结转下年度继续办理”是表格的行，不是标题。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Section
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM


@rule(category="structure", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    for section in report.sections:
        first = seen.setdefault(section.key, section)
        if first is not section:
            related = Related(first.head, _("第一次出现在这里"))
            message = _("“{heading}”重复出现，请合并或改正标题", heading=section.form.heading)
            yield Finding(section.head, message, (related,))
