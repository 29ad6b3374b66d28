"""网址里夹了中文标点或者空格，打不开。

## 说明
网址里的冒号、斜线、点都是半角，当中不能有空格：“http：//www.qinghe.gov.cn”“www.qinghe. gov.cn”都打不开。网址后面
紧接句号又接着写字，很多软件会把后面的字也连进网址。网址后面的逗号、括号，段末的句号不算。

## 示例

```markdown bad in=一
请登录http：//www.qinghe.gov.cn或者www.qinghe。gov.cn查询，也可访问 https://www. qinghe.gov.cn 。
```

```text expect
1:4-1:28 网址“http：//www.qinghe.gov.cn”里有中文标点或者空格，打不开；请改用半角标点，删去空格
1:30-1:47 网址“www.qinghe。gov.cn”里有中文标点或者空格，打不开；请改用半角标点，删去空格
1:55-1:81 网址“https://www. qinghe.gov.cn”里有中文标点或者空格，打不开；请改用半角标点，删去空格
```

```markdown bad in=一
年度报告见https://www.qinghe.gov.cn/zwgk。欢迎查阅。
```

```text expect
1:6-1:37 网址后面紧接“。”和文字，会连成一个网址；请把网址放进括号，或者在后面空一格
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
    rf"(?<![A-Za-z])(?:htp|htpp|hhtp|htttp|ttp)s?://{_REST}|https?[;；]//{_REST}"
    rf"|https?(?:\s*：\s*[/／]{{0,2}}|:／{{1,2}}|:\s+//|://\s+(?=[a-z])|:/(?!/)|//(?=www)){_REST}"
    rf"|(?:https?://)?www\s*(?:[。．，,]\s*|\.\s+|\s+\.\s*){_HOST}{_REST}"
    rf"|(?:https?://|www\.)(?:{_HOST}\.){{0,4}}{_HOST}(?:[。．，]\s*|\.\s+|\s+\.\s*)(?:{_HOST}\.){{0,3}}(?:gov|com|cn|org|net|edu)\b{_REST}"
    rf"|https?://[!-~]{{1,200}}[。．：](?=/){_REST}"
)
#: A full stop and more text right behind an address: programs that make links of addresses take them in.
_GLUED = r"https?://[!-~]{4,200}(?<![)\]>])。(?=\w)"


@rule(category="typography", severity=Severity.WARNING, basis=[punctuation("5.1 标点符号的位置和书写形式")])
def check(document: Document) -> Iterator[Finding]:
    if not has_any(document.prose.text, ("http", "www", "tp")):
        return
    for found in document.prose.find(_BROKEN):
        yield Finding(
            found.span, _("网址“{link}”里有中文标点或者空格，打不开；请改用半角标点，删去空格", link=found.text.strip())
        )
    for found in document.prose.find(_GLUED, near="http"):
        if found.span.length == len(found.text):  # else it stands between marks of its own: <http://…>
            message = _("网址后面紧接“。”和文字，会连成一个网址；请把网址放进括号，或者在后面空一格")
            yield Finding(found.span, message)
