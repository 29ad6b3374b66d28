"""法治政府建设年度报告 for gxlint: how to tell such a report, how to read it, and rules on it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gxlint.form.report import Form
from gxlint.plugins import Failure, hookimpl, walk_rules
from gxlint.rule import Rule

#: The version of gxlint's plugin interface that this is written for.
gxlint_interface = 1


@hookimpl
def gxlint_forms() -> Iterable[Form]:
    """The form."""
    from gxlint_rule_of_law.reading import RuleOfLawForm

    yield RuleOfLawForm()


@hookimpl
def gxlint_rules() -> Iterable[Rule | Failure]:
    """All modules under ``rules``."""
    from gxlint_rule_of_law import rules

    return walk_rules(rules)


@hookimpl
def gxlint_translations() -> Path:
    """The messages in English."""
    return Path(__file__).with_name("locale")
