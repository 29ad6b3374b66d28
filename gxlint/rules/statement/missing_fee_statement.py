"""没有说明信息处理费的收取情况。

## 说明
向申请人收取信息处理费的，要在年度报告中如实报告；没有收取的，也要说明没有收取，通常写在第六部分“其他需要报告的事项”。
只写“无”，或者只引用《政府信息公开信息处理费管理办法》而不说收了没有，读者仍然不知道。

“未收取信息处理费”“没有产生信息处理费”“收取信息处理费0元”“相关办理事项均无收费”等写法都可以，写在“依申请公开”里也可以。
2020年度及以前的报告不检查（管理办法自2021年起施行）。

自动修改（需确认）：在第六部分加上“未收取信息处理费”一句，只写“无”的改为这一句。收取过的，请改写件数和金额。

## 示例

```markdown bad for=六
无
```

```text expect
「六、其他需要报告的事项」 没有说明信息处理费收取情况，请写明收取的件数和金额，或者写“2024年，本机关未收取信息处理费。”
```

```markdown fixed
2024年，本机关未收取信息处理费。
```

```markdown bad for=六
本机关严格执行《政府信息公开信息处理费管理办法》的规定。
```

```text expect
「六、其他需要报告的事项」 没有说明信息处理费收取情况，请写明收取的件数和金额，或者写“2024年，本机关未收取信息处理费。”
```

```markdown fixed
本机关严格执行《政府信息公开信息处理费管理办法》的规定。2024年，本机关未收取信息处理费。
```

```markdown good for=六
本年度相关办理事项均无收费。
```

```markdown good for=六
（一）信息处理费收取情况

无。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import State
from gxlint.i18n import _
from gxlint.rule import Citation, rule
from gxlint.rules.statement._insertion import into_section

FEE_RULES = Citation("《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》", "国办函〔2020〕109号")
#: The first year whose applications the rules on the fee apply to.
SINCE = 2021


@rule(category="statement", severity=Severity.WARNING, fix=Safety.UNSAFE, basis=[FEE_RULES])
def check(report: DisclosureReport) -> Iterator[Finding]:
    if report.fee is not None or (report.year is not None and report.year < SINCE):
        return
    sentence = f"{report.year}年，本机关未收取信息处理费。" if report.year else "本年度未收取信息处理费。"
    message = _("没有说明信息处理费收取情况，请写明收取的件数和金额，或者写“{sentence}”", sentence=sentence)
    section = report.section("other_matters")
    if section is None:
        yield Finding(report.head, message)
        return
    edit = into_section(report, section, sentence)
    fixes = () if _was_charged(report) else (Fix(_("加上“{sentence}”", sentence=sentence), (edit,), Safety.UNSAFE),)
    yield Finding(section.head, message, fixes=fixes)


def _was_charged(report: DisclosureReport) -> bool:
    """Whether table three counts applicants who did not pay when asked to."""
    table = report.applications
    if table is None or "other.2" not in [row.key for row in table.form.rows]:
        return False
    cell = table["other.2", "total"]
    return cell.state is State.READ and bool(cell.value)
