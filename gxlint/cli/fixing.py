"""Fixes files on behalf of a user, and says what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, TextIO

import click

from gxlint.api import Linter, Wanted
from gxlint.cli.diffs import unified_diff
from gxlint.cli.writing import why_unwritten
from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic
from gxlint.fixes import Outcome
from gxlint.i18n import _
from gxlint.reporters.paths import STDIN
from gxlint.runs import Run
from gxlint.saving import replace_file
from gxlint.settings import INTERNAL_ERROR


class Choice(NamedTuple):
    """What the user wants done."""

    unsafe: bool = False
    wanted: Wanted = lambda _found: True
    write: bool = True
    """Whether files are changed, or only looked at."""
    diff: TextIO | None = None
    """Where to show the changes as a unified diff."""


class Fixing:
    """The fixing of the files of a run."""

    def __init__(
        self, linter: Linter, choice: Choice, tell: Callable[[str], None], complain: Callable[[str], None]
    ) -> None:
        """Prepare.

        Args:
            linter: what it finds is fixed.
            choice: what to do.
            tell: takes a line on what was done.
            complain: takes a line on what could not be done.
        """
        self._linter = linter
        self._choice = choice
        self._tell = tell
        self._complain = complain
        self.changed = 0
        """Files that were changed, or would be."""
        self.failed = 0
        """Files that could not be read or written."""
        self._fixed = self._left = self._unwritten = 0

    def plugins(self, run: Run) -> None:
        """Complain of plugins that could not be loaded: what their rules would fix stays as it is."""
        for result in run.plugin_failures():
            for fault in result.diagnostics:
                self.failed += 1
                self._complain(fault.message)

    def files(self, paths: Iterable[str]) -> None:
        """Fix files one after the other; a failure stops none of the others."""
        for path in paths:
            outcome = self._linter.fix_file(path, unsafe=self._choice.unsafe, wanted=self._choice.wanted)
            fault = save(path, outcome) if self._choice.write else ""
            if fault:
                self.failed += 1
                self._unwritten += 1
                self._complain(fault)
            else:
                self._account(path, outcome)

    def data(self, data: bytes, path: str) -> bytes:
        """Fix bytes that are in no file, and give them back."""
        outcome = self._linter.fix(data, path, unsafe=self._choice.unsafe, wanted=self._choice.wanted)
        self._account(path or STDIN, outcome)
        return outcome.data

    def summary(self) -> str:
        """What came of it all, in a sentence or two."""
        if not self._fixed:
            done = "" if self._unwritten else _("没有可以修复的问题。")
        elif self._choice.write:
            done = _("修复了 {files} 个文件里的 {count} 处。", files=self.changed, count=self._fixed)
        else:
            done = _("{files} 个文件里有 {count} 处可以修复，没有写入。", files=self.changed, count=self._fixed)
        if self._unwritten:
            failed = _("有 {count} 个文件写不进去，见上面的说明。", count=self._unwritten)
            done = _("{done}{left}", done=done, left=failed)
        if not self._left:
            return done
        left = _("还有 {count} 个问题，用 gxlint check 查看。", count=self._left)
        return _("{done}{left}", done=done, left=left)

    def _account(self, path: str, outcome: Outcome) -> None:
        """Say what became of a file, and count it."""
        after, faults = outcome.after, faults_of(outcome.after)
        for fault in faults:
            self._complain(f"{path}: {fault.message}")
        self.failed += bool(faults)
        if not outcome.writable:
            self._tell_unwritable(path, after)
        if outcome.applied:
            self._tell_applied(path, outcome.applied)
        for found, reason in outcome.refused:
            place = place_of(path, found)
            self._complain(_("{place} 没有修复 {rule}：{reason}", place=place, rule=found.rule, reason=reason))
        if outcome.fighting:
            rules = _("、").join(outcome.fighting)
            self._complain(_("{path}: 这些规则的修复互相抵消，都没有采用：{rules}", path=path, rules=rules))
        if self._choice.diff is not None:
            self._choice.diff.writelines(unified_diff(path, _text(outcome.before), _text(outcome.after)))
        self.changed += outcome.data != outcome.original
        self._fixed += len(outcome.applied)
        self._left += len(after.diagnostics) - len(faults)

    def _tell_applied(self, path: str, applied: Iterable[Diagnostic]) -> None:
        names = Counter(found.rule for found in applied)
        rules = _("、").join(f"{name} {count}" for name, count in sorted(names.items()))
        if self._choice.write:
            self._tell(_("{path}: 修复 {count} 处（{rules}）", path=path, count=names.total(), rules=rules))
        else:
            self._tell(_("{path}: 可以修复 {count} 处（{rules}）", path=path, count=names.total(), rules=rules))

    def _tell_unwritable(self, path: str, result: Result) -> None:
        count = sum(bool(found.fixes) and self._choice.wanted(found) for found in result.diagnostics)
        if count:
            self._complain(
                _("{path}: 还不能修改这种文件，没有改动；有 {count} 处请照提示手工修改", path=path, count=count)
            )


def fix_files(linter: Linter, run: Run, rules: Collection[str], unsafe: bool) -> bool:
    """Fix the files of a run before it is linted, and say so on standard error.

    Args:
        linter: it finds what is to be fixed, and what must not become worse.
        run: the files.
        rules: ids of the rules whose findings are fixed.
        unsafe: whether fixes that may be wrong are made too.

    Returns:
        Whether all files that had to be changed could be written.
    """
    choice = Choice(unsafe, lambda found: found.rule in rules)
    fixing = Fixing(linter, choice, tell_aside, tell_aside)
    fixing.files([file.path for file in run.files])
    return not fixing.failed


def tell_aside(line: str) -> None:
    """Say something that is no output of the command."""
    click.echo(line, err=True)


def save(path: str, outcome: Outcome) -> str:
    """Write what has changed; if that cannot be done, say why."""
    if outcome.data == outcome.original:
        return ""
    try:
        replace_file(path, outcome.data, instead_of=outcome.original)
    except OSError as error:
        return _("{path}: 写不进去，文件没有改动：{reason}", path=path, reason=why_unwritten(error))
    return ""


def place_of(path: str, found: Diagnostic) -> str:
    """Where a finding stands, as compilers write it."""
    if found.source is None or found.span is None:
        return f"{path}:"
    line, column = found.source.lines.position(found.span.start)
    return f"{path}:{line}:{column}"


def faults_of(result: Result) -> list[Diagnostic]:
    """What kept a file from being dealt with."""
    return [item for item in result.diagnostics if result.status is Status.FAILED or item.rule == INTERNAL_ERROR]


def _text(result: Result) -> str:
    """The text of a file with its byte order mark, which ``patch`` sees."""
    if result.document is None:
        return ""
    mark = "\ufeff" if result.document.source.encoding == "utf-8-sig" else ""
    return mark + result.document.text
