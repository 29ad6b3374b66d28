"""What a clause says its figures are about: which time, whose, fact or plan."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年|[-—~～–至]\d{4}年)")
_COMPARISON = re.compile(
    r"同比|环比|相比|对比|比(?:上|去|往|前|\d)|较(?:上|去|往|前|同|之|\d)|上一?年度?(?!度|结转|末?结转|转结|遗留)|去年|往年"
    r"|增长|增加|减少|下降|上升|降低|增幅|降幅|持平|翻[了一]?番|倍"
)
_PLAN = re.compile(
    r"计划|力争|争取|预计|目标|下一步|下一阶段|明年|今后|后续|拟(?![定稿发])|将(?:继续|进一步|全面|持续|达|在|于)"
)
_CUMULATION = re.compile(r"(?<![今全]年)(?<!年)(?<!年度)以来|历年|累[计积]|自[^，]{0,12}起|开通|建站|历史")
_WIDER = re.compile(
    r"全(?:省|市|县|区|州|旗|盟|国|系统|镇|乡|街道)|各(?:部门|单位|乡|镇|街道|区|县|市|州|旗|级|地|科室|股室|处室|村|社区|办)"
    r"|(?:市|县|区|省|州)(?:直|级|本级|政府各)|本级|所属|下属|直属|辖区|基层|其他(?:部门|单位)"
)
_PART_OF_YEAR = re.compile(
    r"[上下]半年|季度|(?<!\d)(?!12月31日|1月1日)\d{1,2}月(?:份|底|末)?|[每当本]月|月均|日均|[年月]初|截至目前|截止目前|目前"
)


def years(text: str) -> tuple[int, ...]:
    """The years that are named with four digits, in order."""
    return tuple([int(found.group(1)) for found in _YEAR.finditer(text)])


def compares(text: str) -> bool:
    """It measures against another time: 同比, 较上年, 比2022年, 增加. 上年结转 compares nothing."""
    return bool(_COMPARISON.search(text))


def plans(text: str) -> bool:
    """It speaks of what is to come: 计划, 力争, 拟, 下一步."""
    return bool(_PLAN.search(text))


def accumulates(text: str) -> bool:
    """It counts from some earlier day on: 累计, 自…起, 以来."""
    return bool(_CUMULATION.search(text))


def widens(text: str) -> bool:
    """It counts more or other bodies than the one that reports: 全县, 各部门, 所属单位."""
    return bool(_WIDER.search(text))


def narrows(text: str) -> bool:
    """It counts less than the whole year: 上半年, 10月, 目前."""
    return bool(_PART_OF_YEAR.search(text))
