"""The statement on 信息处理费: whether it was collected, and how much.

A sentence that only says by what rules the fee is charged states nothing; one in section six, or behind a heading on
the fee, states it without naming it again (本年度未收取, 无).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxlint.document import Document
from gxlint.form.report import Section, Statement
from gxlint.prose.folding import Folded, fold, has_any, keywords
from gxlint.text import compiled

#: The fee by its name and its misnomers.
_FEE = ("处理费", "信息公开费", "收费通知")
#: What else is charged for, where the words below say that disclosure is meant.
_CHARGES = keywords("费用 收费 工本费 复制费 检索费 邮寄费 免费提供 免费公开 免费答复 免费办理")
_DISCLOSURE = keywords("信息公开 依申请 申请人 申请公开 公开申请 提供政府信息 检索 复制")
#: In section six, where the form asks for the fee, any charge is this one.
_ANY_CHARGE = ("收费", "费用", "收取", "缴费", "免费")
_OTHER_CHARGES = keywords(
    "事业性收费 教育收费 停车 乱收费 违规收 变相收 三公 收费目录 收费清单 涉企 水费 保险费 医疗费 培训"
)

_NONE = (
    r"(?:未|没有|没收|没产生|无(?!正当|理由|障碍|法)|不存在|不涉及|不(?=收取|收费|产生|向|对))(?!得|准|予|能|及时|规定|超过).{0,24}?"
    r"(?:收取|收到|征收|收费|产生|发生|涉及|发出|费用|处理费|缴费)|免收|免费|零收费"
    r"|(?:费|费用|收取|金额|总额|情况)[^,;。\d]{0,8}?(?:0(?:\.0+)?|零|〇)(?![.\d])(?:元|万元|件|[,;)。]|$)"
    r"|(?:情况|处理费|费用|收费|减免|收取)(?:的情况)?(?:为|是|:)?(?:无|没有)(?:[,;)。]|$)"
    r"|收费通知(?:的?件数)?(?:为|共|:)?(?:0|零)件|(?:件数|金额|总额).{0,20}?均为(?:0|零)"
)
_SOME = (
    r"(?:收取|收到|实收|收费|征收|处理费|总额|金额|共计|合计).{0,30}?\d[\d,.]*(?:余|多)?万?元(?!/|每)|\d[\d,.]*万?元.{0,6}处理费"
    r"|(?:已|共|累计|实际|全部)(?:依法|按规定)?(?:收取|收费)(?!标准)|收取了|(?:收取|征收).{0,20}?\d+(?:件|笔|次|宗)"
)
#: Said of those who did not pay, in the form's own table.
_UNPAID = r"逾期[未不]按?[^,;。]{0,12}缴[纳费][^,;。、]{0,4}"
#: The tariff itself, which a report of a year need not repeat.
_TARIFF = ("自然月", "超额累进", "件以下", "页以下", "元/件", "元/页", "每件")
_OWN_YEAR = r"年度|全年|本年|本机关|我|20\d\d年(?!\d)"
_BARE_NONE = (
    r"(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]{1,2})?(?:本(?:机关|单位|年度?|局|镇|乡)|我(?:局|镇|乡|单位)|\d{4}年度?|,)*"
    r"(?:无|没有|未收取|未产生|未发生|零|0元|0)[。;]?"
)
_AMOUNT = r"(?P<number>\d[\d,，]*(?:[.．]\d+)?)\s*(?P<myriad>万)?\s*元(?!\s*[/／每])"
_ACTUAL = ("实际", "实收", "收取", "收到", "征收")


def find_fee(document: Document, section: Section | None) -> Statement | None:
    """The statement on 信息处理费.

    Args:
        document: the draft; the statement counts wherever it stands.
        section: its sixth section, if it has one, where 收费 alone means this fee.

    Returns:
        The sentence that says whether the fee was collected; ``None`` if none does.
    """
    if section is not None:
        for statement in _statements(fold(section.prose), at_home=True):
            return statement
    return next(_statements(fold(document.prose), at_home=False), None)


def fee_amount(text: str) -> Decimal | None:
    """The sum collected, in 元, that a statement on the fee gives.

    Returns:
        ``None`` where it gives none (未收取). Of several sums the first said to be collected counts, else the last.
    """
    amounts = [
        found
        for found in compiled(_AMOUNT).finditer(text)
        if "每" not in text[max(0, found.start() - 6) : found.start()]
    ]
    if not amounts:
        return None
    collected = [amount for amount in amounts if has_any(text[max(0, amount.start() - 12) : amount.start()], _ACTUAL)]
    chosen = next(iter(collected), amounts[-1])
    number = Decimal(chosen["number"].replace(",", "").replace("，", "").replace("．", "."))
    return number * 10_000 if chosen["myriad"] else number


def _statements(folded: Folded, *, at_home: bool) -> Iterator[Statement]:
    """The sentences that say whether the fee was collected; *at_home* in section six."""
    announced = False  # the paragraph before names the fee as a heading does
    for first, last in folded.lines():
        line = folded.text[first:last]
        if not announced and "费" not in line and not (at_home and "收取" in line):
            continue
        named = announced
        for start, end in folded.sentences(first, last):
            text = folded.text[start:end]
            if _states(text, named=named, at_home=at_home):
                words = folded.words(start, end)
                yield Statement(words.span, words.text)
            named = has_any(text, _FEE)
        announced = named and len(line) <= 40 and not line.endswith("。")


def _states(text: str, *, named: bool, at_home: bool) -> bool:
    """Whether a sentence says that the fee was collected or not; *named*: the one before is about it."""
    if named and compiled(_BARE_NONE).fullmatch(text):
        return True
    if "逾期" in text:
        text = compiled(_UNPAID).sub("", text)
    if not _is_about_it(text, free=named or at_home) or (
        has_any(text, _TARIFF) and not compiled(_OWN_YEAR).search(text)
    ):
        return False
    return compiled(_NONE).search(text) is not None or compiled(_SOME).search(text) is not None


def _is_about_it(text: str, *, free: bool) -> bool:
    """Whether a sentence is about the fee; *free* where it need not be named."""
    if has_any(text, _FEE):
        return True
    if has_any(text, _OTHER_CHARGES):
        return False
    return (free and has_any(text, _ANY_CHARGE)) or (has_any(text, _CHARGES) and has_any(text, _DISCLOSURE))
