"""Writing into an example what is found in it: the ``expect`` block of a bad one, and ``fixed`` where fixes exist."""

from __future__ import annotations

import re
from pathlib import Path

from gxlint.i18n import _
from gxlint.testing.examples import Case
from gxlint.testing.notation import Block, NotationError, grouped, read_blocks
from gxlint.testing.running import Bench
from gxlint.testing.trials import Trial

_RAW = re.compile(r"\s*[rR]\"\"\"")


def update_case(case: Case, bench: Bench | None = None, *, within: Path | None = None) -> bool:
    """Rewrite the example's blocks in the file that it stands in; say whether anything changed.

    Only its first format is looked at. A good example has nothing to rewrite.

    Args:
        case: the example.
        bench: with the other rules; by default those of gxlint itself.
        within: the folder in which files may be rewritten; anywhere by default.

    Raises:
        NotationError: the example does not fit the report or the rule, or stands in a file elsewhere.
    """
    if not case.example.bad or case.format != case.example.formats[0]:
        return False
    if case.path is None and case.rule.written:
        raise NotationError(_("{file}：TOML 里的示例请自己改写", file=case.file))
    path = case.file
    if within is not None and not path.resolve().is_relative_to(within.resolve()):
        raise NotationError(_("{path} 在 {folder} 之外，没有改动；先运行 pip install -e .", path=path, folder=within))
    trial = Trial(bench or Bench(case.rule), case.example)
    text = path.read_text(encoding="utf-8")
    escape = case.path is None and not _RAW.match(text)
    found = _findings(trial, case.format)
    changed = _with_blocks(text, case.number, {"expect": found, "fixed": trial.fixed}, escape=escape)
    if changed != text:
        path.write_text(changed, encoding="utf-8", newline="\n")
    return changed != text


def _findings(trial: Trial, format: str) -> str:
    findings = trial.written(trial.result if format == "markdown" else trial.rewritten(format))
    return "\n".join([line for finding in findings for line in finding.lines])


def _with_blocks(text: str, number: int, contents: dict[str, str | None], *, escape: bool) -> str:
    """The text with blocks of an example rewritten, added or, where there is no content, taken out."""
    group = list(grouped(read_blocks(text)))[number]
    lines = text.split("\n")
    last = group[0]
    edits: list[tuple[int, int, list[str]]] = []
    for role, content in contents.items():
        block = next((block for block in group if block.role == role), None)
        new = _fenced(role, content, escape=escape)
        if block:
            edits.append(_rewriting(block, new, lines))
            last = block
        elif content is not None:
            edits.append((last.end, last.end, ["", *new]))
    for start, end, new in reversed(edits):
        lines[start:end] = new
    return "\n".join(lines)


def _rewriting(block: Block, new: list[str], lines: list[str]) -> tuple[int, int, list[str]]:
    """Lines to replace; a block that goes takes the empty line before it along."""
    start = block.line - 1
    return (start - (not new and not lines[start - 1]), block.end, new)


def _fenced(role: str, content: str | None, *, escape: bool) -> list[str]:
    if content is None:
        return []
    if '"""' in content:
        raise NotationError(_("三个双引号不能写进规则的说明"))
    content = content.replace("\\", "\\\\") if escape else content
    language = "text" if role == "expect" else "markdown"
    return [f"```{language} {role}", *(content.split("\n") if content else []), "```"]
