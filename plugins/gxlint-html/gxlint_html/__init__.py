"""Lets gxlint read reports as they stand on web pages (.html, .htm)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint.plugins import DeferredParser, hookimpl


@hookimpl
def gxlint_parsers() -> Iterable[DeferredParser]:
    """The reader of web pages."""
    return [DeferredParser("html", (".html", ".htm"), "gxlint_html.parser:HtmlParser")]
