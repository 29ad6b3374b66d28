"""开头和总体情况都没有提到《政府信息公开条例》。

## 说明
年度报告是按《中华人民共和国政府信息公开条例》第五十条编制的，第一部分又是贯彻落实《条例》情况的综述，
开头或者第一部分应当写出这部法规。写“《政府信息公开条例》”“《条例》”也可以。

## 示例

```markdown bad in=outline
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

现将青禾县云溪镇人民政府2024年政府信息公开工作情况报告如下。本报告所列数据的统计期限为2024年1月1日至2024年12月31日。如有疑问，请致电0955-4741110。

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```text expect
1:3-1:30 开头和总体情况都没有提到《中华人民共和国政府信息公开条例》，请写明编制报告的依据
```

```markdown good for=引言
根据《政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请致电0955-4741110。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.folding import fold, has_any
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation

_NAMES = ("信息公开条例", "公开工作条例", "《条例》", "“条例”", "《条列》")


@rule(category="statement", severity=Severity.WARNING, basis=[regulation("第五十条"), FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    overview = report.section("overview")
    places = [report.preamble_prose, overview.prose if overview else report.document.prose]
    if not any(has_any(fold(place).text, _NAMES) for place in places):
        message = _("开头和总体情况都没有提到《中华人民共和国政府信息公开条例》，请写明编制报告的依据")
        yield Finding(report.head, message)
