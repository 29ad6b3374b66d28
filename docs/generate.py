"""Writes the pages on the rules from the rules themselves: docs/rules/index.md and one page a rule.

Run it from the repository's root: ``.venv/bin/python docs/generate.py``; with ``--check`` it writes nothing and fails
where a page is not what it should be.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from gxlint.options import options_of
from gxlint.registry import Registry
from gxlint.reporters.text import safety_name, severity_name
from gxlint.rule import Rule

HERE = Path(__file__).parent / "rules"
CATEGORIES = {
    "document": "文稿",
    "structure": "结构",
    "statement": "必备说明",
    "table": "统计表",
    "consistency": "前后一致",
    "wording": "用语",
    "typography": "标点与格式",
    "privacy": "个人信息",
    "layout": "版式",
}
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


def index(rules: list[Rule]) -> str:
    """The list of all rules by category."""
    lines = ["# 规则", "", "由 `docs/generate.py` 从规则本身生成。"]
    order = list(CATEGORIES)
    rules = sorted(rules, key=lambda rule: (order.index(rule.category), rule.id))
    for category, members in groupby(rules, key=lambda rule: rule.category):
        lines += [
            "",
            f"## {CATEGORIES[category]}（{category}）",
            "",
            "| 规则 | 级别 | 自动修改 | 查什么 |",
            "| --- | --- | --- | --- |",
        ]
        for rule in members:
            fix = safety_name(rule.fix) if rule.fix else ""
            level = severity_name(rule.severity) if rule.enabled else "关闭"
            lines.append(f"| [{rule.id}]({rule.id}.md) | {level} | {fix} | {rule.summary} |")
    return "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """Every page by its path."""
    rules = list(Registry(installed=False).rules.values())
    return {HERE / "index.md": index(rules), **{HERE / f"{rule.id}.md": page(rule) for rule in rules}}


def main() -> int:
    """Write the pages, or check them."""
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += [path for path in HERE.glob("*.md") if path not in wanted]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path}: run docs/generate.py")
        return int(bool(stale))
    HERE.mkdir(exist_ok=True)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
