"""没有写明所列数据的统计期限。

## 说明
报告中的数字是哪一段时间的，应当用一句话写清楚，通常放在开头、第一部分之前。读者要拿今年的数字同去年的比，同上级汇总的
数字对，没有这句话就无从核对。按《条例》第四十九条，年度报告报告的是上一年度的情况，所以起止日期是当年1月1日和12月31日。

写法不限，“统计期限”“统计时限”“数据统计起止时间”“本报告所列数据自……起至……止”都可以，放在第一部分或文末也可以。
只在某一项统计里写了起止日期（如“1月1日至12月31日共公开信息81条”），不算写明了全文的统计期限。

自动修改（需确认）：在开头加上一句；联系方式另起一段的，加在它前面。

## 示例

```markdown bad in=outline
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》的要求，青禾县云溪镇人民政府编制了本报告。如对本报告有疑问，请联系云溪镇党政办公室（电话：0955-4741110）。

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```text expect
1:3-1:30 没有写明统计期限，可在开头加上：“本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。”
```

```markdown fixed
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》的要求，青禾县云溪镇人民政府编制了本报告。如对本报告有疑问，请联系云溪镇党政办公室（电话：0955-4741110）。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》的要求编制本报告，使用数据统计时间为2024年1月1日至12月31日。联系电话：0955-4741110。
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》的要求编制本报告。除特别说明外，文中数据均为2024年1月1日—2024年12月31日的数据。联系电话：0955-4741110。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import regulation
from gxlint.rules.statement._insertion import into_preamble


@rule(category="statement", severity=Severity.WARNING, fix=Safety.UNSAFE, basis=[regulation("第四十九条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    if report.period is not None:
        return
    if report.year is None:
        yield Finding(report.head, _("没有写明统计期限，请在开头写清所列数据的起止日期（1月1日至12月31日）"))
        return
    sentence = f"本报告所列数据的统计期限自{report.year}年1月1日起至{report.year}年12月31日止。"
    edit = into_preamble(report, sentence, report.contact.span if report.contact else None)
    fixes = (Fix(_("在开头加上统计期限"), (edit,), Safety.UNSAFE),) if edit else ()
    yield Finding(report.head, _("没有写明统计期限，可在开头加上：“{sentence}”", sentence=sentence), fixes=fixes)
