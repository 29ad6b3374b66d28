"""Runs rules over a draft and stamps what they find; no rule's trouble stops the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from gxlint.crashes import crash, describe
from gxlint.document import Document
from gxlint.execution import Executor, Scope, crash_of
from gxlint.filters import Filter, Withheld, divide
from gxlint.findings import Diagnostic, in_order
from gxlint.form.report import Condensed, Report
from gxlint.gathered import Essence, Gathered
from gxlint.hosting.interrupts import pass_on
from gxlint.i18n import _
from gxlint.plugins.registry import Registry
from gxlint.recognition import Recogniser
from gxlint.rule import Rule
from gxlint.settings import DEFAULTS, INTERNAL_ERROR, KIND_NONE, UNREADABLE_DOCUMENT, Settings
from gxlint.suppress.suppressor import Suppressor
from gxlint.text import Source, Span

#: Asked before each rule whether it is to run over the draft at hand; what it raises ends the linting.
Admit = Callable[[Rule], bool]


def every(_rule: Rule) -> bool:
    """Admits all rules."""
    return True


class Status(StrEnum):
    """What became of a file."""

    LINTED = "linted"
    SKIPPED = "skipped"
    """No form recognised it, or the user said to leave it alone."""
    EMPTY = "empty"
    """Nothing in it."""
    FAILED = "failed"
    """It could not be read, or gxlint failed on it."""
    RUN = "run"
    """No file: findings of plugins, and of rules that read all reports of a run."""


class Result(NamedTuple):
    """What is known of a file after linting."""

    path: str
    status: Status
    diagnostics: tuple[Diagnostic, ...] = ()
    """Sorted by place."""
    document: Document | None = None
    report: Report | None = None
    """The document as its form reads it, if one does."""
    kind: str = KIND_NONE
    """A form's id, ``document`` or ``none``."""
    withheld: tuple[Withheld, ...] = ()
    """What filters have dropped."""

    def filtered(self, filters: Iterable[Filter]) -> Result:
        """The same after filters."""
        if self.status not in (Status.LINTED, Status.RUN):
            return self
        diagnostics, withheld = divide(filters, self.diagnostics)
        return self._replace(diagnostics=diagnostics, withheld=withheld)


class Engine:
    """The rules that one choice of settings runs, bound to what they read. It keeps no state of a draft."""

    def __init__(
        self,
        registry: Registry,
        settings: Settings = DEFAULTS,
        *,
        previous: Callable[[Report], Report | None] = lambda _report: None,
    ) -> None:
        """Bind rules.

        Args:
            registry: the plugins.
            settings: which rules run and how.
            previous: finds last year's report for a report, when a rule asks.
        """
        self.registry = registry
        self.settings = settings
        rules = [(rule, registry.subject(rule)) for rule in registry.rules.values()]
        running = [(rule, subject) for rule, subject in rules if settings.runs(rule)]
        self._single = [(rule, subject.type) for rule, subject in running if not subject.many]
        self._many = [(rule, subject.type) for rule, subject in running if subject.many]
        self.options = {rule.id: registry.options(rule, settings.options.get(rule.id)) for rule, _subject in running}
        """Of the rules that run, by id; ``None`` for the defaults."""
        self._executor = Executor(registry, settings, self.options)
        self._recogniser = Recogniser(registry, settings.kind, previous)
        together = [rule.id for rule, subject in rules if subject.many]
        self._suppressor = Suppressor(registry.rules, settings, together=together)

    @property
    def seconds(self) -> dict[str, float]:
        """Time spent in each rule so far, by id."""
        return self._executor.seconds

    def hears(self, id: str, *, together: bool) -> bool:
        """Whether a rule would be heard if it had something to say; one that is no more says nothing for good.

        Args:
            id: of the rule.
            together: whether those are heard too that read all reports of a run.
        """
        rule = self.registry.rules.get(id)
        if rule is None:
            return self.registry.is_whole
        return self.settings.runs(rule) and (together or not self.registry.subject(rule).many)

    @property
    def reads_all(self) -> bool:
        """Whether a rule wants all reports of a run."""
        return bool(self._many)

    def understand(self, document: Document) -> Result:
        """Find the form that a document follows and read it so; run no rule."""
        source = document.source
        kind, report, crashes = self._recogniser.recognise(document)
        found = list(crashes)
        status = Status.SKIPPED if kind == KIND_NONE else Status.LINTED
        for problem in document.problems:
            spoilt = problem.whole and kind == KIND_NONE and self.settings.kind is None
            if spoilt or problem.span is None:
                found += self._unreadable(source.path, problem.message, source, problem.span)
                status = Status.FAILED if spoilt else status
        return Result(source.path, status, tuple(found), report.document if report else document, report, kind)

    def lint(self, document: Document, admit: Admit = every) -> Result:
        """Read a document and run every rule for its kind that is admitted."""
        understood = self.understand(document)
        if understood.status is not Status.LINTED:
            return understood
        report = understood.report
        document = report.document if report else document
        found = list(understood.diagnostics)
        ran: set[str] = set()
        scope = Scope(understood.path, lambda: [report or document])
        for rule, subject in self._single:
            read = document if subject is Document else report
            if isinstance(read, subject) and admit(rule):
                found += self._executor.run(rule, read, scope)
                ran.add(rule.id)
        return understood._replace(diagnostics=self._settle(document, found, ran))

    @property
    def reads_whole(self) -> bool:
        """Whether a rule wants all reports of a run, and does not say what it needs of them."""
        return any(rule.condense is None for rule, _subject in self._many)

    def gather(self, report: Report) -> Gathered:
        """A report as :meth:`lint_together` wants it; it is kept."""
        return Gathered(report.document.source.path, partial(self._condense, report), lambda: report)

    def _condense(self, report: Report) -> Essence:
        """What rules make of a report, each by itself; values that could not be kept are the rule's fault."""
        import json  # only runs of several compare reports

        condensed: dict[str, object] = {}
        faults: list[Diagnostic] = []
        for rule, subject in self._many:
            if rule.condense is not None and isinstance(report, subject):
                try:
                    with self.registry.hosting_rule(rule, report.document.source.path):
                        condensed[rule.id] = json.loads(json.dumps(rule.condense(report)))
                except BaseException as error:
                    pass_on(error)
                    faults.append(crash_of(rule, report.document.source.path, error))
        return Essence(condensed, tuple(faults))

    def lint_together(self, gathered: Sequence[Gathered]) -> Iterator[Result]:
        """Run the rules that read all reports of a run; a result for each file in which they find something."""
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in (fault for item in gathered for fault in item.essence.faults):
            found.setdefault(diagnostic.path, []).append(diagnostic)
        for rule, subject in self._many:
            for diagnostic in self._run_together(rule, subject, gathered):
                found.setdefault(diagnostic.path, []).append(diagnostic)
        documents = {item.path: item.report.document for item in gathered if item.is_open and item.report}
        for path, diagnostics in sorted(found.items()):
            document = documents.get(path)
            yield Result(path, Status.RUN, self._settle(document, diagnostics), document)

    def _run_together(self, rule: Rule, subject: type, gathered: Sequence[Gathered]) -> list[Diagnostic]:
        """What a rule finds that reads all reports, or what they condense to."""
        if rule.condense is None:
            mine = [item for item in gathered if isinstance(item.report, subject)]
            read: Sequence[object] = [item.report for item in mine]
        else:
            mine = [item for item in gathered if rule.id in item.essence.condensed]
            read = [Condensed(item.essence.condensed[rule.id], item.open) for item in mine]

        def opened() -> Sequence[Report]:
            return [item.report for item in mine if item.is_open and item.report]

        return self._executor.run(rule, read, Scope("", opened, len(mine)))

    def unreadable(self, path: str, message: str) -> Result:
        """The result for a file that could not be read at all."""
        return Result(path, Status.FAILED, tuple(self._unreadable(path, message)))

    def plugin_failures(self) -> Iterator[Result]:
        """What went wrong in loading plugins: one result, or none."""
        found = [
            crash("", _("插件 {name} 无法加载，其余部分不受影响：{error}", name=name, error=describe(error)), error)
            for name, error in self.registry.failures
        ]
        if found:
            yield Result("", Status.RUN, tuple(found))

    def _unreadable(
        self, path: str, message: str, source: Source | None = None, span: Span | None = None
    ) -> Iterator[Diagnostic]:
        rule = self.registry.rules[UNREADABLE_DOCUMENT]
        if self.settings.runs(rule):
            yield Diagnostic(path, rule.id, rule.category, self.settings.severity(rule), message, source, span)

    def _settle(
        self, document: Document | None, found: list[Diagnostic], ran: Collection[str] | None = None
    ) -> tuple[Diagnostic, ...]:
        """Findings without those that are suppressed, sorted, each once. Nothing suppresses a crash.

        Args:
            document: that the findings are about.
            found: the findings.
            ran: the rules that have run over the whole document; without it no suppression is said to be unused.
        """
        crashes = [diagnostic for diagnostic in found if diagnostic.rule == INTERNAL_ERROR]
        others: Sequence[Diagnostic] = [diagnostic for diagnostic in found if diagnostic.rule != INTERNAL_ERROR]
        if document is not None:
            others = self._suppressor.filter(document, others, None if crashes else ran)
        return in_order((*crashes, *others))
