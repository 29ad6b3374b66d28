"""Lints the cases through the public door and says what was missed and what was raised without cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from gxlint.api import Linter
from gxlint.engine import Engine
from gxlint.findings import Diagnostic, Severity
from gxlint.form.report import Report
from gxlint.settings import Settings
from gxlint.suppress import Suppressor
from gxlint.testing.running import built_in_registry
from gxlint.testing.shapes import PIPE_MARKDOWN, SHAPES, Shape

from .cases import Correct, Fault, carried_by
from .catalogue import PROMISES

REGISTRY = built_in_registry()


class Alarm(NamedTuple):
    """A finding without cause."""

    rule: str
    why: str
    """unexpected, misplaced, repeated, severity"""
    text: str
    """The finding, for people."""


class Verdict(NamedTuple):
    """What became of a case in one shape."""

    case: Fault | Correct
    shape: str
    missed: tuple[str, ...] = ()
    """The faults that were not found, by the words where they should have been."""
    alarms: tuple[Alarm, ...] = ()

    def __str__(self) -> str:
        case = self.case
        name = f"{case.rule if isinstance(case, Fault) else case.family}: {case.name} [{self.shape}]"
        missed = [f"    missed {words}" for words in self.missed]
        return "\n".join([name, *missed, *(f"    {alarm.why}: {alarm.rule}: {alarm.text}" for alarm in self.alarms)])


def judge_all(cases: Iterable[Fault | Correct]) -> Iterator[Verdict]:
    """The verdicts on the cases in all shapes that can carry them."""
    for case in cases:
        for shape in SHAPES:
            if carried_by(case, shape.name):
                yield judge(case, shape)


def judge(case: Fault | Correct, shape: Shape) -> Verdict:
    """The verdict on one case in one shape."""
    if isinstance(case, Correct):
        found = _lint(case, shape, "", case.previous)
        return Verdict(case, shape.name, alarms=tuple(_unexpected(found, ())))
    found = _lint_fault(case, shape)
    own = [diagnostic for diagnostic in found if diagnostic.rule == case.rule]
    placed = [diagnostic for diagnostic in own if _is_placed(diagnostic, case)]
    missed = tuple(words for words in case.at or ("",) if not any(words in _lines(item) for item in placed))
    return Verdict(case, shape.name, missed, (*_own_alarms(case, own, placed), *_unexpected(found, case)))


def _own_alarms(case: Fault, own: Sequence[Diagnostic], placed: Sequence[Diagnostic]) -> Iterator[Alarm]:
    """What is wrong with the findings of the very rule."""
    promised = (case.severity,) if case.severity else PROMISES[case.rule].severities
    for diagnostic in own:
        if diagnostic not in placed:
            yield _alarm(diagnostic, "misplaced")
        elif promised and diagnostic.severity not in promised:
            yield _alarm(diagnostic, "severity")
    for diagnostic in placed[len(case.at) or 1 :]:
        yield _alarm(diagnostic, "repeated")


def _unexpected(found: Iterable[Diagnostic], case: Fault | tuple[()]) -> Iterator[Alarm]:
    allowed = (case.rule, *case.also) if isinstance(case, Fault) else case
    for diagnostic in found:
        if diagnostic.severity >= Severity.WARNING and diagnostic.rule not in allowed:
            yield _alarm(diagnostic, "unexpected")


def _alarm(diagnostic: Diagnostic, why: str) -> Alarm:
    lines = " ⏎ ".join(_lines(diagnostic).split("\n"))
    lines = lines if len(lines) < 160 else lines[:110] + " …… " + lines[-40:]
    place = f"{diagnostic.place} " if diagnostic.place else ""
    return Alarm(
        diagnostic.rule,
        why,
        f"{diagnostic.severity.label} {place}“{_words(diagnostic)}” {diagnostic.message} | {lines}",
    )


def _is_placed(diagnostic: Diagnostic, case: Fault) -> bool:
    lines = _lines(diagnostic)
    return case.place in diagnostic.place and (not case.at or any(words in lines for words in case.at))


def _words(diagnostic: Diagnostic) -> str:
    if diagnostic.source is None or diagnostic.span is None:
        return ""
    return diagnostic.source.text[diagnostic.span.start : diagnostic.span.end][:60]


def _lines(diagnostic: Diagnostic) -> str:
    """The whole lines that the finding covers."""
    if diagnostic.source is None or diagnostic.span is None:
        return ""
    text, span = diagnostic.source.text, diagnostic.span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.start, span.end - 1))
    return text[start:] if end < 0 else text[start:end]


def _lint_fault(case: Fault, shape: Shape) -> list[Diagnostic]:
    if case.beside:
        return _lint_together(case, shape)
    return _lint(case, shape, case.rule, case.previous)


def _lint(case: Fault | Correct, shape: Shape, rule: str, previous: object) -> list[Diagnostic]:
    linter = _linter(rule, case if isinstance(case, Fault) and case.options else None)
    if previous is not None:
        linter = _with_previous(linter, case)
    data = shape.write(case.draft)
    if isinstance(case, Fault) and case.alter:
        data = case.alter(data)
    return list(linter.data(data, f"报告{shape.suffix}").diagnostics)


def _lint_together(case: Fault, shape: Shape) -> list[Diagnostic]:
    """Everything that is found in a folder of reports."""
    with TemporaryDirectory() as folder:
        for name, draft in {"本报告": case.draft, **case.beside}.items():
            Path(folder, name + shape.suffix).write_bytes(shape.write(draft))
        run = _linter(case.rule, case if case.options else None).paths([folder])
        return [diagnostic for result in run for diagnostic in result.diagnostics]


@cache
def _settings(rule: str) -> Settings:
    """All rules that run by default, and that one."""
    return Settings(select=tuple(item.id for item in REGISTRY.rules.values() if item.enabled or item.id == rule))


@cache
def _shared_linter(rule: str) -> Linter:
    return _new_linter(_settings(rule))


def _linter(rule: str, case: Fault | None) -> Linter:
    off = rule if rule and not REGISTRY.rules[rule].enabled else ""
    if case is None:
        return _shared_linter(off)
    options = REGISTRY.rules[rule].options
    assert options is not None, f"{rule} has no options"
    return _new_linter(Settings(select=_settings(off).select, options={rule: options(**case.options)}))


def _new_linter(settings: Settings) -> Linter:
    return Linter(settings, REGISTRY, filters=[Suppressor(REGISTRY.rules, settings)])


def _with_previous(linter: Linter, case: Fault | Correct) -> Linter:
    """A linter for which last year's report is the case's."""
    assert case.previous is not None
    path = f"上年{PIPE_MARKDOWN.suffix}"
    document = REGISTRY.parser("markdown").parse(PIPE_MARKDOWN.write(case.previous), path)
    previous = linter.engine.understand(document).report
    assert previous is not None

    def find(_report: Report) -> Report | None:
        return previous

    settings = linter.engine.settings
    other = Linter(settings, REGISTRY)
    other.engine = Engine(REGISTRY, settings, filters=[Suppressor(REGISTRY.rules, settings)], previous=find)
    return other
