"""The statement on 信息处理费: whether it was collected, and how much.

A sentence that only says by what rules the fee is charged states nothing; one that says so in a section or under a
heading on the fee without naming it again (本年度未收取, 无) does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gxlint.document import Document, Paragraph
from gxlint.form.report import Section, Statement
from gxlint.form.statements.sentences import sentences, squeezed
from gxlint.text import PlainText

#: The fee by its name and its misnomers.
_FEE = re.compile(r"处理费|信息公开(?:信息)?费|收费通知")
#: Charges for disclosure in other words.
_CHARGES = re.compile(
    r"(?:信息公开|依申请|申请人|申请公开|公开申请|检索|复制|邮寄|查询|提供政府信息)[^。；;]{0,40}?(?:费用|收费|[制寄索]费|工本费)|申请[^。；;]{0,20}免费(?:提供|公开|答复|办理)"
    r"|(?:费用|收费|[制寄索]费|工本费)[^。；;]{0,30}(?:信息公开|依申请|申请人|公开申请)|收费(?:标准)?[及和与、]减免"
)
#: In section six, where the form asks for the fee, any charge is this one.
_ANY_CHARGE = re.compile(r"收费|费用|收取|缴费")
_OTHER_CHARGE = re.compile(
    r"行政事业性收费|教育收费|停车|乱收费|违规收|变相收"
    r"|三公|收费目录|收费清单|收费标准公示|涉企收费|水费|保险费|医疗费"
)

_NONE = re.compile(
    r"(?:未曾|未有|从未|尚未|并未|暂未|均未|未|没有|没|无|不存在|不涉及|不)(?!得|准|予|能|及时|规定|超过)[^。；;《]{0,24}?"
    r"(?:收取|收到|征收|收费|产生|发生|涉及|发出|出现|费用|处理费|缴费)"
    r"|免收|免费|零收费|(?:处理费|费用|收费|收取|金额|总额)[^。；;《》]{0,12}?(?:为|是|共|计|：|:|均)*(?:0|０|零|〇)(?![.\d])(?:元|万元|件|$|[，,。；;）)])"
    r"|(?:情况|处理费|费用|收费|减免|收取)(?:的情况)?(?:为|是|：|:)?(?:无|没有|未收取|未产生|未发生)(?:$|[，,。；;）)])"
    r"|收费通知(?:的件数|件数)?(?:为|共|：|:)?(?:0|零)件"
)
_SOME = re.compile(
    r"(?:收取|收到|实收|收费|征收|处理费|总额|金额|共计|合计)[^。；;《》]{0,30}?\d[\d,，.]*(?:余|多)?(?:万)?元(?!/|／|每)"
    r"|\d[\d,，.]*(?:万)?元[^。；;]{0,6}处理费|(?:已|共|累计|实际|均|全部)(?:依法|按规定)?(?:收取|收费)(?!标准)|收取了"
    r"|(?:收取|征收)[^。；;《》]{0,20}?\d+(?:件|笔|次|宗)"
)
#: Said of those who did not pay, in the form's own table.
_UNPAID = re.compile(r"逾期[未不]按?[^，,。；;]{0,12}缴[纳费][^，,。；;、]{0,4}")
#: The tariff itself.
_TARIFF = re.compile(r"自然月|超额累进|\d+[—\-～~至]\d+[件页]")
_THIS_YEAR = re.compile(r"年|本机关|我")
_BARE_NONE = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]{1,2})?(?:本(?:机关|单位|局|年度?)|我[局镇乡委办]|我单位|\d{4}年度?|[，,])*"
    r"(?:无|没有|未收取|未产生|未发生|零|0元|0)[。；;]?"
)
_AMOUNT = re.compile(r"(?P<number>\d[\d,，]*(?:[.．]\d+)?)\s*(?P<myriad>万)?\s*元(?!\s*(?:[/／]|每))")
_ACTUAL = re.compile(r"实际|实收|收取|收到|征收")


def find_fee(document: Document, section: Section | None) -> Statement | None:
    """The statement on 信息处理费.

    Args:
        document: the draft; the statement counts wherever it stands.
        section: its sixth section, if it has one, where 收费 alone means this fee.

    Returns:
        The sentence that says whether the fee was collected; ``None`` if none does.
    """
    own = section.paragraphs if section else ()
    for sentence in _about_the_fee(own, at_home=True):
        return Statement(sentence.source, sentence.text)
    for sentence in _about_the_fee(document.paragraphs, at_home=False):
        return Statement(sentence.source, sentence.text)
    return None


def fee_amount(text: str) -> Decimal | None:
    """The sum collected, in 元, that a statement on the fee gives.

    Returns:
        ``None`` where it gives none (未收取). Of several sums the first said to be collected counts, else the last.
    """
    amounts = list(_AMOUNT.finditer(text))
    if not amounts:
        return None
    collected = [amount for amount in amounts if _ACTUAL.search(text[max(0, amount.start() - 12) : amount.start()])]
    chosen = next(iter(collected), amounts[-1])
    number = Decimal(re.sub(r"[,，]", "", chosen["number"]).replace("．", "."))
    return number * 10_000 if chosen["myriad"] else number


def _about_the_fee(paragraphs: Sequence[Paragraph], *, at_home: bool) -> Iterator[PlainText]:
    """The sentences that say whether the fee was collected; *at_home* in section six."""
    announced = False  # the paragraph before ends by naming the fee, as a heading does
    for paragraph in paragraphs:
        if not announced and "费" not in paragraph.text and not (at_home and "收取" in paragraph.text):
            continue
        named = announced
        for sentence in sentences(paragraph.plain):
            text = _UNPAID.sub("", squeezed(sentence.text))
            if _states(text, named=named, at_home=at_home):
                yield sentence
            named = _FEE.search(text) is not None
        announced = named and len(paragraph.text) <= 40 and not paragraph.text.endswith("。")


def _states(text: str, *, named: bool, at_home: bool) -> bool:
    """Whether a sentence without white space says that the fee was collected or not; *named* just before."""
    if named and _BARE_NONE.fullmatch(text):
        return True
    any_charge = (named or at_home) and _ANY_CHARGE.search(text) and not _OTHER_CHARGE.search(text)
    if not (any_charge or _FEE.search(text) or _CHARGES.search(text)):
        return False
    if _TARIFF.search(text) and not _THIS_YEAR.search(text):
        return False
    return _NONE.search(text) is not None or _SOME.search(text) is not None
