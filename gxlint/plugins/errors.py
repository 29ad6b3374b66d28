"""What is wrong with a plugin, in words."""

from __future__ import annotations


class PluginError(Exception):
    """What is wrong with a plugin, and what to do about it, in one line for whoever has installed it."""


def in_short(value: object) -> str:
    """A value that a plugin gave, in one short line, whatever its own ``repr`` does."""
    try:
        return f"{value!r:.100}"
    except Exception:
        return type(value).__name__
