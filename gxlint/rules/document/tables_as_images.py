"""统计表是图片，里面的数无法核对。

## 说明
第二至四部分的统计表贴成了图片（截图、扫描件）。图片里的数读不出来，勾稽关系、漏填、与正文是否一致都无法检查，
网站上也不便于公众检索和复制。请换成可以编辑的表格。

## 示例

```markdown bad for=四 formats=markdown,docx reason="纯文本里没有图片"
![行政复议、行政诉讼情况表](复议诉讼.png)
```

```text expect
1:1-1:26 表四是图片，表中的数无法核对，请换成可编辑的表格
```

```markdown good in=四
![公开栏照片](公开栏.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Picture, Table
from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM


@rule(category="document", severity=Severity.WARNING, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    present = {table.form.key for table in report.tables}
    found: list[tuple[str, Picture]] = []
    for form in report.layout.tables:
        section = report.section(form.section)
        if form.key in present or section is None or any(isinstance(block, Table) for block in section.blocks):
            continue
        picture = next((block for block in section.blocks if isinstance(block, Picture)), None)
        if picture is not None:
            found.append((form.name, picture))
    if found:
        names = _("、").join([name for name, _picture in found])
        message = _("{names}是图片，表中的数无法核对，请换成可编辑的表格", names=names)
        related = tuple([Related(picture.span, name) for name, picture in found[1:]])
        yield Finding(found[0][1].span, message, related)
