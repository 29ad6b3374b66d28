"""六个部分没有按规定的顺序排列。

## 说明
六个部分的顺序是规定的，不能调换。请把提示的部分连同内容移到规定的位置，并检查序号。

## 示例

```markdown bad in=outline
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 五、存在的主要问题及改进情况

## 四、政府信息公开行政复议、行政诉讼情况

## 六、其他需要报告的事项
```

```text expect
11:4-11:23 “四、政府信息公开行政复议、行政诉讼情况”应排在“三、收到和处理政府信息公开申请情况”之后
```

```markdown good in=五
今后将继续改进。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Section
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM


@rule(category="structure", severity=Severity.ERROR, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    order = {form.key: number for number, form in enumerate(report.layout.sections)}
    first: dict[str, Section] = {}
    for section in report.sections:
        first.setdefault(section.key, section)
    sections = list(first.values())
    kept = _longest_run([order[section.key] for section in sections])
    for index, section in enumerate(sections):
        if index not in kept:
            yield Finding(section.head, _message(section, report, set(first)))


def _message(section: Section, report: DisclosureReport, present: set[str]) -> str:
    heading = section.form.heading
    before = [form for form in report.layout.sections[: _rank(report, section.key)] if form.key in present]
    if before:
        return _("“{heading}”应排在“{before}”之后", heading=heading, before=before[-1].heading)
    return _("“{heading}”应排在最前", heading=heading)


def _rank(report: DisclosureReport, key: str) -> int:
    return [form.key for form in report.layout.sections].index(key)


def _longest_run(numbers: list[int]) -> set[int]:
    """Indices of the longest increasing run: what need not be moved."""
    best: list[list[int]] = []
    for index, number in enumerate(numbers):
        runs = [run for run in best if numbers[run[-1]] < number]
        best.append([*max(runs, key=len, default=list[int]()), index])
    return set(max(best, key=len, default=()))
