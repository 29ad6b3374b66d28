"""单独成行的小标题末尾用了句号。

## 说明
小标题单独占一行时，末尾不加句号。小标题后面接着写正文的（“（一）主动公开。2024年，……”），句号是对的，不在此列。

自动修改：删去句号。

## 示例

```markdown bad in=六
（一）加强组织领导。

镇政府成立政府信息公开工作领导小组，由镇长任组长、分管副镇长任副组长，定期研究部署公开工作。
```

```text expect
1:10-1:11 小标题单独成行，末尾不用句号
```

```markdown fixed
（一）加强组织领导

镇政府成立政府信息公开工作领导小组，由镇长任组长、分管副镇长任副组长，定期研究部署公开工作。
```

```markdown good in=六
（一）加强组织领导。镇政府成立领导小组，定期研究公开工作。
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.document import Paragraph
from gxlint.findings import Finding, Fix, Safety, Severity
from gxlint.form.report import Report, Section
from gxlint.i18n import _
from gxlint.prose.items import read_item
from gxlint.rule import Citation, rule
from gxlint.rules.structure._series import Member, read_series

_LENGTH = 30


@rule(
    category="structure",
    severity=Severity.INFO,
    fix=Safety.SAFE,
    basis=[Citation("《标点符号用法》（GB/T 15834—2011）")],
)
def check(report: Report) -> Iterator[Finding]:
    for section in report.sections:
        for paragraph in _headings(section):
            if _is_punctuated(paragraph):
                span = paragraph.plain.span(len(paragraph.text) - 1, len(paragraph.text))
                fix = Fix.replace(span, "", _("删去句号"), safety=Safety.SAFE)
                yield Finding(span, _("小标题单独成行，末尾不用句号"), fixes=(fix,))


def _is_punctuated(paragraph: Paragraph) -> bool:
    """Whether it is short and its only full stop is its last character."""
    text = paragraph.text
    return len(text) <= _LENGTH and text.endswith("。") and "。" not in text[:-1]


def _headings(section: Section) -> Iterator[Paragraph]:
    """The heading of the section, what the format says is one, and numbered lines above text."""
    paragraphs = section.paragraphs
    yield section.heading
    yield from (paragraph for paragraph in paragraphs if paragraph.level is not None)
    for members in read_series(paragraphs):
        if members[0].item.style in ("一、", "（一）") and not _is_list(members):
            for member in members:
                above = paragraphs[member.at + 1 : member.at + 2]
                if member.paragraph.level is None and _is_text(above, alone=len(members) == 1):
                    yield member.paragraph


def _is_list(members: Sequence[Member]) -> bool:
    """Whether the items are lines of a list: one stands right below another."""
    numbers = [member.at for member in members]
    return any(
        number + 1 in numbers and _is_punctuated(member.paragraph)
        for number, member in zip(numbers, members, strict=True)
    )


def _is_text(above: Sequence[Paragraph], *, alone: bool) -> bool:
    """Whether the paragraph that follows a line is the text under it; below an item *alone* it must be long."""
    return any(
        read_item(paragraph.plain) is None and paragraph.level is None and (not alone or len(paragraph.text) > _LENGTH)
        for paragraph in above
    )
