"""Patterns for paths, written and read as in ``.gitignore``.

Not by a library: the common one takes ``*``, ``!*/``, ``!报告.md`` to ignore all that is in folders, and importing it
costs more than a bare interpreter start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from gxlint.text import Pattern

_CLASS = Pattern(r"\[(?P<none>[!^]?)(?P<members>(?:\[:[a-z]+:\]|\\.|.)(?:\[:[a-z]+:\]|\\.|[^\]\\])*)\]")
_MEMBER = Pattern(r"\[:(?P<kind>[a-z]+):\]|\\?(?P<sign>.)")
_KINDS = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "digit": "0-9",
    "lower": "a-z",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}


class _Line(NamedTuple):
    """A line that is a pattern."""

    regex: re.Pattern[str]
    """Of whole paths."""
    takes_back: bool
    for_folders: bool
    """It means folders only."""


class Patterns:
    """The lines of one ``.gitignore``; paths are relative to its folder, with slashes."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the patterns; what is none matches nothing, as in git."""
        patterns = [_read(line) for line in lines]
        self._latest_first = [pattern for pattern in reversed(patterns) if pattern is not None]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._latest_first)

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """What the last pattern that matches says: ``True``, or ``False`` if it takes back; ``None`` if none matches.

        Args:
            path: of a file or folder; what is said of folders around it is not looked at.
            is_folder: which of them it is.
        """
        for regex, takes_back, for_folders in self._latest_first:
            if (is_folder or not for_folders) and regex.fullmatch(path):
                return not takes_back
        return None

    def covers(self, path: str, *, is_folder: bool) -> bool:
        """Whether a path or a folder around it matches; what is in such a folder cannot be taken back."""
        end = path.find("/")
        while end >= 0:
            if self.verdict(path[:end], is_folder=True):
                return True
            end = path.find("/", end + 1)
        return bool(self.verdict(path, is_folder=is_folder))


def _read(line: str) -> _Line | None:
    text = _without_spaces_at_end(line)
    if not text or text.startswith("#"):
        return None
    takes_back = text.startswith("!")
    text = text[takes_back:]
    for_folders = text.endswith("/")
    text = text.removesuffix("/")
    anywhere = "/" not in text
    expression = _expression(text.removeprefix("/"))
    if not expression:
        return None
    try:
        regex = re.compile(f"(?:.*/)?{expression}" if anywhere else expression, re.DOTALL)
    except re.error:  # [z-a]
        return None
    return _Line(regex, takes_back, for_folders)


def _without_spaces_at_end(line: str) -> str:
    bare = line.rstrip(" ")
    escapes = len(bare) - len(bare.rstrip("\\"))
    return f"{bare} " if escapes % 2 and bare != line else bare


def _expression(text: str) -> str:
    """A pattern as a regular expression; empty if it matches nothing."""
    pieces: list[str] = []
    at = 0
    while at < len(text):
        starts_name = at == 0 or text[at - 1] == "/"
        found = _CLASS.match(text, at)
        if starts_name and text.startswith("**/", at):
            piece, length = "(?:[^/]+/)*", 3
        elif starts_name and text[at:] == "**":
            piece, length = ".+", 2
        elif text[at] == "*":
            piece, length = "[^/]*", len(text[at:]) - len(text[at:].lstrip("*"))
        elif text[at] == "?":
            piece, length = "[^/]", 1
        elif text[at] == "[":
            piece, length = (_class(found["none"], found["members"]), len(found[0])) if found else ("", 1)
        else:
            sign = text[at:].removeprefix("\\")[:1]
            piece, length = re.escape(sign), 2 if text[at] == "\\" else 1
        if not piece:
            return ""
        pieces.append(piece)
        at += length
    return "".join(pieces)


def _class(none: str, members: str) -> str:
    """The signs that a bracket stands for; empty if it is wrong."""
    parts: list[str] = []
    for member in _MEMBER.finditer(members):
        kind, sign = member["kind"], member["sign"]
        if kind and kind not in _KINDS:
            return ""
        parts.append(_KINDS[kind] if kind else "-" if member[0] == "-" else re.escape(sign))
    return f"(?!/)[{'^' if none else ''}{''.join(parts)}]"
