"""Numbers of persons in a public report. All are computed: none was taken from anyone."""

from __future__ import annotations

from collections.abc import Iterator

from ..cases import Fault
from .spoiling import sentences


def _resident_number(first: str) -> str:
    """Seventeen digits with their check digit."""
    weights = [2**power % 11 for power in range(17, 0, -1)]
    total = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True))
    return first + "10X98765432"[total % 11]


def _card_number(first: str) -> str:
    """Digits with their Luhn digit."""
    doubled = [int(digit) * (2 - index % 2) for index, digit in enumerate(reversed(first))]
    total = sum(digit // 10 + digit % 10 for digit in doubled)
    return first + str(-total % 10)


def cases() -> Iterator[Fault]:
    """The faults of this category."""
    yield from sentences(
        "exposed-id-number",
        f"公示救助对象名单，身份证号‹{_resident_number('43078119900307101')}›。",
        f"答复申请人张某（‹{_resident_number('11010519751112002')}›）政府信息公开申请1件。",
        f"名单：李某，‹{_resident_number('37011219650820311')}›，低保户。",
        f"公示资料中，证件号码为‹{_resident_number('43078120010101004')}›。",
    )
    yield from sentences(
        "exposed-mobile-number",
        "群众可与村务公开信息员王某联系，手机‹13812345678›。",
        "申请人李某（‹15912345678›）申请公开征地信息。",
        "公示名单含低保户赵某，‹18600001234›。",
        "答复书寄送张先生‹13900005678›，已签收。",
    )
    yield from sentences(
        "exposed-bank-card",
        f"补贴发放至账户‹{_card_number('622848012345678901')}›，已公示。",
        f"公示补贴名单：王某，卡号‹{_card_number('621700123456789012')}›。",
        f"退还费用至‹{_card_number('622202123456789012')}›。",
    )
