"""Words that figures of any kind are surrounded by."""

from __future__ import annotations

#: Words that only say that a number follows.
QUANTITIES = "数量 总数 总量 件数 数 量 共计 合计 总计 累计 一共 总共 共 计 总 为 是 达 达到 有 均"
#: How bodies speak of themselves.
SELVES = "本机关 本单位 街道 我街道 本街道 我苏木 本苏木 " + " ".join(
    f"{who}{noun}" for who in "我本" for noun in "局委办厅镇乡县区市省州旗院"
)
#: A body's own area, or a wider one.
AREAS = "全镇 全乡 全街道 全苏木 全省 全市 全县 全区 全州 全旗 全局 全系统"
#: What may follow a figure whose words stand before it.
_ENDS = tuple("、，和及与并且均全都已按其同（(")


def ends(after: str) -> bool:
    """Whether what follows a figure leaves it to the words before it."""
    return not after or after.startswith(_ENDS)


def without_each(before: str) -> str:
    """The words before a figure without 各, 各有."""
    bare = before.rstrip("有为是")
    return bare.removesuffix("各自").removesuffix("各") if bare.endswith(("各", "各自")) else before
