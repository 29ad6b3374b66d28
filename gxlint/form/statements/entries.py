"""The data by which a body can be asked: labels and what stands behind them, and numbers without a label.

A label counts where something is set behind it, be it a colon and nothing more; 公开办公地址、联系电话等信息 gives no
datum. Numbers for complaints (举报电话, 监督电话) and addresses of the web are none either.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.form.report import ContactEntry
from gxlint.form.statements.labels import Label, find_labels
from gxlint.form.statements.values import find_value
from gxlint.prose.folding import Folded, has_any, keywords
from gxlint.text import compiled

#: Words before a label that make it no way to ask.
_COMPLAINTS = keywords("举报 监督 投诉 信访 维权 报警 纪检 反映 征集 热线 求助 救援 应急 急救")
_INQUIRIES = ("咨询", "联系", "办公")
_WEB = keywords("网 站 链接 域名 登录 访问 查询 查阅 浏览 下载 IP 存放 搬迁 专区 专栏 场所 注册 户籍 家庭 现住")
_STOPS = ",;。()、“”:\n"
#: So far around an entry the words are read that say to ask there.
MAX_LEAD = 150
#: A number or mailbox without a label counts where the sentence says to ask there.
_ASKED = keywords(
    "疑问 疑义 异议 请与 请联系 请致电 请拨打 请来电 请咨询 请向 请直接 联系方式 垂询 可与 欢迎来电 "
    "欢迎咨询 欢迎致电 欢迎联系 来电来函 来函来电 来信来电 来电来信 来电或 "
    "可咨询 可致电 可向 拨打 意见建议 意见和建议 意见或建议 进一步咨询 进一步了解 来电咨询"
)
_BARE = (
    r"(?<![\dA-Za-z.@_/-])(?:(?P<phone>(?:0(?:10|2\d|[3-9]\d\d)|\(0(?:10|2\d|[3-9]\d\d)\))[- ]?\d{7,8}"
    r"|[48]00-?\d{3,4}-?\d{3,4}|1[3-9]\d{9})(?!\d)|(?P<email>[A-Za-z0-9][A-Za-z0-9_.-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+))"
)


class Datum(NamedTuple):
    """An entry with its place in the folded text, to tell what belongs together."""

    start: int
    end: int
    entry: ContactEntry
    asked: bool
    """Its sentence says to ask there."""


def find_data(folded: Folded) -> list[Datum]:
    """The contact data of a text, in order."""
    text = folded.text
    labels = list(find_labels(text))
    data: list[Datum] = []
    taken: list[tuple[int, int]] = []
    position = 0
    for number, label in enumerate(labels):
        if label.start < position:
            continue
        value = find_value(text, label, labels[number + 1 : number + 6])
        position = max(label.end, value[1] if value else 0)
        taken.append((label.start, position))
        if value is not None and not _is_excluded(text, label):
            entry = ContactEntry(label.kind, folded.words(label.start, label.end), folded.words(*value))
            data.append(Datum(label.start, value[1], entry, _is_asked(text, label.start)))
    data += _unlabelled(folded, taken)
    return sorted(data)


def _is_asked(text: str, offset: int) -> bool:
    start = max(text.rfind(sign, max(0, offset - MAX_LEAD), offset) for sign in "。\n")
    stops = [stop for stop in (text.find(sign, offset, offset + MAX_LEAD) for sign in "。\n") if stop >= 0]
    sentence = text[start + 1 if start >= 0 else max(0, offset - MAX_LEAD) : min(stops, default=offset + MAX_LEAD)]
    return has_any(sentence, _ASKED)


def _unlabelled(folded: Folded, taken: Sequence[tuple[int, int]]) -> Iterator[Datum]:
    if not has_any(folded.text, _ASKED):
        return
    for match in compiled(_BARE).finditer(folded.text):
        start, end = match.span()
        before = bisect_right(taken, (end, 0)) - 1
        known = before >= 0 and taken[before][1] > start
        around = folded.text[max(0, start - 12) : start] + folded.text[end : end + 6]
        if known or has_any(around, _COMPLAINTS) or not _is_asked(folded.text, start):
            continue
        kind = "phone" if match["phone"] else "email"
        yield Datum(start, end, ContactEntry(kind, None, folded.words(start, end)), asked=True)


def _is_excluded(text: str, label: Label) -> bool:
    """Whether the label is for complaints, or of an address on the web."""
    start = label.start
    while start > max(0, label.start - 6) and text[start - 1] not in _STOPS:
        start -= 1
    before, name = text[start : label.start], text[label.start : label.end]
    if label.kind == "address":
        return has_any(before[-4:] + name[:-2], _WEB)
    return has_any(before, _COMPLAINTS) and not has_any(before + name, _INQUIRIES)
