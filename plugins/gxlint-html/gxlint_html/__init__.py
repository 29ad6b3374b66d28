"""Lets gxlint read reports as they stand on web pages (.html, .htm), also where a browser saved one file (.mht)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint.plugins import DeferredParser, hookimpl


@hookimpl
def gxlint_parsers() -> Iterable[DeferredParser]:
    """The readers of web pages."""
    return [
        DeferredParser("html", (".html", ".htm"), "gxlint_html.parser:HtmlParser"),
        DeferredParser("mht", (".mht", ".mhtml"), "gxlint_html.mht:MhtParser"),
    ]
