"""正文里的行政复议、行政诉讼件数与表四不一致。

## 说明
正文写因政府信息公开被申请行政复议、提起行政诉讼多少件，结果如何，应当与表四一致：行政复议对“行政复议”总计，
行政诉讼对“未经复议直接起诉”与“复议后起诉”两项总计之和。写“未发生”的，表四应全为 0；写“均获维持”的，表四的
纠正、其他结果、尚未审结都应为 0。

只看讲政府信息公开的句子和第四部分；司法局受理的全部行政复议案件不在此列。带“余”“约”的数、往年的数、计划数不比较。

## 示例

```markdown bad in=一
2024年，因政府信息公开被申请行政复议5件，被提起行政诉讼1件。
```

```text expect
1:21-1:22 正文写行政复议 5件，表四 行政复议 总计为 3；请核对后改为一致
  「3」 表四 行政复议 总计：3
```

```markdown bad in=一
全年未发生因政府信息公开引起的行政复议、行政诉讼案件。
```

```text expect
1:3-1:6 正文说没有行政复议、行政诉讼，表四 行政复议、行政诉讼 未经复议直接起诉、行政诉讼 复议后起诉合计却为 4；请核对后改为一致
  「3」 表四 行政复议 总计：3
  「1」 表四 行政诉讼 未经复议直接起诉 总计：1
```

```markdown bad in=四
本年度因政府信息公开被申请行政复议3件，均维持原行政行为。
```

```text expect
1:21-1:24 正文说均维持，表四却有 1 件不是维持的结果；请核对后改为一致
  「1」 表四 行政复议 尚未审结：1
```

```markdown good in=一
2024年，因政府信息公开被申请行政复议3件、提起行政诉讼1件，其中复议维持2件。
```

```markdown good agency=临江市司法局 in=一
全年收到行政复议申请126件，办理行政应诉案件40件。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import FormTable
from gxlint.i18n import _
from gxlint.prose.phrases import has_any
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.rules.consistency._claims import Claim, contradictions
from gxlint.rules.consistency._disputes import ABOUT, ALL_UPHELD, DISCLOSURE, ROWS, claims_on_disputes, courses_in
from gxlint.rules.consistency._figures import Said, figures_said, is_of_the_report, is_wide, phrases_said


@rule(category="consistency", severity=Severity.ERROR, basis=[FORM], severities=[Severity.WARNING])
def check(report: DisclosureReport) -> Iterator[Finding]:
    table = report.disputes
    if table is None:
        return
    yield from contradictions(report, table, claims(report))
    for said in phrases_said(report, ABOUT, ALL_UPHELD):
        if _is_at_home(report, said) or has_any(said.so_far, DISCLOSURE):
            yield from _not_upheld(report, table, said)


def claims(report: DisclosureReport) -> Iterator[Claim]:
    """What the text claims of table four."""
    for said in figures_said(report, ABOUT):
        yield from claims_on_disputes(said, at_home=_is_at_home(report, said))


def _is_at_home(report: DisclosureReport, said: Said) -> bool:
    """Whether the figure stands in the section on disputes, where no other disputes are meant."""
    section = report.section_at(said.span)
    return section is not None and section.key == "disputes"


def _not_upheld(report: DisclosureReport, table: FormTable, said: Said) -> Iterator[Finding]:
    """均获维持, though the table has cases that ended otherwise or are pending."""
    rows = [row for course in courses_in(said.so_far) for row in ROWS[course]]
    cells = [table[row, column] for row in rows for column in ("corrected", "other", "pending")]
    others = tuple(
        Related(cell.span, _("{place}：{value}", place=table.form.label(cell.key), value=cell.value))
        for cell in cells
        if cell.value
    )
    if others and is_of_the_report(said, report):
        message = _(
            "正文说均维持，表四却有 {n} 件不是维持的结果；请核对后改为一致", n=sum(cell.value or 0 for cell in cells)
        )
        yield Finding(said.span, message, others, severity=Severity.WARNING if is_wide(said, report) else None)
