"""Totals with their parts: 共81条，其中网站50条、公示栏31条."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from gxlint.prose.clauses import COVER, Prose, Sentence
from gxlint.prose.counts import Count, find_counts
from gxlint.prose.phrases import has_any, wordlist
from gxlint.text import Pattern

#: Between a total and its first part, behind a bracket if there is one.
_OPENERS = {
    **dict.fromkeys(("其中", "包括", "包含", "含"), False),
    **dict.fromkeys(("分别为", "分别是", "具体为", "分为", "即", "：", ":"), True),
}
_TOTALS = wordlist("共 总 合计 累计 较 比")
#: Verbs that begin something that is no part, unless the first part has them too.
_VERBS = wordlist(
    "办结 答复 办理 回复 结转 转结 收到 受理 接到 开展 举办 召开 印发 制定 组织 处理 回应 发放 建设 开设 设置 新增 "
    "发布 公开 公示 推送 转发 更新 完成 维护 阅读 关注 浏览 点击 访问 废止 有效 覆盖 涉及 培训 检查"
)
#: A part that is called so is a kind of thing, whatever verbs its name has: 公示栏31条, 检查通报类3条.
_KINDS = ("类", "类信息", "栏", "栏目", "牌", "屏", "公告公示", "公示公告")
#: 公开 in these is no verb.
_NAMES = Pattern(r"(?:政府信息|政务|信息)公开(?=目录|指南|年报|年度报告|制度|专栏|类|申请)")
_NESTED = wordlist("其中 包括 包含 含 分别 各")
_REST = ("其他", "其它", "其余")
#: A sentence that begins so goes on with what the one before it counts.
_GOES_ON = Pattern("其中|在[^，。]{0,10}(?:信息|申请)(?:当)?中")
#: What came over from last year and what goes on to the next are no parts of one total.
_CARRIED_BOTH_WAYS = Pattern("(?:上一?|去)年.*(?:结转|转结|顺延)")
_PAUSES = "，,；;：:"
#: More counts than these in one sentence are no breakdown, but a table that lost its lines.
_MOST = 40
_LONGEST_BRACKET = 300


class Breakdown(NamedTuple):
    """A total, and parts that are said to belong to it."""

    total: Count
    parts: tuple[Count, ...]
    complete: bool
    """The words say that these are all: 分别为, a colon, 其他 among the parts."""
    open: bool
    """There may be more parts that could not be read."""

    @property
    def sums(self) -> list[int]:
        """What the first one, two, three … parts add up to."""
        total, sums = 0, []
        for part in self.parts:
            total += int(part.value)
            sums.append(total)
        return sums


def find_breakdowns(prose: Prose) -> Iterator[Breakdown]:
    """All totals whose parts follow them in the sentence, with at least two parts, all meant exactly.

    A sentence that begins with 其中 or 在…信息中 has the parts of the one number that the sentence before it names.
    """
    counts = find_counts(prose)
    low = 0
    before: Sequence[Count] = ()
    for sentence in prose.sentences:
        high = low
        while high < len(counts) and counts[high].start < sentence.end:
            high += 1
        if 3 <= high - low <= _MOST:
            yield from _breakdowns(prose, sentence, counts[low:high])
        if 2 <= high - low <= _MOST:
            yield from _continued(sentence, before, counts[low:high])
        before = counts[low:high]
        low = high


def _continued(sentence: Sentence, before: Sequence[Count], counts: Sequence[Count]) -> Iterator[Breakdown]:
    """共公开信息162条。其中，…: the parts in a sentence of a number in the one before, if that has only one."""
    opener = _GOES_ON.match(sentence.text)
    if sentence.opens or opener is None or len({count.value for count in before}) != 1:
        return
    start = sentence.start + opener.end()
    yield from _follow(sentence.text, sentence.start, before[0], counts, start, complete=False)


def _breakdowns(prose: Prose, sentence: Sentence, counts: Sequence[Count]) -> Iterator[Breakdown]:
    outer = [count for count in counts if not count.clause.aside]
    for index, total in enumerate(outer):
        behind = total.stop - sentence.start
        length, complete = _opener(sentence.text[behind : behind + _LONGEST_BRACKET])
        if length:
            start = total.stop + length
            yield from _follow(sentence.text, sentence.start, total, outer[index + 1 :], start, complete=complete)
    for total in outer:
        inside = _inside_bracket(prose, total, counts)
        if inside:
            yield from _follow(prose.text, 0, total, inside, total.stop + 1, complete=True)


def _opener(words: str) -> tuple[int, bool]:
    """What leads from a total to its parts: its length from the total on, and whether it says that all parts follow.

    The length is 0 where the words behind the total lead to no parts.
    """
    rest = words
    if rest.startswith(("（", "(")):
        rest = rest[1:].lstrip(COVER)[1:]
    if rest[:1] in "，,；;":
        rest = rest[1:]
    opener = next((opener for opener in _OPENERS if rest.startswith(opener)), "")
    return (len(words) - len(rest) + len(opener), _OPENERS[opener]) if opener else (0, False)


def _inside_bracket(prose: Prose, total: Count, counts: Sequence[Count]) -> list[Count]:
    """The counts in a bracket that opens right behind a count."""
    if prose.text[total.stop : total.stop + 1] not in ("（", "("):
        return []
    bracket = prose.text[total.stop : total.stop + _LONGEST_BRACKET]
    end = total.stop + min(at for at in (bracket.find("）"), bracket.find(")"), len(bracket)) if at >= 0)
    return [count for count in counts if count.clause.aside and total.stop < count.start < end]


def _follow(
    text: str, base: int, total: Count, counts: Sequence[Count], start: int, *, complete: bool
) -> Iterator[Breakdown]:
    """The run of counts from *start* on that can be parts of the total; *text* begins at offset *base*."""
    parts: list[Count] = []
    first, more, ended = "", False, False
    for count in counts:
        lead = text[start - base : count.start - base]
        more = not count.is_exact or not total.is_like(count)
        more = more or (bool(parts) and (_begins_anew(lead, first) or _leaves(lead)))
        more = more or (bool(parts) and _CARRIED_BOTH_WAYS.search(first + lead) is not None)
        if more:
            break
        first = first or lead
        parts.append(count)
        start = count.stop
        ended = len(parts) > 1 and has_any(lead, _REST)
        if ended and text[start - base : start - base + 1] != lead[:1]:
            break  # behind the same mark the list goes on: 其他 may stand in the middle
    complete = complete or ended
    more = more or text[start - base : start - base + 1] == "等"
    if len(parts) >= 2 and total.is_exact and not _adds_up_further_on(total, parts, counts[len(parts) :]):
        yield Breakdown(total, tuple(parts), complete, more)


def _adds_up_further_on(total: Count, parts: Sequence[Count], others: Sequence[Count]) -> bool:
    """Whether what looked like the last part was not: 其他文件3条；工作报告2条 goes on until the total is reached."""
    alike = [int(count.value) for count in others if count.is_exact and total.is_like(count)]
    return total.value in list(accumulate(alike, initial=sum(int(part.value) for part in parts)))[1:]


def _begins_anew(lead: str, first: str) -> bool:
    """Whether words before a count begin something that is no part: they have a verb that the first part lacks."""
    if lead.lstrip(_PAUSES).startswith(_TOTALS) or has_any(lead, ("同比", "较上", "比上")):
        return True
    words = _NAMES.sub("", lead)
    return not lead.endswith(_KINDS) and any(verb in words and verb not in first for verb in _VERBS)


def _leaves(lead: str) -> bool:
    """Whether parts of a part follow, or a clause without a count has come between."""
    return has_any(lead, _NESTED) or sum(map(lead.count, _PAUSES)) > 1
