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
from itertools import pairwise

from gxlint.document import Document
from gxlint.findings import Finding, Related, Severity
from gxlint.i18n import _
from gxlint.prose.items import Enumerator, find_enumerators
from gxlint.rule import Citation, rule


@rule(category="structure", severity=Severity.WARNING, basis=[Citation("《标点符号用法》（GB/T 15834—2011）", "附录")])
def check(document: Document) -> Iterator[Finding]:
    for paragraph in document.paragraphs:
        for one, other in pairwise(find_enumerators(paragraph.plain)):
            if _clash(one, other):
                message = _(
                    "前面用“{one}”，这里用“{other}”，同一组列举应一致",
                    one=one.found.text.strip(),
                    other=other.found.text.strip(),
                )
                related = Related(one.found.span, one.found.text.strip())
                yield Finding(other.found.span, message, (related,))


def _clash(one: Enumerator, other: Enumerator) -> bool:
    """Whether the second goes on with the first's series in another way."""
    if {one.word, other.word} == {"首先", "第"}:
        return other.word == "第" and other.number > 1
    return one.word in "是要" and other.word in "是要" and one.word != other.word and other.number == one.number + 1
