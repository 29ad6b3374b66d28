"""上级报告的申请数量不等于所属各机关之和。

## 说明
汇总全县、全系统数据的报告，表三每一行的总计应等于所属各机关（包括上级机关自己的办公室）报告中同一行之和。要检查，先在
设置里写明谁由哪些机关汇总而成，并且一次检查全部报告；缺了哪个机关的报告，或者有数读不准，就不检查。

```toml
[rules.hierarchy-sum-mismatch.members]
"青禾县人民政府" = ["青禾县人民政府办公室", "青禾县云溪镇人民政府", "青禾县竹坪乡人民政府"]
```

## 示例

```markdown bad in=三 agency=青禾县人民政府 also=copied-report members="{'青禾县人民政府' = ['青禾县云溪镇人民政府', '青禾县竹坪乡人民政府']}"
| 一、本年新收政府信息公开申请数量 | | | 11 | 3 | 0 | 1 | 0 | 0 | 15 |
```

```text expect
1:51-1:53 表三 一、本年新收政府信息公开申请数量 总计填的是 15，所属 2 个机关合计为 30；请核对
  「2」 表三 二、上年结转政府信息公开申请数量 总计：2，合计为 4
  「7」 表三 （一）予以公开 总计：7，合计为 14
  「2」 表三 （二）部分公开（区分处理的，只计这一情形，不计其他情形） 总计：2，合计为 4
  「1」 表三 4.保护第三方合法权益 总计：1，合计为 2
  「3」 表三 1.本机关不掌握相关政府信息 总计：3，合计为 6
  「1」 表三 1.信访举报投诉类申请 总计：1，合计为 2
  「1」 表三 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 总计：1，合计为 2
  「15」 表三 （七）总计 总计：15，合计为 30
  「2」 表三 四、结转下年度继续办理 总计：2，合计为 4
```

```markdown other agency=青禾县云溪镇人民政府
```

```markdown other agency=青禾县竹坪乡人民政府
```

```markdown good in=三 agency=青禾县人民政府 also=copied-report members="{'青禾县人民政府' = ['青禾县云溪镇人民政府']}"
| 一、本年新收政府信息公开申请数量 | | | 11 | 3 | 0 | 1 | 0 | 0 | 15 |
```

```markdown other agency=青禾县云溪镇人民政府
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import Cell, FormTable
from gxlint.form.report import Condensed
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM


class Options(NamedTuple):
    """Which bodies make up which."""

    members: Mapping[str, Sequence[str]] = {}
    """上级机关的名称 = 由哪些机关汇总而成，写全称。"""


def condense(report: DisclosureReport) -> list[object]:
    """Body and year: which reports are compared depends on these."""
    return [report.agency, report.year]


@rule(category="consistency", severity=Severity.WARNING, basis=[FORM], options=Options, condense=condense)
def check(reports: Sequence[Condensed], options: Options) -> Iterator[Finding]:
    for superior, members in options.members.items():
        for item in reports:
            agency, year = item.value
            report = item.open() if _is_named(agency, superior) else None
            if isinstance(report, DisclosureReport):
                parts = [_of(member, year, reports) for member in members]
                yield from _compare(report, members, parts)


def _is_named(agency: str, name: str) -> bool:
    """Whether a body has that name, superior regions aside; an office is another body than its government here."""
    return bool(agency) and (agency.endswith(name) or name.endswith(agency))


def _of(name: str, year: int | None, reports: Sequence[Condensed]) -> FormTable | None:
    """Table three of a member's report for the year."""
    found = [item for item in reports if item.value[1] == year and _is_named(item.value[0], name)]
    report = found[0].open() if len(found) == 1 else None
    return report.applications if isinstance(report, DisclosureReport) else None


def _compare(report: DisclosureReport, names: Sequence[str], parts: Sequence[FormTable | None]) -> Iterator[Finding]:
    """One finding for the table: the first row that differs, with the others."""
    tables = [part for part in parts if part is not None]
    if report.applications is None or len(tables) < len(names) or not tables:
        return
    differing = [
        (cell, expected)
        for cell in report.applications
        if cell.key.column == "total"
        for expected in [_sum(cell, tables)]
        if expected is not None and cell.value is not None and cell.value != expected
    ]
    if not differing:
        return
    label = report.applications.form.label
    cell, expected = differing[0]
    message = _(
        "{place}填的是 {found}，所属 {n} 个机关合计为 {expected}；请核对",
        place=label(cell.key),
        found=cell.value,
        n=len(names),
        expected=expected,
    )
    related = tuple(
        Related(other.span, _("{place}：{value}，合计为 {sum}", place=label(other.key), value=other.value, sum=sum_))
        for other, sum_ in differing[1:]
    )
    yield Finding(cell.span, message, related, source=report.document.source)


def _sum(cell: Cell, tables: Sequence[FormTable]) -> int | None:
    """What the members' cells add up to, if all of them were read."""
    values = [table.value(*cell.key) if cell.key in table.form.cell_keys() else None for table in tables]
    return None if None in values else sum(int(value) for value in values if value is not None)
