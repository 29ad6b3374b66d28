"""The documentation of a rule in TOML: what the docstring of a rule in Python would be, examples and all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gxlint.config.lines import Name
from gxlint.i18n import _
from gxlint.text import LineIndex
from gxlint.toml_rules.keys import DOC, EXAMPLE, EXAMPLE_KEYS, SUMMARY
from gxlint.toml_rules.table import Mistakes, Table

_BAD, _GOOD, _EXPECT, _FIXED = "bad", "good", "expect", "fixed"
_ADDED, _REPLACED = "in", "for"
_WORDS = re.compile(r"(?P<indent>\s*)「(?P<words>.*?)」(?P<rest> .*)")


def documentation(rule: Table, mistakes: Mistakes) -> str:
    """Summary, explanation and examples, in the notation of :mod:`gxlint.testing.notation`.

    Args:
        rule: as written.
        mistakes: takes what is wrong with the examples.
    """
    lines = [rule.text(SUMMARY).strip()]
    if DOC in rule:
        lines += ["", "## 说明", rule.text(DOC).strip()]
    examples = [line for name, values in rule.tables(EXAMPLE) for line in _example(name, values, mistakes)]
    if examples:
        lines += ["", "## 示例", *examples]
    return "\n".join(lines)


def _example(name: Name, values: Mapping[str, object], mistakes: Mistakes) -> Iterator[str]:
    table = Table(mistakes, name, values, EXAMPLE_KEYS)
    if (_BAD in table) == (_GOOD in table):
        table.mistake("", _("示例要写 bad 或 good，只写一个"))
        return
    if (_ADDED in table) == (_REPLACED in table):
        table.mistake("", _('示例要写 in（加在哪里）或 for（替换哪里），只写一个，如 in = "六"'))
        return
    role = _BAD if _BAD in table else _GOOD
    if role == _GOOD and (_EXPECT in table or _FIXED in table):
        table.mistake("", _("good 是没有问题的写法，不写 expect 和 fixed"))
        return
    text = table.text(role).strip("\n")
    yield from _block(f"markdown {role} {_info(table)}", text)
    if _EXPECT in table:
        yield from _block(f"text {_EXPECT}", "\n".join(_expected(table, text)))
    if _FIXED in table:
        yield from _block(f"markdown {_FIXED}", table.text(_FIXED).strip("\n"))


def _info(table: Table) -> str:
    """The settings of an example as the notation has them."""
    names = [key.name for key in EXAMPLE_KEYS if key.name not in (_BAD, _GOOD, _EXPECT, _FIXED)]
    values = {name: table.value(name) for name in names if name in table}
    shown = {name: ",".join(value) if isinstance(value, list) else str(value) for name, value in values.items()}
    return " ".join(f'{name}="{value}"' if " " in value else f"{name}={value}" for name, value in shown.items())


def _block(info: str, text: str) -> Iterator[str]:
    fence = "~~~" if "```" in text else "```"
    yield from ("", f"{fence}{info}", text, fence)


def _expected(table: Table, text: str) -> Iterator[str]:
    """The findings with their places: words that stand in the example are found there, one after the other."""
    lines, last = LineIndex(text), 0
    in_words = "formats" in table and "markdown" not in table.texts("formats")
    for line in (line for several in table.texts(_EXPECT) for line in several.strip("\n").split("\n")):
        found = _WORDS.fullmatch(line)
        start = -1 if found is None or in_words else text.find(found["words"], 0 if found["indent"] else last)
        if found is None or start < 0:
            yield line
            continue
        end = start + len(found["words"])
        last = last if found["indent"] else end
        first, behind = lines.position(start), lines.position(end)
        yield f"{found['indent']}{first.line}:{first.column}-{behind.line}:{behind.column}{found['rest']}"
