"""The data by which a body can be asked: labels and what stands behind them, and numbers without a label.

A label counts where something is set behind it, be it a colon and nothing more; 公开办公地址、联系电话等信息 gives no
datum. Numbers for complaints (举报电话, 监督电话) and addresses of the web are none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gxlint.form.report import ContactEntry
from gxlint.form.statements.sentences import squeezed
from gxlint.text import PlainText, Words

_S = r"[^\S\n]*"


def _any(words: str) -> str:
    """Any of these words, in whose middle spaces may stand (电　话)."""
    return "(?:" + "|".join([_S.join(word) for word in words.split()]) + ")"


_OWNER = _any(
    "联系 咨询 办公室 办公 值班 服务 固定 工作 单位 公开 业务 受理 查询 日常 公务 政务 电子 通信 通讯 邮寄"
    " 详细 机关 来访 接待 寄送 收件 所在 具体 申请"
)
_PHONE = rf"(?:{_any('电话号码 电话 座机 手机号码 手机 咨询热线 联系热线')}|(?i:\bTel\b))"
_FAX = rf"(?:{_any('传真号码 传真电话 传真')}|(?i:\bFax\b))"
_POSTCODE = _any("邮政编码 邮编号码 邮编 邮码")
_EMAIL = rf"(?:{_any('邮箱地址 邮箱 信箱 电子邮件地址 电子邮件 电邮')}|(?i:\bE{_S}[-—－]?{_S}mail\b))"
_ADDRESS = _any("地址 办公地点 通讯处")
_AND = "[（(/／、及和兼]{0,2}"
_NOTE = r"[（(][^（）()\n：:\d]{1,10}[）)]"
_LABEL = re.compile(
    rf"(?P<label>{_OWNER}{{0,2}}(?:(?P<phone>{_PHONE}(?:{_S}{_AND}{_FAX}[）)]?)?)|(?P<fax>{_FAX}(?:{_AND}{_PHONE}[）)]?)?)"
    rf"|(?P<postcode>{_POSTCODE})|(?P<email>{_EMAIL})|(?P<address>{_ADDRESS})))"
    rf"{_S}(?:{_NOTE}{_S})?(?P<mark>[：:﹕︰∶；;]|为|是|[—－-]{{1,2}})?{_S}(?:{_NOTE}{_S})?"
)
_KINDS = ("phone", "fax", "postcode", "email", "address")
_COLONS = "：:﹕︰∶"

#: Words before a label that make it no way to ask.
_COMPLAINT = re.compile(r"(?:举报|监督|投诉|信访|维权|报警|纪检|反映|征集|热线|求助|救援|应急|急救)\S{0,4}$")
_INQUIRY = re.compile(r"咨询|联系|办公")
_WEB = re.compile(
    r"(?:网|站|链接|域名|登录|访问|查询|查阅|浏览|下载|IP|存放|搬迁|专区|专栏|场所|注册|户籍|家庭|现住)\S{0,2}$"
)
_RUN = re.compile(r"[^，,。；;：:（(）)、“”\s]*$")

_DIGITS = re.compile(r"[+＋]?[（(]?\d(?:[\d（()）/／、\-—–－～~─―‐−转]|[^\S\n])*")
_NUMBER = re.compile(r"[（(]?0?\d{3}")
_POSTAL = re.compile(rf"\d(?:{_S}-?{_S}\d)*")
_MAIL = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9_.+#@＠-]|[。，,．](?=(?:com|cn|net|org|gov|edu)\b)|[^\S\n]+(?=[@＠])|(?<=[@＠])[^\S\n]+)*"
)
_DOMAIN = re.compile(r"[@＠#]|\.(?:com|cn|net|org)$")
_URL = re.compile(r"https?[:：]|www\.|[\w-]+\.(?:gov|com|cn|net|org)\b", re.IGNORECASE)
_ANYTHING = re.compile(r"[^，,；;。：:\n（）()]{1,40}")
_NOTHING = re.compile(r"[^\S\n]*(?:[，,；;。、）)\n]|$)")
#: A place to go to; and what follows 地址 where it is only spoken of.
_PLACE = re.compile(r"[省市县区乡镇街路道巷村号楼室旗院园]|大厦|广场|政府")
_NO_PLACE = re.compile(r"[、，,；;。）)和及与或等的以]|变更|变化|公[开布示]|迁|搬|信息|查询|进行")
_NEXT = re.compile(
    rf"{_S}(?:{_OWNER}{{0,2}}(?:{_PHONE}|{_FAX}|{_POSTCODE}|{_EMAIL}|{_ADDRESS}){_S}[：:（(\d]"
    rf"|{_any('联系人 联系科室 联系部门 联系单位 联系方式 办公时间 工作时间 网址 网站 微信公众号')})"
)

#: A number or mailbox without a label counts where the sentence says to ask there.
_LEAD = re.compile(
    r"(?:疑问|疑义|异议|意见|建议|咨询|问题|了解|需要)[^。\n]{0,60}(?:联系|致电|拨打|来电|来函|电话|询|反馈)"
    r"|请(?:与|联系|致电|拨打|来电|咨询)|联系方式|欢迎[^。\n]{0,8}(?:咨询|来电|致电|联系|垂询)|垂询"
)
_AREA = r"0(?:10|2\d|[3-9]\d\d)"
_BARE = re.compile(
    rf"(?<![\dA-Za-z.@_/-])(?:(?P<phone>(?:{_AREA}|[（(]{_AREA}[）)]){_S}[-—–－～~─―‐−]?{_S}\d{{7,8}}"
    r"|[48]00-?\d{3,4}-?\d{3,4}|1[3-9]\d{9})(?!\d)|(?P<email>[A-Za-z0-9][A-Za-z0-9_.-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+))"
)
#: Paragraphs without any of these have no datum.
_NEAR = re.compile(
    rf"(?i:mail|tel)|[@＠]|热线|致电|{_any('电话 联系 地址 邮编 邮箱 邮政 传真 信箱 咨询 手机 办公地点 通讯处')}"
)


class Datum(NamedTuple):
    """An entry with its place in the paragraph, to tell what belongs together."""

    start: int
    end: int
    entry: ContactEntry
    asked: bool
    """Its sentence says to ask there."""


def find_data(plain: PlainText) -> list[Datum]:
    """The contact data of a paragraph, in order."""
    text = plain.text
    if not _NEAR.search(text):
        return []
    taken: list[tuple[int, int]] = []
    data: list[Datum] = []
    position = 0
    while label := _LABEL.search(text, position):
        kind = next(kind for kind in _KINDS if label[kind])
        value = _value(text, kind, label)
        position = max(label.end("label"), value[1] if value else 0)
        taken.append((label.start(), position))
        if value is not None and not _is_excluded(text, kind, label):
            words = Words(label["label"], plain.span(*label.span("label")))
            data.append(_datum(plain, label.start(), kind, words, value))
    data += _unlabelled(plain, taken)
    return sorted(data)


def _datum(plain: PlainText, start: int, kind: str, label: Words | None, value: tuple[int, int]) -> Datum:
    words = Words(plain.text[slice(*value)], plain.span(*value))
    asked = _LEAD.search(squeezed(_sentence(plain.text, start))) is not None
    return Datum(start, value[1], ContactEntry(kind, label, words), asked)


def _sentence(text: str, offset: int) -> str:
    start = max(text.rfind("。", 0, offset), text.rfind("\n", 0, offset)) + 1
    stop = text.find("。", offset)
    return text[start : stop if stop >= 0 else len(text)]


def _unlabelled(plain: PlainText, taken: list[tuple[int, int]]) -> Iterator[Datum]:
    for match in _BARE.finditer(plain.text):
        start, end = match.span()
        if any(low < end and start < high for low, high in taken) or _COMPLAINT.search(
            squeezed(plain.text[:start])[-12:]
        ):
            continue
        datum = _datum(plain, start, "phone" if match["phone"] else "email", None, (start, end))
        if datum.asked:
            yield datum


def _is_excluded(text: str, kind: str, label: re.Match[str]) -> bool:
    """Whether the label is for complaints, or of an address on the web."""
    run = squeezed(text[max(0, label.start() - 12) : label.start()])
    match = _RUN.search(run)
    before = match[0] if match else ""
    if kind == "address":
        return _WEB.search(before + label["label"][:-2]) is not None
    return _COMPLAINT.search(before) is not None and _INQUIRY.search(before + label["label"]) is None


def _value(text: str, kind: str, label: re.Match[str]) -> tuple[int, int] | None:
    """Where the value stands behind a label; empty where a colon has nothing behind it, ``None`` for a mere mention."""
    start = label.end()
    mark = label["mark"] or ""
    found = _READERS[kind](text, start, mark)
    if found is not None:
        return found
    if not mark or mark not in _COLONS:
        return None
    if _NOTHING.match(text, start) or _NEXT.match(text, start):
        return label.end("mark"), label.end("mark")
    other = None if kind == "address" else _ANYTHING.match(text, start)
    if other is None:
        return None
    number = _NUMBER.search(text, *other.span()) if kind in ("phone", "fax") else None
    return _read_number(text, number.start(), mark) if number else _trimmed(text, *other.span())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())


def _read_number(text: str, start: int, mark: str) -> tuple[int, int] | None:
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    end = start + len(match[0].rstrip("（()）/／、-—–－～~─―‐−转 \u3000\xa0\t"))
    digits = sum(char.isdecimal() for char in text[start:end])
    counts = digits < 5 or text[end : end + 1] in tuple("余多个次条件人部份宗年月")
    return (start, end) if mark in tuple(_COLONS) or not counts else None


def _read_postcode(text: str, start: int, mark: str) -> tuple[int, int] | None:
    match = _POSTAL.match(text, start)
    return match.span() if match and (mark in tuple(_COLONS) or len(match[0]) >= 4) else None


def _read_mail(text: str, start: int, mark: str) -> tuple[int, int] | None:
    start += text.startswith(("<", "＜"), start)
    match = _MAIL.match(text, start)
    if match is None:
        return None
    mail = match[0].rstrip(".-_")
    return (start, start + len(mail)) if _DOMAIN.search(mail) or mark in tuple(_COLONS) else None


def _read_address(text: str, start: int, mark: str) -> tuple[int, int] | None:
    end = _address_end(text, start)
    value = text[start:end]
    if not value.strip() or _URL.match(value) or (mark and mark in _COLONS and value.strip().isascii()):
        return None
    plausible = _PLACE.search(value) is not None and _NO_PLACE.match(value) is None
    return _trimmed(text, start, end) if plausible or (mark and mark in _COLONS) else None


def _address_end(text: str, start: int) -> int:
    """Where an address ends: at a mark outside brackets, at the bracket it stands in, or at the next label."""
    depth = 0
    for offset in range(start, min(len(text), start + 100)):
        char = text[offset]
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth -= 1
        if depth < 0 or char in "。\n" or (depth == 0 and char in "，,；;：:") or _NEXT.match(text, offset):
            return offset
    return min(len(text), start + 100)


_READERS = {
    "phone": _read_number,
    "fax": _read_number,
    "postcode": _read_postcode,
    "email": _read_mail,
    "address": _read_address,
}
