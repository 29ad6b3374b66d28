"""Labels of contact data: 联系电话, 传真(办公室), 通讯地址."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.prose.folding import keywords
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


class Label(NamedTuple):
    """A label, by offsets into the folded text."""

    start: int
    end: int
    kind: str
    """See :class:`~gxlint.form.report.ContactEntry`."""
    mark: str
    """A colon, another sign or word in its place (为), or nothing."""
    behind: int
    """Where the value starts."""


def find_labels(text: str) -> Iterator[Label]:
    """The labels of a folded text, in order, those included that nothing is set behind."""
    for match in compiled(_LABEL).finditer(text):
        start, end = match.span()
        for owner in 2 * _OWNERS:
            if text.endswith(owner, 0, start):
                start -= len(owner)
        kind = _LABELS[match[0]]
        end = _with_partner(text, end, {"phone": "传真", "fax": "电话"}.get(kind))
        behind = _behind_note(text, end)
        mark = next((mark for mark in (":", ";", "为", "是", "--", "-") if text.startswith(mark, behind)), "")
        yield Label(start, end, kind, mark, _behind_note(text, behind + len(mark)))


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
