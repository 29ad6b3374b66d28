"""各级人民政府的报告没有写工作考核、社会评议或责任追究的结果。

## 说明
条例第五十条第四项要求，各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况。
没有发生责任追究的，也写一句“未发生责任追究情形”。政府部门的报告不作此要求。所缺的内容合并为一条提示。

## 示例

```markdown bad for=一
（一）主动公开。2024年主动公开政府信息120条。

（二）依申请公开。收到并处理政府信息公开申请，均依法答复。

（三）政府信息管理。严格落实“三审三校”制度，发布前进行保密审查。

（四）政府信息公开平台建设。规范政府网站专栏建设。

（五）监督保障。组织业务培训，把政务公开纳入年度考核。
```

```text expect
「一、总体情况」 政府的报告还应写明：社会评议、责任追究（没有发生的也说明一句）
```

```markdown good in=六
社会评议结果良好，未发生责任追究情形。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _, later, translated
from gxlint.prose.agencies import read_agency
from gxlint.rule import rule
from gxlint.rules.citations import FORM, regulation
from gxlint.text import Pattern

_MATTERS = (
    (later("工作考核"), Pattern(r"考核|考评|绩效评")),
    (
        later("社会评议"),
        Pattern(
            r"社会(?:公众)?(?:评议|评价)|公众(?:评议|评价|满意度)|民主评议|群众(?:评议|满意度|评价)|满意度(?:测评|调查)|评议"
        ),
    ),
    (later("责任追究"), Pattern(r"责任追究|追究[^。；]{0,8}责任|追责|问责|责任倒查")),
)


@rule(category="structure", severity=Severity.INFO, basis=[regulation("第五十条第一款第四项"), FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    section = report.section("overview")
    if section is None or not read_agency(report.agency).is_government:
        return
    text = report.document.prose.text
    lacking = [name for name, pattern in _MATTERS if not pattern.search(text)]
    if lacking:
        message = _("政府的报告还应写明：{names}（没有发生的也说明一句）", names=_("、").join(map(translated, lacking)))
        yield Finding(section.head, message)
