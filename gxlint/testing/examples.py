"""The examples of a rule's documentation, run as tests.

All rules run over each example, and only the one that is documented may find anything at warning or above. In Markdown
the places must be exact; rewritten as plain text and as a Word file, the same words must be marked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gxlint.engine import Result
from gxlint.findings import Diagnostic, Safety
from gxlint.registry import Registry
from gxlint.rule import Rule
from gxlint.settings import INTERNAL_ERROR
from gxlint.testing.notation import Example, ExpectedFinding, NotationError, read_examples
from gxlint.testing.running import Bench, serious
from gxlint.testing.showing import show
from gxlint.testing.trials import Trial, by_words, first_edits, mended, trial_of, words_of

#: What belongs to a format and not to the words.
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|[\s*|#\\<>]+")


class ExampleError(AssertionError):
    """An example does not show what it says."""


class Case(NamedTuple):
    """An example in one format."""

    rule: Rule
    number: int
    """Of the example in its text, from 0."""
    example: Example
    format: str
    path: Path | None = None
    """The file that the example stands in; ``None`` for the rule's docstring."""

    def __str__(self) -> str:
        file = f"{self.path.name}:" if self.path else ""
        return f"{self.rule.id}-{file}{self.example.line}-{'bad' if self.example.bad else 'good'}-{self.format}"


def check_rule_examples(rule: Rule, *, registry: Registry | None = None) -> None:
    """Check everything that a rule's documentation promises.

    Args:
        rule: with its documentation; it need not be installed.
        registry: of the other rules; by default those of gxlint itself.

    Raises:
        ExampleError: something is missing, or an example does not show what it says; names all such.
        NotationError: an example is not written as it should be.
    """
    bench = Bench(rule, registry)
    faults = list(missing(rule))
    for case in cases(rule):
        try:
            check_case(case, bench)
        except ExampleError as error:
            faults.append(str(error))
    faults += fix_faults(rule, bench)
    if faults:
        raise ExampleError("\n\n".join(faults))


def cases(rule: Rule, path: Path | None = None) -> list[Case]:
    """The examples of a rule's docstring, or of a file of edge cases, in each of their formats."""
    text = path.read_text(encoding="utf-8") if path else rule.doc
    numbered = enumerate(read_examples(text))
    return [Case(rule, number, example, form, path) for number, example in numbered for form in example.formats]


def missing(rule: Rule) -> Iterator[str]:
    """What a rule's documentation lacks."""
    examples = read_examples(rule.doc)
    if not rule.summary or rule.summary.startswith(("`", "~", "#")):
        yield f"{rule.id}: the docstring has no summary in its first line"
    if not rule.basis:
        yield f"{rule.id}: basis= names no authority"
    if not any(example.bad for example in examples):
        yield f"{rule.id}: no bad example"
    if all(example.bad for example in examples):
        yield f"{rule.id}: no good example"


def fix_faults(rule: Rule, bench: Bench | None = None) -> Iterator[str]:
    """How the declared safety of a rule's fixes differs from what its examples show."""
    bench = bench or Bench(rule)
    trials = [trial_of(bench, example) for example in read_examples(rule.doc)]
    offered = {fix.safety for trial in trials for diagnostic in trial.found for fix in diagnostic.fixes}
    best = Safety.SAFE if Safety.SAFE in offered else next(iter(offered), None)
    if best != rule.fix:
        yield f"{rule.id}: it declares fix={rule.fix!r}, but the best that its examples show is {best!r}"


def check_case(case: Case, bench: Bench | None = None) -> None:
    """Check an example in one format.

    Raises:
        ExampleError: it does not show what it says.
        NotationError: it does not fit the report or the rule.
    """
    __tracebackhide__ = True  # pytest: the text of the error says it all
    trial = trial_of(bench or Bench(case.rule), case.example)
    faults = list(_markdown_faults(trial) if case.format == "markdown" else _format_faults(trial, case.format))
    if faults:
        raise ExampleError("\n".join([str(case), *faults]))


def _markdown_faults(trial: Trial) -> Iterator[str]:
    """What is wrong in the format in which the example is written."""
    yield from _other_rules(trial, trial.result)
    yield from _difference(trial, trial.findings, trial.result)
    if not trial.example.bad:
        return
    fixed = trial.fixed
    if fixed != trial.example.fixed:
        yield f"the fixed fragment should be\n{trial.example.fixed}\nbut is\n{fixed}"
    if fixed is not None:
        yield from _unmended(trial, trial.found, trial.lint(mended(trial.spliced.text, trial.edits)))


def _format_faults(trial: Trial, name: str) -> Iterator[str]:
    """What is wrong once the example is rewritten in another format."""
    result = trial.rewritten(name)
    yield from _other_rules(trial, result)
    if "markdown" not in trial.example.formats:
        yield from _difference(trial, [by_words(diagnostic) for diagnostic in trial.own(result)], result)
        return
    wanted = Counter(_words(diagnostic) for diagnostic in trial.found)
    marked = Counter(_words(diagnostic) for diagnostic in trial.own(result))
    for word, said in sorted(wanted - marked):
        yield f"only in markdown: ⟦{word}⟧ {said}"
    for word, said in sorted(marked - wanted):
        yield f"only in {name}: ⟦{word}⟧ {said}"
    if wanted != marked:
        yield _show(result, trial.own(result))
    edits = first_edits(trial.own(result))
    if edits and result.document and result.document.source.map is None:
        again = trial.lint_as(name, mended(result.document.text, edits).encode())
        yield from _unmended(trial, trial.own(result), again)


def _unmended(trial: Trial, found: Sequence[Diagnostic], again: Result) -> Iterator[str]:
    """What is wrong in a draft to which the first fixes of *found* were applied."""
    unfixed = Counter(item.message for item in found if not item.fixes)
    if Counter(item.message for item in trial.own(again)) - unfixed:
        yield "after its fixes the rule still finds\n" + _show(again, trial.own(again))
    yield from _other_rules(trial, again)


def _other_rules(trial: Trial, result: Result) -> Iterator[str]:
    """Findings at warning or above of rules that the example is not about; a crash concerns its own rule alone."""
    own = trial.own(result)
    allowed = trial.example.fragment.setting("also").split(",")
    others = [
        item
        for item in serious(result.diagnostics)
        if item not in own
        and item.rule not in allowed
        and (item.rule != INTERNAL_ERROR or trial.rule in item.message or not result.document)
    ]
    if others:
        yield f"other rules find something in {result.path}\n{_show(result, others)}"


def _difference(trial: Trial, findings: Sequence[ExpectedFinding], result: Result) -> Iterator[str]:
    expected = sorted(trial.example.expected)
    found = sorted(findings)
    if expected != found:
        yield "\n".join(["expected", *_lines(expected), "found", *_lines(found), _show(result, trial.own(result))])
    elif trial.example.bad and not found:
        yield "a bad example in which nothing is found"


def _lines(findings: Sequence[ExpectedFinding]) -> list[str]:
    return [f"  {line}" for finding in findings for line in finding.lines] or ["  (nothing)"]


def _show(result: Result, diagnostics: Sequence[Diagnostic]) -> str:
    return show(result.document.text if result.document else "", diagnostics)


def _words(diagnostic: Diagnostic) -> tuple[str, str]:
    """The words marked, without what belongs to a format, and everything said about them."""
    spans = [diagnostic.span, *(other.span for other in diagnostic.related)]
    words, *others = [_MARKS.sub("", words_of(diagnostic, span)) for span in spans]
    related = [f"⟦{word}⟧ {other.message}" for word, other in zip(others, diagnostic.related, strict=True)]
    return words, "\n    ".join([diagnostic.message, *related])


__all__ = ["Case", "ExampleError", "NotationError", "cases", "check_case", "check_rule_examples", "fix_faults"]
