"""When findings make a run fail: ``--fail-on``, ``--max-warnings`` and ``--exit-zero``."""

from __future__ import annotations

from typing import NamedTuple

import click

from gxlint.cli.options import option_group
from gxlint.cli.status import FAILURE, FINDINGS, OK
from gxlint.cli.totals import Totals
from gxlint.findings import Severity
from gxlint.i18n import _, later
from gxlint.projects import Project

NEVER = "never"


class Gate(NamedTuple):
    """What a run may find and still pass."""

    fail_on: str | None = None
    """The severity from which on findings count, or ``never``; ``None`` where the configuration is to say."""
    max_warnings: int | None = None
    """So many warnings pass, whatever :attr:`fail_on` says of them."""
    exit_zero: bool = False

    def status(self, totals: Totals, project: Project) -> int:
        """The exit status of a run; says so if it is for too many warnings."""
        if totals.failed:
            return FAILURE
        fail_on = NEVER if self.exit_zero else self.fail_on or project.text("fail-on") or Severity.WARNING.label
        if fail_on == NEVER:
            return OK
        found = totals.summary.severities
        counted = {severity for severity in Severity if severity >= Severity[fail_on.upper()]}
        if self.max_warnings is not None:
            counted -= {Severity.WARNING}
            if found[Severity.WARNING] > self.max_warnings:
                message = _(
                    "警告有 {count} 个，超过了 --max-warnings 允许的 {most} 个",
                    count=found[Severity.WARNING],
                    most=self.max_warnings,
                )
                click.echo(message, err=True)
                return FINDINGS
        return FINDINGS if any(found[severity] for severity in counted) else OK


#: Together as ``gate``, a :class:`Gate`.
gate_options = option_group(
    "gate",
    Gate,
    click.option(
        "--fail-on",
        type=click.Choice([*(severity.label for severity in reversed(Severity)), NEVER]),
        metavar=later("级别"),
        help=later("达到哪个级别时退出状态为 1：error、warning（默认）、info、never"),
    ),
    click.option(
        "--max-warnings",
        type=click.IntRange(min=0),
        metavar=later("个数"),
        help=later("警告不超过这么多个时不影响退出状态；错误照旧"),
    ),
    click.option("--exit-zero", is_flag=True, help=later("有问题时退出状态也为 0，同 --fail-on never")),
)
