"""A rule's documentation for readers: its examples labelled in words instead of marks for the tester."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint.i18n import _
from gxlint.rule import Rule

#: The opening line of an example: ``markdown bad in=一``, ``text expect``.
EXAMPLE = re.compile(r"(`{3,}|~{3,})(\w+) (bad|expect|fixed|good|previous|other)\b(?:.*\b(?:in|for)=(\S+))?.*")
#: What examples call the sections of a report.
_SECTIONS = tuple("一二三四五六七八九十")
#: A line of an ``expect`` block up to the message: where it is.
_PLACE = re.compile(r"(?:\d+:\d+-\d+:\d+|「.*?」) ")


def explained(rule: Rule) -> str:
    """The documentation as Markdown, without its first line, which is :attr:`~gxlint.rule.Rule.summary`."""
    return "\n".join(_lines(rule.doc.partition("\n")[2])).strip()


def reason(rule: Rule) -> str:
    """The prose of the documentation before its examples, as one paragraph; the summary where there is none."""
    prose: list[str] = []
    for line in rule.doc.splitlines()[1:]:
        if EXAMPLE.fullmatch(line) or (prose and line.startswith("#")):
            break
        if line.strip() and not line.startswith("#"):
            prose.append(line.strip())
    return "".join(prose) or rule.summary


def example_label(opening: re.Match[str]) -> str:
    """What an example is, in words; with its place in the report, if it has one.

    Args:
        opening: a match of :data:`EXAMPLE`.
    """
    labels = {
        "bad": _("有问题的写法"),
        "expect": _("会提示"),
        "fixed": _("修复后"),
        "good": _("没有问题的写法"),
        "previous": _("上一年的报告"),
        "other": _("另一份报告"),
    }
    label, place = labels[opening[3]], opening[4]
    if place in _SECTIONS:
        place = _("第{n}部分", n=place)
    if place and place not in ("whole", "outline"):
        return _("{label}（{place}）：", label=label, place=place)
    return _("{label}：", label=label)


def _lines(doc: str) -> Iterator[str]:
    fence = kind = ""
    for line in doc.splitlines():
        opening = None if fence else EXAMPLE.fullmatch(line)
        if opening:
            fence, language, kind = opening[1], opening[2], opening[3]
            yield example_label(opening)
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
