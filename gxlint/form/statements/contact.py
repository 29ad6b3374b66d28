"""The statement that says where to ask: address, telephone, postcode, e-mail and fax that stand together."""

from __future__ import annotations

from collections.abc import Sequence

from gxlint.document import Document
from gxlint.form.report import Contact, ContactEntry
from gxlint.form.statements.entries import Datum, find_data
from gxlint.prose.folding import fold, has_any

#: At most so many characters of other words stand between two entries of one statement.
MAX_GAP = 80
#: The end of one line and the beginning of the next that stand between two entries are no longer than this.
MAX_LINE = 40

_OWN_PLACE = ("联系", "办公", "通信", "通讯", "邮寄")
_BLANKS = ("×", "*", "□", "_", "XX", "xx", "[", "【")


def find_contact(document: Document) -> Contact | None:
    """The statement that says where to ask.

    Returns:
        The entries that stand together, in or over several lines; of several statements the fullest. ``None`` if
        there is neither telephone nor address nor e-mail given as contact. A label that has nothing behind it is an
        entry with an empty value.
    """
    folded = fold(document.prose)
    groups = [group for group in _groups(folded.text, find_data(folded)) if _is_contact(group)]
    if not groups:
        return None
    group = max(groups, key=_weight)
    words = folded.words(group[0].start, max(datum.end for datum in group))
    return Contact(words.span, words.text, tuple([datum.entry for datum in group]))


def _groups(text: str, data: Sequence[Datum]) -> list[list[Datum]]:
    """The entries of the whole draft, those that stand together in one list."""
    groups: list[list[Datum]] = []
    end = 0
    for datum in data:
        between = text[end : datum.start]
        if not groups or not _is_close(between):
            groups.append([])
        groups[-1].append(datum)
        end = max(end, datum.end)
    return groups


def _is_close(between: str) -> bool:
    """Whether what stands between two entries is little enough for one statement, line by line."""
    return len(between) <= MAX_GAP and all(len(line) <= MAX_LINE for line in between.split("\n") if line != between)


def _is_given(entry: ContactEntry) -> bool:
    """Whether the value is a datum, or a blank that one is to be put in; 无 and 见附件 are neither."""
    value = entry.value.text
    if entry.kind == "address" or not value:
        return True
    return any(char.isdecimal() for char in value) or has_any(value, ("@", "＠", *_BLANKS))


def _is_contact(group: Sequence[Datum]) -> bool:
    entries = [datum.entry for datum in group if _is_given(datum.entry)]
    kinds = {entry.kind for entry in entries}
    asked = any(datum.asked for datum in group)
    if not kinds & {"phone", "email", "address"}:
        return asked and "postcode" in kinds  # of an address without label
    if asked or len(kinds) > 1:
        return True
    if entries[0].kind == "address":
        label = entries[0].label
        return label is not None and has_any(label.text, _OWN_PLACE)
    return not all(_is_hotline(entry) for entry in entries)


def _is_hotline(entry: ContactEntry) -> bool:
    """Whether it is the number of a whole city (12345), not given as one to ask at."""
    number, label = entry.value.text, entry.label.text if entry.label else ""
    return number.isdecimal() and len(number) <= 5 and not has_any(label, ("咨询", "联系"))


def _weight(group: Sequence[Datum]) -> tuple[int, bool]:
    return len({datum.entry.kind for datum in group if datum.entry.value.text}), any(datum.asked for datum in group)
