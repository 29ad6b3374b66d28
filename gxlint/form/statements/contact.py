"""The statement that says where to ask: address, telephone, postcode, e-mail and fax that stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gxlint.document import Document, Paragraph
from gxlint.form.report import Contact
from gxlint.form.statements.entries import Datum, find_data
from gxlint.text import Span

#: At most so many characters of other words stand between two entries of one statement.
MAX_GAP = 80
#: A line between two entries (联系人：…, 办公时间：…) is no longer than this.
MAX_LINE = 40

_GIVEN = re.compile(r"\d|[@＠]|[×＊*□_]{2}|[xX]{2}|[\u4e00-\u9fff]{4}")
_OWN_PLACE = re.compile(r"联系|办公|通信|通讯|邮寄")
_HOTLINE = re.compile(r"1\d{2,4}")


def find_contact(document: Document) -> Contact | None:
    """The statement that says where to ask.

    Returns:
        The entries that stand together, in or over several lines; of several statements the fullest. ``None`` if
        there is neither telephone nor address nor e-mail given as contact. A label that has nothing behind it is an
        entry with an empty value.
    """
    groups = [group for group in _groups(document.paragraphs) if _is_contact(group)]
    if not groups:
        return None
    entries = [datum.entry for datum in max(groups, key=_weight)]
    spans = [words.span for entry in entries for words in (entry.label, entry.value) if words is not None]
    span = Span(min(span.start for span in spans), max(span.end for span in spans))
    prose = document.prose
    return Contact(span, prose.text[prose.index(span.start) : prose.index(span.end - 1) + 1], tuple(entries))


def _groups(paragraphs: Sequence[Paragraph]) -> list[list[Datum]]:
    """The entries of the whole draft, those that stand together in one list."""
    groups: list[list[Datum]] = []
    room = -1  # so many characters may still stand before the next entry of the last group
    for paragraph in paragraphs:
        data = find_data(paragraph.plain)
        end = 0
        for datum in data:
            if datum.start - end > room:
                groups.append([])
            groups[-1].append(datum)
            end, room = datum.end, MAX_GAP
        left = len(paragraph.text) - end
        room = min(MAX_LINE, room - left) if data or left <= MAX_LINE else -1
    return groups


def _is_contact(group: Sequence[Datum]) -> bool:
    entries = [datum.entry for datum in group]
    kinds = {entry.kind for entry in entries if not entry.value.text or _GIVEN.search(entry.value.text)}
    if not kinds & {"phone", "email", "address"}:
        return False
    if any(datum.asked for datum in group) or len(kinds) > 1:
        return True
    entry = entries[0]
    if entry.kind == "address":
        return entry.label is not None and _OWN_PLACE.search(entry.label.text) is not None
    # 拨打电话12345 is the hotline of a whole city.
    return any(not _HOTLINE.fullmatch(entry.value.text) for entry in entries)


def _weight(group: Sequence[Datum]) -> tuple[int, bool]:
    return len({datum.entry.kind for datum in group if datum.entry.value.text}), any(datum.asked for datum in group)
