"""统一格式的填写说明留在了正文里。

## 说明
统一格式里写给填报人看的话，例如“该部分以表格形式报告，表格如下”“主要报告本机关上一年度……”，定稿时要删去或者改写为实际情况。

## 示例

```markdown bad in=二
该部分以表格形式报告。表格如下：
```

```text expect
1:1-1:11 “该部分以表格形式报告”是填写说明，应删去或改写为实际情况
```

```markdown good in=二
主动公开政府信息的具体数据见表。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.prose.folding import has_any, keywords
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Pattern

PATTERN = Pattern(
    r"(?:该|本|此)部分(?:内容)?以表格(?:的)?形式(?:进行)?(?:报告|填报|填写)[^。；\n]{0,12}"
    r"|(?:该|本|此)部分(?:主要|应当?|需要?|须)(?:报告|填写|写明|说明|包括)[^。；\n]{0,40}"
    r"|主要报告(?:本(?:机关|单位|部门|行政机关)|各级|行政机关)?(?:上一年度|年度内)[^。；\n]{0,40}"
    r"|(?:请)?(?:对|按照)本(?:机关|行政机关)贯彻落实《条例》情况进行综述[^。；\n]{0,20}"
    r"|不能遗漏，也不宜泛化"
    r"|(?:填报|填表|填写|编制)(?:说明|要求|须知)[：:]"
    r"|篇幅(?:原则上)?(?:控制在|不超过)[^。；\n]{0,10}字"
)

#: Every such instruction has one of these.
_SIGNS = keywords(
    "部分以表格 部分内容以表格 部分主要 部分应 部分需 部分须 主要报告 进行综述 不能遗漏 篇幅 "
    "说明： 说明: 要求： 要求: 须知： 须知:"
)


@rule(category="structure", severity=Severity.WARNING, basis=[FORM])
def check(document: Document) -> Iterator[Finding]:
    for found in document.prose.find(PATTERN) if has_any(document.prose.text, _SIGNS) else ():
        yield Finding(found.span, _("“{text}”是填写说明，应删去或改写为实际情况", text=found.text))
