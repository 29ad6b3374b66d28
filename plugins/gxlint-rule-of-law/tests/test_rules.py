"""The rules, by the examples in their documentation, in three formats and among all other rules."""

from __future__ import annotations

from gxlint.testing import rule_tests

TestRules = rule_tests("rule-of-law")
