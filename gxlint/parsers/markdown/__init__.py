"""Markdown, read line by line with exact places."""

from __future__ import annotations

from gxlint.parsers.markdown.parser import MarkdownParser

__all__ = ["MarkdownParser"]
