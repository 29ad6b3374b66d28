"""法规名称用了简称，前面没有交代。

## 说明
第一次引用用全称《中华人民共和国政府信息公开条例》，后面要用简称的，先写“（以下简称《条例》）”。单独写《条例》而没有交代，
读者不知道是哪一部条例；《政府信息公开条例》也是简称。同一种简称只在第一次出现的地方提示。

## 示例

```markdown bad in=一
认真贯彻《政府信息公开条例》，组织学习《条例》，严格执行《条例》规定的时限。
```

```text expect
1:5-1:15 《政府信息公开条例》是简称，应写全称《中华人民共和国政府信息公开条例》
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《政府信息公开信息处理费管理办法》，编制本报告，统计期限为
2024年1月1日至2024年12月31日。按照《条例》规定予以公布，联系电话：0955-4741110。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation

_FULL = "中华人民共和国政府信息公开条例"
_SHORT = r"《\s*(?P<name>(?:政府信息公开)?条例)\s*》"
_INTRODUCED = r"(?:简称|下称)(?:为|：|:)?新?\W{{0,3}}{name}"


@rule(category="wording", severity=Severity.INFO, basis=[regulation("名称"), FORM])
def check(document: Document) -> Iterator[Finding]:
    seen: set[str] = set()
    for found in document.prose.find(_SHORT, near="条例"):
        name = found["name"]
        if name in seen:
            continue
        seen.add(name)
        introduced = document.prose.search(_INTRODUCED.format(name=name), near="称")
        if introduced is None or introduced.span.start > found.span.start:
            yield Finding(found.span, _message(name))


def _message(name: str) -> str:
    if name == "条例":
        return _("《条例》是简称，前面要写全称并注明“（以下简称《条例》）”")
    return _("《{name}》是简称，应写全称《{full}》", name=name, full=_FULL)
