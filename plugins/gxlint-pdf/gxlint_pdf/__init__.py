"""Lets gxlint read reports in PDF."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint.plugins import DeferredParser, hookimpl


@hookimpl
def gxlint_parsers() -> Iterable[DeferredParser]:
    """The reader of PDF files."""
    return [DeferredParser("pdf", (".pdf",), "gxlint_pdf.parser:PdfParser")]
