"""What a run has found and spent, rule by rule, in place of the findings themselves."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TextIO

from gxlint.batch.jobs import Tally
from gxlint.cli.commands import aligned
from gxlint.i18n import _
from gxlint.reporters.base import Checked, Style, Summary
from gxlint.reporters.text import summary_lines
from gxlint.rule import Rule


class Statistics:
    """Counts findings by rule; used like a reporter."""

    def __init__(self, stream: TextIO, style: Style, rules: Mapping[str, Rule], tally: Tally, *, as_json: bool) -> None:
        """Begin.

        Args:
            stream: to write to.
            style: how it is to look.
            rules: by id.
            tally: what the run has spent; complete at the end.
            as_json: whether to write JSON.
        """
        self._stream = stream
        self._style = style
        self._rules = rules
        self._tally = tally
        self._as_json = as_json
        self._findings: dict[str, int] = defaultdict(int)
        self._files: dict[str, set[str]] = defaultdict(set)

    def add(self, checked: Checked) -> None:
        """Count what was found in a file."""
        for found in checked.diagnostics:
            self._findings[found.rule] += 1
            self._files[found.rule].add(found.path)

    def finish(self, summary: Summary) -> None:
        """Write all."""
        rows = list(self._rows())
        if self._as_json:
            files = {"checked": summary.checked, "skipped": summary.skipped, "empty": summary.empty}
            files |= {"failed": summary.failed, "cached": self._tally.known}
            written = {"files": files, "rules": [row._asdict() for row in rows]}
            self._stream.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
            return
        table = [(_("规则"), _("问题"), _("文件"), _("毫秒")), *[row.shown for row in rows]]
        lines = list(aligned(table, words=1)) if rows else []
        if self._tally.known:
            lines.append(_("{n} 个文件的结果来自缓存，没有用时；要计时请加 --no-cache", n=self._tally.known))
        if not self._style.quiet:
            lines += summary_lines(summary)
        self._stream.write("".join(f"{line}\n" for line in lines))

    def _rows(self) -> Iterator[_Row]:
        """The rules that have found or spent something, those with most findings first."""
        seconds = self._tally.seconds
        known = {*self._findings, *seconds}
        for name in sorted(known, key=lambda name: (-self._findings[name], -seconds.get(name, 0.0), name)):
            category = self._rules[name].category if name in self._rules else ""
            spent = round(seconds[name], 6) if name in seconds else None
            yield _Row(name, category, self._findings[name], len(self._files[name]), spent)


class _Row(NamedTuple):
    rule: str
    category: str
    findings: int
    files: int
    seconds: float | None
    """``None`` where all that was found was known already."""

    @property
    def shown(self) -> tuple[str, ...]:
        spent = "-" if self.seconds is None else f"{1000 * self.seconds:.1f}"
        return (self.rule, str(self.findings), str(self.files), spent)
