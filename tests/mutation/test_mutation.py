"""Every fault is found where it is, and nothing else is called wrong.

In one shape of each format, which halves the time; ``python -m tests.mutation`` judges in all six.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from . import correct, faults
from .catalogue import PROMISES
from .judging import Verdict, judge_some

_CORRECT = list(correct.cases())
_FAULTS = list(faults.cases())


def _expect_none(verdicts: Iterable[Verdict]) -> None:
    failures = [str(verdict) for verdict in verdicts if verdict.missed or verdict.alarms]
    if failures:
        pytest.fail("\n".join(failures), pytrace=False)


@pytest.mark.parametrize("family", correct.FAMILIES)
def test_correct_reports_pass(family: str) -> None:
    _expect_none(judge_some(case for case in _CORRECT if case.family == family))


@pytest.mark.parametrize("rule", PROMISES)
def test_every_fault_is_found_and_nothing_else(rule: str) -> None:
    _expect_none(judge_some(case for case in _FAULTS if case.rule == rule))


def test_there_is_enough_to_judge_by() -> None:
    faults_of = Counter(case.rule for case in _FAULTS)
    assert {rule: faults_of[rule] for rule in PROMISES if faults_of[rule] < 3} == {}
    reports_of = Counter(case.family for case in _CORRECT)
    assert {family: reports_of[family] for family in correct.FAMILIES if reports_of[family] < 20} == {}
    names = Counter((case.rule, case.name) for case in _FAULTS)
    assert [name for name, times in names.items() if times > 1] == []
