"""成文日期超过公开期限，或者比报告年度还早。

## 说明
法治政府建设年度报告应当在每年4月1日之前向社会公开，成文日期最迟是3月31日。各地要求更早的，另按当地规定。
成文日期在报告年度12月以前的，一年的工作还没有结束，多半是年份写错了；12月成文、次年公开的，不提示。

## 示例

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2025年4月8日
```

```text expect
14:1-14:10 成文日期2025年4月8日晚于3月31日；年度报告应当在2025年4月1日之前公开
```

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2024年1月25日
```

```text expect
14:1-14:11 成文日期2024年1月25日时，2024年度的工作还没有结束；请核对年份
```

```markdown good in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2024年12月30日
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint_rule_of_law.layout import PUBLICATION
from gxlint_rule_of_law.report import RuleOfLawReport


@rule(category="structure", severity=Severity.WARNING, basis=[PUBLICATION])
def check(report: RuleOfLawReport) -> Iterator[Finding]:
    written, year = report.signature.date, report.year
    if written is None or written.date is None or year is None:
        return
    if written.date > date(year + 1, 3, 31):
        message = _(
            "成文日期{date}晚于3月31日；年度报告应当在{year}年4月1日之前公开", date=written.text.strip(), year=year + 1
        )
        yield Finding(written.span, message)
    elif written.date < date(year, 12, 1):
        message = _("成文日期{date}时，{year}年度的工作还没有结束；请核对年份", date=written.text.strip(), year=year)
        yield Finding(written.span, message)
