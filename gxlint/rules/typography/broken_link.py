"""网址里夹了中文标点或者空格，打不开。

## 说明
网址里的冒号、斜线、点都是半角，当中不能有空格：“http：//www.qinghe.gov.cn”“www.qinghe. gov.cn”都打不开。网址后面的句号、
逗号不算。

## 示例

```markdown bad in=一
请登录http：//www.qinghe.gov.cn或者www.qinghe。gov.cn查询，也可访问 https://www. qinghe.gov.cn 。
```

```text expect
1:4-1:28 网址“http：//www.qinghe.gov.cn”里有中文标点或者空格，打不开
1:30-1:47 网址“www.qinghe。gov.cn”里有中文标点或者空格，打不开
1:55-1:81 网址“https://www. qinghe.gov.cn”里有中文标点或者空格，打不开
```

```markdown good in=一
请登录 http://www.qinghe.gov.cn，或者访问www.qinghe.gov.cn、http://zwgk.qinghe.gov.cn/index.html。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.prose.folding import has_any
from gxlint.rule import rule
from gxlint.rules.typography._marks import punctuation

_HOST = r"[A-Za-z0-9-]{1,40}"
#: The path; a bracket behind it (http:// www.qinghe.gov.cn) closes what the sentence opened.
_REST = r"[!-(*-~]*"
_BROKEN = (
    rf"https?(?:\s*：\s*[/／]{{0,2}}|:／{{1,2}}|:\s+//|://\s+(?=[a-z])|:/(?!/)|//(?=www)){_REST}"
    rf"|(?:https?://)?www\s*(?:[。．，,]\s*|\.\s+|\s+\.\s*){_HOST}{_REST}"
    rf"|(?:https?://|www\.)(?:{_HOST}\.){{0,4}}{_HOST}(?:[。．，]\s*|\.\s+|\s+\.\s*)(?:{_HOST}\.){{0,3}}(?:gov|com|cn|org|net|edu)\b{_REST}"
    rf"|https?://[!-~]{{1,200}}[。．：](?=/){_REST}"
)


@rule(category="typography", severity=Severity.WARNING, basis=[punctuation("5.1 标点符号的位置和书写形式")])
def check(document: Document) -> Iterator[Finding]:
    if not has_any(document.prose.text, ("http", "www")):
        return
    for found in document.prose.find(_BROKEN):
        yield Finding(found.span, _("网址“{link}”里有中文标点或者空格，打不开", link=found.text.strip()))
