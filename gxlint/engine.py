"""Runs rules over a draft and stamps what they find; no rule's trouble stops the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from itertools import islice
from time import perf_counter
from typing import NamedTuple

from gxlint.crashes import crash, describe
from gxlint.document import Document
from gxlint.filters import Filter, Withheld, divide
from gxlint.findings import Diagnostic, Finding, in_order
from gxlint.form.report import Condensed, Form, Report
from gxlint.gathered import Essence, Gathered
from gxlint.guests import pass_on
from gxlint.i18n import _
from gxlint.plugins import PluginError, in_short
from gxlint.registry import Registry
from gxlint.rule import Rule
from gxlint.scrutiny import Drafts, draft_of, findings_of
from gxlint.settings import DEFAULTS, INTERNAL_ERROR, KIND_DOCUMENT, KIND_NONE, UNREADABLE_DOCUMENT, Settings
from gxlint.snapshots import Before
from gxlint.suppress.suppressor import Suppressor
from gxlint.text import Source, Span

#: More findings of one rule in one draft are not asked for: ten megabytes of brackets would fill the memory.
MAX_FINDINGS = 10_000

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
        self._previous = previous
        self.settings = settings
        self.seconds: dict[str, float] = {}
        """Time spent in each rule so far, by id; the clock of the CPU costs as much as a rule."""
        rules = [rule for rule in registry.rules.values() if settings.runs(rule)]
        self._single = [(rule, registry.subject(rule).type) for rule in rules if not registry.subject(rule).many]
        self._many = [(rule, registry.subject(rule).type) for rule in rules if registry.subject(rule).many]
        together = [rule.id for rule in registry.rules.values() if registry.subject(rule).many]
        self.options = {rule.id: registry.options(rule, settings.options.get(rule.id)) for rule in rules}
        """Of the rules that run, by id; ``None`` for the defaults."""
        self._suppressor = Suppressor(registry.rules, settings, together=together)

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
        kind, report, found = self._recognise(document)
        status = Status.SKIPPED if kind == KIND_NONE else Status.LINTED
        for problem in document.problems:
            spoilt = problem.whole and kind == KIND_NONE and self.settings.kind is None
            if spoilt or problem.span is None:
                found += self._unreadable(source.path, problem.message, source, problem.span)
                status = Status.FAILED if spoilt else status
        return Result(source.path, status, tuple(found), report.document if report else document, report, kind)

    def _recognise(self, document: Document) -> tuple[str, Report | None, list[Diagnostic]]:
        """The kind of a document, the report that it is, and forms that crashed over it."""
        chosen, path = self.settings.kind, document.source.path
        crashes: list[Diagnostic] = []
        if chosen in (KIND_DOCUMENT, KIND_NONE):
            return chosen, None, crashes
        for form in self.registry.forms.values():
            try:
                with self.registry.hosting_form(form.id, path):
                    report = self._read_as(form, document)
            except BaseException as error:
                pass_on(error)
                message = _("报告格式 {name} 识读文稿出错：{error}", name=form.id, error=describe(error))
                crashes.append(crash(path, message, error))
                continue
            if report is not None:
                report.form, report.find_previous = form.id, self._previous
                return form.id, report, crashes
        return KIND_DOCUMENT if crashes else KIND_NONE, None, crashes

    def _read_as(self, form: Form, document: Document) -> Report | None:
        """A document as a report of a form; ``None`` if it is none and the user does not say that it is."""
        chosen = self.settings.kind
        if not (form.id == chosen or (chosen is None and form.recognises(document, document.source.path))):
            return None
        report: object = form.read(document)
        if not isinstance(report, Report):
            raise PluginError(_("read 应返回 {wanted}，实为 {found}", wanted="Report", found=in_short(report)))
        return report

    def lint(self, document: Document, admit: Admit = every) -> Result:
        """Read a document and run every rule for its kind that is admitted."""
        understood = self.understand(document)
        if understood.status is not Status.LINTED:
            return understood
        report = understood.report
        document = report.document if report else document
        found = list(understood.diagnostics)
        ran: set[str] = set()
        alone = [(document.source, report)]

        def drafts() -> Drafts:
            return alone

        before = Before(lambda: [report or document])
        for rule, subject in self._single:
            read = document if subject is Document else report
            if isinstance(read, subject) and admit(rule):
                found += self._run(rule, read, understood.path, drafts, before)
                ran.add(rule.id)
        return understood._replace(diagnostics=self._settle(document, found, ran))

    @property
    def reads_whole(self) -> bool:
        """Whether a rule wants all reports of a run, and does not say what it needs of them."""
        return any(rule.condense is None for rule, _subject in self._many)

    def gather(self, report: Report, read: Callable[[], Report | None] | None = None) -> Gathered:
        """A report as :meth:`lint_together` wants it.

        Args:
            report: as it was linted.
            read: reads it again if a rule wants it whole; by default it is kept.
        """
        return Gathered(report.document.source.path, partial(self._condense, report), read or (lambda: report))

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
                    faults.append(_crash_of(rule, report.document.source.path, error))
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

        def drafts() -> Drafts:
            """Those that the rule has opened; it can speak of no other."""
            return [(item.report.document.source, item.report) for item in mine if item.is_open and item.report]

        before = Before(lambda: [item.report for item in mine if item.is_open and item.report])
        return self._run(rule, read, "", drafts, before, len(mine))

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

    def _run(
        self, rule: Rule, subject: object, path: str, drafts: Callable[[], Drafts], before: Before, count: int = 1
    ) -> list[Diagnostic]:
        """What a rule finds, as far as it comes; a crash, or findings that make no sense, are one more diagnostic.

        Args:
            rule: to run.
            subject: what it reads.
            path: of the draft, if it is only one.
            drafts: those that a finding may speak of.
            before: what they are like, as far as plugins have not been at them.
            count: of the drafts that it reads.
        """
        found: list[Diagnostic] = []
        fault: BaseException | None = None
        started = perf_counter()
        try:
            if rule.namespace:
                before.take()
            with self.registry.hosting_rule(rule, path):
                findings = findings_of(rule.run(subject, self.options[rule.id]))
                for finding in islice(findings, MAX_FINDINGS * max(1, count)):
                    try:
                        source, report = draft_of(finding, drafts(), count)
                        found.append(self._stamp(rule, finding, source, report))
                    except Exception as error:
                        fault = fault or error
        except BaseException as error:
            pass_on(error)
            fault = error
        self.seconds[rule.id] = self.seconds.get(rule.id, 0.0) + perf_counter() - started
        if fault is not None:
            found.append(_crash_of(rule, path, fault))
        if rule.namespace and (changed := before.restore()):
            found.append(_change_by(rule, path, changed))
        return found

    def _stamp(self, rule: Rule, finding: Finding, source: Source, report: Report | None) -> Diagnostic:
        return Diagnostic(
            path=source.path,
            rule=rule.id,
            category=rule.category,
            severity=self.settings.severity(rule, finding.severity),
            message=finding.message,
            source=source,
            span=finding.span,
            place=report.place(finding.span) if report else "",
            related=finding.related,
            fixes=finding.fixes,
            url=next((citation.url for citation in rule.basis if citation.url), ""),
        )

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


def _crash_of(rule: Rule, path: str, error: BaseException) -> Diagnostic:
    message = _("规则 {name} 运行出错，其余规则不受影响：{error}", name=rule.id, error=describe(error))
    return crash(path, message, error)


def _change_by(rule: Rule, path: str, what: str) -> Diagnostic:
    message = _(
        "规则 {name} 改动了文稿（{what}），改动已经撤销，其余规则不受影响；规则只能读文稿，请它的作者改正",
        name=rule.id,
        what=what,
    )
    return crash(path, message, PluginError(message))
