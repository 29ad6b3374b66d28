"""“的”“地”“得”误用。

## 说明
动词前面的状语用“地”（更好地服务群众），补语前面用“得”（看得到、用得上），名词前面的定语用“的”（提供更好的服务）。
只查固定的搭配：“服务”“保障”“推进”等词也能当名词，后面有宾语、前面没有“提供”“得到”之类时才提示。

选项 `extra` 可以另附词表，格式与内置词表相同。

## 示例

```markdown bad in=一
为更好的服务群众，让政府信息看的到、听的懂、用的上，有效的提升了工作质效。
```

```text expect
1:2-1:5 “更好的”应为“更好地”
1:15-1:18 “看的到”应为“看得到”
1:19-1:22 “听的懂”应为“听得懂”
1:23-1:26 “用的上”应为“用得上”
1:27-1:30 “有效的”应为“有效地”
```

```markdown fixed
为更好地服务群众，让政府信息看得到、听得懂、用得上，有效地提升了工作质效。
```

```markdown good in=一
为群众提供更好的服务，使政府信息公开工作得到有效的落实，起到积极的推动作用；查看的到场人员、使用的上级资金均已登记，
讲解不深入的问题得到解决。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Safety, Severity
from gxlint.prose.wordlists import WordListOptions
from gxlint.rule import Citation, rule
from gxlint.rules.wording._listed import finding, listed


@rule(
    category="wording",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    options=WordListOptions,
    basis=[Citation("《现代汉语词典》（第7版）", "的、地、得")],
)
def check(document: Document, options: WordListOptions) -> Iterator[Finding]:
    return map(finding, listed("misused-de.txt", options).find(document.prose))
