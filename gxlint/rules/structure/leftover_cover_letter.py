"""报送用的函件语言留在了报告里。

## 说明
年度报告是向社会公布的，不是写给上级的函。“根据贵办通知”“现报来”“请审阅”“特此报告”之类的话应删去。

## 示例

```markdown bad in=引言
根据贵办《关于编制年度报告的通知》要求，现将我镇情况报上，请审阅。
```

```text expect
1:3-1:5 “贵办”是报送函的用语，向社会公布的报告中应删去
1:21-1:29 “现将我镇情况报上”是报送函的用语，向社会公布的报告中应删去
1:30-1:33 “请审阅”是报送函的用语，向社会公布的报告中应删去
```

```markdown good in=引言
现将青禾县云溪镇政府信息公开工作情况报告如下。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Pattern

PATTERN = Pattern(
    r"(?<!尊)贵(?:办|局|单位|厅|委|处|科|部门|机关|中心)(?!公室主任)"
    r"|现(?:将[^。，；\n]{0,30})?(?:报来|呈报|上报|报送|报上|呈上|呈送|送上)(?:给|如下|于后)?(?:贵(?:办|局|单位|厅|委|处|科|部门|机关|中心))?"
    r"|(?:请|敬请|恳请)(?:领导|上级)?(?:予以)?(?:审阅|审示|批示|指正|阅示|(?:审核|查收|审查)(?=[，。；！\s]|$))"
    r"|特此(?:报告|函告|函复|函达|汇报|说明|上报|呈报|报送|函报)"
    r"|(?:妥否|当否|如无不妥)，?请(?:予)?"
)


@rule(category="structure", severity=Severity.WARNING, basis=[FORM])
def check(document: Document) -> Iterator[Finding]:
    for found in document.prose.find(PATTERN):
        yield Finding(found.span, _("“{text}”是报送函的用语，向社会公布的报告中应删去", text=found.text))
