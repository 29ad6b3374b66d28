"""The figures of the three official tables, consistent by construction."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from gxlint.form.editions import APPLICANTS, EDITION_2021
from gxlint.form.layout import Key, TableForm

Figure = int | Decimal
Table = Mapping[Key, Figure]
Sparse = Mapping[str, Mapping[str, Figure]]

APPLICANT_KEYS = tuple(column.key for column in APPLICANTS)
_APPLICATIONS = EDITION_2021.table("applications")
OUTCOMES = tuple(row.key for row in _APPLICATIONS.rows if row.groups and row.key != "total")
_VERDICTS = ("upheld", "corrected", "other", "pending")
_COURSES = ("review", "direct_suit", "suit_after_review")


class Figures(NamedTuple):
    """The figures of a year."""

    disclosure: Table
    applications: Table
    disputes: Table

    @classmethod
    def of(cls, disclosure: Sparse, applications: Sparse, disputes: Sparse) -> Figures:
        """Complete tables from the figures that are not 0.

        Totals need not be given, nor what is carried over to the next year: they follow from the rest.

        Raises:
            ValueError: more applications settled than there were.
        """
        return cls(
            _fill(EDITION_2021.table("disclosure"), disclosure),
            _fill_applications(applications),
            _fill(EDITION_2021.table("disputes"), disputes),
        )

    def outcome(self, group: str) -> Figure:
        """How many applications were settled in that way: ``granted``, ``denied``, …"""
        keys = [row for row in OUTCOMES if row.partition(".")[0] == group]
        return sum(self.applications[Key(row, "total")] for row in keys)

    def table(self, key: str) -> Table:
        """The figures of the table with that key."""
        return {"disclosure": self.disclosure, "applications": self.applications, "disputes": self.disputes}[key]


def _fill(form: TableForm, parts: Sparse) -> dict[Key, Figure]:
    cells: dict[Key, Figure] = {key: parts.get(key.row, {}).get(key.column, 0) for key in form.cell_keys()}
    for identity in form.identities:
        if identity.kind in ("row-sum", "dispute-sum"):
            cells[identity.left[0]] = sum(cells[key] for key in identity.right)
    return cells


def _fill_applications(parts: Sparse) -> dict[Key, Figure]:
    settled = {c: sum(parts.get(row, {}).get(c, 0) for row in OUTCOMES) for c in APPLICANT_KEYS}
    taken = {c: parts.get("new", {}).get(c, 0) + parts.get("carried_in", {}).get(c, 0) for c in APPLICANT_KEYS}
    left = {c: taken[c] - settled[c] for c in APPLICANT_KEYS}
    if min(left.values()) < 0:
        raise ValueError(f"more applications settled than there were: {left}")
    return _fill(_APPLICATIONS, {**parts, "total": settled, "carried_out": left})


#: The figures of the tester's report: a township's.
FIGURES_2024 = Figures.of(
    disclosure={
        "normative_documents": {"issued": 2, "repealed": 1, "effective": 9},
        "licensing": {"decisions": 146},
        "penalties": {"decisions": 8},
        "coercion": {"decisions": 2},
    },
    applications={
        "new": {"natural_person": 11, "business": 3, "public_welfare": 1},
        "carried_in": {"natural_person": 2},
        "granted": {"natural_person": 5, "business": 2},
        "partial": {"natural_person": 2},
        "denied.4": {"business": 1},
        "unavailable.1": {"natural_person": 2, "public_welfare": 1},
        "rejected.1": {"natural_person": 1},
        "other.1": {"natural_person": 1},
    },
    disputes={"review": {"upheld": 2, "pending": 1}, "direct_suit": {"upheld": 1}},
)


def random_figures(rng: random.Random, *, rules: bool = False, busy: int = 1) -> Figures:
    """Figures of some year.

    Args:
        rng: decides.
        rules: whether the body may issue 规章.
        busy: the more, the bigger the figures.
    """
    applications: dict[str, dict[str, Figure]] = {row: {} for row in ("new", "carried_in", *OUTCOMES)}
    for column in APPLICANT_KEYS[: rng.randint(1, len(APPLICANT_KEYS))]:
        for row in rng.sample(OUTCOMES, rng.randint(0, 6)):
            applications[row][column] = rng.randint(1, 3 * busy)
        settled = sum(applications[row].get(column, 0) for row in OUTCOMES)
        carried_in = rng.randint(0, min(3, int(settled)))
        applications["carried_in"][column] = carried_in
        applications["new"][column] = settled - carried_in + rng.randint(0, 2)
    return Figures.of(
        _random_disclosure(rng, applications["other.2"], rules=rules, busy=busy),
        applications,
        {course: {verdict: rng.choice((0, 0, 1, busy)) for verdict in _VERDICTS} for course in _COURSES},
    )


def _random_disclosure(rng: random.Random, unpaid: Mapping[str, Figure], *, rules: bool, busy: int) -> Sparse:
    """Table two; a fee was charged where some applicants did not pay one."""
    fee = rng.choice((0, 380, 1200)) if unpaid else 0
    table: dict[str, dict[str, Figure]] = {
        "normative_documents": _documents(rng, 4 * busy),
        "licensing": {"decisions": rng.randint(0, 900 * busy)},
        "penalties": {"decisions": rng.randint(0, 60 * busy)},
        "coercion": {"decisions": rng.randint(0, 5 * busy)},
        "fees": {"amount": Decimal(fee).scaleb(-4).normalize() if fee else 0},
    }
    if rules:
        table["rules"] = _documents(rng, 3)
    return table


def _documents(rng: random.Random, most: int) -> dict[str, Figure]:
    issued, repealed = rng.randint(0, most), rng.randint(0, most)
    return {"issued": issued, "repealed": repealed, "effective": issued + rng.randint(0, 20)}


def preceding(figures: Figures, rng: random.Random) -> Figures:
    """Figures of the year before that agree with *figures*: what was carried over, what was in force."""
    disclosure: dict[str, dict[str, Figure]] = {"licensing": {"decisions": rng.randint(50, 200)}}
    for row in ("rules", "normative_documents"):
        issued, repealed, effective = (figures.disclosure[Key(row, c)] for c in ("issued", "repealed", "effective"))
        disclosure[row] = {"effective": effective - issued + repealed}
    applications: dict[str, dict[str, Figure]] = {"new": {}, "granted": {}, "partial": {}}
    for column in APPLICANT_KEYS:
        granted, partial = rng.randint(0, 4), rng.randint(0, 2)
        applications["granted"][column], applications["partial"][column] = granted, partial
        carried = figures.applications[Key("carried_in", column)]
        applications["new"][column] = granted + partial + carried
    return Figures.of(disclosure, applications, {"review": {"upheld": rng.randint(1, 3)}})
