"""某一部分没有内容。

## 说明
每个部分都要有内容。第五部分“存在的主要问题及改进情况”不能只写“无”：要写明具体问题和针对性的改进措施。
第六部分没有事项的可以写“无”。第二至四部分没有附表的，另有提示。“总体情况”里“（一）主动公开”等五个方面的小标题下面也要有内容。

## 示例

```markdown bad for=五
无。
```

```text expect
1:1-1:3 第五部分不能只写“无”，应写明存在的问题和改进措施
```

```markdown bad for=一
（一）主动公开。2024年主动公开政府信息120条。

（二）依申请公开。全年收到政府信息公开申请15件，办结15件，结转下年度2件。

（三）政府信息管理。严格落实“三审三校”制度，发布前进行保密审查。

（四）政府信息公开平台建设。

（五）监督保障。把政务公开纳入年度考核，自觉接受社会评议，未发生责任追究情形。
```

```text expect
7:4-7:14 “政府信息公开平台建设”下面没有内容，请补写
```

```markdown good for=六
本年度未收取信息处理费。除此之外，无其他需要报告的事项。
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gxlint.document import Block, Paragraph
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Section
from gxlint.i18n import _
from gxlint.prose.items import lead_in, read_item
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.text import Pattern, Span, Words

#: What the overview is about, as its headings name it.
_ASPECTS = frozenset(
    ("主动公开", "依申请公开", "政府信息管理", "平台建设", "政府信息公开平台建设", "监督保障", "政府信息公开监督保障")
)
#: Stands behind the last paragraph.
_END = Words("", Span(0, 0))
#: Longer texts say more.
_LONGEST = 30
#: 无, 本年度无, 不存在问题, /
_NOTHING = Pattern(
    r"\W*(?:[我本][一-鿿]{1,3}|\d{4}年度?|暂时?)*(?:无|没有|不存在|未发现)?(?:存在)?的?(?:主要|明显|突出)?(?:问题)?\W*"
)


@rule(category="structure", severity=Severity.WARNING, basis=[FORM, regulation("第五十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    overview = report.section("overview")
    if overview is not None:
        yield from _empty_items(overview)
    times = Counter(section.key for section in report.sections)
    for section in report.sections:
        if section.form.tables or times[section.key] > 1:  # a heading that stands twice is another rule's finding
            continue
        text = section.prose.text.strip()
        if not text and len(section.blocks) == len(section.paragraphs):
            yield Finding(section.head, _("“{heading}”没有内容，请补写", heading=section.form.heading))
        elif section.key == "problems" and 0 < len(text) < _LONGEST and _NOTHING.fullmatch(text):
            yield Finding(section.prose.strip().source, _("第五部分不能只写“无”，应写明存在的问题和改进措施"))


def _empty_items(overview: Section) -> Iterator[Finding]:
    """Aspects of the overview that are a heading and nothing more; one named twice may stand in a list of them."""
    blocks = [block for block in overview.blocks if not isinstance(block, Paragraph) or block.text.strip()]
    begun = [_aspect(block) for block in blocks]
    times = Counter(words.text for words in begun if words)
    for block, words, behind in zip(blocks, begun, [*begun[1:], _END], strict=False):
        if words and behind and times[words.text] == 1 and _is_all(words, block):
            yield Finding(words.span, _("“{name}”下面没有内容，请补写", name=words.text))


def _aspect(block: Block) -> Words | None:
    """The aspect that a paragraph, numbered or not, begins with."""
    if not isinstance(block, Paragraph):
        return None
    item = read_item(block.plain)
    rest = (item.rest if item else block.plain).strip()
    name = lead_in(rest)
    return Words(name, rest.span(0, len(name))) if name in _ASPECTS and rest.text.startswith(name) else None


def _is_all(words: Words, block: Block) -> bool:
    """Whether a paragraph says no more than these words, its number and marks aside."""
    return isinstance(block, Paragraph) and block.text.rstrip("。：: \u3000").endswith(words.text)
