"""HTML put together so that nothing of a draft can become markup: text is escaped on its way in, by its type."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

#: Markup; made by the functions here only.
Html = NewType("Html", str)

NOTHING = Html("")

_SUBSTITUTE = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
#: Control characters are no HTML, bidirectional ones would reorder the page around them.
_HARMLESS = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"},
    **dict.fromkeys((*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _SUBSTITUTE),
}
_VOID = frozenset({"br", "col", "input", "meta"})


def text(value: object) -> Html:
    """Anything as text."""
    return Html(escape(str(value).translate(_HARMLESS)))


def join(parts: Iterable[Html], separator: str = "") -> Html:
    """Pieces one after the other, with text between them."""
    return Html(text(separator).join(parts))


def element(tag: str, /, *content: Html, **attributes: str | int | None) -> Html:
    """An element.

    Args:
        tag: its name.
        content: markup inside.
        attributes: their values as text; ``None`` leaves one out, an empty text makes a bare one. In names an
            underscore at the end is dropped, others are dashes.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    end = "" if tag in _VOID else f"</{tag}>"
    return Html(f"<{tag}{written}>{''.join(content)}{end}")
