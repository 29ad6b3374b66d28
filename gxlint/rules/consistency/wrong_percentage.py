"""百分比与前面的件数对不上。

## 说明
“共办理申请80件，予以公开1件，占1.1%”：1÷80 是 1.25%。请重算百分比，或者核对件数。

百分比按写出的小数位数核对，四舍五入或直接舍去尾数都算对。前面没有明确的总数、总数带“余”“约”、写的是同比或办结率，
都不计算。

## 示例

```markdown bad in=一
全年审核信息80条，退回修改信息1条，占审核总数的1.1%。
```

```text expect
1:26-1:30 1 占 80 的 1.25%，这里写 1.1%；请重算百分比或核对数字
  1:17-1:18 部分 1
  1:7-1:9 总数 80
```

```markdown good in=一
全年审核信息共80条，其中退回修改12条，占15%；直接发布67条，占83.7%。按时发布率100%，同比增长5%。
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gxlint.findings import Finding, Related, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.figures import FormTable
from gxlint.i18n import _
from gxlint.prose.bearings import compares
from gxlint.prose.clauses import Prose, read_prose
from gxlint.prose.counts import Count, Percentage, find_counts, find_percentages
from gxlint.prose.phrases import Lexicon, has_any, wordlist
from gxlint.rule import rule
from gxlint.rules.citations import regulation

#: Words between 占 and the percentage.
_SHARE = Lexicon("比 到 了 其 全部 全年 本年 总 申请 公开 信息 发布 审核 办理 受理 收到 数 量 件 的 为 是 达")
_JOINS = ("", "，", ",", "、", "（", "(")
_HEDGES_BEHIND = ("以上", "以下", "左右", "多", "余")
_SUMS = ("共", "总", "合计")
#: What is said to have been done so often is a whole: 回收问卷400份; so is 80条留言中.
_TOTALS = wordlist(
    "共 总 合计 累计 全年 收到 受理 办理 审核 办结 发布 公开 推送 回收 收回 发放 征集 抽查 检查 抽检 调查 回访 接待 接听 接到 承办 转办 "
    "登记 梳理 清理 上传 更新 新增 印发 制发 出台 制作 编发 处理 回复 答复 开展 组织 评选 采集 收集"
)
_AMONG = ("中", "里", "当中")
#: The whole is looked for among so many counts before the part.
_REACH = 12


@rule(category="consistency", severity=Severity.WARNING, basis=[regulation("第五十条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    if "占" not in report.document.prose.text:
        return
    prose = read_prose(report.document.prose)
    counts = find_counts(prose)
    starts = [count.start for count in counts]
    for percentage in find_percentages(prose):
        last = bisect_left(starts, percentage.start)
        known = counts[max(0, last - _REACH) : last]
        if known and _is_share_of(prose, percentage, known[-1]):
            yield from _judge(prose, percentage, known, list(_totals(report.applications)))


def _is_share_of(prose: Prose, percentage: Percentage, part: Count) -> bool:
    """Whether the percentage says what share the count right before it is: 12件，占15%."""
    words = prose.text[part.stop : percentage.start]
    gap, share, of = words.partition("占")
    if not share or gap not in _JOINS or not _SHARE.covers(of):
        return False
    return part.is_exact and not prose.text.startswith(_HEDGES_BEHIND, percentage.end)


def _judge(prose: Prose, percentage: Percentage, known: Sequence[Count], totals: Sequence[int]) -> Iterator[Finding]:
    part = known[-1]
    paragraph = prose.text.rfind("\n", 0, part.start)
    wholes = [count for count in known[:-1] if count.start > paragraph and count.is_like(part)]
    if compares(part.clause.text) or any(not count.is_exact for count in wholes):
        return
    if any(_fits(percentage, part, whole) for whole in (*(int(count.value) for count in wholes), *totals)):
        return
    whole = _whole(prose, part, wholes)
    if whole is not None and whole.value >= part.value:
        yield _finding(prose, percentage, part, whole)


def _whole(prose: Prose, part: Count, wholes: Sequence[Count]) -> Count | None:
    """The total that the part is clearly one of: the first of the sentence, or what an earlier sentence sums up to.

    A sentence that begins with 其中 goes on with the one before it.
    """
    sentence = prose.sentence_at(part.start)
    start = sentence.start
    if sentence.text.startswith("其中") and not sentence.opens:
        start = prose.sentence_at(start - 1).start
    here = [count for count in wholes if count.start >= start]
    if here:
        first = here[0]
        return first if has_any(first.before, _TOTALS) or first.after.endswith(_AMONG) else None
    sums = [count for count in wholes if has_any(count.before, _SUMS)]
    return sums[0] if len(sums) == 1 else None


def _fits(percentage: Percentage, part: Count, whole: int) -> bool:
    """Whether the share is right to the last digit written, rounded or cut off."""
    if whole <= 0:
        return False
    return abs(percentage.value - Decimal(100 * int(part.value)) / whole) < Decimal(1).scaleb(-percentage.decimals)


def _finding(prose: Prose, percentage: Percentage, part: Count, whole: Count) -> Finding:
    exact = Decimal(100 * int(part.value)) / int(whole.value)
    message = _(
        "{part} 占 {whole} 的 {right}%，这里写 {written}%；请重算百分比或核对数字",
        part=part.value,
        whole=whole.value,
        right=round(exact, percentage.decimals + 1).normalize(),
        written=percentage.value,
    )
    related = (
        Related(prose.span(part.start, part.end), _("部分 {n}", n=part.value)),
        Related(prose.span(whole.start, whole.end), _("总数 {n}", n=whole.value)),
    )
    return Finding(prose.span(percentage.start, percentage.end), message, related)


def _totals(table: FormTable | None) -> Iterator[int]:
    """What shares of applications may be shares of."""
    new, carried, settled = ((table.value(row, "total") if table else None) for row in ("new", "carried_in", "total"))
    yield from (int(value) for value in (new, settled) if value is not None)
    if new is not None and carried is not None:
        yield int(new + carried)
