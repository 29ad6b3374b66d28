"""The notation of documented examples: fenced blocks in a rule's docstring, or in a file of edge cases.

A ``bad`` or ``good`` block opens an example; the blocks behind it up to the next belong to it::

    ```markdown bad in=一            spliced into the tester's correct report, at the end of section one
    ```text expect                   the findings: 1:1-1:3 message, related places indented below
    ```markdown fixed                the fragment after all of the rule's first fixes
    ```markdown previous in=三       last year's report: another correct one, with this fragment in it
    ```markdown other in=一 agency=… another report of the same run, for rules that read them all
    ```markdown good for=引言        nothing of the rule may be found; ``for`` replaces the content of the place

Settings of a ``bad`` or ``good`` block, besides the place: ``agency`` and ``year`` of the correct report, ``without``
(sections to leave out, 四 or 四,五), ``also`` (other rules that cannot but find something too), ``formats`` with
``reason``, and options of the rule by their names.
Places are 标题, 引言, 一 to 六 and 署名; ``in=whole`` is a draft of its own, and ``in=outline`` one of which only the
headings are given: the tester fills in what belongs under a heading that has nothing below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gxlint.i18n import _

PLACES = ("标题", "引言", "一", "二", "三", "四", "五", "六", "署名")
WHOLE = "whole"
OUTLINE = "outline"
FORMATS = ("markdown", "docx", "plain")

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w-]+)?(?P<info>[^`]*)")
_SETTING = re.compile(r'(?P<key>[\w.-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))|(?P<word>\S+)')
_FINDING = re.compile(r"(?:\d+:\d+-\d+:\d+|「.*?」) \S.*")
_ONCE = ("expect", "fixed", "previous")
_SETTINGS = frozenset(("in", "for", "agency", "year", "without", "also", "formats", "reason"))


class NotationError(Exception):
    """An example is not written as it should be; the text says where and why."""


class Block(NamedTuple):
    """A fenced block."""

    role: str
    """First word behind the language: bad, good, expect, fixed, previous, other."""
    settings: Mapping[str, str]
    text: str
    """Its lines, without a line end at the end."""
    line: int
    """Of the opening fence, from 1."""
    end: int
    """Of the closing fence."""


class Fragment(NamedTuple):
    """A piece of a report, and where it goes."""

    text: str
    place: str
    replaces: bool
    """The content of the place, rather than adding to it."""
    settings: tuple[tuple[str, str], ...]

    def setting(self, key: str, default: str = "") -> str:
        """A setting as written."""
        return dict(self.settings).get(key, default)

    @property
    def options(self) -> dict[str, str]:
        """Settings that are options of the rule, as written."""
        return {key: value for key, value in self.settings if key not in _SETTINGS}


class ExpectedFinding(NamedTuple):
    """A line of an ``expect`` block with the indented ones below it."""

    head: str
    related: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """As they are written."""
        return [self.head, *("  " + line for line in self.related)]


class Example(NamedTuple):
    """A documented example."""

    bad: bool
    fragment: Fragment
    line: int
    expected: tuple[ExpectedFinding, ...]
    fixed: str | None
    previous: Fragment | None
    others: tuple[Fragment, ...]
    formats: tuple[str, ...]


def read_blocks(text: str) -> list[Block]:
    """The fenced blocks of a text that have a role; fences start at the margin.

    Raises:
        NotationError: a fence is not closed, or its info string cannot be read.
    """
    blocks: list[Block] = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        fence = _FENCE.fullmatch(lines[number])
        number += 1
        if fence is None:
            continue
        opened = number
        while number < len(lines) and lines[number].rstrip() != fence["fence"]:
            number += 1
        if number == len(lines):
            raise NotationError(_("第 {line} 行：代码块没有结束", line=opened))
        words, settings = _info(fence["info"], opened)
        if words:
            blocks.append(Block(words[0], settings, "\n".join(lines[opened:number]), opened, number + 1))
        number += 1
    return blocks


def _info(info: str, line: int) -> tuple[list[str], dict[str, str]]:
    words: list[str] = []
    settings: dict[str, str] = {}
    for match in _SETTING.finditer(info):
        if match["word"]:
            words.append(match["word"])
        else:
            settings[match["key"]] = match["quoted"] if match["bare"] is None else match["bare"]
    if len(words) > 1:
        raise NotationError(_("第 {line} 行：{word} 不是设置，设置写成 名称=值", line=line, word=words[1]))
    return words, settings


def read_examples(text: str) -> list[Example]:
    """The examples of a documentation.

    Raises:
        NotationError: a block stands where it does not belong, or says what it cannot say.
    """
    return [_example(blocks) for blocks in grouped(read_blocks(text))]


def grouped(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks of each example, the opening one first.

    Raises:
        NotationError: a block belongs to no example.
    """
    group: list[Block] = []
    for block in blocks:
        if block.role in ("bad", "good"):
            if group:
                yield group
            group = [block]
        elif not group:
            raise NotationError(_("第 {line} 行：{role} 前面没有示例", line=block.line, role=block.role))
        else:
            group.append(block)
    if group:
        yield group


def _example(blocks: list[Block]) -> Example:
    first, *others = blocks
    by_role: dict[str, Block] = {}
    for block in others:
        if block.role not in (*_ONCE, "other") or (block.role in by_role and block.role in _ONCE):
            raise NotationError(_("第 {line} 行：不认识 {role}，或者写了两次", line=block.line, role=block.role))
        by_role[block.role] = block
    bad = first.role == "bad"
    if not bad and by_role.keys() & {"expect", "fixed"}:
        raise NotationError(_("第 {line} 行：没有问题的示例（good）后面不能有 expect 或 fixed", line=first.line))
    return Example(
        bad=bad,
        fragment=_fragment(first),
        line=first.line,
        expected=tuple(_expected(by_role["expect"])) if "expect" in by_role else (),
        fixed=by_role["fixed"].text if "fixed" in by_role else None,
        previous=_fragment(by_role["previous"]) if "previous" in by_role else None,
        others=tuple([_fragment(block) for block in others if block.role == "other"]),
        formats=_formats(first),
    )


def _fragment(block: Block) -> Fragment:
    settings = block.settings
    replaces = "for" in settings
    place = settings.get("for") or settings.get("in")
    if place is None and block.role in ("previous", "other"):  # the correct report as it is
        place = "署名"
    if place not in (*PLACES, WHOLE, OUTLINE) or ("in" in settings and replaces):
        raise NotationError(
            _(
                "第 {line} 行：用 in=位置 或 for=位置 写明放在哪里，位置是：{places}",
                line=block.line,
                places=_("、").join((*PLACES, WHOLE, OUTLINE)),
            )
        )
    return Fragment(block.text, place, replaces, tuple(settings.items()))


def _formats(block: Block) -> tuple[str, ...]:
    if "formats" not in block.settings:
        return FORMATS
    formats = tuple(block.settings["formats"].split(","))
    if not set(formats) <= set(FORMATS) or not block.settings.get("reason"):
        raise NotationError(
            _(
                '第 {line} 行：formats 只能写 {formats} 中的几种，并用 reason="…" 说明理由',
                line=block.line,
                formats=",".join(FORMATS),
            )
        )
    return formats


def _expected(block: Block) -> Iterator[ExpectedFinding]:
    head, related = "", []
    for number, line in enumerate(block.text.split("\n"), block.line + 1):
        if not line.strip():
            continue
        if not _FINDING.fullmatch(line.strip()) or (line.startswith(" ") and not head):
            raise NotationError(_("第 {line} 行：提示要写成“1:1-1:3 内容”，或“「文字」 内容”", line=number))
        if line.startswith(" "):
            related.append(line.strip())
            continue
        if head:
            yield ExpectedFinding(head, tuple(related))
        head, related = line.rstrip(), []
    if head:
        yield ExpectedFinding(head, tuple(related))
