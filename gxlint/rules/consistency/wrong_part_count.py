"""“本报告由……等六部分组成”的数目与列出的、实有的部分不符。

## 说明
引言里写的部分数，应当与列出的名称一致，也与报告实有的部分一致。常见的错误是只列了五个名称却写“六部分”，或者沿用旧格式的
“七部分”。列举以“等”字收尾、只列了前几个的，不提示。

## 示例

```markdown bad in=引言
本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。
```

```text expect
1:60-1:61 这里写“六部分”，列出的是 5 个；请核对
```

```markdown bad in=引言
全文共七部分。
```

```text expect
1:4-1:5 这里写“七部分”，报告实有 6 部分；请核对
```

```markdown good in=引言
本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六部分组成。
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.findings import Finding, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.prose.clauses import read_prose
from gxlint.prose.numerals import read_number
from gxlint.prose.phrases import has_any, wordlist
from gxlint.rule import rule
from gxlint.rules.citations import DRAFTING
from gxlint.text import Pattern

_STATED = Pattern(
    r"(?P<etc>等)?(?:共计|共|分为|分|由|的|包括|包含|含)*(?P<number>[一二三四五六七八九十两]+|\d\d?)个?大?部分(?=组成|构成|内容|$|，|。|；|：|:)"
)
_SELVES = ("报告", "全文", "本文", "正文", "年报")
_LIST = Pattern(r".*?(?:由|包括|包含|分为|分别是|分别为|内容为|涵盖)[：:]?(?P<items>.*)")
_SEPARATOR = Pattern(r"、|，|,|；|;|以及|(?<=情况)[和及与]|(?<=事项)[和及与]")
#: Names of parts end so; what does not is the first half of a name (行政复议、行政诉讼情况).
_ENDS = wordlist("情况 事项 概述 措施 问题 附表 附件 说明 建议 打算 计划 内容")
_SECOND_HALVES = ("改进", "整改", "下一步", "今后")
_LAST = Pattern(r"其[他它].*(?:事项|内容|情况)")
_FEWEST = 3


@rule(category="consistency", severity=Severity.WARNING, basis=[DRAFTING])
def check(report: Report) -> Iterator[Finding]:
    if "部分" not in report.preamble_prose.text:
        return
    prose = read_prose(report.preamble_prose)
    for sentence in prose.sentences:
        found = _STATED.search(sentence.text)
        if found and has_any(sentence.text, _SELVES):
            items = _items(sentence.text[: found.start()]) or _items(f"包括{sentence.text[found.end() + 1 :]}")
            message = _fault(report, items, found["number"], etc=bool(found["etc"]))
            if message:
                start, end = found.span("number")
                yield Finding(prose.span(sentence.start + start, sentence.start + end), message)


def _fault(report: Report, items: Sequence[str], written: str, *, etc: bool) -> str:
    """What is wrong with the number; empty if nothing is, or nothing is certain."""
    stated = read_number(written)
    if items and len(items) != stated:
        partial = etc and len(items) < (stated or 0) and not _LAST.search(items[-1])
        return (
            ""
            if partial
            else _("这里写“{stated}部分”，列出的是 {listed} 个；请核对", stated=written, listed=len(items))
        )
    present = len({section.key for section in report.sections})
    if stated not in (None, present, len(report.sections), len(report.layout.sections)):
        return _("这里写“{stated}部分”，报告实有 {present} 部分；请核对", stated=written, present=present)
    return ""


def _items(text: str) -> list[str]:
    """The names listed, halves of one name put together; none where the words are no such list."""
    listed = _LIST.fullmatch(text)
    if not listed:
        return []
    items: list[str] = []
    for piece in filter(None, _SEPARATOR.compiled.split(listed["items"].rstrip("”》"))):
        name = piece.strip("“”《》")
        half = items and (
            not items[-1].endswith(_ENDS) or (items[-1].endswith("问题") and name.startswith(_SECOND_HALVES))
        )
        if half:
            items[-1] += name
        else:
            items.append(name)
    return items if len(items) >= _FEWEST and all(item.endswith(_ENDS) for item in items) else []
