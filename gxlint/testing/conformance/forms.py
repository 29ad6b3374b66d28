"""What a form owes: it knows its own reports, and reads whatever it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from gxlint.api import Linter
from gxlint.crashes import CRASHES
from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.report import Form, Report
from gxlint.parsers.markdown import MarkdownParser
from gxlint.parsers.plain import PlainParser
from gxlint.plugins import hookimpl
from gxlint.plugins.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import Settings
from gxlint.testing.conformance.drafts import disclosure_report, disordered, other_drafts
from gxlint.testing.conformance.reports import report_faults
from gxlint.testing.conformance.snapshots import snapshot

_NAME = re.compile(r"[\w-]+")
_NAMESPACE = "tested"


def check_form(form: Form, own: Iterable[str], *, others: Iterable[str] = ()) -> None:
    """Check everything that gxlint relies on in a form.

    * It recognises its own reports, and nothing else: not an empty draft, a notice about such reports, minutes, a list
      of documents, a report of the built-in form, and none of *others*.
    * It reads any document, recognised or not: its own reports with lines lost and moved, without headings, cut off,
      empty. Each report is of the form's class and keeps its promises, see :func:`check_report`.
    * It is stateless: what it makes of a document depends on nothing that it read before.
    * Rules for the form's class run over its reports, and over no others.

    Args:
        form: the one to check.
        own: reports of the form, in Markdown, with nothing wrong in them; several, as different as they come.
        others: further drafts in Markdown that are none.

    Raises:
        AssertionError: something is not as it should be; says what, and in which draft.
    """
    named = [(f"own report {number}", text) for number, text in enumerate(own, 1)]
    foreign = [*other_drafts(form.name), *((f"other draft {number}", text) for number, text in enumerate(others, 1))]
    if not _is_for(form, DisclosureReport):
        foreign.append(("a report on government information disclosure", disclosure_report()))
    faults = [*_identity_faults(form), *_recognition_faults(form, named, foreign)]
    for what, document in _documents(named, foreign):
        faults += [f"{what}: {fault}" for fault in _reading_faults(form, document)]
    faults += _binding_faults(form, named, foreign)
    if not named:
        faults.append("no report of its own to be read")
    if faults:
        raise AssertionError("\n".join(faults))


def _is_for(form: Form, subject: type[Report]) -> bool:
    return isinstance(form.subject, type) and issubclass(form.subject, subject)


def _identity_faults(form: Form) -> Iterator[str]:
    if not _NAME.fullmatch(form.id):
        yield f"id {form.id!r}: letters, digits, underscores and dashes only"
    if not form.name.strip():
        yield "name: empty"
    if not _is_for(form, Report) or form.subject is Report:
        yield f"subject {form.subject!r}: a class of its own is needed, derived from Report, for its rules to bind to"


def _parsed(text: str) -> Document:
    return MarkdownParser().parse_text(text, "草稿.md")


def _recognition_faults(
    form: Form, own: Iterable[tuple[str, str]], foreign: Iterable[tuple[str, str]]
) -> Iterator[str]:
    for drafts, wanted in ((own, True), (foreign, False)):
        for what, text in drafts:
            try:
                if form.recognises(_parsed(text), "草稿.md") is not wanted:
                    yield f"{what} is {'not recognised' if wanted else 'recognised'}"
            except CRASHES as error:
                yield f"{what}: recognises raises {type(error).__name__}: {error}"


def _documents(own: Iterable[tuple[str, str]], foreign: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Document]]:
    """Everything that the form must be able to read."""
    for what, text in own:
        yield what, _parsed(text)
        yield f"{what} as plain text", PlainParser().parse_text(text, "草稿.txt")
        for how, broken in disordered(text):
            yield f"{what} {how}", _parsed(broken)
    for what, text in foreign:
        yield what, _parsed(text)


def _reading_faults(form: Form, document: Document) -> Iterator[str]:
    before = snapshot(document)
    try:
        form.recognises(document, document.source.path)
        report, again = form.read(document), form.read(document)
        if not isinstance(report, form.subject):
            yield f"read gives {type(report).__name__}, not {form.subject.__name__}"
            return
        yield from report_faults(report)
        if _outline(report) != _outline(again):
            yield "read again, it is another report"
        if report.document.source is not document.source:
            yield "the report's document has another source than the one that was read"
    except CRASHES as error:
        yield f"raises {type(error).__name__}: {error}"
    if snapshot(document) != before:
        yield "reading it changes the document"


def _outline(report: Report) -> tuple[Any, ...]:
    """What rules ask a report first."""
    sections = [(section.key, section.span, section.title.text) for section in report.sections]
    tables = [[(cell.key, cell.span, cell.value, cell.state) for cell in table] for table in report.tables]
    statements = {name: statement and statement.span for name, statement in report.statements.items()}
    title = report.title and report.title.span
    return (title, report.agency, report.year, sections, tables, statements, report.head, snapshot(report.document))


class _Plugin:
    """Brings a form and a rule for its reports."""

    def __init__(self, forms: Iterable[Form], rule: Rule) -> None:
        self._forms = list(forms)
        self._rule = rule

    @hookimpl
    def gxlint_forms(self) -> Iterable[Form]:
        return self._forms

    @hookimpl
    def gxlint_rules(self) -> Iterable[Rule]:
        return [self._rule]


def _binding_faults(form: Form, own: Iterable[tuple[str, str]], foreign: Iterable[tuple[str, str]]) -> Iterator[str]:
    if not _is_for(form, Report):
        return
    rule = _rule_for(form.subject)
    built_in = form.id in Registry(installed=False).forms
    registry = Registry([(_NAMESPACE, _Plugin([] if built_in else [form], rule))], installed=False)
    yield from (f"as a plugin: {failure.error}" for failure in registry.failures)
    name = f"{_NAMESPACE}/{rule.id}"
    linter = Linter(Settings(select=(name,)), registry)
    for drafts, wanted in ((own, True), (foreign, False)):
        for what, text in drafts:
            result = linter.text(text, "草稿.md")
            if any(found.rule == name for found in result.diagnostics) is not wanted:
                yield f"{what}: a rule for {form.subject.__name__} {'does not run' if wanted else 'runs'} over it"


def _rule_for(subject: type[Report]) -> Rule:
    """A rule for a class of reports, which finds something in each."""

    def check(report: Report) -> Iterator[Finding]:
        yield Finding(report.head, "读作这种报告")

    check.__annotations__["report"] = subject
    return Rule("read-as-report", "document", Severity.INFO, (), check)
