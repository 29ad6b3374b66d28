"""没有规章制定权的机关填报了规章。

## 说明
规章只能由国务院部门、省（自治区、直辖市）和设区的市、自治州的人民政府制定。乡镇、街道、县（市、区）政府和地方各部门
制定的文件不是规章，应填在“行政规范性文件”一行；“规章”一行填 0 或“/”。

## 示例

```markdown bad in=二
| 规章 | 0 | 0 | 6 |
```

```text expect
1:16-1:17 青禾县云溪镇人民政府没有规章制定权，“规章”却填了 6，规范性文件请填在下一行
```

```markdown good in=二
| 规章 | 0 | 0 | 0 |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.agencies import Agency, Kind, Level, read_agency
from gxlint.rule import Citation, rule


@rule(
    category="table",
    severity=Severity.WARNING,
    basis=[Citation("《中华人民共和国立法法》", "第九十一条、第九十三条")],
)
def check(report: DisclosureReport) -> Iterator[Finding]:
    table = report.disclosure
    if table is None or not _lacks_power(read_agency(report.agency)):
        return
    filled = [cell for cell in table.row("rules") if cell.value]
    if filled:
        message = _(
            "{agency}没有规章制定权，“规章”却填了 {value}，规范性文件请填在下一行",
            agency=report.agency,
            value=filled[0].value,
        )
        yield Finding(filled[0].span.cover(filled[-1].span), message)


def _lacks_power(body: Agency) -> bool:
    """Whether a body certainly makes no rules; where the name does not tell, it may."""
    if body.is_grassroots:
        return True
    if body.kind is Kind.DEPARTMENT:
        return Level.UNKNOWN < body.level < Level.STATE
    return body.kind is Kind.GOVERNMENT and body.level is Level.COUNTY and not body.place.endswith("市")
