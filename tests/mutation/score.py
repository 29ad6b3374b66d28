"""Recall and false alarms of every rule in every format, and the page that tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .cases import FORMATS, Correct, Fault, format_of
from .catalogue import CATEGORIES, PROMISES
from .judging import Verdict

_INTRODUCTION = """\
# Accuracy

What the mutation test measured; `python -m tests.mutation --write docs/accuracy.md` writes this page.

{correct} correct reports, full of things that look wrong and are not, and {faults} correct reports with one fault each,
written in six shapes (Markdown with pipe tables and with HTML tables, plain text with tabs and with one cell a line,
Word files without styles and with automatic numbers) and linted with all rules that run by default. They come from the
catalogue of rules, not from the code of the rules.

* **Recall**: of the faults written in a format, those found by their rule, at their place.
* **False alarms**: findings of that rule at warning or above (at any severity where the fault is its own) that no fault
  explains, in correct reports and beside faults, misplaced and repeated ones included.

These are invented reports: the numbers say that the rules do what they promise, not how often real drafts are wrong.
"""


class RuleScore(NamedTuple):
    """Of one rule, by format."""

    faults: int
    due: Counter[str]
    found: Counter[str]
    alarms: Counter[str]


class Score:
    """What all verdicts come to."""

    def __init__(self, verdicts: Iterable[Verdict]) -> None:
        self.verdicts = tuple(verdicts)
        self.rules = {rule: RuleScore(len(names), *_counters()) for rule, names in self._names().items()}
        for verdict in self.verdicts:
            self._add(verdict)

    def _names(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = {rule: set() for rule in PROMISES}
        for verdict in self.verdicts:
            if isinstance(verdict.case, Fault):
                names[verdict.case.rule].add(verdict.case.name)
        return names

    def _add(self, verdict: Verdict) -> None:
        form, case = format_of(verdict.shape), verdict.case
        if isinstance(case, Fault):
            due = len(case.targets)
            self.rules[case.rule].due[form] += due
            self.rules[case.rule].found[form] += due - len(verdict.missed)
        for alarm in verdict.alarms:
            self.rules.setdefault(alarm.rule, RuleScore(0, *_counters())).alarms[form] += 1

    @property
    def failures(self) -> list[Verdict]:
        """Verdicts with something missed or raised without cause."""
        return [verdict for verdict in self.verdicts if verdict.missed or verdict.alarms]

    def page(self) -> str:
        """The score in Markdown."""
        cases = {(type(verdict.case), _category(verdict), verdict.case.name) for verdict in self.verdicts}
        correct = sum(1 for kind, _category, _name in cases if kind is Correct)
        introduction = _INTRODUCTION.format(correct=correct, faults=sum(score.faults for score in self.rules.values()))
        return "\n".join([introduction, *self._table(), "", *self._open(), *self._exclusions()])

    def _table(self) -> Iterator[str]:
        formats = " | ".join([*(f"recall {form}" for form in FORMATS), *(f"false alarms {form}" for form in FORMATS)])
        yield f"| rule | faults | {formats} |"
        yield "|---" * 8 + "|"
        for rule, score in self.rules.items():
            yield f"| `{rule}` | {score.faults} | {_cells(score)} |"
        for category in CATEGORIES:
            own = [
                score for rule, score in self.rules.items() if rule in PROMISES and PROMISES[rule].category == category
            ]
            yield f"| *{category}* | {sum(score.faults for score in own)} | {_cells(_sum(own))} |"
        every = list(self.rules.values())
        yield f"| **all** | {sum(score.faults for score in every)} | {_cells(_sum(every))} |"

    def _open(self) -> Iterator[str]:
        """The cases that failed, each with the shapes in which it did."""
        shapes: dict[str, list[str]] = {}
        for verdict in self.failures:
            shapes.setdefault(f"`{_category(verdict)}`: {verdict.case.name}", []).append(verdict.shape)
        if shapes:
            yield "## Not right yet\n"
            every = sum(map(len, FORMATS.values()))
            for name, names in shapes.items():
                yield f"* {name} ({'all shapes' if len(names) == every else ', '.join(names)})"
            yield ""

    def _exclusions(self) -> Iterator[str]:
        """What was left out of a format, and why."""
        reasons: dict[tuple[str, str], set[str]] = {}
        for verdict in self.verdicts:
            case = verdict.case
            label = f"`{case.rule}`" if isinstance(case, Fault) else f"correct reports on {case.family}"
            for form, reason in case.without.items():
                reasons.setdefault((label, f"{form}: {reason}"), set()).add(case.name)
        yield "## Left out of some shapes\n"
        for (label, reason), names in sorted(reasons.items()):
            yield f"* {label}, {len(names)} of them, not in {reason}"


def _counters() -> tuple[Counter[str], Counter[str], Counter[str]]:
    return Counter(), Counter(), Counter()


def _category(verdict: Verdict) -> str:
    return verdict.case.rule if isinstance(verdict.case, Fault) else verdict.case.family


def _cells(score: RuleScore) -> str:
    recall = [f"{score.found[form]}/{score.due[form]}" if score.due[form] else "–" for form in FORMATS]
    return " | ".join([*recall, *(str(score.alarms[form]) for form in FORMATS)])


def _sum(scores: Sequence[RuleScore]) -> RuleScore:
    due, found, alarms = _counters()
    for score in scores:
        due += score.due
        found += score.found
        alarms += score.alarms
    return RuleScore(sum(score.faults for score in scores), due, found, alarms)
