"""政府信息公开工作用语不规范。

## 说明
报告的格式和《条例》用的是固定说法：“依申请公开”不是“依法申请公开”，“信息处理费”不是“信息公开处理费”，“行政规范性
文件”不是“行政规范文件”，“重大决策预公开”不是“重大预决策公开”。公民“依法申请公开”政府信息，是另一个意思，不提示；
“依法申请公开”只在标题里，或者后面是“工作”“情况”“方面”时提示。

选项 `extra` 可以另附词表，格式与内置词表相同。

## 示例

```markdown bad in=一
扎实做好依法申请公开工作，本年度未收取信息公开处理费，及时更新行政规范文件，推进重大预决策公开。
```

```text expect
1:5-1:11 “依法申请公开”应为“依申请公开”
1:20-1:27 “信息公开处理费”应为“信息处理费”
1:32-1:38 “行政规范文件”应为“行政规范性文件”
1:41-1:48 “重大预决策公开”应为“重大决策预公开”
```

```markdown fixed
扎实做好依申请公开工作，本年度未收取信息处理费，及时更新行政规范性文件，推进重大决策预公开。
```

```markdown good in=一
保障公民依法申请公开政府信息的权利，按规定收取政府信息公开信息处理费，及时公布财政预决算和行政规范性文件。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Safety, Severity
from gxlint.prose.wordlists import WordListOptions
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.rules.wording._listed import finding, listed


@rule(
    category="wording",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    options=WordListOptions,
    basis=[FORM, regulation("第二十七条、第四十二条")],
)
def check(document: Document, options: WordListOptions) -> Iterator[Finding]:
    return map(finding, listed("mangled-term.txt", options).find(document.prose))
