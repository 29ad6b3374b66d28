"""各部分的序号跳号或重号。

## 说明
报告分几部分由各机关自定，但“一、二、三”要依次编下去。删去或加入一部分以后，后面的序号没有跟着改，是最常见的原因。

自动修改：改为按先后应有的序号。

## 示例

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 三、存在的不足和原因

执法人员偏少，原因是持证考试通过率低。

## 四、2025年主要安排

组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```

```text expect
8:4-8:5 这里的序号是“三”，按先后应为“二”
12:4-12:5 这里的序号是“四”，按先后应为“三”
```

```markdown fixed
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、存在的不足和原因

执法人员偏少，原因是持证考试通过率低。

## 三、2025年主要安排

组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```

```markdown good in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 第一部分 主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 第二部分 存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.i18n import _
from gxlint.prose.items import write_ordinal
from gxlint.rule import Citation, rule
from gxlint_rule_of_law.report import RuleOfLawReport


@rule(
    category="structure",
    severity=Severity.WARNING,
    fix=Safety.SAFE,
    basis=[Citation("《党政机关公文格式》（GB/T 9704—2012）", "7.3.3")],
)
def check(report: RuleOfLawReport) -> Iterator[Finding]:
    if any(section.number is None for section in report.sections):  # no numbers at all, or some of another kind
        return
    for place, section in enumerate(report.sections, 1):
        number, right = section.number, write_ordinal(place)
        if number is not None and number.text != right:
            message = _("这里的序号是“{written}”，按先后应为“{right}”", written=number.text, right=right)
            fix = Fix.replace(number.span, right, _("改为“{right}”", right=right), safety=Safety.SAFE)
            yield Finding(number.span, message, fixes=(fix,))
