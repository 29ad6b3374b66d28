"""同一句话写了两遍。

## 说明
超过15个字、一字不差的句子在报告里出现两次，多半是复制以后忘了修改。“未收到政府信息公开申请”“没有发生行政复议、行政诉讼”
这类说明为零的句子，在总体情况和有关部分都可以写，不提示。连续几句都重复，只提示一次。

## 示例

```markdown bad in=一
镇党政办每季度组织一次政务公开业务培训和保密审查检查。下半年又增加了一名专职工作人员。

镇党政办每季度组织一次政务公开业务培训和保密审查检查。
```

```text expect
3:1-3:28 这句话前面已经写过，请删去或改写
  1:1-1:28 第一次出现在这里
```

```markdown good in=一
本年度未出现因政府信息公开工作被追究责任的情况。严格落实三审三校。

本年度未出现因政府信息公开工作被追究责任的情况。严格落实三审三校。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Related, Severity
from gxlint.i18n import _
from gxlint.prose.folding import has_any
from gxlint.rule import rule
from gxlint.rules.citations import DRAFTING

_SENTENCE = r"[^。！？\n]+[。！？]?"
#: Shorter ones may well be said twice.
_SHORTEST = 15
#: Saying that there was none is called for in more than one place.
_NONE = (
    "未收到",
    "未接到",
    "没有收到",
    "未发生",
    "没有发生",
    "未产生",
    "没有产生",
    "未收取",
    "没有收取",
    "未出现",
    "0件",
    "0 件",
)


@rule(category="wording", severity=Severity.WARNING, basis=[DRAFTING])
def check(document: Document) -> Iterator[Finding]:
    pieces = [piece for piece in document.prose.text.replace("\n", "。").split("。") if len(piece) >= _SHORTEST]
    if len(set(pieces)) == len(pieces):
        return
    sentences = [found for found in document.prose.find(_SENTENCE) if _counts(found.text)]
    first: dict[str, int] = {}
    expected = -1
    for number, found in enumerate(sentences):
        earlier = first.setdefault(found.text, number)
        if earlier == number:
            continue
        continues, expected = earlier == expected, earlier + 1
        if not continues and not has_any(found.text, _NONE):
            related = Related(sentences[earlier].span, _("第一次出现在这里"))
            yield Finding(found.span, _("这句话前面已经写过，请删去或改写"), (related,))


def _counts(sentence: str) -> bool:
    return len(sentence) > _SHORTEST and sentence[-1] in "。！？"
