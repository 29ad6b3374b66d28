"""标点重复：“。。”“，。”“、、”。

## 说明
两个点号不能连用，多是修改时留下的，只留一个。“？！”“！！”表示语气，报告里用不着，也会提示。“电话：，”这类冒号后面缺内容的，
由“联系方式”检查。

## 示例

```markdown bad in=一
公开信息81条，。其中政策文件、、解读材料3条。。按时更新；，及时答复。
```

```text expect
1:8-1:10 标点重复：“，。”，应为“。”
1:16-1:18 标点重复：“、、”，应为“、”
1:24-1:26 标点重复：“。。”，应为“。”
1:30-1:32 标点重复：“；，”，应为“；”
```

```markdown fixed
公开信息81条。其中政策文件、解读材料3条。按时更新；及时答复。
```

```markdown good in=一
公开信息81条（含解读3条）。“应公开尽公开”、政策解读……均已落实。是否公开？“公开。”
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gxlint.document import Document
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.prose.pairs import code, pairs
from gxlint.rule import rule
from gxlint.rules.typography._marks import punctuation

_POINTS = "，。；：、！？"
_REPEATED = r"[，。；：、！？,;][，。；：、！？,;]+"
#: The stronger mark stays.
_STRENGTH = "、,，:：;；?？!！。"
_FULL = {",": "，", ";": "；"}


@rule(
    category="typography",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    basis=[punctuation("4.1 句号至4.7 冒号")],
)
def check(document: Document) -> Iterator[Finding]:
    if _doubles().isdisjoint(pairs(document.prose.text)):
        return
    for found in document.prose.find(_REPEATED):
        marks = found.text
        if not set(marks) & set(_POINTS) or marks in ("？！", "！？") or (marks[0] == "：" and marks[1] != "："):
            continue
        strongest = max(marks, key=_STRENGTH.index)
        right = _FULL.get(strongest, strongest)
        # Three full stops may be meant for an ellipsis; a full stop before a comma may be the slip itself.
        sure = marks == "。。" or (strongest == marks[-1] and set(marks) != {"。"})
        safety = Safety.SAFE if sure else Safety.UNSAFE
        fix = Fix.replace(found.span, right, _("只留“{mark}”", mark=right), safety=safety)
        yield Finding(found.span, _("标点重复：“{marks}”，应为“{mark}”", marks=marks, mark=right), fixes=(fix,))


@cache
def _doubles() -> frozenset[int]:
    return frozenset(code(one + other) for one in _POINTS + ",;" for other in _POINTS + ",;")
