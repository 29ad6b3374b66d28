"""用“今年”“去年”指年份，读者到下一年才读到报告。

## 说明
年度报告在次年公布，“今年”到那时指的已是另一年。请写具体年份：今年来、今年以来改为“2024年以来”，今年改为“2024年”，
去年改为“2023年”。讲下一步打算的句子里的“今年”指公布报告的那一年，也应写明年份，但不自动修改，也不提示。

## 示例

```markdown bad in=一
今年来，我镇新增公示栏3处，去年设立的查阅点全部保留。
```

```text expect
1:1-1:4 年度报告次年公布，“今年来”应写明年份
1:15-1:17 年度报告次年公布，“去年”应写明年份
```

```markdown fixed
2024年以来，我镇新增公示栏3处，2023年设立的查阅点全部保留。
```

```markdown good in=一
2024年以来，我镇新增公示栏3处。如今年轻人习惯在手机上查阅。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.i18n import _
from gxlint.prose.bearings import plans
from gxlint.prose.clauses import read_prose
from gxlint.prose.phrases import has_any
from gxlint.rule import rule
from gxlint.rules.citations import regulation
from gxlint.rules.consistency._years import reported_year
from gxlint.text import Pattern

_RELATIVE = Pattern(
    r"(?<!如)(?P<this>今年)(?!轻|纪)(?P<since>以来|来(?!信|访|电|自|年))?(?![（(])|(?<![过失])(?P<last>去年)(?!年)"
)


@rule(category="consistency", severity=Severity.INFO, basis=[regulation("第四十九条")], fix=Safety.UNSAFE)
def check(report: DisclosureReport) -> Iterator[Finding]:
    if not has_any(report.document.prose.text, ("今年", "去年")):
        return
    prose = read_prose(report.document.prose)
    year = reported_year(report)
    for sentence in prose.sentences:
        if plans(sentence.text):
            continue
        for found in _RELATIVE.finditer(sentence.text):
            span = prose.span(sentence.start + found.start(), sentence.start + found.end())
            message = _("年度报告次年公布，“{words}”应写明年份", words=found.group())
            if year is None:
                yield Finding(span, message)
                continue
            since = "以来" if found["since"] else ""
            words = f"{year - 1 if found['last'] else year}年{since}"
            yield Finding(span, message, fixes=(Fix.replace(span, words, _("改为“{words}”", words=words)),))
