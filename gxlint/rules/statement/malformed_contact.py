"""联系方式写得不对：邮编、电话、邮箱格式有误，或者只有名目没有内容。

## 说明
写错的联系方式等于没有写（《条例》第十二条要求公布办公地址、联系电话等联系方式）。这里检查四样：

- 邮政编码应为6位数字；
- 座机号码前要有区号，区号后为7位或8位（010、02开头的区号后为8位）；
- 电子邮箱应为“名称@域名”，“@”和“.”要用半角；
- “地址：”“电话：”后面不能是空的。

手机号码、400和800号码、12345等短号、“转”分机、“、”或“/”后面的第二个号码都可以；“×××”等没有填好的地方由
“遗留的占位符”（leftover-placeholder）提示。

## 示例

```markdown bad for=引言
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请与云溪镇党政办公室联系（地址：青禾县云溪镇人民路1号，邮编：75520，电话：4741110，电子邮箱：yunxizhen163.com，传真：）。
```

```text expect
1:89-1:94 邮政编码“75520”是5位，应为6位数字
1:98-1:105 电话号码“4741110”没有区号，应写“区号-号码”
1:111-1:127 电子邮箱“yunxizhen163.com”不完整，应为“名称@域名”
1:128-1:130 “传真”后面是空的，请补上，没有就删去这一项
```

```markdown good for=引言
根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2024年1月1日至2024年12月31日。如有疑问，请与云溪镇党政办公室联系（邮政编码：755200；电话：0955—4741110转801、4741112；咨询热线：400-820-1234；电子邮箱：yxz@qinghe.gov.cn）。
```

```markdown good in=一
在门户网站公布办公地址、联系电话、传真、电子邮箱等信息。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import ContactEntry
from gxlint.i18n import _
from gxlint.rule import rule
from gxlint.rules.citations import regulation

_SEPARATOR = r"[、/／;；,，]|(?<=\d)\s+(?=0\d{2,3}|1\d{10})"
_EXTENSION = r"转|分机"
_MAIL = r"[A-Za-z0-9][\w.%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
#: Blanks to be filled in belong to leftover-placeholder; xxgk and zw_gk are names.
_BLANK = r"[×＊*□＿]|__|(?<![A-Za-z])[XxＸ]{2,}(?![A-Za-z])"
#: Behind a mailbox: what stands for @ so that no robot reads it. Of # the reader must be told (#替换为@).
_DISGUISED = r"\s*[\[［(（【]\s*(?:at|AT)\s*[\]］)）】]|[^。\n]{0,16}?[#＃][^。\n]{0,6}[@＠]"
_REACH = 40


@rule(category="statement", severity=Severity.WARNING, basis=[regulation("第十二条")])
def check(report: DisclosureReport) -> Iterator[Finding]:
    area_known = False
    for entry in report.contact.entries if report.contact else ():
        fault = _fault(entry, area_known=area_known)
        if fault and not _is_disguised(report, entry):
            empty = not entry.value.text and entry.label is not None
            yield Finding(entry.label.span if empty and entry.label else entry.value.span, fault)
        area_known = area_known or _has_area(entry)


def _is_disguised(report: DisclosureReport, entry: ContactEntry) -> bool:
    """Whether a mailbox is written so that robots do not read it, as the words behind it say."""
    end = entry.value.span.end
    return entry.kind == "email" and re.match(_DISGUISED, report.document.text[end : end + _REACH]) is not None


def _fault(entry: ContactEntry, *, area_known: bool) -> str:
    """What is wrong with an entry; empty if nothing is."""
    value = entry.value.text
    if not value:
        label = entry.label.text if entry.label else ""
        return _("“{label}”后面是空的，请补上，没有就删去这一项", label="".join(label.split()))
    if re.search(_BLANK, value):
        return ""
    if entry.kind == "postcode":
        return _postcode_fault(value)
    if entry.kind == "email":
        return _mail_fault(value)
    return _phone_fault(value, area_known=area_known) if entry.kind in ("phone", "fax") else ""


def _postcode_fault(value: str) -> str:
    digits = re.sub(r"\D", "", value)
    if not digits or len(digits) == 6:
        return ""
    return _("邮政编码“{code}”是{count}位，应为6位数字", code=value.strip(), count=len(digits))


def _mail_fault(value: str) -> str:
    mail = "".join(value.split())
    if re.fullmatch(_MAIL, mail):
        return ""
    if re.fullmatch(_MAIL, mail.translate(str.maketrans("＠．。，,", "@...."))):
        return _("电子邮箱“{mail}”中的“@”和“.”要用半角", mail=mail)
    if re.search(r"[\u4e00-\u9fff]", mail):
        return ""
    return _("电子邮箱“{mail}”不完整，应为“名称@域名”", mail=mail)


def _has_area(entry: ContactEntry) -> bool:
    return entry.kind in ("phone", "fax") and re.match(r"[（(+\s]*(?:86[-\s]?)?0\d{2}", entry.value.text) is not None


def _phone_fault(value: str, *, area_known: bool) -> str:
    first, *others = re.split(_SEPARATOR, value)
    fault = _number_fault(first, area_known=area_known)
    return fault or next(filter(None, [_number_fault(other, area_known=True) for other in others]), "")


def _number_fault(number: str, *, area_known: bool) -> str:
    """What is wrong with one number, its extension left out."""
    groups = re.findall(r"\d+", re.split(_EXTENSION, number)[0])
    if len(groups) > 1 and groups[0] in ("86", "0086"):
        # behind the country's number the area has no 0
        groups = [groups[1] if groups[1][0] in "01" else "0" + groups[1], *groups[2:]]
    digits = "".join(groups)
    if digits.startswith("0"):
        return _landline_fault(number.strip(), groups)
    if len(digits) in (7, 8):
        missing = _("电话号码“{number}”没有区号，应写“区号-号码”", number=number.strip())
        return "" if area_known else missing
    if _is_complete(digits) or (area_known and len(digits) < 7):
        return ""
    return _("电话号码“{number}”是{count}位，不完整或者多了数字", number=number.strip(), count=len(digits))


def _landline_fault(number: str, groups: list[str]) -> str:
    digits = "".join(groups)
    width = 3 if digits.startswith(("010", "02")) else 4
    lengths = (8,) if width == 3 else (7, 8)
    with_extension = len(groups) > 2 and len(groups[0]) == width and len(groups[1]) in lengths
    count = len(digits) - width
    if with_extension or count in lengths:
        return ""
    right = _("8位") if width == 3 else _("7位或8位")
    return _("电话号码“{number}”区号后有{count}位，应为{right}", number=number, count=count, right=right)


def _is_complete(digits: str) -> bool:
    """A mobile number, one of 400 or 800, a short number of the kind of 12345, 95598 or 96345."""
    return re.fullmatch(r"1[3-9]\d{9}|[48]00\d{7}|1\d{2,5}|9[56]\d{3,4}", digits) is not None or not digits
