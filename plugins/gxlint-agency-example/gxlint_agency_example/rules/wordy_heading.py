"""小标题太长，或者写成了句子。

## 说明
本系统的报告，“（一）……”小标题单独成行，只写事项名称：不超过 `max-characters` 个字，中间不用逗号、分号。要说明做法和成效的，写到正文里。

后面接着写正文的“（一）主动公开。2024年……”不是单独成行的小标题，不检查。

## 示例

```markdown bad in=一
（一）健全工作机制，压实公开责任

成立领导小组，明确专人负责。
```

```text expect
1:1-1:17 小标题中间不用逗号、分号，只写事项名称
```

```markdown bad in=一 max-characters=10
（一）医疗服务价格和收费公开

在县政府网站公布价格目录。
```

```text expect
1:1-1:15 小标题有 11 个字，最多 10 个字；请只写事项名称
```

```markdown good in=一
（一）医疗服务价格公开

在县政府网站公布价格目录，每季度更新。

（二）主动公开。2024年，县政府网站公布目录36条，门诊公示栏更新12次。
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.items import read_item
from gxlint.rule import Citation, rule

#: 有这些标点的一行是正文，不是小标题。
_SENTENCES = "。！？：；"
_COMMAS = "，,；;"


class Options(NamedTuple):
    """小标题的写法。"""

    max_characters: int = 15
    """小标题最多几个字，编号不算。"""


@rule(
    category="structure",
    severity=Severity.INFO,
    basis=[Citation("《青禾县卫生健康系统政府信息公开年度报告编制要求》", "第六条")],
    options=Options,
)
def check(report: DisclosureReport, options: Options) -> Iterator[Finding]:
    for section in report.sections:
        for paragraph in section.paragraphs:
            item = read_item(paragraph.plain)
            if item is None or item.style != "（一）" or any(mark in item.rest.text for mark in _SENTENCES):
                continue
            length = len(item.rest.text)
            if any(mark in item.rest.text for mark in _COMMAS):
                yield Finding(paragraph.plain.source, _("小标题中间不用逗号、分号，只写事项名称"))
            elif length > options.max_characters:
                message = _(
                    "小标题有 {length} 个字，最多 {most} 个字；请只写事项名称",
                    length=length,
                    most=options.max_characters,
                )
                yield Finding(paragraph.plain.source, message)
