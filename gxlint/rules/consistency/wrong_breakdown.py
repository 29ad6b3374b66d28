"""“其中”后面的各项相加不等于前面的总数。

## 说明
“共公开信息95条，其中动态66条、通知24条、其他3条”，各项相加只有93。请核对台账，改总数或者改分项；只列了一部分的，
写“等”或者补上“其他2条”。

各项之和超过总数的，一定有错；少于总数的，只在写了“分别为”“其他”、用冒号或括号全部列出，或者列了三项以上而只差一点时提示。
带“余”“约”的数不计算；同一条信息在几个渠道发布，各渠道之和超过总数是正常的，不提示。

## 示例

```markdown bad in=一
全年推送信息95条，其中政务动态66条、通知公告24条、其他3条。
```

```text expect
1:7-1:9 各项相加为 93，与总数 95 不符，少 2；请核对，没有列全的写明其余
  1:17-1:19 分项 66
  1:25-1:27 分项 24
  1:31-1:32 分项 3
```

```markdown bad in=一
组织培训5次（其中业务培训2次、保密培训4次）。
```

```text expect
1:5-1:6 各项相加为 6，与总数 5 不符，多 1；请核对，没有列全的写明其余
  1:14-1:15 分项 2
  1:21-1:22 分项 4
```

```markdown good in=一
全年推送信息95条，其中政务动态66条、通知公告24条；回应留言12条，其中咨询7条、建议等5条。
```

```markdown good in=一
全年发布信息80条，其中门户网站80条、微信公众号52条。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.bearings import compares
from gxlint.prose.breakdowns import Breakdown, find_breakdowns
from gxlint.prose.clauses import read_prose
from gxlint.prose.counts import Count
from gxlint.prose.phrases import has_any, wordlist
from gxlint.rule import rule
from gxlint.rules.citations import regulation

#: One piece of news goes out through several of these, so their sum may exceed what was published.
_CHANNELS = wordlist(
    "网 公众号 微信 微博 抖音 客户端 平台 示栏 开栏 传栏 告栏 专栏 电视 广播 报 媒 号 群 屏 大厅 册 通过 线上 线下"
)
#: A gap of this share of the total, with three parts or more, is rather a slip than a choice of parts.
_SLIP = 0.05


@rule(category="consistency", severity=Severity.WARNING, basis=[regulation("第五十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    prose = read_prose(report.document.prose)
    for breakdown in find_breakdowns(prose):
        if not _is_wrong(breakdown):
            continue
        total, parts = breakdown.total, breakdown.parts
        message = _(
            "各项相加为 {sum}，与总数 {total} 不符，{difference}；请核对，没有列全的写明其余",
            sum=breakdown.sums[-1],
            total=total.value,
            difference=_difference(breakdown.sums[-1] - int(total.value)),
        )
        related = tuple(Related(prose.span(part.start, part.end), _name(part)) for part in parts)
        yield Finding(prose.span(total.start, total.end), message, related)


def _is_wrong(breakdown: Breakdown) -> bool:
    total, parts, sums = int(breakdown.total.value), breakdown.parts, breakdown.sums
    if total in sums or compares(breakdown.total.clause.text):
        return False
    if any(part.value > total for part in parts):
        return True
    if sums[-1] > total:
        return sum(has_any(part.before, _CHANNELS) for part in parts) < 2
    gap = total - sums[-1]
    return not breakdown.open and (breakdown.complete or (len(parts) >= 3 and gap <= total * _SLIP))


def _difference(difference: int) -> str:
    return _("多 {n}", n=difference) if difference > 0 else _("少 {n}", n=-difference)


def _name(part: Count) -> str:
    return _("分项 {n}", n=part.value)
