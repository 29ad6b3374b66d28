"""The data by which a body can be asked: labels and what stands behind them, and numbers without a label.

A label counts where something is set behind it, be it a colon and nothing more; 公开办公地址、联系电话等信息 gives no
datum. Numbers for complaints (举报电话, 监督电话) and addresses of the web are none either.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from gxlint.form.report import ContactEntry
from gxlint.prose.folding import Folded, has_any, keywords
from gxlint.text import compiled

_LABELS = {
    **dict.fromkeys(("电话号码", "电话", "手机号码", "手机", "座机", "咨询热线", "联系热线", "Tel", "TEL"), "phone"),
    **dict.fromkeys(("传真号码", "传真电话", "传真", "Fax", "FAX"), "fax"),
    **dict.fromkeys(("邮政编码", "邮编号码", "邮编", "邮码"), "postcode"),
    **dict.fromkeys(
        ("邮箱地址", "邮箱", "信箱", "电子邮件地址", "电子邮件", "E-mail", "e-mail", "E-Mail", "Email"), "email"
    ),
    **dict.fromkeys(("地址", "办公地点", "通讯处"), "address"),
}
_LABEL = "|".join(sorted(_LABELS, key=len, reverse=True))
#: Words that belong to a label: 政务公开办公室联系电话.
_OWNERS = keywords(
    "联系 咨询 办公室 办公 值班 服务 固定 工作 单位 公开 业务 受理 查询 日常 公务 政务 电子 通信 通讯 "
    "邮寄 详细 机关 来访 接待 寄送 收件 所在 具体 申请"
)
#: Words before a label that make it no way to ask.
_COMPLAINTS = keywords("举报 监督 投诉 信访 维权 报警 纪检 反映 征集 热线 求助 救援 应急 急救")
_INQUIRIES = ("咨询", "联系", "办公")
_WEB = keywords("网 站 链接 域名 登录 访问 查询 查阅 浏览 下载 IP 存放 搬迁 专区 专栏 场所 注册 户籍 家庭 现住")
_STOPS = ",;。()、“”:\n"
#: Other things that have a label, before which an address ends.
_OTHER_LABELS = keywords("联系人 联系科室 联系部门 联系单位 联系方式 办公时间 工作时间 网址 网站 微信公众号")
_PLACES = (*"省市县区乡镇街路道巷村号楼室旗院园", "大厦", "广场", "政府")
#: What follows 地址 where it is only spoken of.
_NO_PLACES = (*"、,;。)和及与或等的以搬迁", "变更", "变化", "公开", "公布", "公示", "信息", "查询", "进行")
_URL = r"(?i:https?:|www\.|[\w-]+\.(?:gov|com|cn|net|org)\b)"
_DOMAINS = ("com", "cn", "net", "org", "gov", "edu")
#: Behind a number these say that something was counted.
_COUNTED = tuple("余多个次条件人部份宗年月")

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


class _Label(NamedTuple):
    start: int
    end: int
    kind: str
    mark: str
    """A colon, another sign or word in its place (为), or nothing."""
    behind: int
    """Where the value starts."""


def find_data(folded: Folded) -> list[Datum]:
    """The contact data of a text, in order."""
    text = folded.text
    labels = list(_labels(text))
    data: list[Datum] = []
    taken: list[tuple[int, int]] = []
    position = 0
    for number, label in enumerate(labels):
        if label.start < position:
            continue
        value = _value(text, label, labels[number + 1 : number + 6])
        position = max(label.end, value[1] if value else 0)
        taken.append((label.start, position))
        if value is not None and not _is_excluded(text, label):
            entry = ContactEntry(label.kind, folded.words(label.start, label.end), folded.words(*value))
            data.append(Datum(label.start, value[1], entry, _is_asked(text, label.start)))
    data += _unlabelled(folded, taken)
    return sorted(data)


def _labels(text: str) -> Iterator[_Label]:
    for match in compiled(_LABEL).finditer(text):
        start, end = match.span()
        for owner in 2 * _OWNERS:
            if text.endswith(owner, 0, start):
                start -= len(owner)
        kind = _LABELS[match[0]]
        end = _with_partner(text, end, {"phone": "传真", "fax": "电话"}.get(kind))
        behind = _behind_note(text, end)
        mark = next((mark for mark in (":", ";", "为", "是", "--", "-") if text.startswith(mark, behind)), "")
        yield _Label(start, end, kind, mark, _behind_note(text, behind + len(mark)))


def _with_partner(text: str, end: int, partner: str | None) -> int:
    """The end of a label for two things: 电话(传真), 电话/传真."""
    if partner is None:
        return end
    rest = text[end : end + 6]
    bare = rest.lstrip("(/、及和兼")
    if len(rest) - len(bare) > 2 or not bare.startswith(partner):
        return end
    end += len(rest) - len(bare) + len(partner)
    return end + text.startswith(")", end)


def _behind_note(text: str, start: int) -> int:
    """Behind a note in brackets: 电话(办公室)."""
    close = text.find(")", start, start + 12)
    if not text.startswith("(", start) or close < start + 2:
        return start
    note = text[start + 1 : close]
    return start if ":" in note or any(char.isdecimal() for char in note) else close + 1


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


def _is_excluded(text: str, label: _Label) -> bool:
    """Whether the label is for complaints, or of an address on the web."""
    start = label.start
    while start > max(0, label.start - 6) and text[start - 1] not in _STOPS:
        start -= 1
    before, name = text[start : label.start], text[label.start : label.end]
    if label.kind == "address":
        return has_any(before[-4:] + name[:-2], _WEB)
    return has_any(before, _COMPLAINTS) and not has_any(before + name, _INQUIRIES)


def _value(text: str, label: _Label, later: Sequence[_Label]) -> tuple[int, int] | None:
    """Where the value stands; empty where a colon has nothing behind it, ``None`` where the label is only mentioned."""
    found = _READERS[label.kind](text, label, later)
    if found is not None or label.mark != ":":
        return found
    start = label.behind
    nothing = start >= len(text) or text[start] in ",;。、)\n"
    if nothing or (later and later[0].start == start) or text.startswith(_OTHER_LABELS, start):
        return start, start
    end = min(
        [start + 40, len(text), *[stop for stop in (text.find(sign, start) for sign in ",;。:\n()") if stop >= 0]]
    )
    if label.kind == "address" or end == start:
        return None
    first = next((offset for offset in range(start, end) if text[offset].isdecimal()), end)
    number = label.kind in ("phone", "fax") and end - first >= 5
    return _read_number(text, label._replace(behind=first), later) if number else (start, end)


def _run(text: str, start: int, belongs: Callable[[int], bool]) -> int:
    """The end of the run of characters that belong to a value."""
    end = start
    while end < len(text) and belongs(end):
        end += 1
    return end


def _read_number(text: str, label: _Label, later: Sequence[_Label]) -> tuple[int, int] | None:  # noqa: ARG001 - one shape
    start = label.behind
    end = _run(text, start, lambda offset: text[offset].isdecimal() or text[offset] in "+()/、- 转×*□_X")
    end = start + len(text[start:end].rstrip("(/、- 转"))
    if text.count(")", start, end) > text.count("(", start, end):
        end = start + len(text[start:end].rstrip(")(/、- 转"))
    digits = sum(char.isdecimal() for char in text[start:end])
    if not digits or (label.mark != ":" and (digits < 5 or text.startswith(_COUNTED, end))):
        return None
    return start, end


def _read_postcode(text: str, label: _Label, later: Sequence[_Label]) -> tuple[int, int] | None:  # noqa: ARG001 - one shape
    start = label.behind
    end = _run(text, start, lambda offset: text[offset].isdecimal() or text[offset] in " -×*□_X")
    end = start + len(text[start:end].rstrip(" -"))
    return (start, end) if end > start and (label.mark == ":" or end - start >= 4) else None


def _read_mail(text: str, label: _Label, later: Sequence[_Label]) -> tuple[int, int] | None:  # noqa: ARG001 - one shape
    start = label.behind + text.startswith("<", label.behind)

    def belongs(offset: int) -> bool:
        char = text[offset]
        if char in "。,":
            return text.startswith(_DOMAINS, offset + 1)
        return char.isascii() and (char.isalnum() or char in "_.+#@-")

    end = start + len(text[start : _run(text, start, belongs)].rstrip(".-_"))
    mail = text[start:end]
    plausible = label.mark == ":" or has_any(mail, "@#") or mail.endswith(_DOMAINS)
    return (start, end) if mail and plausible else None


def _read_address(text: str, label: _Label, later: Sequence[_Label]) -> tuple[int, int] | None:
    start = label.behind
    end = _address_end(text, start, next((other.start for other in later if _is_set(text, other)), len(text)))
    value = text[start:end]
    if not value or compiled(_URL).match(value) or value.isascii():
        return None
    plausible = has_any(value, _PLACES) and not value.startswith(_NO_PLACES)
    return (start, end) if plausible or label.mark == ":" else None


def _is_set(text: str, label: _Label) -> bool:
    """Whether something is set behind a label, so that it ends what stands before."""
    return label.mark == ":" or text[label.behind : label.behind + 1].isascii()


def _address_end(text: str, start: int, limit: int) -> int:
    """Where an address ends: at a mark outside brackets, at the bracket it stands in, or at the next label."""
    depth = 0
    for offset in range(start, min(limit, start + 100)):
        char = text[offset]
        depth += (char == "(") - (char == ")")
        if depth < 0 or char in "。\n" or (depth == 0 and char in ",;:") or text.startswith(_OTHER_LABELS, offset):
            return offset
    return min(limit, start + 100)


_READERS = {
    "phone": _read_number,
    "fax": _read_number,
    "postcode": _read_postcode,
    "email": _read_mail,
    "address": _read_address,
}
