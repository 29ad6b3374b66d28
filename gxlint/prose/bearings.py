"""What a clause says its figures are about: which time, whose, fact or plan."""

from __future__ import annotations

from gxlint.prose.phrases import has_any, wordlist
from gxlint.text import Pattern

_YEAR = Pattern(r"(?<!\d)((?:19|20)\d\d)(?=年|\D\d{4}年)")
_COMPARED = wordlist(
    "同比 环比 相比 对比 较上 较去 较往 较前 较同 较之 比上 比去 比往 比前 去年 往年 增长 增加 减少 下降 上升 "
    "降低 增幅 降幅 持平 翻番 翻一番 倍"
)
_COMPARED_YEAR = Pattern(r"[较比]\d|上一?年(?!度?末?(?:未办结|结转|转结|遗留))")
_PLANNED = wordlist(
    "计划 力争 争取 预计 目标 下一步 下一阶段 明年 今后 后续 将继续 将进一步 将全面 将持续 将达 将在 将于"
)
_DRAFTED = ("拟定", "拟稿", "拟发")
_ACCUMULATED = wordlist("历年 累计 累积 开通 建站 历史")
_SINCE = Pattern(r"(?<!年)(?<!年度)以来|自[^，]{0,12}起")
_WIDE = wordlist(
    "全省 全市 全县 全区 全州 全旗 全盟 全国 全系统 全镇 全乡 全街道 各部门 各单位 各乡 各镇 各街道 各区 各县 "
    "各市 各州 各旗 各级 各地 各村 各社区 各科室 各股室 各处室 各办 省直 市直 县直 区直 州直 省级 市级 县级 "
    "区级 州级 本级 所属 下属 直属 辖区 基层 其他部门 其他单位"
)
_SPELLS = wordlist("上半年 下半年 季度 每月 当月 本月 月均 日均 年初 月初 目前")
_MONTH = Pattern(r"(?<!\d)(?!12月31日|1月1日)\d\d?月")


def years(text: str) -> tuple[int, ...]:
    """The years that are named with four digits, in order."""
    return tuple([int(found.group(1)) for found in _YEAR.finditer(text)])


def compares(text: str) -> bool:
    """It measures against another time: 同比, 较上年, 比2022年, 增加. 上年结转 compares nothing."""
    return has_any(text, _COMPARED) or _COMPARED_YEAR.search(text) is not None


def plans(text: str) -> bool:
    """It speaks of what is to come: 计划, 力争, 拟, 下一步."""
    return has_any(text, _PLANNED) or text.count("拟") > sum(map(text.count, _DRAFTED))


def accumulates(text: str) -> bool:
    """It counts from some earlier day on: 累计, 自…起, 以来."""
    return has_any(text, _ACCUMULATED) or _SINCE.search(text) is not None


def widens(text: str) -> bool:
    """It counts more or other bodies than the one that reports: 全县, 各部门, 所属单位."""
    return has_any(text, _WIDE)


def narrows(text: str) -> bool:
    """It counts less than the whole year: 上半年, 10月, 目前."""
    return has_any(text, _SPELLS) or _MONTH.search(text) is not None
