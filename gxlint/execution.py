"""Runs one rule after another: each takes its time, and whatever goes wrong with one is its own fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from time import perf_counter

from gxlint.crashes import crash, describe
from gxlint.document import Document
from gxlint.findings import Diagnostic, Finding
from gxlint.form.report import Report
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.plugins.errors import PluginError
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.scrutiny import Drafts, draft_of, findings_of
from gxlint.settings import Settings
from gxlint.snapshots import Before
from gxlint.text import Source

#: More findings of one rule in one draft are not asked for: ten megabytes of brackets would fill the memory.
MAX_FINDINGS = 10_000


class Scope:
    """The drafts that rules read, and may speak of."""

    def __init__(self, path: str, opened: Callable[[], Sequence[Document | Report]], count: int = 1) -> None:
        """Open none.

        Args:
            path: of the draft, if it is only one.
            opened: the drafts that have been opened so far; a rule can speak of no other.
            count: of all drafts.
        """
        self.path = path
        self.count = count
        self.before = Before(opened)
        """What the drafts are like, as far as plugins have not been at them."""
        self._opened = opened

    def drafts(self) -> Drafts:
        """Those that a finding may speak of."""
        return [
            (item.document.source, item) if isinstance(item, Report) else (item.source, None) for item in self._opened()
        ]


class Executor:
    """Runs the rules of one choice of settings. Of drafts it keeps nothing."""

    def __init__(self, registry: Registry, settings: Settings, options: Mapping[str, object | None]) -> None:
        """Get ready.

        Args:
            registry: the plugins.
            settings: say how severe findings are.
            options: of the rules that run, by id; ``None`` for the defaults.
        """
        self._registry = registry
        self._settings = settings
        self._options = options
        self.seconds: dict[str, float] = {}
        """Time spent in each rule so far, by id; the clock of the CPU costs as much as a rule."""

    def run(self, rule: Rule, subject: object, scope: Scope) -> list[Diagnostic]:
        """What a rule finds, as far as it comes; a crash, or findings that make no sense, are one more diagnostic.

        Args:
            rule: to run.
            subject: what it reads.
            scope: where it may find something.
        """
        found: list[Diagnostic] = []
        started = perf_counter()
        fault = self._run_into(found, rule, subject, scope)
        self.seconds[rule.id] = self.seconds.get(rule.id, 0.0) + perf_counter() - started
        if fault is not None:
            found.append(crash_of(rule, scope.path, fault))
        if rule.namespace and (changed := scope.before.restore()):
            found.append(_change_by(rule, scope.path, changed))
        return found

    def _run_into(self, found: list[Diagnostic], rule: Rule, subject: object, scope: Scope) -> BaseException | None:
        """Add what a rule finds to *found*; returns the first thing that went wrong."""
        fault: BaseException | None = None
        try:
            if rule.namespace:
                scope.before.take()
            with self._registry.hosting_rule(rule, scope.path):
                findings = findings_of(rule.run(subject, self._options[rule.id]))
                for finding in islice(findings, MAX_FINDINGS * max(1, scope.count)):
                    try:
                        source, report = draft_of(finding, scope.drafts(), scope.count)
                        found.append(self._stamp(rule, finding, source, report))
                    except Exception as error:
                        fault = fault or error
        except BaseException as error:
            pass_on(error)
            return error
        return fault

    def _stamp(self, rule: Rule, finding: Finding, source: Source, report: Report | None) -> Diagnostic:
        return Diagnostic(
            path=source.path,
            rule=rule.id,
            category=rule.category,
            severity=self._settings.severity(rule, finding.severity),
            message=finding.message,
            source=source,
            span=finding.span,
            place=report.place(finding.span) if report else "",
            related=finding.related,
            fixes=finding.fixes,
            url=next((citation.url for citation in rule.basis if citation.url), ""),
        )


def crash_of(rule: Rule, path: str, error: BaseException) -> Diagnostic:
    """A rule's crash, as a finding on the file at *path*."""
    message = _("规则 {name} 运行出错，其余规则不受影响：{error}", name=rule.id, error=describe(error))
    return crash(path, message, error)


def _change_by(rule: Rule, path: str, what: str) -> Diagnostic:
    message = _(
        "规则 {name} 改动了文稿（{what}），改动已经撤销，其余规则不受影响；规则只能读文稿，请它的作者改正",
        name=rule.id,
        what=what,
    )
    return crash(path, message, PluginError(message))
