"""泄露手机号码。

## 说明
除了对外公布的联系方式，报告里不能出现个人的手机号码。前面有“联系电话”“咨询电话”“联系人”等名目，或者同一段里有地址、邮编的，
算作对外公布的联系方式，不提示；同一句里说的是申请人、村民、当事人等，有名目也提示。提示信息里隐去中间的数字。

## 示例

```markdown bad in=一
已答复申请人王某某（电话：13912345678）；群众李某某13812345678反映的问题已办结。
```

```text expect
1:14-1:25 泄露手机号码 139****5678，请删去
1:32-1:43 泄露手机号码 138****5678，请删去
```

```markdown good in=一
如有疑问，请拨打咨询电话13912345678，或与党政办联系（联系人：张主任，13812345678），监督电话：12345，安排资金15000000000元，
受理编号13812345678，热线139****5678。
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.form.statements import find_contact
from gxlint.i18n import _
from gxlint.prose.folding import has_any, keywords
from gxlint.rule import rule
from gxlint.rules.privacy._numbers import PRIVACY_LAW, find_numbers, masked
from gxlint.text import Found, Pattern

_NUMBER = r"1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})"
_PUBLIC = keywords(
    "电话 联系方式 联系人 咨询 热线 手机 传真 号码 微信 地址 邮编 邮政编码 邮箱 拨打 致电 与我 请联系 值班 Tel TEL tel"
)
#: Whose number it is then is no office's.
_PERSONS = keywords(
    "申请人 当事人 村民 居民 市民 群众 信访人 投诉人 举报人 来访人 原告 被告 第三人 先生 女士 同志 某某 贫困户 脱贫户 低保户 学生"
)
_INVITING = keywords("如有 如对 如需 如您 请联系 请与 请拨打 请致电 联系人 咨询")
_CODES = ("编号", "单号", "流水号", "序号", "编码", "工单", "QQ", "第", "文号", "索引号")
_QUANTITY = Pattern(r"\s*(?:余)?(?:元|万|亿|件|条|个|次|人|户|亩|吨|米|平方|千瓦|字|号)")
_SENTENCE = Pattern(r"[。！？；;]")


@rule(category="privacy", severity=Severity.WARNING, basis=[PRIVACY_LAW])
def check(document: Document) -> Iterator[Finding]:
    numbers = [found for found in find_numbers(document, _NUMBER) if not _is_other_number(found)]
    contact = find_contact(document) if numbers else None
    for found in numbers:
        if _is_persons(found) or not (_is_labelled(found) or (contact and contact.span.contains(found.span))):
            message = _("泄露手机号码 {number}，请删去", number=masked("".join(filter(str.isdigit, found.text))))
            yield Finding(found.span, message)


def _is_other_number(found: Found) -> bool:
    label = found.before.rstrip("：: 　|*")
    return label.endswith(_CODES) or _QUANTITY.match(found.after) is not None


def _is_persons(found: Found) -> bool:
    """Whether its sentence is about somebody, and invites nobody to ask."""
    sentence = _SENTENCE.split(found.before)[-1]
    return has_any(sentence, _PERSONS) and not has_any(sentence, _INVITING)


def _is_labelled(found: Found) -> bool:
    """Whether words before it give it as an office's number."""
    return has_any(found.before.rpartition("。")[2][-80:], _PUBLIC)
