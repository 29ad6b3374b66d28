"""Values of contact data: how far a number, a mailbox or an address reaches behind its label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gxlint.form.statements.labels import Label
from gxlint.prose.folding import has_any, keywords
from gxlint.text import compiled

#: Other things that have a label, before which an address ends.
_OTHER_LABELS = keywords("联系人 联系科室 联系部门 联系单位 联系方式 办公时间 工作时间 网址 网站 微信公众号")
_PLACES = (*"省市县区乡镇街路道巷村号楼室旗院园", "大厦", "广场", "政府")
#: What follows 地址 where it is only spoken of.
_NO_PLACES = (*"、,;。)和及与或等的以搬迁", "变更", "变化", "公开", "公布", "公示", "信息", "查询", "进行")
_URL = r"(?i:https?:|www\.|[\w-]+\.(?:gov|com|cn|net|org)\b)"
_DOMAINS = ("com", "cn", "net", "org", "gov", "edu")
#: Behind a number these say that something was counted.
_COUNTED = tuple("余多个次条件人部份宗年月")


def find_value(text: str, label: Label, later: Sequence[Label]) -> tuple[int, int] | None:
    """Where the value of a label stands: the offsets of its start and end, alike where a colon has nothing behind it.

    Args:
        text: folded.
        label: in it.
        later: the next labels, at which an address ends.

    Returns:
        ``None`` where the label is only mentioned.
    """
    if label.kind == "address":
        found = _read_address(text, label, next((other.start for other in later if _is_set(text, other)), len(text)))
    else:
        found = _READERS[label.kind](text, label)
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
    return _read_number(text, label._replace(behind=first)) if number else (start, end)


def _run(text: str, start: int, belongs: Callable[[int], bool]) -> int:
    """The end of the run of characters that belong to a value."""
    end = start
    while end < len(text) and belongs(end):
        end += 1
    return end


def _read_number(text: str, label: Label) -> tuple[int, int] | None:
    start = label.behind
    end = _run(text, start, lambda offset: text[offset].isdecimal() or text[offset] in "+()/、- 转×*□_X")
    end = start + len(text[start:end].rstrip("(/、- 转"))
    if text.count(")", start, end) > text.count("(", start, end):
        end = start + len(text[start:end].rstrip(")(/、- 转"))
    digits = sum(char.isdecimal() for char in text[start:end])
    if not digits or (label.mark != ":" and (digits < 5 or text.startswith(_COUNTED, end))):
        return None
    return start, end


def _read_postcode(text: str, label: Label) -> tuple[int, int] | None:
    start = label.behind
    end = _run(text, start, lambda offset: text[offset].isdecimal() or text[offset] in " -×*□_X")
    end = start + len(text[start:end].rstrip(" -"))
    return (start, end) if end > start and (label.mark == ":" or end - start >= 4) else None


def _read_mail(text: str, label: Label) -> tuple[int, int] | None:
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


def _read_address(text: str, label: Label, limit: int) -> tuple[int, int] | None:
    start = label.behind
    end = _address_end(text, start, limit)
    value = text[start:end]
    if not value or compiled(_URL).match(value) or value.isascii():
        return None
    plausible = has_any(value, _PLACES) and not value.startswith(_NO_PLACES)
    return (start, end) if plausible or label.mark == ":" else None


def _is_set(text: str, label: Label) -> bool:
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
}
