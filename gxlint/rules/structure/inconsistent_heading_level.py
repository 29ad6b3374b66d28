"""并列的标题级别不一致。

## 说明
报告的各个部分是并列的，标题级别应当相同：Markdown 里用同样多的“#”，Word 里用同一个标题样式。同一部分里（一）（二）等小标题也是这样。
级别不一致会使目录错乱，网站转换时字号也不统一。

自动修改：Markdown 文件改为多数标题所用的级别；Word 文件请在“样式”中修改。

## 示例

```markdown bad in=outline formats=markdown reason="Word 的标题级别由样式决定，这里的样例按统一样式生成"
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

### 五、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```text expect
11:5-11:19 这个标题是 3 级，其他部分的标题多为 2 级，应当一致
```

```markdown fixed
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 五、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```markdown bad in=六 formats=markdown reason="Word 的标题级别由样式决定，这里的样例按统一样式生成"
### （一）信息处理费

2024年未收取信息处理费。

#### （二）其他情况

没有其他需要报告的事项。
```

```text expect
5:6-5:13 这个小标题是 4 级，同一组的小标题是 3 级，应当一致
```

```markdown fixed
### （一）信息处理费

2024年未收取信息处理费。

### （二）其他情况

没有其他需要报告的事项。
```

```markdown good in=五
### 小标题
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from gxlint.document import Document, Paragraph
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.report import Report
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import DRAFTING
from gxlint.rules.structure._series import read_series
from gxlint.text import Pattern, PlainText

_HASHES = Pattern(r"#+")


@rule(category="structure", severity=Severity.INFO, fix=Safety.SAFE, basis=[DRAFTING])
def check(report: Report) -> Iterator[Finding]:
    yield from _unlike(report.document, [section.heading for section in report.sections], _of_sections)
    for section in report.sections:
        for members in read_series(section.paragraphs):
            yield from _unlike(report.document, [member.paragraph for member in members], _of_items)


def _unlike(document: Document, siblings: Sequence[Paragraph], say: Callable[[int, int], str]) -> Iterator[Finding]:
    """The headings whose level is not that of most of their siblings; of two, the second."""
    levels = Counter(heading.level for heading in siblings if heading.level is not None)
    if len(levels) < 2:
        return
    (usual, _count), *_others = levels.most_common()
    for heading in siblings:
        if heading.level is not None and heading.level != usual:
            fixes = tuple(_fixes(document, heading, usual))
            yield Finding(heading.plain.source, say(heading.level, usual), fixes=fixes)


def _of_sections(level: int, usual: int) -> str:
    return _("这个标题是 {level} 级，其他部分的标题多为 {usual} 级，应当一致", level=level, usual=usual)


def _of_items(level: int, usual: int) -> str:
    return _("这个小标题是 {level} 级，同一组的小标题是 {usual} 级，应当一致", level=level, usual=usual)


def _fixes(document: Document, heading: Paragraph, usual: int) -> Iterator[Fix]:
    """As many hashes as the other headings have, where the level is written in hashes."""
    source = PlainText.verbatim(document.text, heading.span)
    found = next(source.find(_HASHES, near="#"), None)
    if found is not None and found.span.start <= heading.plain.start and found.match.start() == 0:
        yield Fix.replace(found.span, "#" * usual, _("改为 {n} 级标题", n=usual), safety=Safety.SAFE)
