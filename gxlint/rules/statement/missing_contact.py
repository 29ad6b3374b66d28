"""没有写明联系方式，读者有疑问无处询问。

## 说明
报告是给公众看的，开头或文末应当写明由谁解答疑问：地址、电话、电子邮箱至少写一样。《条例》第十二条要求公布政府信息公开
工作机构的办公地址、联系电话等，年度报告写明联系方式是通行的做法。

举报电话、监督电话、12345热线不是本机关解答报告的联系方式；只有网站或下载地址也不算。

自动修改（需确认）：照上一年度报告的联系方式加上一句；没有上一年度的报告，就加上一句空的，请填好地址、邮编和电话
（没有填好的，“联系方式有误”（malformed-contact）会继续提示）。

## 示例

```markdown bad for=引言 also=malformed-contact
根据《中华人民共和国政府信息公开条例》编制本报告。本报告所列数据的统计期限为2024年1月1日至2024年12月31日。
```

```text expect
「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 没有写明联系方式，请写明地址、电话或者电子邮箱
```

```markdown fixed
根据《中华人民共和国政府信息公开条例》编制本报告。本报告所列数据的统计期限为2024年1月1日至2024年12月31日。如对本报告有疑问，请与青禾县云溪镇人民政府联系（地址：；邮编：；电话：）。
```

```markdown bad for=引言 also=malformed-contact
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。监督电话：0955-4741115。
```

```text expect
「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 没有写明联系方式，请写明地址、电话或者电子邮箱
```

```markdown fixed
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。监督电话：0955-4741115。如对本报告有疑问，请与青禾县云溪镇人民政府联系（地址：；邮编：；电话：）。
```

```markdown bad for=引言
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。
```

```text expect
「青禾县云溪镇人民政府2024年政府信息公开工作年度报告」 没有写明联系方式，请写明地址、电话或者电子邮箱
```

```markdown fixed
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。如对本报告有疑问，请与青禾县云溪镇人民政府联系（联系电话：0955-4741110；邮编：755200）。
```

```markdown previous for=引言
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2023年1月1日至2023年12月31日。如有疑问，请联系云溪镇党政办公室（联系电话：0955-4741110；邮编：755200）。
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请致电0955-4741110。
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。

联系地址：青禾县云溪镇人民路1号

电　话：0955-4741110
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


@rule(category="statement", severity=Severity.WARNING, fix=Safety.UNSAFE, basis=[regulation("第十二条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    if report.contact is not None:
        return
    edit = into_preamble(report, _sentence(report))
    fixes = (Fix(_("在开头加上联系方式"), (edit,), Safety.UNSAFE),) if edit else ()
    yield Finding(report.head, _("没有写明联系方式，请写明地址、电话或者电子邮箱"), fixes=fixes)


def _sentence(report: DisclosureReport) -> str:
    """Last year's contact data, or labels to be filled in."""
    agency = report.agency or "本机关"
    previous = report.previous
    known = previous.contact if isinstance(previous, DisclosureReport) else None
    entries = [entry for entry in known.entries if entry.label and entry.value.text] if known else []
    data = [f"{''.join(entry.label.text.split())}：{entry.value.text}" for entry in entries if entry.label]
    return f"如对本报告有疑问，请与{agency}联系（{'；'.join(data) or '地址：；邮编：；电话：'}）。"
