"""Messages in the writer's language. Chinese is the source language; other catalogues translate from it."""

from __future__ import annotations


def _(template: str, /, **values: object) -> str:
    """*template*, translated, with its ``{name}`` placeholders filled in."""
    return template.format(**values) if values else template
