"""报告缺少规定的内容。

## 说明
法治政府建设年度报告主要包括：上一年度推进法治政府建设的主要举措和成效；存在的不足和原因；党政主要负责人履行推进法治建设
第一责任人职责、加强法治政府建设的有关情况；下一年度的主要安排；其他需要报告的情况。前四项都要写，没有其他情况的，第五项可以不写。

各项不必单独成为一部分，标题怎么写、怎么编号也不限：问题和打算合写一节的，举措按工作领域分成几节的，正文里写了“存在……问题”
“下一步”的，都算有。

## 示例

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、2024年推进法治政府建设的主要举措和成效

镇政府组织行政执法培训4次，办理行政处罚案件12件。镇党政主要负责人认真履行推进法治建设第一责任人职责，主持召开专题会议3次，
研究规范性文件审查、行政执法队伍建设和矛盾纠纷化解，带头出庭应诉1次，听取法律顾问意见6次，并向县委作了年终述法。

## 二、2025年主要安排

配齐行政执法人员，办好公共法律服务站。

青禾县云溪镇人民政府

2025年2月20日
```

```text expect
1:3-1:28 报告没有写“存在的不足和原因”；这是规定的内容，请补写
```

```markdown good in=whole
# 关于2024年度法治政府建设情况的报告

## 一、强化组织领导

镇长主持召开法治建设专题会议3次，镇党政主要负责人履行推进法治建设第一责任人职责，带头学法6次，出庭应诉1次，年终向县委述法，
对行政执法、矛盾纠纷化解中的重点难点逐项过问，督促法律顾问参与合同审查21份，合法性审查意见全部采纳。

## 二、规范行政执法

办理行政处罚案件12件，全部录入平台。

## 三、存在问题及下一步打算

执法人员偏少，原因是持证考试通过率低。2025年将组织考前培训。

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
from gxlint_rule_of_law.duties import find_duties
from gxlint_rule_of_law.layout import CONTENTS, DUTIES, LAYOUT, OTHERS, PLANS, PROBLEMS
from gxlint_rule_of_law.report import RuleOfLawReport

#: How a text speaks of a matter for which it has no heading.
_TOLD = {
    PROBLEMS: Pattern(
        r"(?:存在|还有|仍有|尚有)[^。；]{0,20}(?:问题|不足|短板|差距|困难|薄弱)|(?:不足|短板|问题)(?:主要)?(?:是|有|表现)"
    ),
    PLANS: Pattern(
        r"下一?步|今后|下一?年度?[^。；]{0,20}(?:将|要|计划|打算|安排)|20\d\d年[，,]?[^。；]{0,12}(?:将|拟|计划)"
    ),
}


@rule(category="structure", severity=Severity.WARNING, basis=[CONTENTS])
def check(report: RuleOfLawReport) -> Iterator[Finding]:
    if not report.sections:  # nothing can be said of a draft without headings
        return
    for form in LAYOUT.sections:
        if form.key != OTHERS and report.section(form.key) is None and not _is_told(report, form.key):
            yield Finding(report.head, _("报告没有写“{title}”；这是规定的内容，请补写", title=form.title))


def _is_told(report: RuleOfLawReport, key: str) -> bool:
    if key == DUTIES:
        return bool(find_duties(report))
    return key in _TOLD and _TOLD[key].search(report.document.prose.text) is not None
