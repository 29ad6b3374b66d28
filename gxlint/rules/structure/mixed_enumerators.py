"""同一组列举混用了不同的序数词。

## 说明
一组列举应当前后一致：用“一是”就一直用“一是、二是、三是”，用“一要”就一直用“一要、二要、三要”，
“首先、其次”也不要接“第三”。

## 示例

```markdown bad in=六
下一步，一要加强学习培训，二是拓宽公开渠道。
```

```text expect
1:14-1:16 前面用“一要”，这里用“二是”，同一组列举应一致
  1:5-1:7 一要
```

```markdown good in=六
下一步，一是要加强学习培训，二是要拓宽公开渠道。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Related, Severity
from gxlint.i18n import _
from gxlint.prose.items import Enumerator, find_enumerators
from gxlint.rule import Citation, rule

#: Numbers in brackets may stand among any of these: they number something else.
_WORDS = frozenset({"是", "要", "第", "首先"})


@rule(category="structure", severity=Severity.WARNING, basis=[Citation("《标点符号用法》（GB/T 15834—2011）", "附录")])
def check(document: Document) -> Iterator[Finding]:
    last: dict[str, int] = {}
    for paragraph in document.paragraphs:
        one: Enumerator | None = None
        for other in find_enumerators(paragraph.plain):
            if one and _goes_on(one, other) and last.get(other.word) != other.number - 1:
                message = _("前面用“{one}”，这里用“{other}”，同一组列举应一致", one=one.text, other=other.text)
                yield Finding(other.found.span, message, (Related(one.found.span, one.text),))
                last[one.word] = other.number  # so that the series may go on as it began
            last[other.word] = other.number
            one = other


def _goes_on(one: Enumerator, other: Enumerator) -> bool:
    """Whether the second has another word and yet the number behind the first's, 第三 also behind 其次 or 再次."""
    if one.word == other.word or not {one.word, other.word} <= _WORDS:
        return False
    behind = other.number == one.number + 1 if one.number else other.word == "第"
    return behind and other.number > 1
