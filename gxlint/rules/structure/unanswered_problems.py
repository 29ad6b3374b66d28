"""问题与改进措施对不上。

## 说明
第五部分要写存在的主要问题，还要逐条写出改进措施。只有问题没有措施，或者“一是、二是、三是”列了三个问题却只写了两条措施，
读者会问剩下的怎么办。条数不等有时是合理的（一条措施解决几个问题），所以只作提醒。

## 示例

```markdown bad for=五
存在的主要问题：一是公开内容不够全面；二是工作人员业务不熟；三是公开渠道单一。

改进措施：一是细化公开目录；二是加强业务培训。
```

```text expect
「五、存在的主要问题及改进情况」 列了 3 个问题、2 条措施，请核对是否逐条对应
```

```markdown good for=五
存在的主要问题：一是公开内容不够全面；二是工作人员业务不熟。

改进措施：一是细化公开目录；二是加强业务培训。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.items import find_enumerators
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Pattern, PlainText

_MEASURES = Pattern(
    r"改进(?:措施|情况|方向|打算)|整改(?:措施|情况)|下一步|下步|今后|针对(?:上述|以上|这些|存在)|为此|解决措施|"
    r"20\d\d年[^。；]{0,12}(?:将|要|拟|计划)|(?:将|要|需)(?:进一步|继续|着力|重点|不断|从以下)|已(?:经)?(?:采取|改进|整改)"
)
#: Measures that are told along with the problems.
_ANSWERED = Pattern(
    r"已(?:经)?(?:通过|加以|补|建立|制作|增加|完善|明确|开展|安排|纠正|整改|解决|改正|更新|改版|组织|制定|落实|逐)|加以改进|整改[：:]|改进[：:]"
    r"|需(?:要)?(?:加大|创新|加强|完善|丰富|提高|提升|拓宽|健全|强化|优化)"
)


@rule(category="structure", severity=Severity.INFO, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    section = report.section("problems")
    if section is None or len(section.prose.text.strip()) < 20:
        return
    found = section.prose.search(_MEASURES)
    if found is None:
        if section.prose.search(_ANSWERED):
            return
        yield Finding(section.head, _("第五部分写了问题，没有写改进措施"))
        return
    problems = _count(section.prose.slice(0, found.match.start()))
    measures = _count(section.prose.slice(found.match.start(), len(section.prose.text)))
    if problems and measures and problems != measures:
        message = _(
            "列了 {problems} 个问题、{measures} 条措施，请核对是否逐条对应", problems=problems, measures=measures
        )
        yield Finding(section.head, message)


def _count(plain: PlainText) -> int:
    """How many items 一是, 二是 … go up to, where there is one series."""
    numbers = [item.number for item in find_enumerators(plain) if item.word in ("是", "要")]
    return max(numbers, default=0) if numbers == list(range(1, len(numbers) + 1)) else 0
