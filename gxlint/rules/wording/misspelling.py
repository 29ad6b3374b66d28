"""错别字。

## 说明
只查词表里收录的、几乎可以肯定是错字的写法，例如“布署”“末收到”“登陆网站”。同音、形近的字在上下文中可能正确的，
词表都写明了限制和例外：“拉进”只在后面有“距离”“关系”时提示，“既使”后面有“又”“也”时不提示。“制定/制订”“其它/其他”
等两可的写法不提示。

## 自己的词表
本机关常写错的词可以写进自己的词表（UTF-8 文本文件），用选项 `extra` 指明。一行一条，各栏用空格或制表符隔开：

    云溪掌上通          掌上云溪通
    末(收到|公开)       未*
    拉进                拉近          限于=拉进[^，。]{0,14}距离
    复盖                覆盖          除外=[恢回]复盖  须核对
    部份                -

第一栏是错误写法，几种写法用“|”隔开；第二栏是正确写法，写“-”表示这个词不再提示。“限于”是正则表达式，词在它匹配的文字里面才提示；
“除外”也是正则表达式，词碰到它匹配的文字就不提示；“须核对”表示修改前要人看一看。“#”后面是注释。

## 示例

```markdown bad in=一
全镇召开会议布署政务公开工作，本年度末收到投诉举报，拉进了与群众的距离。
```

```text expect
1:7-1:9 “布署”应为“部署”
1:19-1:22 “末收到”应为“未收到”
1:27-1:29 “拉进”应为“拉近”
```

```markdown fixed
全镇召开会议部署政务公开工作，本年度未收到投诉举报，拉近了与群众的距离。
```

```markdown good in=一
部属院校和各单位既使用新媒体，又办好公开栏；年末收到的来信均已按排名登记，未接到投诉。
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
    basis=[
        Citation("《中华人民共和国国家通用语言文字法》", "第九条"),
        Citation("《现代汉语词典》（第7版）"),
        Citation("《第一批异形词整理表》（GF 1001—2001）"),
    ],
)
def check(document: Document, options: WordListOptions) -> Iterator[Finding]:
    return map(finding, listed("misspelling.txt", options).find(document.prose))
