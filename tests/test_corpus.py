"""Real reports, where they are at hand: what was found in them by hand is found, what is right is left alone."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from gxlint.api import Linter
from gxlint.engine import Result
from gxlint.findings import Diagnostic
from gxlint.form.disclosure import DisclosureReport
from gxlint.form.editions import EDITION_2021
from gxlint.form.figures import State
from tests.corpus import corpus, folder

APPLICATIONS = EDITION_2021.table("applications")
#: A missing thing is reported on the heading where it belongs, whatever line the list gives.
BY_RULE_ALONE = ("missing-", "malformed-title", "unreadable-table", "duplicate-section", "inconsistent-heading-level")


def reports() -> list[Path]:
    place = folder()
    return sorted(place.glob("0*.txt")) if place else []


def rows(name: str) -> Iterator[dict[str, str]]:
    path = corpus() / name
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    corpus()
    return {path.name[:3]: Linter().path(str(path)) for path in reports()}


def lines(diagnostic: Diagnostic) -> range:
    if diagnostic.source is None or diagnostic.span is None:
        return range(0)
    return diagnostic.source.lines.lines(diagnostic.span)


def on(diagnostics: tuple[Diagnostic, ...], rule: str, line: int, slack: int) -> bool:
    """Whether the rule reports something on the line, or up to *slack* lines from it."""
    found = [lines(item) for item in diagnostics if item.rule == rule]
    anywhere = rule.startswith(BY_RULE_ALONE)
    return any(anywhere or places.start - slack <= line < places.stop + slack for places in found)


def test_what_must_be_found_is_found(results: dict[str, Result]) -> None:
    must = [row for row in rows("gold.csv") if row["need"] == "must"]
    missed = [row for row in must if not on(results[row["seed"]].diagnostics, row["rule"], int(row["line"]), 1)]
    assert must
    assert not missed


def test_traps_are_left_alone(results: dict[str, Result]) -> None:
    listed = {(row["seed"], row["rule"], row["line"]) for row in rows("gold.csv")}
    listed |= {(seed, rule, "") for seed, rule, _line in listed if rule.startswith(BY_RULE_ALONE)}
    sprung = [
        row
        for row in rows("traps.csv")
        if not {(row["seed"], row["rule"], row["line"]), (row["seed"], row["rule"], "")} & listed
        and on(results[row["seed"]].diagnostics, row["rule"], int(row["line"]), 0)
    ]
    assert not sprung


def test_title_year_period_and_sections_are_read(results: dict[str, Result]) -> None:
    for name, result in results.items():
        report = result.report
        assert isinstance(report, DisclosureReport), name
        assert report.title, name
        assert report.year, name
        assert [section.key for section in report.sections] == [form.key for form in EDITION_2021.sections], name


def test_figures_of_table_three_are_read(results: dict[str, Result]) -> None:
    columns = {column.label: column.key for column in APPLICATIONS.columns}
    for name, result in results.items():
        if not (corpus() / "tables" / f"{name}-table3.csv").exists():
            continue
        assert isinstance(result.report, DisclosureReport)
        table = result.report.applications
        assert table, name
        for row, figures in zip(APPLICATIONS.rows, rows(f"tables/{name}-table3.csv"), strict=True):
            for label, key in columns.items():
                cell = table[row.key, key]
                if "ambiguous" in (figures["note"] or ""):
                    assert cell.state is State.DOUBTFUL, (name, row.key, key)
                elif figures[label]:
                    assert str(cell.value) == figures[label], (name, row.key, key)
