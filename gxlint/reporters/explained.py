"""A rule's documentation for readers: its examples labelled in words instead of marks for the tester."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.i18n import _
from gxlint.rule import Rule

#: The opening line of an example: ``markdown bad in=一``, ``text expect``.
_EXAMPLE = re.compile(r"(`{3,}|~{3,})(\w+) (bad|expect|fixed|good|previous)\b(?:.*\b(?:in|for)=(\S+))?.*")
#: A line of an ``expect`` block up to the message: where it is.
_PLACE = re.compile(r"(?:\d+:\d+-\d+:\d+|「.*?」) ")


def explained(rule: Rule) -> str:
    """The documentation as Markdown, without its first line, which is :attr:`~gxlint.rule.Rule.summary`."""
    return "\n".join(_lines(rule.doc.partition("\n")[2])).strip()


def reason(rule: Rule) -> str:
    """The prose of the documentation before its examples, as one paragraph; the summary where there is none."""
    prose: list[str] = []
    for line in rule.doc.splitlines()[1:]:
        if _EXAMPLE.fullmatch(line) or (prose and line.startswith("#")):
            break
        if line.strip() and not line.startswith("#"):
            prose.append(line.strip())
    return "".join(prose) or rule.summary


def _lines(doc: str) -> Iterator[str]:
    labels = {
        "bad": _("有问题的写法"),
        "expect": _("提示"),
        "fixed": _("修复后"),
        "good": _("没有问题的写法"),
        "previous": _("上一年的报告"),
    }
    fence = kind = ""
    for line in doc.splitlines():
        opening = None if fence else _EXAMPLE.fullmatch(line)
        if opening:
            fence, language, kind, place = opening[1], opening[2], opening[3], opening[4]
            label = labels[kind]
            yield _("{label}（{place}）：", label=label, place=place) if place and place != "whole" else f"{label}："
            yield ""
            yield f"{fence}{language}"
        elif fence and line.strip() == fence:
            yield line
            fence = kind = ""
        elif kind == "expect":
            if not line.startswith(" "):
                yield _PLACE.sub("", line, count=1)
        else:
            yield line
