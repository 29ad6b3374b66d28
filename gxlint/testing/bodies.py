"""Bodies that report, all invented."""

from __future__ import annotations

import re
from typing import NamedTuple

from gxlint.i18n import _


class Body(NamedTuple):
    """What a report says of the body that writes it."""

    name: str
    """机关全称."""
    self_name: str
    """How it calls itself: 我镇."""
    area: str
    """What it answers for: 全镇."""
    leader: str
    """Who heads its work on disclosure."""
    office: str
    """Whom to ask."""
    region: str
    """The county or city that it belongs to or is."""
    rules: bool = False
    """It may issue 规章."""
    size: int = 1
    """The bigger, the bigger its figures."""


_KINDS = (
    (r"镇人民政府$", ("我镇", "全镇", "镇长", "党政办公室")),
    (r"乡人民政府$", ("我乡", "全乡", "乡长", "党政办公室")),
    (r"街道办事处$", ("我街道", "全街道", "街道办事处主任", "党政综合办公室")),
    (r"县人民政府$", ("我县", "全县", "常务副县长", "县政府办公室")),
    (r"市人民政府$", ("我市", "全市", "常务副市长", "市政府办公室")),
    (r"[局委]$", ("我局", "全系统", "局长", "办公室")),
)
BODIES = (
    "青禾县云溪镇人民政府",
    "青禾县竹坪乡人民政府",
    "澄湖市白石区柳岸街道办事处",
    "青禾县人民政府",
    "临江市教育局",
    "青禾县市场监督管理局",
    "澄湖市人民政府",
)


def body(name: str) -> Body:
    """What is to be said of the body with that name.

    Raises:
        ValueError: its name is of no kind known here.
    """
    for pattern, words in _KINDS:
        if re.search(pattern, name):
            region = re.split(r"(?<=[县市])", name)[0]
            city = name.endswith("市人民政府")
            return Body(name, *words, region, rules=city, size=4 if city else 1)
    raise ValueError(_("看不出“{name}”是哪一类机关，请写全称，如 {example}", name=name, example=BODIES[0]))
