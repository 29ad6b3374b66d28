"""The numbers that a browser shows before the items of a list, and nobody has typed."""

from __future__ import annotations

from gxlint.parsers.docx.numerals import numeral
from gxlint.text import compiled
from gxlint_html.tree import Element

#: Names of Word's number formats by what a list says of its style, and what stands behind the number.
_STYLES = {
    "1": ("decimal", "."),
    "decimal": ("decimal", "."),
    "a": ("lowerLetter", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "A": ("upperLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "i": ("lowerRoman", "."),
    "lower-roman": ("lowerRoman", "."),
    "I": ("upperRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCounting", "、"),
    "simp-chinese-informal": ("chineseCounting", "、"),
    "trad-chinese-informal": ("chineseCounting", "、"),
}
_STYLE = r"(?i)(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]*)"
#: What has been typed at the beginning of an item, so that the list's own numbers will not be shown.
_TYPED = r"\s*[（(【\[第]?(?:[0-9０-９]{1,3}|[零〇一二三四五六七八九十]{1,3})(?:[、.．）)】\]]|[章条项款是])"


class Lists:
    """The ordered lists of a page, counting as their items are walked over."""

    def __init__(self) -> None:
        self._next: dict[Element, int] = {}

    def label(self, item: Element) -> str:
        """The number of the next item as a browser shows it; empty where it shows none."""
        ordered = item.getparent()
        if ordered is None or ordered.tag != "ol":
            return ""
        number = _integer(item.get("value"), self._next.get(ordered, _first(ordered)))
        self._next[ordered] = number + (-1 if _is_reversed(ordered) else 1)
        form, behind = _form(item) or _form(ordered) or _STYLES["decimal"]
        return numeral(number, form) + behind if form else ""


def is_typed(words: str) -> bool:
    """Whether an item begins with a number of its own."""
    return compiled(_TYPED).match(words) is not None


def _first(ordered: Element) -> int:
    last = sum(1 for _ in ordered.iterchildren("li")) if _is_reversed(ordered) else 1
    return _integer(ordered.get("start"), last)


def _is_reversed(ordered: Element) -> bool:
    return ordered.get("reversed") is not None


def _form(element: Element) -> tuple[str, str] | None:
    """How an element says that numbers look; empty names where none is to be shown, ``None`` where it does not say."""
    said = compiled(_STYLE).findall(element.get("style", ""))
    words = said[-1].lower().split() if said else [element.get("type", "")]
    if "none" in words:
        return "", ""
    return next((_STYLES[word] for word in words if word in _STYLES), None)


def _integer(text: str | None, otherwise: int) -> int:
    found = compiled(r"\s*(-?[0-9]{1,4})").match(text or "")
    return int(found[1]) if found else otherwise
