"""书名号里面的书名号应为〈〉。

## 说明
文件标题里还有文件标题时，外面用《》，里面用〈〉：《关于印发〈……办法〉的通知》。里面写成《》或者尖括号< >的都会提示。

## 示例

```markdown bad in=一
转发《关于印发《青禾县政务公开办法》的通知》和《关于执行<信息处理费管理办法>的通知》。
```

```text expect
1:8-1:19 书名号里面用〈〉：〈青禾县政务公开办法〉
1:29-1:40 书名号里面用〈〉：〈信息处理费管理办法〉
```

```markdown fixed
转发《关于印发〈青禾县政务公开办法〉的通知》和《关于执行〈信息处理费管理办法〉的通知》。
```

```markdown good in=一
转发《关于印发〈青禾县政务公开办法〉的通知》和《青禾县政务公开指南》《工作要点》，见 <http://www.qinghe.gov.cn> 。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.typography._marks import punctuation
from gxlint.text import PlainText

_MARKS = r"[《》\n]"
_ANGLES = r"(?<=[^<＜\n])[<＜](?P<inner>(?!https?:|www)[^<>＜＞《》\n]*[一-鿿][^<>＜＞《》\n]*)[>＞]"


@rule(category="typography", severity=Severity.WARNING, fix=Safety.SAFE, basis=[punctuation("4.15 书名号")])
def check(document: Document) -> Iterator[Finding]:
    prose = document.prose
    for start, end in sorted((*_nested(prose), *_angled(prose))):
        inner = prose.text[start + 1 : end - 1]
        edits = (Edit(prose.span(start, start + 1), "〈"), Edit(prose.span(end - 1, end), "〉"))
        message = _("书名号里面用〈〉：〈{inner}〉", inner=inner)
        yield Finding(prose.span(start, end), message, fixes=(Fix(_("改为〈〉"), edits, Safety.SAFE),))


def _nested(prose: PlainText) -> Iterator[tuple[int, int]]:
    """Titles in 《》 directly inside another one that is closed in the same paragraph."""
    if not _may_nest(prose.text):
        return
    opened: list[int] = []
    inner: list[tuple[int, int]] = []
    for found in prose.find(_MARKS, near="《"):
        at = found.match.start()
        if found.text == "《":
            opened.append(at)
        elif found.text == "\n" or not opened:
            opened, inner = [], []
        else:
            start = opened.pop()
            if len(opened) == 1:
                inner.append((start, at + 1))
            elif not opened:
                yield from inner
                inner = []


def _may_nest(text: str) -> bool:
    """Whether a 《 stands before the 》 of the one before it."""
    opened = text.find("《")
    while opened >= 0:
        closed, another = text.find("》", opened), text.find("《", opened + 1)
        if 0 <= another < closed:
            return True
        opened = another
    return False


def _angled(prose: PlainText) -> Iterator[tuple[int, int]]:
    """The same with the signs for less and greater."""
    if "<" not in prose.text and "＜" not in prose.text:
        return
    for found in prose.find(_ANGLES):
        if found.before.rfind("《") > found.before.rfind("》") and "》" in found.after:
            yield found.match.span()
