"""``gxlint check --add-suppressions``."""

from __future__ import annotations

from gxlint.api import Linter
from gxlint.cli.fixing import faults_of, place_of, save, tell_aside
from gxlint.engine import Status
from gxlint.findings import Diagnostic
from gxlint.i18n import _
from gxlint.runs import Run


def silence_files(linter: Linter, run: Run, reason: str) -> bool:
    """Suppress all that a run finds, and say what was done on standard error.

    Args:
        linter: of the run.
        run: the files.
        reason: stands behind each suppression.

    Returns:
        Whether all files that had to be changed could be written.
    """
    others: dict[str, list[Diagnostic]] = {}
    for result in run:  # also for what is found only when all files are known
        if result.status is Status.RUN:
            others.setdefault(result.path, []).extend(result.diagnostics)
    added = files = failed = 0
    for file in run.files:
        outcome = linter.silence_file(file.path, reason.strip(), others.get(file.path, []))
        if fault := save(file.path, outcome):
            tell_aside(fault)
            failed += 1
            continue
        if not outcome.writable and outcome.after.diagnostics:
            tell_aside(_("{path}: 还不能往这种文件里写压制注释；在 Word 里可以用批注", path=file.path))
        for found, why in outcome.refused:
            place = place_of(file.path, found)
            tell_aside(_("{place} 没有压制 {rule}：{reason}", place=place, rule=found.rule, reason=why))
        failed += bool(faults_of(outcome.after))
        files += outcome.data != outcome.original
        added += len(outcome.applied)
    tell_aside(_("在 {files} 个文件里压制了 {count} 个问题。", files=files, count=added))
    return not failed
