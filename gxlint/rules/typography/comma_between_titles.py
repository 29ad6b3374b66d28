"""相邻的书名号、引号之间用了顿号。

## 说明
并列的书名号之间、引号之间通常不用顿号：《条例》《办法》，“一网通办”“最多跑一次”。书名号或者引号后面有括号的可以用顿号。

## 示例

```markdown bad in=一
学习《政府信息公开条例实施办法》、《保守国家秘密法》，推进“一网通办”、“一窗受理”。
```

```text expect
1:17-1:18 书名号之间通常不用顿号
1:36-1:37 引号之间通常不用顿号
```

```markdown fixed
学习《政府信息公开条例实施办法》《保守国家秘密法》，推进“一网通办”“一窗受理”。
```

```markdown good in=一
学习《信息公开办法》《保守国家秘密法》，以及《管理办法》（国办函〔2020〕109号）、《工作要点》。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.typography._marks import punctuation


@rule(category="typography", severity=Severity.INFO, fix=Safety.UNSAFE, basis=[punctuation("4.5.3.5")])
def check(document: Document) -> Iterator[Finding]:
    for marks, message in (("》、《", _("书名号之间通常不用顿号")), ("”、“", _("引号之间通常不用顿号"))):
        for found in document.prose.find(f"(?<={marks[0]})、(?={marks[2]})", near=marks):
            yield Finding(found.span, message, fixes=(Fix.replace(found.span, "", _("删去顿号")),))
