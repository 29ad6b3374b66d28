"""压制注释没有起作用，或者写错了规则的名称。

## 说明
在文稿里用 `gxlint-disable` 一类的注释可以压下已经核实过的提示。内容改好以后注释忘了删，以后真出错就不会再提示；
规则名称写错的注释从来没有起过作用。请删去或改正。

写法：Markdown 用 `<!-- gxlint-disable-next-line 规则: 理由 -->`，纯文本用 `// gxlint-disable-next-line 规则: 理由`，
Word 用批注。`gxlint-disable` 到 `gxlint-enable` 之间、`gxlint-disable-file` 全文有效；不写规则表示全部规则。
`next-line` 对下一个有内容的行有效，下一行是表格时对整张表有效。

这一次没有运行的规则（用 `--select`、`--ignore` 或配置关掉的）、要比较多份报告的规则，不会说它的压制没有起作用。

自动修改：写错的名称改为最接近的，不起作用的名称删去，整条都不起作用的删去整条。

## 示例

```markdown bad in=六 formats=markdown,plain reason="Word 批注压制的是被批注的文字，位置不同"
<!-- gxlint-disable-next-line misused-jiezhi: 已核实 -->

截至2024年12月31日，各项工作已经完成。
```

```text expect
1:31-1:45 这里没有“misused-jiezhi”的提示要压下，可以删去
```

```markdown fixed

截至2024年12月31日，各项工作已经完成。
```

```markdown good in=六
<!-- gxlint-disable-next-line misused-jiezhi: 引用原文 -->

截止2024年12月31日，各项工作已经完成。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Safety, Severity
from gxlint.rule import Citation, rule


@rule(
    category="document",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    basis=[Citation("gxlint 使用手册", "压制提示")],
)
def check(document: Document) -> Iterator[Finding]:  # noqa: ARG001  only after all other rules is it known what is unused
    yield from ()
