"""正文里的日期用点、斜线隔开。

## 说明
正文里的日期写成“2024年1月9日”；“2024.1.9”“2024/1/9”只用在表格、图注这些地方。“2024-01-09”是国家标准允许的写法，不提示。

## 示例

```markdown bad in=一
工作要点于2024.1.9印发，2024/3/12开展培训。
```

```text expect
1:6-1:14 正文里的日期应写作“2024年1月9日”
1:17-1:26 正文里的日期应写作“2024年3月12日”
```

```markdown good in=一
工作要点于2024年1月9日印发，2024-03-12开展培训，网站升级到 5.10.2 版，IP地址为10.20.1.9，编号2024.1.9.3。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.rules.typography._marks import NUMERALS

_DATE = (
    r"(?:19|20)\d\d(?P<mark>[./．])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])"
    r"(?![\d./．])"
)

#: Behind these it is part of a longer number.
_JOINED = tuple("0123456789./．-_=")


@rule(category="typography", severity=Severity.INFO, basis=[Citation(NUMERALS, "5.2 阿拉伯数字的使用")])
def check(document: Document) -> Iterator[Finding]:
    for found in document.prose.find(_DATE):
        start = found.match.start()
        before = document.prose.text[max(0, start - 1) : start]
        if before in _JOINED or (before.isascii() and before.isalpha()):
            continue
        right = f"{found.text[:4]}年{int(found['month'])}月{int(found['day'])}日"
        yield Finding(found.span, _("正文里的日期应写作“{right}”", right=right))
