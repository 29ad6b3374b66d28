from __future__ import annotations

from collections.abc import Iterator

import pytest

from gxlint.document import Document
from gxlint.findings import Finding, Severity
from gxlint.rule import Rule
from gxlint.settings import Settings


def _check(document: Document) -> Iterator[Finding]:
    return iter(())


BLANK = Rule("blank-cell", "table", Severity.WARNING, (), _check)
SPACE = Rule("stray-space", "typography", Severity.WARNING, (), _check, enabled=False)
HOTLINE = Rule("ningxia/missing-hotline", "statement", Severity.WARNING, (), _check)
UNREADABLE = Rule("unreadable-document", "document", Severity.ERROR, (), _check)


@pytest.mark.parametrize(
    ("settings", "running"),
    [
        (Settings(), {BLANK, HOTLINE, UNREADABLE}),
        (Settings(select=("blank-cell",)), {BLANK, UNREADABLE}),
        (Settings(select=("table", "ningxia/*")), {BLANK, HOTLINE, UNREADABLE}),
        (Settings(select=("typography",)), {SPACE, UNREADABLE}),
        (Settings(select=("statement",)), {HOTLINE, UNREADABLE}),
        (Settings(ignore=("table",)), {HOTLINE, UNREADABLE}),
        (Settings(ignore=("ningxia/*", "document")), {BLANK}),
        # the narrower of two wins, of two alike the refusal
        (Settings(select=("blank-cell",), ignore=("table",)), {BLANK, UNREADABLE}),
        (Settings(select=("table",), ignore=("blank-cell",)), {UNREADABLE}),
        (Settings(select=("blank-cell",), ignore=("blank-cell",)), {UNREADABLE}),
        # a severity by name switches on, none switches off
        (Settings(severities={"stray-space": Severity.INFO}), {BLANK, HOTLINE, UNREADABLE, SPACE}),
        (Settings(severities={"typography": Severity.INFO}), {BLANK, HOTLINE, UNREADABLE}),
        (Settings(severities={"table": None}), {HOTLINE, UNREADABLE}),
        (Settings(severities={"blank-cell": Severity.ERROR, "table": None}), {BLANK, HOTLINE, UNREADABLE}),
        (Settings(select=("blank-cell",), severities={"blank-cell": None}), {UNREADABLE}),
    ],
)
def test_which_rules_run(settings: Settings, running: set[Rule]) -> None:
    assert {rule for rule in (BLANK, SPACE, HOTLINE, UNREADABLE) if settings.runs(rule)} == running


def test_the_narrowest_severity_counts() -> None:
    settings = Settings(severities={"blank-cell": Severity.ERROR, "table": Severity.INFO, "ningxia/*": Severity.INFO})
    assert settings.severity(BLANK) is Severity.ERROR
    assert settings.severity(BLANK._replace(id="missing-row")) is Severity.INFO
    assert settings.severity(HOTLINE) is Severity.INFO
    assert settings.severity(SPACE) is Severity.WARNING


def test_names_that_stand_for_nothing_are_told() -> None:
    settings = Settings(
        select=("table", "blank-cel"), ignore=("ningxia/*", "hubei/*"), severities={"wording": Severity.INFO}
    )
    assert list(settings.unknown_selectors([BLANK, HOTLINE])) == ["blank-cel", "hubei/*", "wording"]
