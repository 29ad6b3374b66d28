"""第一责任人履职情况一笔带过。

## 说明
党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况，是报告的规定内容。应写明做了哪些事：主持研究了几次、
研究了什么，怎样带头学法、出庭应诉，怎样督促落实，是否述法。只写“认真履行第一责任人职责”一句话，看不出做了什么。

单独成一部分的，看整个部分；写在别处的，看提到第一责任人或者主要负责人抓法治的段落和句子。
字数不到 `min-characters` 的，提示补充。

## 示例

```markdown bad in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

镇党政主要负责人认真履行推进法治建设第一责任人职责。镇政府办理行政处罚案件12件，全部录入平台。

## 二、存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```

```text expect
5:1-5:27 第一责任人履职情况只写了 26 字，请写明主持研究、带头学法、出庭应诉、督促落实等具体情况
```

```markdown bad in=whole min-characters=100
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

镇政府办理行政处罚案件12件，全部录入平台。

## 二、党政主要负责人履行推进法治建设第一责任人职责情况

镇长主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和矛盾纠纷化解；听取法律顾问意见6次；带头出庭应诉1次；年终向县委述法。

## 三、存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```

```text expect
9:1-9:68 第一责任人履职情况只写了 67 字，请写明主持研究、带头学法、出庭应诉、督促落实等具体情况
```

```markdown good in=whole
# 青禾县云溪镇人民政府2024年法治政府建设年度报告

## 一、主要举措和成效

### （一）压实第一责任人职责

镇长主持召开专题会议3次，研究规范性文件审查、行政执法队伍建设和矛盾纠纷化解；听取法律顾问意见6次；带头出庭应诉1次；
年终向县委述法，对行政执法中的重点难点逐项过问。

### （二）规范行政执法

镇政府办理行政处罚案件12件，全部录入平台。

## 二、存在的不足和2025年安排

执法人员偏少，原因是持证考试通过率低，将组织考前培训。

青禾县云溪镇人民政府

2025年2月20日
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint_rule_of_law.duties import find_duties
from gxlint_rule_of_law.layout import CONTENTS, FIRST_RESPONSIBLE
from gxlint_rule_of_law.report import RuleOfLawReport


class Options(NamedTuple):
    """How much is enough."""

    min_characters: int = 60
    """第一责任人履职情况至少写多少字，少于此数的提示补充。"""


@rule(category="structure", severity=Severity.WARNING, basis=[CONTENTS, FIRST_RESPONSIBLE], options=Options)
def check(report: RuleOfLawReport, options: Options) -> Iterator[Finding]:
    passages = find_duties(report)
    count = sum(len(passage.text) for passage in passages)
    if 0 < count < options.min_characters:
        message = _(
            "第一责任人履职情况只写了 {count} 字，请写明主持研究、带头学法、出庭应诉、督促落实等具体情况", count=count
        )
        yield Finding(passages[0].source, message)
