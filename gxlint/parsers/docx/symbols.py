"""Signs of symbol fonts."""

from __future__ import annotations

from xml.etree.ElementTree import Element

#: Code points that no text may hold.
_UNSAFE_CODES = frozenset((*range(0x20), *range(0xD800, 0xE000)))
#: Signs of the symbol fonts that forms are ticked with.
_SYMBOLS = {
    ("wingdings", 0x6F): "□",
    ("wingdings", 0xA8): "☐",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xFE): "☑",
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0xA3): "☐",
}


def symbol(node: Element) -> str:
    """What a w:sym shows; empty where it names no sign."""
    try:
        code = int(node.get("{w}char", ""), 16)
    except ValueError:
        return ""
    if code in _UNSAFE_CODES or not 0 < code < 0x110000:
        return ""
    return _SYMBOLS.get((node.get("{w}font", "").lower(), code & 0xFF)) or chr(code)
