"""What a run has found and spent, rule by rule, in place of the findings themselves."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TextIO

from gxlint.cli.commands import aligned
from gxlint.i18n import _
from gxlint.recipes import Tally
from gxlint.reporters.base import Checked, Summary
from gxlint.rule import Rule


class Statistics:
    """Counts findings by rule; used like a reporter."""

    def __init__(self, stream: TextIO, rules: Mapping[str, Rule], tally: Tally, *, as_json: bool) -> None:
        """Begin.

        Args:
            stream: to write to.
            rules: by id.
            tally: what the run has spent; complete at the end.
            as_json: whether to write JSON.
        """
        self._stream = stream
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

    def finish(self, _summary: Summary) -> None:
        """Write all."""
        rows = list(self._rows())
        if self._as_json:
            self._stream.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
            return
        table = [(_("规则"), _("问题"), _("文件"), _("毫秒"))]
        table += [(str(row["rule"]), str(row["findings"]), str(row["files"]), _shown(row["seconds"])) for row in rows]
        self._stream.write("".join(f"{line}\n" for line in aligned(table)))
        if self._tally.known:
            note = _("另有 {n} 个文件的结果来自缓存，没有用时；要计时请加 --no-cache", n=self._tally.known)
            self._stream.write(f"\n{note}\n")

    def _rows(self) -> Iterator[Mapping[str, str | int | float]]:
        """The rules that have found or spent something, those with most findings first."""
        seconds = self._tally.seconds
        known = {*self._findings, *seconds}
        for name in sorted(known, key=lambda name: (-self._findings[name], -seconds.get(name, 0.0), name)):
            rule = self._rules.get(name)
            yield {
                "rule": name,
                "category": rule.category if rule else "",
                "findings": self._findings[name],
                "files": len(self._files[name]),
                "seconds": round(seconds.get(name, 0.0), 6),
            }


def _shown(seconds: object) -> str:
    return f"{1000 * float(str(seconds)):.1f}"
