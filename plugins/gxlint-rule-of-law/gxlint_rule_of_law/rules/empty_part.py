"""某一部分只有标题，或者只写“无”。

## 说明
主要举措和成效、存在的不足和原因、第一责任人履职情况、下一年度安排都要写出具体内容，不能只有标题，也不能只写“无”。
“其他需要报告的情况”没有的，写“无”即可。

## 示例

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和
矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

## 二、存在的不足和原因

无。

## 三、2025年主要安排

## 四、其他需要报告的情况

无。

青禾县云溪镇人民政府

2025年2月20日
```

```text expect
10:1-10:3 “存在的不足和原因”不能只写“无”，请写出具体内容
12:4-12:15 “2025年主要安排”只有标题，没有内容
```

```markdown good in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

一、主要举措和成效。办理行政处罚案件12件，全部录入平台。镇长履行第一责任人职责，主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和矛盾纠纷化解，听取法律顾问意见6次，带头出庭应诉1次，年终向县委述法。

二、存在的不足和原因。执法人员偏少，原因是持证考试通过率低。

三、2025年主要安排。组织持证考试考前培训。

青禾县云溪镇人民政府

2025年2月20日
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.text import Pattern
from gxlint_rule_of_law.layout import CONTENTS, OTHERS
from gxlint_rule_of_law.report import RuleOfLawReport, content

_NOTHING = Pattern(r"\W*(?:暂?无|没有|不存在)(?:不足|问题|安排)?\W*")


@rule(category="structure", severity=Severity.WARNING, basis=[CONTENTS])
def check(report: RuleOfLawReport) -> Iterator[Finding]:
    for section in report.sections:
        told = content(section)
        if not told and len(section.blocks) == len(section.paragraphs):
            yield Finding(section.head, _("“{title}”只有标题，没有内容", title=section.title.text))
        elif section.key != OTHERS and len(told) == 1 and _NOTHING.fullmatch(told[0].text):
            message = _("“{title}”不能只写“无”，请写出具体内容", title=section.title.text)
            yield Finding(told[0].source, message)
