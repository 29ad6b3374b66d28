"""日期不存在，或者写得不完整。

## 说明
“2月30日”“13月”这样的日期不存在；“12月31止”漏了“日”。统计期限的起止是否正确，另由“统计期限”检查。

## 示例

```markdown bad in=一
2024年2月30日召开会议，2024年13月5日印发通知。
```

```text expect
1:1-1:11 “2024年2月30日”：没有这一天，请核对日期
1:16-1:26 “2024年13月5日”：没有这一天，请核对日期
```

```markdown good in=一
2024年2月29日召开会议，3月1、2日培训，6月5—10日检查，12月31日止，第3季度报送12月份数据。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.prose.dates import WrittenDate, find_dates
from gxlint.prose.folding import has_any
from gxlint.rule import Citation, rule
from gxlint.rules.typography._marks import NUMERALS
from gxlint.text import Pattern, Span

#: The day goes on: 3月1、2日, 6月5—10日, 12月3 1日; or it is no day: 12月3场.
_CLIPPED_BEFORE = Pattern(r"\s*(?:[止，。；、）)至]|期间|$)")
#: Without 止 behind it (see :attr:`WrittenDate.clipped`) 截至 before it tells.
_UP_TO = r"(?<=截至|截止|止到|至到|日至|起至|日到|起到)\d{1,2}月\d{1,2}(?=\s*[，。；）])"
#: A year with digits too many: 202024年; but not 20000年均.
_LONG_YEAR = r"(?<![\d.,])(?:19|20)\d{3,4}年(?![均产销薪息])"
_LIST = Pattern(r"\s*[、至和及—–\-~～]\s*\d{1,2}\s*[日号]")


@rule(category="typography", severity=Severity.ERROR, basis=[Citation(NUMERALS, "5.2 阿拉伯数字的使用")])
def check(document: Document) -> Iterator[Finding]:
    for date in find_dates(document.prose):
        if not has_any(date.text, "年月日"):
            continue  # 2024.13.1 may be anything
        if date.impossible and not _is_number(document, date):
            yield Finding(date.span, _("“{date}”：没有这一天，请核对日期", date=date.text))
        elif date.clipped and _is_clipped(document, date):
            yield _without_day(date.span, date.text)
    for found in document.prose.find(_UP_TO, near="月"):
        yield _without_day(found.span, found.text)
    for found in document.prose.find(_LONG_YEAR, near="年"):
        yield Finding(found.span, _("“{date}”：年份多写了数字", date=found.text))


def _without_day(span: Span, text: str) -> Finding:
    return Finding(span, _("“{date}”后面漏了“日”，请补上", date=text))


def _is_number(document: Document, date: WrittenDate) -> bool:
    """Whether 第 before it makes it a number: 第13月刊."""
    prose = document.prose
    return date.year is None and prose.text.endswith("第", 0, prose.index(date.span.start))


def _is_clipped(document: Document, date: WrittenDate) -> bool:
    prose = document.prose
    after = prose.text[prose.index(date.span.end - 1) + 1 :][:12]
    return _CLIPPED_BEFORE.match(after) is not None and _LIST.match(after) is None
