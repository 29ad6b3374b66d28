"""Every rule's documentation, and the files of edge cases beside it, run in all formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.rule import Rule
from gxlint.testing import rule_tests
from gxlint.testing.running import built_in_registry

#: No draft shows a crash, or a file that cannot be read.
WITHOUT_EXAMPLES = {"internal-error", "unreadable-document"}
RULES = [rule for rule in built_in_registry().rules.values() if rule.id not in WITHOUT_EXAMPLES]

TestRules = rule_tests("gxlint", edge_cases=Path(__file__).parent / "rules", without=WITHOUT_EXAMPLES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_names_its_authority(rule: Rule) -> None:
    assert rule.basis
