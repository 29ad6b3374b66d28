"""模板里的空没有填。

## 说明
套用模板时留下的“XX县”“××”“____”“[具体地名]”“（此处填写……）”等，发布前必须换成真实内容。
隐去当事人姓名的“张××”“申请人××”是正常写法，不提示。

## 示例

```markdown bad in=六
本年度XX镇共举办培训____次，详见[具体网址]。
```

```text expect
1:4-1:6 “XX”是模板留下的空，请换成实际内容
1:12-1:16 “____”是模板留下的空，请换成实际内容
1:20-1:26 “[具体网址]”是模板留下的空，请换成实际内容
```

```markdown good in=六
申请人张××不服本机关答复，向××人民法院提起诉讼的情况，本年度没有发生。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.i18n import _
from gxlint.prose.folding import has_any, keywords
from gxlint.rule import rule
from gxlint.rules.citations import FORM
from gxlint.text import Found, Pattern

_CROSSES = "XxＸｘ×✕╳＊*○〇□■"
_CROSS = rf"[{_CROSSES}]"
#: What a bracket begins with that is to be filled in; of round brackets less.
_TO_FILL = keywords("具体 此处 请 待 填 机关 单位 地名 日期 年份 数字 姓名 名称 联系")
_TO_FILL_ROUND = (*keywords("此处 请 待 注 具体 网址 填写 数字 年份 地名 单位名称 机关名称 ） )"), "\u3000", " ")
#: Every place that was left blank has one of these.
_SIGNS = (
    *_CROSSES,
    "机关全称",
    "___",
    "＿＿",
    *(bracket + word for bracket in "[【〔" for word in _TO_FILL),
    *(bracket + word for bracket in "（(" for word in _TO_FILL_ROUND),
)
_UNIT = r"(?:省|市|县|区|乡|镇|街道|村|局|委|办|厅|中心|年|月|日|件|条|次|万?元|个|人|公司|同志|部门|单位|网站?|号)"
_FILL = r"(?:填写|填入|填报|填列|补充|插入|替换|修改|删除|待补|待填|待定|具体|如实|根据实际|视情况)"
PATTERN = Pattern(
    rf"(?<![A-Za-z0-9×])(?:[Xx]{{2,}}|[Ｘｘ]{{2,}}|[×✕╳]{{2,}})(?![A-Za-z0-9])"
    rf"|(?<![A-Za-z0-9.×*]){_CROSS}(?={_UNIT})(?!×)"
    rf"|(?<!\d)(?:19|20)(?:{_CROSS}{{2}}|\d{_CROSS}|_{{2}})(?=年)"
    r"|_{3,}|＿{2,}"
    rf"|[\[【〔](?:{'|'.join(_TO_FILL)})[^\]】〕\n]{{0,20}}[\]】〕]"
    rf"|[（(](?:此处|请|注：?请|待)[^（）()\n]{{0,20}}?{_FILL}[^（）()\n]{{0,20}}[）)]"
    r"|[（(](?:具体(?:网址|地址|时间|内容|名称|数字|日期|电话)|网址|数字|年份|地名|[单机][位关]名称"
    r"|填写[^（）()\n]{0,10})[）)]"
    rf"|[（(][ 　]*[）)](?={_UNIT})"
    # where a skeleton has it: in the title, before the contact data, on a line of its own
    r"|(?<![^\n])机关全称(?=\d{4}年|[ 　]*(?:\n|$))|机关全称(?=[（(]地址)"
)
#: Names that are hidden on purpose: of persons, applicants, parties, courts and cases.
_HIDDEN = Pattern(
    r"(?:[赵钱孙李周吴郑王冯陈蒋沈韩杨朱许何吕张孔曹严金魏陶姜谢苏潘范彭鲁马方任袁柳唐罗薛雷贺汤滕殷郝邓黄胡林郭梁宋徐高刘"
    r"萧田董程丁于余叶杜江白石崔康毛邱秦史侯邵孟龙万段钱汪尹黎易常武乔赖龚文某]|申请人|当事人|原告|被告|第三人|公民|群众|村民|居民)$"
)
_PARTY = Pattern(rf"^.{{0,12}}(?:诉|法院|检察院|案)|^(?:先生|女士|某)|^(?!{_UNIT})[^，。；\n]{{0,12}}(?:申请人|当事人)")
#: Somebody's matter, in the clause before.
_MATTER = Pattern(r"(?:申请人|当事人|原告|被告|第三人)[^，。；\n]{0,16}$")


@rule(category="structure", severity=Severity.ERROR, basis=[FORM])
def check(document: Document) -> Iterator[Finding]:
    for found in document.prose.find(PATTERN) if has_any(document.prose.text, _SIGNS) else ():
        if not _is_hidden_name(found):
            yield Finding(found.span, _("“{text}”是模板留下的空，请换成实际内容", text=found.text))


def _is_hidden_name(found: Found) -> bool:
    crosses = found.text[0] in "×✕╳XxＸｘ○〇＊*"
    return crosses and any(
        [_HIDDEN.search(found.before), _PARTY.match(found.after), "×" in found.text and _MATTER.search(found.before)]
    )
