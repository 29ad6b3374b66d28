"""句子过长。

## 说明
一句话太长，读者难以把握，也容易出语病。这条规则默认不启用，启用后按选项 `max-characters` 检查，
句子以句号、问号、叹号、分号和换行为界。

## 示例

```markdown good in=一
句子要短。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule

_SENTENCE = re.compile(r"[^。！？；\n]+")


@dataclass(frozen=True)
class Options:
    """选项。"""

    max_characters: int = 150
    """一句话最多多少字。"""


@rule(
    category="structure",
    severity=Severity.INFO,
    basis=[Citation("《标点符号用法》（GB/T 15834—2011）")],
    options=Options,
    enabled=False,
)
def check(document: Document, options: Options) -> Iterator[Finding]:
    for found in document.prose.find(_SENTENCE):
        length = len(found.text.strip())
        if length > options.max_characters:
            message = _("这句话有 {length} 字，超过 {limit} 字，请断句", length=length, limit=options.max_characters)
            yield Finding(found.span, message)
