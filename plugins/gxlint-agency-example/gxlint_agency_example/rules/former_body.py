"""用了已经改名的机构的旧名称。

## 说明
机构改革后，报告里要用现在的名称；改名以前的事也按现在的名称写，必要时在后面注明原名。书名号里的文件名称保持原样，不提示。

自动修改（需确认）：改为现在的名称。别的机构写在 `names` 里，左边是旧名称，右边是现在的名称。

## 示例

```markdown bad in=一
县卫计局牵头公开医疗服务价格36项。
```

```text expect
1:1-1:5 “县卫计局”已改名为“县卫生健康局”，请用现在的名称
```

```markdown fixed
县卫生健康局牵头公开医疗服务价格36项。
```

```markdown bad in=一 names="{ '县食药监局' = '县市场监管局' }"
会同县食药监局公布抽检结果12期。
```

```text expect
1:3-1:8 “县食药监局”已改名为“县市场监管局”，请用现在的名称
```

```markdown fixed
会同县市场监管局公布抽检结果12期。
```

```markdown good in=一
《县卫计局关于公布门诊安排的公告》继续有效，由县卫生健康局负责解释。
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.rule import Citation, rule

_NAMES = {"县卫计局": "县卫生健康局", "县卫生和计划生育局": "县卫生健康局"}


class Options(NamedTuple):
    """哪些机构改了名。"""

    names: Mapping[str, str] = _NAMES
    """旧名称和现在的名称。"""


@rule(
    category="wording",
    severity=Severity.WARNING,
    fix=Safety.UNSAFE,
    basis=[Citation("《青禾县机构改革方案》")],
    options=Options,
)
def check(document: Document, options: Options) -> Iterator[Finding]:
    for former, name in options.names.items():
        for found in document.prose.find(former):
            if found.before.count("《") > found.before.count("》"):
                continue
            message = _("“{former}”已改名为“{name}”，请用现在的名称", former=former, name=name)
            fix = Fix.replace(found.span, name, _("改为“{name}”", name=name), safety=Safety.UNSAFE)
            yield Finding(found.span, message, fixes=(fix,))
