"""标题不是“机关全称＋年份＋政府信息公开工作年度报告”。

## 说明
标题由机关全称、年份和“政府信息公开工作年度报告”组成。常见的错误有：写成“工作报告”“工作总结”，漏写年份或机关，
年份写了两次，“人民政府”和“政府信息公开”连写时少了“政府”二字，词序颠倒。
机关名称单独占一行、年份写在最前面、用括号把年份放在最后，都可以。

自动修改（需确认）：改为规定的标题。

## 示例

```markdown bad for=标题
# 青禾县云溪镇人民政府信息公开工作2024年度报告
```

```text expect
1:3-1:27 标题不规范，应写“青禾县云溪镇人民政府2024年政府信息公开工作年度报告”
```

```markdown fixed
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告
```

```markdown good for=标题
# 2024年度青禾县云溪镇人民政府政府信息公开工作年度报告
```

```markdown good for=标题
# 青禾县云溪镇人民政府

# 政府信息公开工作年度报告（2024年）
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Title
from gxlint.i18n import _
from gxlint.prose.folding import fold
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Pattern

_YEAR = r"(?:20\d\d|二[〇零○]\w\w)年度?"
_BODY = r"(?:(?!20\d\d)[^，。；：年]){2,40}?(?<!人民)(?<!关于)"
_SUBJECT = "政府信息公开工作年度报告"
_RIGHT = Pattern(
    rf"《?(?:关于)?(?:(?:{_BODY}{_YEAR}|{_YEAR}{_BODY}){_SUBJECT}|{_BODY}{_SUBJECT}(?:\({_YEAR}\)|\(20\d\d\)|{_YEAR}))》?"
)
_YEARS = Pattern(r"20\d\d(?!\d)")
_SPACE = Pattern(r"\s")


@rule(category="structure", severity=Severity.WARNING, fix=Safety.UNSAFE, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    title = report.title
    agency, year = report.agency or "机关全称", report.year or "××××"
    right = f"{agency}{year}年政府信息公开工作年度报告"
    if title is None or title.plain.text == right or _RIGHT.fullmatch(fold(title.plain).text):
        return
    known = bool(title.agency and report.year)
    message = _("标题{fault}应写“{right}”", fault=_fault(title), right=right)
    yield Finding(title.span, message, fixes=(_fix(title, right),) if known else ())


def _fault(title: Title) -> str:
    """What is wrong, where that is plain."""
    if title.year is None:
        return _("没有年份，")
    if title.agency is None:
        return _("没有机关名称，")
    if len(list(_YEARS.finditer(title.plain.text))) > 1:
        return _("写了两次年份，")
    if "年度报告" not in title.plain.text:
        return _("不是“年度报告”，")
    return _("不规范，")


def _fix(title: Title, right: str) -> Fix:
    """The right title in place of the first line; a line that holds only the body stays."""
    first, *others = title.paragraphs
    body = title.agency.text if title.agency else ""
    if others and _SPACE.sub("", first.text) == body:
        first, *others = others
        right = right.removeprefix(body)
    edits = [Edit(first.plain.source if title.paragraphs[1:] else title.span, right)]
    edits += [Edit(line.plain.source, "") for line in others]
    return Fix(_("改为“{right}”", right=right), tuple(edits), Safety.UNSAFE)
