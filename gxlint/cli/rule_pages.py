"""The pages on rules: Markdown in Chinese, one page a rule and a list of them, made from the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from gxlint.options import options_of
from gxlint.reporters.text import safety_name, severity_name
from gxlint.rule import CATEGORIES, Rule

LABELS = {
    "bad": "有问题的写法",
    "expect": "提示",
    "fixed": "修改后",
    "good": "没有问题的写法",
    "previous": "上一年的报告",
    "other": "另一份报告",
}
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})(?P<language>\w+) (?P<role>bad|expect|fixed|good|previous|other)\b.*")


def page(rule: Rule) -> str:
    """The page of a rule."""
    lines = [f"# {rule.id}", "", rule.summary, "", "| | |", "| --- | --- |"]
    severities = "、".join(map(severity_name, (rule.severity, *sorted(rule.severities - {rule.severity}))))
    lines.append(f"| 类别 | {CATEGORIES.get(rule.category, rule.category)}（`{rule.category}`） |")
    lines.append(f"| 级别 | {severities}{'' if rule.enabled else '，默认关闭'} |")
    lines.append(f"| 自动修改 | {safety_name(rule.fix) if rule.fix else '无'} |")
    lines += [f"| 依据 | {' '.join(filter(None, citation))} |" for citation in rule.basis]
    lines += [*_body(rule.doc.partition("\n")[2]), *_options(rule)]
    return "\n".join(lines).rstrip() + "\n"


def _body(doc: str) -> Iterator[str]:
    """The documentation with its examples labelled in words."""
    for line in doc.splitlines():
        fence = _FENCE.fullmatch(line)
        if fence:
            yield f"**{LABELS[fence['role']]}**"
            yield ""
            yield f"{fence['fence']}{fence['language']}"
        else:
            yield line


def _options(rule: Rule) -> Iterator[str]:
    options = options_of(rule)
    if options:
        yield from (
            "",
            "## 选项",
            "",
            f"写在配置文件的 `[rules.{rule.id}]` 下。",
            "",
            "| 名称 | 默认 | 说明 |",
            "| --- | --- | --- |",
        )
    for option in options:
        yield f"| `{option.name}` | `{option.default!r}` | {' '.join(option.doc.split())} |"


def index(rules: Iterable[Rule]) -> str:
    """The list of all rules by category."""
    lines = ["# 规则", "", "由 gxlint 从规则本身生成。"]
    order = list(CATEGORIES)
    rules = sorted(rules, key=lambda rule: (_rank(order, rule.category), rule.category, rule.id))
    for category, members in groupby(rules, key=lambda rule: rule.category):
        lines += [
            "",
            f"## {CATEGORIES.get(category, category)}（{category}）",
            "",
            "| 规则 | 级别 | 自动修改 | 查什么 |",
            "| --- | --- | --- | --- |",
        ]
        for rule in members:
            fix = safety_name(rule.fix) if rule.fix else ""
            level = severity_name(rule.severity) if rule.enabled else "关闭"
            lines.append(f"| [{rule.id}]({file_of(rule)}) | {level} | {fix} | {rule.summary} |")
    return "\n".join(lines) + "\n"


def _rank(order: list[str], category: str) -> int:
    """Where a category stands: those of plugins behind the built-in ones."""
    return order.index(category) if category in order else len(order)


def file_of(rule: Rule) -> str:
    """The name of a rule's page."""
    return f"{rule.id.replace('/', '.')}.md"


def pages_of(rules: Iterable[Rule]) -> Mapping[str, str]:
    """The texts of the pages of some rules and of the list of them, by file name."""
    rules = list(rules)
    return {"index.md": index(rules), **{file_of(rule): page(rule) for rule in rules}}
