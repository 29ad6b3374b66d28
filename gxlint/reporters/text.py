"""Findings for people: grouped by file, each with its line and the words underlined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gxlint.findings import Diagnostic, Safety, Severity
from gxlint.i18n import _, translated
from gxlint.reporters.base import Checked, Style, Summary
from gxlint.reporters.excerpt import excerpt, visible
from gxlint.rule import CATEGORIES

_BOLD, _DIM, _RED, _GREEN, _YELLOW, _CYAN = "1", "2", "31", "32", "33", "36"
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}
#: Cells in front of a source line: the line number, a space, the bar.
_GUTTER = 9
#: A sum has up to twenty parts; nobody reads a list of them.
_MOST_RELATED = 8


def severity_name(severity: Severity) -> str:
    """A severity in the user's language."""
    return {Severity.ERROR: _("错误"), Severity.WARNING: _("警告"), Severity.INFO: _("提示")}[severity]


def safety_name(safety: Safety) -> str:
    """What a fix's safety means to its user."""
    return _("可自动修复") if safety is Safety.SAFE else _("需人工确认")


def category_name(category: str) -> str:
    """A category of rules for people, with what configurations call it."""
    name = translated(CATEGORIES.get(category, category))
    return category if name.lower() == category else _("{name}（{category}）", name=name, category=category)


class TextReporter:
    """Writes each file's findings as they come and keeps nothing."""

    def __init__(self, stream: TextIO, style: Style) -> None:
        self._stream = stream
        self._style = style

    def add(self, checked: Checked, /) -> None:
        """Write the findings of one file."""
        if not checked.diagnostics:
            return
        self._write(self._paint(_heading(checked), _BOLD))
        for diagnostic in checked.diagnostics:
            for line in self._lines(diagnostic):
                self._write(line)
        self._write("")

    def finish(self, summary: Summary, /) -> None:
        """Write the count."""
        if not self._style.quiet:
            for line in summary_lines(summary):
                self._write(line)

    def _write(self, line: str) -> None:
        self._stream.write(f"{line.rstrip()}\n")

    def _paint(self, text: str, *codes: str) -> str:
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self._style.color and text else text

    def _lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        severity = self._paint(severity_name(diagnostic.severity), _COLORS[diagnostic.severity], _BOLD)
        where = _where(diagnostic)
        rule = self._paint(f"[{diagnostic.rule}]", _DIM)
        yield f"  {severity} {where}{visible(diagnostic.message)}  {rule}"
        if diagnostic.place:
            yield self._detail(_("位置：{place}", place=diagnostic.place))
        yield from self._source_lines(diagnostic)
        for span, message in diagnostic.related[:_MOST_RELATED]:
            line, column = diagnostic.source.lines.position(span.start) if diagnostic.source else (0, 0)
            yield self._detail(_("相关：{line}:{column} {message}", line=line, column=column, message=message))
        if hidden := len(diagnostic.related[_MOST_RELATED:]):
            yield self._detail(_("另有 {count} 处相关，用 --format html 可看到全部", count=hidden))
        for fix in diagnostic.fixes:
            yield self._detail(_("修复：{title}（{safety}）", title=fix.title, safety=safety_name(fix.safety)), _GREEN)

    def _detail(self, text: str, *codes: str) -> str:
        return " " * (_GUTTER - 2) + self._paint("│", _DIM) + " " + self._paint(visible(text), *codes)

    def _source_lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        if diagnostic.source is None or diagnostic.span is None:
            return
        color = _COLORS[diagnostic.severity]
        shown = list(excerpt(diagnostic.source, diagnostic.span, max(20, self._style.width - _GUTTER)))
        for index, line in enumerate(shown):
            if index and line.number > shown[0].number + 1:
                yield self._detail("⋮")
            yield f"{line.number:>6} {self._paint('│', _DIM)} {line.text}"
            yield self._detail("") + " " * line.before + self._paint("^" * line.cells, color)


def _heading(checked: Checked) -> str:
    if checked.path:
        return visible(checked.path)
    of_run = checked.status == "run" and all(found.source is None for found in checked.diagnostics)
    return _("插件与规则") if of_run else _("标准输入")


def _where(diagnostic: Diagnostic) -> str:
    if diagnostic.source is None or diagnostic.span is None:
        return ""
    line, column = diagnostic.source.lines.position(diagnostic.span.start)
    return f"{line}:{column} "


def summary_lines(summary: Summary) -> Iterator[str]:
    """What came of a run, in one to a few lines."""
    if summary.findings:
        yield _(
            "检查了 {files} 个文件，发现 {findings} 个问题：{errors} 个错误，{warnings} 个警告，{infos} 个提示。",
            files=summary.checked,
            findings=summary.findings,
            errors=summary.severities[Severity.ERROR],
            warnings=summary.severities[Severity.WARNING],
            infos=summary.severities[Severity.INFO],
        )
    elif summary.checked:
        yield _("检查了 {files} 个文件，没有发现问题。", files=summary.checked)
    safe, unsafe = summary.fixable[Safety.SAFE], summary.fixable[Safety.UNSAFE]
    if safe or unsafe:
        yield _("其中 {safe} 个可自动修复，{unsafe} 个可在确认后修复。", safe=safe, unsafe=unsafe)
    yield from withheld_lines(summary)
    if summary.skipped:
        yield _("{count} 个文件跳过：不是年度报告。", count=summary.skipped)
        if not summary.checked:
            yield _("如果其实是年度报告，请用 --kind 指明种类（如 --kind disclosure）再检查。")
    if summary.empty:
        yield _("{count} 个文件跳过：没有内容。", count=summary.empty)
    if summary.failed:
        yield _("{count} 个文件没有检查成，见上面的说明。", count=summary.failed)
    yield from unconverted_lines(summary)


def unconverted_lines(summary: Summary) -> Iterator[str]:
    """Which drafts were passed over in folders, and what to do about it."""
    count = len(summary.unconverted)
    for path in summary.unconverted[:1]:
        name = visible(path)
        if count > 1:
            name = _("{name} 等 {count} 个文件", name=name, count=count)
        yield _("没有检查 {name}：请用 Word 或 WPS 打开，另存为 .docx 再检查。", name=name)


def withheld_lines(summary: Summary) -> Iterator[str]:
    """What was found and is not shown."""
    if summary.known:
        yield _("另有 {count} 个问题已在基线中。", count=summary.known)
    if summary.untouched:
        yield _("另有 {count} 个问题不在改动过的行里。", count=summary.untouched)
