"""Markdown, read with exact places: the marks inside lines by markdown-it-py, the lines themselves here.

Every source line is a paragraph of its own, while markdown-it-py's blocks know only the lines that they cover: what
would remain to be done with them are the marks at line starts, which is all that is done without them. And most drafts
hold no mark inside a line, so that they need not wait for the library to be imported, which takes longer than reading
and linting them.
"""

from __future__ import annotations

from gxlint.parsers.markdown.parser import MarkdownParser

__all__ = ["MarkdownParser"]
