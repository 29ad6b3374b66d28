"""总体情况过长。

## 说明
有的地方要求“总体情况”原则上不超过一千字，做到简明客观。
这条规则默认不启用，启用后按选项 `max-characters` 检查（不计空白）。

## 示例

```markdown bad in=一 max-characters=20
2024年，本机关按照上级部署扎实推进政府信息公开各项工作。
```

```text expect
「一、总体情况」 “总体情况”有 462 字，超过 20 字，请精简
```

```markdown good in=一
简要说明。
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM


class Options(NamedTuple):
    """选项。"""

    max_characters: int = 1000
    """“总体情况”最多多少字，不计空白。"""


@rule(category="structure", severity=Severity.INFO, basis=[FORM], options=Options, enabled=False)
def check(report: DisclosureReport, options: Options) -> Iterator[Finding]:
    section = report.section("overview")
    if section is None:
        return
    length = len("".join(section.prose.text.split()))
    if length > options.max_characters:
        message = _("“总体情况”有 {length} 字，超过 {limit} 字，请精简", length=length, limit=options.max_characters)
        yield Finding(section.head, message)
