"""各项内容的先后与规定不同。

## 说明
规定列举的次序是：主要举措和成效，存在的不足和原因，第一责任人履职情况，下一年度主要安排，其他需要报告的情况。先说问题再说成效，
或者先说打算再说问题，读起来不顺，建议调整。第一责任人履职情况放在最前还是中间，各地要求不一，不检查。

## 示例

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、党政主要负责人履行推进法治建设第一责任人职责情况

镇长主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，
年终向县委述法，对行政执法中的重点难点逐项过问。

## 二、存在的不足和原因

执法人员偏少，原因是持证考试通过率低。

## 三、主要举措和成效

办理行政处罚案件12件，全部录入平台。

## 四、2025年主要安排

组织持证考试考前培训。

青禾县云溪镇人民政府

2025年2月20日
```

```text expect
12:4-12:13 “主要举措和成效”在“存在的不足和原因”之后；规定的次序是先举措和成效，后不足，再下一年度安排，最后其他情况
  8:4-8:14 这一部分应在后面
```

```markdown good in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、存在问题及下步打算

执法人员偏少，将组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gxlint.findings import Finding, Related, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint_rule_of_law.layout import CONTENTS, DUTIES
from gxlint_rule_of_law.report import RuleOfLawReport


@rule(category="structure", severity=Severity.INFO, basis=[CONTENTS])
def check(report: RuleOfLawReport) -> Iterator[Finding]:
    order = [form.key for form in report.layout.sections if form.key != DUTIES]
    sections = list(dict.fromkeys(found for key in order if (found := report.section(key))))
    for before, section in pairwise(sections):
        if section.span.start < before.span.start:
            message = _(
                "“{title}”在“{other}”之后；规定的次序是先举措和成效，后不足，再下一年度安排，最后其他情况",
                title=before.title.text,
                other=section.title.text,
            )
            related = Related(section.head, _("这一部分应在后面"))
            yield Finding(before.head, message, (related,))
