"""Puts suppressions into a file for everything that is found in it now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gxlint.engine import Result, Status
from gxlint.findings import Diagnostic
from gxlint.fixes import Outcome, Refused
from gxlint.harm import damage
from gxlint.i18n import _
from gxlint.parsers.writing import RefusedEditError, Writer
from gxlint.settings import INTERNAL_ERROR, UNREADABLE_DOCUMENT
from gxlint.suppress.adding import ACTIONS, can_carry_remarks, suppression_edits
from gxlint.suppress.suppressor import UNUSED

_NEVER_SILENT = (INTERNAL_ERROR, UNREADABLE_DOCUMENT)


class Silencer:
    """Adds suppressions to one file after another."""

    def __init__(self, lint: Callable[[bytes, str], Result], writer: Callable[[str], Writer | None]) -> None:
        """Prepare.

        Args:
            lint: lints the bytes of a file.
            writer: for files of a kind, by the parser's name.
        """
        self._lint = lint
        self._writer = writer

    def silence(self, data: bytes, path: str, reason: str, others: Sequence[Diagnostic] = ()) -> Outcome:
        """Suppress all findings, and remove suppressions of what is not there any more; nothing is written.

        Each finding gets the narrowest suppression that reaches it: it is put in, and the file linted again.

        Args:
            data: the file's bytes.
            path: its name.
            reason: to be written behind each suppression.
            others: what rules have found in it that read all reports of a run.
        """
        before = self._lint(data, path)
        document = before.document
        if document is None or before.status is not Status.LINTED:
            return Outcome.untouched(data, before)
        writer = self._writer(document.source.kind)
        if writer is None or not can_carry_remarks(document):
            return Outcome.untouched(data, before, writable=False)
        found = [item for item in (*before.diagnostics, *others) if item.rule not in _NEVER_SILENT]
        stale = {index for index, item in enumerate(found) if item.rule == UNUSED and item.fixes}
        edits = [edit for index in stale for edit in found[index].fixes[-1].edits]  # the last fix removes
        steps = dict.fromkeys(set(range(len(found))) - stale, 0)
        while found and max(steps.values(), default=0) < len(ACTIONS):
            wanted = [(found[index], ACTIONS[step]) for index, step in steps.items()]
            try:
                changed = writer.write(data, document, sorted([*edits, *suppression_edits(document, wanted, reason)]))
            except RefusedEditError as error:
                return _refused(data, before, found, str(error))
            after = self._lint(changed, path)
            left = set(steps) if damage(before, after) else _left(found, steps, after)
            if not left:
                return Outcome(data, changed, before, after, tuple(found))
            steps |= {index: steps[index] + 1 for index in left}
        return _refused(data, before, found, _("加上压制注释后文稿会认不出来"))


def _refused(data: bytes, before: Result, found: Sequence[Diagnostic], reason: str) -> Outcome:
    return Outcome.untouched(data, before)._replace(refused=tuple([Refused(item, reason) for item in found]))


def _left(found: Sequence[Diagnostic], steps: dict[int, int], after: Result) -> set[int]:
    """The findings that were to be silenced and still speak."""
    speaking = {_words(item) for item in after.diagnostics}
    return {index for index in steps if _words(found[index]) in speaking}


def _words(item: Diagnostic) -> tuple[str, str, str]:
    return item.rule, item.message, item.source[item.span] if item.source and item.span else ""
