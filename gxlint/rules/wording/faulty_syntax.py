"""句式杂糅、成分多余。

## 说明
只查几种固定的毛病：

- “因……原因导致”“由于……原因造成”：“因……”和“……导致”只用一个；
- “大约……左右”“近……余”“超过……以上”：表示约数、限度的词只用一个；
- “在……上来看”：应为“从……上看”或者“在……上”；
- “X化的Y化、Z化”：前一个“的”多半应为顿号；
- “原因是因为”“本着……为原则”“深受……所欢迎”“防止……不再发生”“切忌不要”“按照……要求下”“等方面……等方面”。

## 示例

```markdown bad in=一
因人员力量不足原因导致更新不及时，全年公开信息大约80条左右；在数量上来看，仍有差距，工作的标准化的程序化、制度化有待加强。
```

```text expect
1:1-1:12 “因……”与“……导致”重复，只用一个
1:24-1:31 “大约”“约”“近”与“左右”“余”只用一个
1:32-1:38 应为“从……上看”或者“在……上”
1:49-1:58 “化的”前后并列，“的”应为顿号
```

```markdown good in=一
因人员力量不足，更新不及时；从数量上看，全年公开信息约80条，覆盖率达到90%以上，标准化、规范化、便民化水平逐步提高，防止了
泄密事件发生。
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.prose.pairs import has_any
from gxlint.rule import rule
from gxlint.rules.citations import DRAFTING


class Fault(NamedTuple):
    """A construction that is always faulty.

    The patterns have next to no sets of Han characters: compiling one takes longer than searching a report.
    """

    near: tuple[str, ...]
    """One of these stands in every instance."""
    pattern: str
    advice: str


_WEAK = "不足|不够|不强|不高|不大|不多|不到位|不及时|不完善|不充足|不全面|较少|较多|较大|较重|有限|薄弱|缺乏|频繁|繁杂|短缺|滞后"


#: Before 约 and 近 these make another word of it: 签约3家, 附近20余米.
_OTHER_WORDS = ("条", "公", "制", "预", "节", "签", "合", "契", "附", "最", "贴", "靠", "简")


def _faults() -> tuple[Fault, ...]:
    """The closed list. A function, so that the advice is translated when it is given."""
    approximate = _("“大约”“约”“近”与“左右”“余”只用一个")
    return (
        Fault(
            ("原因导致", "原因造成", "原因致使", "原因所致", "原因，导致", "原因，造成", "原因，致使"),
            rf"(?:因|由于)(?:(?![。；]).){{2,40}}?(?:{_WEAK})的?原因，?(?:导致|造成|致使|所致)",
            _("“因……”与“……导致”重复，只用一个"),
        ),
        Fault(("左右",), r"大?[约近]\s*\d[\d.,]*\w{0,5}左右", approximate),
        Fault(
            ("余条", "余件", "余次", "余份", "余人", "余篇", "余个", "余场", "余户", "余张", "余名", "余家"),
            r"大?[约近]\s*\d[\d.,]*\w?\s*余(?!额)",
            approximate,
        ),
        Fault(
            ("以上",),
            r"(?:超过|至少|不少于|不低于)了?\s*\d[\d.,]*%?\w{0,4}以上",
            _("“超过”“至少”与“以上”重复，只用一个"),
        ),
        Fault(("上来看",), r"在\w{1,12}上来看", _("应为“从……上看”或者“在……上”")),
        Fault(("化的",), r"化的(?<=\w\w化的)\w{2,3}化、\w{2,3}化", _("“化的”前后并列，“的”应为顿号")),
        Fault(("原因",), r"原因(?:主要)?就?是(?:因为|由于)", _("“原因是”与“因为”重复，只用一个")),
        Fault(("本着",), r"本着(?:(?![。，]).){1,20}为原则", _("应为“本着……的原则”或者“以……为原则”")),
        Fault(
            ("为指导", "为引领", "为统领"),
            r"坚持(?!以|把|将|用)(?:(?![。，；、以把将]).){4,30}(?<!作)为(?:指导|引领|统领)(?!性|下)",
            _("“坚持”后面缺“以”，应为“坚持以……为指导”"),
        ),
        Fault(("深受",), r"深受\w{1,10}所(?:欢迎|喜爱|好评|认可)", _("应为“深受……欢迎”或者“为……所欢迎”")),
        Fault(
            ("不再发生", "不再出现", "不再次", "不会发生", "不会出现", "不能发生"),
            r"(?:防止|避免|杜绝|以防)(?:(?![。，]).){0,20}不(?:再|会|能)次?(?:发生|出现)",
            _("“防止”“避免”后面不用否定"),
        ),
        Fault(("切忌",), r"切忌(?:不要|不能|不可|勿)", _("“切忌”后面不用否定")),
        Fault(
            ("要求下", "部署下", "指导下", "领导下", "安排下"),
            r"(?:按照|根据)(?:(?!在|《).){1,24}?的?(?:要求|部署|指导|领导|安排)下[，。]",
            _("应为“按照……要求”或者“在……要求下”"),
        ),
        Fault(("等方面",), r"等方面(?:(?![。，]).){1,30}?等方面", _("“等方面”重复")),
    )


@rule(category="wording", severity=Severity.INFO, basis=[DRAFTING])
def check(document: Document) -> Iterator[Finding]:
    prose = document.prose
    for fault in _faults():
        if not has_any(prose.text, fault.near):
            continue
        for found in prose.find(fault.pattern):
            if not prose.text.endswith(_OTHER_WORDS, 0, found.match.start()):
                yield Finding(found.span, fault.advice)
