"""Long numbers anywhere in a draft, tables and notes included: whoever sees the file sees them."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint.document import Document
from gxlint.rule import Citation
from gxlint.text import Found, PlainText, Span

PRIVACY_LAW = Citation("《中华人民共和国个人信息保护法》", "第四条、第二十五条、第二十八条")

#: Signs that make a number part of a longer one, of a web address or of a code.
_JOINED = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_=/%.-—")


def find_numbers(document: Document, pattern: str) -> Iterator[Found]:
    """Matches of *pattern* that stand by themselves."""
    for found in PlainText.verbatim(document.text, Span(0, len(document.text))).find(pattern):
        start, end = found.match.span()
        before, after = document.text[max(0, start - 1) : start], document.text[end : end + 2]
        ends = after[:1] not in _JOINED or (after[:1] in ".—-" and not after[1:2].isalnum())
        if (not before or before not in _JOINED) and (not after or ends):
            yield found


def masked(number: str) -> str:
    """A number of which only the ends are shown."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]


def passes_luhn(digits: str) -> bool:
    """Whether the check digit at the end is right (ISO/IEC 7812-1)."""
    total = 0
    for index, digit in enumerate(map(int, reversed(digits))):
        total += sum(divmod(2 * digit, 10)) if index % 2 else digit
    return total % 10 == 0


def is_resident_number(number: str) -> bool:
    """Whether 18 characters are a resident's number: region, date of birth and check digit (GB 11643)."""
    if not (1900 <= int(number[6:10]) <= 2100 and 1 <= int(number[10:12]) <= 12 and 1 <= int(number[12:14]) <= 31):
        return False
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(weight * int(digit) for weight, digit in zip(weights, number, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()
