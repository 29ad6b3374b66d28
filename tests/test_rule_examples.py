"""Every rule's documentation, and the files of edge cases beside it, run in all formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from gxlint.rule import Rule
from gxlint.testing.examples import Case, NotationError, cases, fix_faults, missing
from gxlint.testing.running import built_in_registry

RULES = built_in_registry().rules
EDGE_CASES = sorted((Path(__file__).parent / "rules").glob("*.md"))
#: No draft shows these: the first is a crash, the second a file that cannot be read.
WITHOUT_EXAMPLES = {"internal-error", "unreadable-document"}
DOCUMENTED = [rule for rule in RULES.values() if rule.id not in WITHOUT_EXAMPLES]


def _cases() -> Iterator[Case]:
    for rule in DOCUMENTED:
        with suppress(NotationError):  # told by test_rule_is_documented, so that the others still run
            yield from cases(rule)
    for path in EDGE_CASES:
        if path.stem in RULES:
            yield from cases(RULES[path.stem], path)


@pytest.mark.parametrize("case", list(_cases()), ids=str)
def test_example_shows_what_it_says(case: Case, run_example: Callable[[Case], None]) -> None:
    run_example(case)


@pytest.mark.parametrize("rule", DOCUMENTED, ids=lambda rule: rule.id)
def test_rule_is_documented(rule: Rule) -> None:
    assert not [*missing(rule), *fix_faults(rule)]


def test_files_of_edge_cases_are_named_after_rules() -> None:
    assert [path.name for path in EDGE_CASES if path.stem not in RULES] == []
