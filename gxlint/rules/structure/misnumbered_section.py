"""部分的序号不对。

## 说明
六个部分依次编号为一、二、三、四、五、六。序号写错、重复，或者别的部分都有序号而这一部分没有，都会提示。
因为缺少某一部分而整体顺延的，请先补上所缺的部分。

自动修改：改为规定的序号。

## 示例

```markdown bad in=outline
# 青禾县云溪镇人民政府2024年政府信息公开工作年度报告

## 一、总体情况

## 二、主动公开政府信息情况

## 三、收到和处理政府信息公开申请情况

## 四、政府信息公开行政复议、行政诉讼情况

## 四、存在的主要问题及改进情况

## 六、其他需要报告的事项
```

```text expect
11:4-11:5 “存在的主要问题及改进情况”的序号应为“五”，写成了“四”
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

```markdown good in=五
一、加强培训。
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint.findings import Edit, Finding, Fix, Safety, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Section
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import FORM

_NUMBERS = "一二三四五六七八九十"


@rule(category="structure", severity=Severity.ERROR, fix=Safety.SAFE, basis=[FORM])
def check(report: DisclosureReport) -> Iterator[Finding]:
    numbered = [section for section in report.sections if section.number]
    if not numbered or _is_moved_up(report, numbered):
        return
    for section in report.sections:
        if section.number is None:
            if len(numbered) > len(report.sections) / 2:
                yield _unnumbered(section)
        elif section.number.text != section.form.number:
            yield _misnumbered(section, section.number.text)


def _is_moved_up(report: DisclosureReport, numbered: Sequence[Section]) -> bool:
    """Whether the numbers run on although a section is missing: that section is the fault, not the numbers."""
    written = [section.number.text for section in numbered if section.number]
    gap = len({section.key for section in report.sections}) < len(report.layout.sections)
    return gap and len(written) > 1 and written == list(_NUMBERS[: len(written)])


def _misnumbered(section: Section, written: str) -> Finding:
    number = section.number.span if section.number else section.title.source
    message = _(
        "“{title}”的序号应为“{right}”，写成了“{written}”",
        title=section.form.title,
        right=section.form.number,
        written=written,
    )
    title = _("序号改为“{right}”", right=section.form.number)
    return Finding(number, message, fixes=(Fix.replace(number, section.form.number, title, safety=Safety.SAFE),))


def _unnumbered(section: Section) -> Finding:
    place = section.title.source
    message = _("标题缺少序号，应为“{heading}”", heading=section.form.heading)
    edit = Edit(place.at_start(), f"{section.form.number}、")
    return Finding(place, message, fixes=(Fix(_("补上序号“{n}”", n=section.form.number), (edit,), Safety.SAFE),))
