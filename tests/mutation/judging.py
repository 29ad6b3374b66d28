"""Lints the cases through the public door and says what was missed and what was raised without cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from gxlint.api import Linter
from gxlint.findings import Diagnostic, Severity
from gxlint.testing.running import Bench, built_in_registry
from gxlint.testing.shapes import PIPE_MARKDOWN, SHAPES, Shape

from .cases import Correct, Fault, carried_by
from .catalogue import PROMISES

REGISTRY = built_in_registry()
#: Runs by default, so that it adds nothing.
_ANY = "blank-cell"


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


def judge_some(cases: Iterable[Fault | Correct]) -> Iterator[Verdict]:
    """The verdicts in one shape of each format: for every other case the one, for those between the other."""
    for number, case in enumerate(cases):
        for shape in SHAPES[number % 2 :: 2]:
            if carried_by(case, shape.name):
                yield judge(case, shape)


def judge(case: Fault | Correct, shape: Shape) -> Verdict:
    """The verdict on one case in one shape."""
    if isinstance(case, Correct):
        found = _lint(case, shape)
        return Verdict(case, shape.name, alarms=tuple(_unexpected(found, ())))
    found = _lint(case, shape)
    own = [diagnostic for diagnostic in found if diagnostic.rule == case.rule]
    placed = [diagnostic for diagnostic in own if _is_placed(diagnostic, case)]
    missed = tuple(" ".join(target) for target in case.targets if not any(_meets(item, target) for item in placed))
    return Verdict(case, shape.name, missed, (*_own_alarms(case, own, placed), *_unexpected(found, case)))


def _own_alarms(case: Fault, own: Sequence[Diagnostic], placed: Sequence[Diagnostic]) -> Iterator[Alarm]:
    """What is wrong with the findings of the very rule."""
    promised = (case.severity,) if case.severity else PROMISES[case.rule].severities
    for diagnostic in own:
        if diagnostic not in placed:
            yield _alarm(diagnostic, "misplaced")
        elif promised and diagnostic.severity not in promised:
            yield _alarm(diagnostic, "severity")
    for diagnostic in placed[max(case.times, len(case.targets)) :]:
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
    return any(_meets(diagnostic, target) for target in case.targets)


def _meets(diagnostic: Diagnostic, target: tuple[str, str]) -> bool:
    """Whether a finding is where it is due."""
    words, place = target
    if place not in diagnostic.place:
        return False
    before, _mark, marked = words.partition("‹")
    marked, _mark, behind = marked.partition("›")
    start, lines = _lines_from(diagnostic)
    at = lines.find(before + marked + behind)
    if at < 0 or not marked:
        return at >= 0
    assert diagnostic.span is not None
    first = start + at + len(before)
    return diagnostic.span.start <= first + len(marked) and first <= diagnostic.span.end


def _words(diagnostic: Diagnostic) -> str:
    if diagnostic.source is None or diagnostic.span is None:
        return ""
    return diagnostic.source.text[diagnostic.span.start : diagnostic.span.end][:60]


def _lines(diagnostic: Diagnostic) -> str:
    """The whole lines that the finding covers."""
    return _lines_from(diagnostic)[1]


def _lines_from(diagnostic: Diagnostic) -> tuple[int, str]:
    """The same, and where they start."""
    if diagnostic.source is None or diagnostic.span is None:
        return 0, ""
    text, span = diagnostic.source.text, diagnostic.span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.start, span.end - 1))
    return start, text[start:] if end < 0 else text[start:end]


def _lint(case: Fault | Correct, shape: Shape) -> list[Diagnostic]:
    if case.beside or case.previous:
        return _lint_together(case, shape)
    data = shape.write(case.draft)
    if isinstance(case, Fault) and case.alter:
        data = case.alter(data)
    return list(_linter(case).data(data, f"报告{shape.suffix}").diagnostics)


def _lint_together(case: Fault | Correct, shape: Shape) -> list[Diagnostic]:
    """Everything that is found in a folder of reports, by the rules too that read all of them."""
    with TemporaryDirectory() as folder:
        for name, draft in {"本报告": case.draft, **case.beside}.items():
            Path(folder, name + shape.suffix).write_bytes(shape.write(draft))
        return [diagnostic for result in _linter(case).paths([folder]) for diagnostic in result.diagnostics]


def _linter(case: Fault | Correct) -> Linter:
    if not case.options and case.previous is None:
        return _shared_linter(case.rule)
    previous = PIPE_MARKDOWN.write(case.previous).decode() if case.previous else None
    return _bench(case.rule).linter(case.options, previous)


@cache
def _shared_linter(rule: str) -> Linter:
    return _bench(rule).linter({})


@cache
def _bench(rule: str) -> Bench:
    """All rules that run by default, and that one."""
    return Bench(REGISTRY.rules[rule or _ANY])
