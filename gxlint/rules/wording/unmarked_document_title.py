"""引用文件标题没有加书名号。

## 说明
按文件标题引用通知、批复、方案等，标题要加书名号：按照《关于做好……的通知》要求。只查“根据”“按照”“结合”等后面的
“关于……的通知（通报、批复、实施意见、工作方案）”。泛指的“关于开展培训的通知3份”不提示。

## 示例

```markdown bad in=一
按照县政府办公室关于做好2024年政务公开工作的通知要求，细化任务分工。
```

```text expect
1:9-1:27 引用文件标题要加书名号：《关于做好2024年政务公开工作的通知》
```

```markdown fixed
按照县政府办公室《关于做好2024年政务公开工作的通知》要求，细化任务分工。
```

```markdown good in=一
按照《青禾县人民政府办公室关于做好2024年政务公开工作的通知》要求，印发关于开展业务培训的通知3份，落实上级关于加强政务公开的
要求和“关于改进作风的通知”精神。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.prose.documents import find_unmarked_titles
from gxlint.prose.folding import keywords
from gxlint.rule import Citation, rule

#: Words after which a document is cited, not described.
_CITING = keywords("根据 按照 依据 依照 遵照 结合 落实 贯彻 执行 对照 参照 围绕 学习")


@rule(
    category="wording",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    basis=[Citation("《标点符号用法》（GB/T 15834—2011）", "4.15 书名号")],
)
def check(document: Document) -> Iterator[Finding]:
    for title in find_unmarked_titles(document.prose):
        paragraph = document.paragraph_at(title.span)
        if paragraph is None:
            continue
        start = paragraph.plain.index(title.span.start)
        before = paragraph.text[:start]
        if _is_cited(before) and before.count("《") == before.count("》") and before.count("“") == before.count("”"):
            edits = (Edit(title.span.at_start(), "《"), Edit(title.span.at_end(), "》"))
            fix = Fix(_("加书名号"), edits, Safety.UNSAFE)
            yield Finding(title.span, _("引用文件标题要加书名号：《{title}》", title=title.text), fixes=(fix,))


def _is_cited(before: str) -> bool:
    """Whether the clause that leads up to the title says that it is cited."""
    clause = max(before.rfind(mark) for mark in "，。；：,;（")
    lead = before[clause + 1 :]
    return len(lead) <= 30 and any(word in lead for word in _CITING)
