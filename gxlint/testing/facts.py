"""What the words of a correct report may speak of."""

from __future__ import annotations

import random

from gxlint.form.layout import Key
from gxlint.testing.bodies import Body
from gxlint.testing.figures import Figures

_OUTCOMES = ("granted", "partial", "denied", "unavailable", "rejected", "other")
_DOCUMENTS = ("issued", "repealed", "effective")


def facts(writer: Body, year: int, figures: Figures, rng: random.Random) -> dict[str, object]:
    """The facts, by the names that :mod:`gxlint.testing.wording` uses; *rng* decides those that stand in no table."""
    return {
        **writer._asdict(),
        **_counts(figures),
        **_numbers(rng),
        "agency": writer.name,
        "year": year,
        "next_year": year + 1,
    }


def _counts(figures: Figures) -> dict[str, object]:
    """The figures that the prose repeats, by the names that the wordings use."""
    applications, disclosure, disputes = figures.applications, figures.disclosure, figures.disputes
    new, persons = applications[Key("new", "total")], applications[Key("new", "natural_person")]
    return {
        "new": new,
        "persons": persons,
        "organisations": new - persons,
        "carried_in": applications[Key("carried_in", "total")],
        "settled": applications[Key("total", "total")],
        "carried_out": applications[Key("carried_out", "total")],
        **{
            group: figures.outcome(group)
            for group in ("granted", "partial", "denied", "unavailable", "rejected", "other")
        },
        **{column: disclosure[Key("normative_documents", column)] for column in _DOCUMENTS},
        "licensing": disclosure[Key("licensing", "decisions")],
        "penalties": disclosure[Key("penalties", "decisions")],
        "reviews": disputes[Key("review", "total")],
        "suits": disputes[Key("direct_suit", "total")] + disputes[Key("suit_after_review", "total")],
        "fee": int(disclosure[Key("fees", "amount")] * 10000),
        "notices": applications[Key("other.2", "total")] + bool(disclosure[Key("fees", "amount")]),
    }


def _numbers(rng: random.Random) -> dict[str, object]:
    """Numbers that stand in no table."""
    posts, funds, services = rng.randint(10, 90), rng.randint(10, 90), rng.randint(100, 400)
    return {
        "posts": posts,
        "funds": funds,
        "services": services,
        "published": posts + funds + services,
        "letters": rng.randint(20, 99),
        "reviewed": rng.randint(500, 900),
        "returned": rng.randint(3, 19),
        "columns": rng.randint(12, 30),
        "pushed": rng.randint(100, 300),
        "points": rng.randint(2, 5),
        "visitors": rng.randint(200, 900),
        "meetings": rng.randint(2, 5),
        "trainings": rng.randint(2, 6),
        "street": f"人民路{rng.randint(2, 99)}号",
        "postcode": f"4{rng.randint(10000, 99999)}",
        "phone": f"0{rng.randint(731, 739)}-{rng.randint(2200000, 8899999)}",
        "email": "xxgk@qinghe.gov.cn",
    }
