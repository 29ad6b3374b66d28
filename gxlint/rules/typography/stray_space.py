"""汉字之间、日期当中有空格。

## 说明
转换文件时常常留下空格：“2024 年 12 月”“政府 信息”。书名号、引号里用空格隔开的标题，两个字的姓名当中的空格，不提示。这条规则
默认不用，在配置里选用（select）后才检查。

## 示例

```markdown bad in=一
2024 年 12 月公开信息，政府 信息公开工作有序开展。
```

```text expect
1:5-1:6 这里有多余的空格，请删去
1:7-1:8 这里有多余的空格，请删去
1:10-1:11 这里有多余的空格，请删去
1:19-1:20 这里有多余的空格，请删去
```

```markdown fixed
2024年12月公开信息，政府信息公开工作有序开展。
```

```markdown good in=一
发表《冬日棚暖意浓 春来枣花香》等稿件3篇，使用 OA 系统办理。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.typography._marks import punctuation

_SPACE = r"(?<=[一-鿿]) +(?=[一-鿿])|(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)"


@rule(
    category="typography",
    severity=Severity.INFO,
    fix=Safety.SAFE,
    enabled=False,
    basis=[punctuation("5.1 标点符号的位置和书写形式")],
)
def check(document: Document) -> Iterator[Finding]:
    for found in document.prose.find(_SPACE, near=" "):
        before = found.before
        if before.count("《") > before.count("》") or before.count("“") > before.count("”"):
            continue
        fix = Fix.replace(found.span, "", _("删去空格"), safety=Safety.SAFE)
        yield Finding(found.span, _("这里有多余的空格，请删去"), fixes=(fix,))
