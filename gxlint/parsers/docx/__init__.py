"""Word files (.docx), read from the package's XML in reading order, with nothing but the standard library."""

from __future__ import annotations

from gxlint.parsers.docx.parser import DocxParser

__all__ = ["DocxParser"]
